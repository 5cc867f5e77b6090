# Ends what a supervisor leaves behind when it is killed.
# Standard input: one line each time the list changes, with the leaders of the process groups there are now.
# When the writer is gone, the groups of the last line and all their descendants are asked to stop, then made to.
trap '' HUP INT QUIT TERM

leaders=
while read -r line; do leaders=$line; done
[ -n "$leaders" ] || exit 0

family() { # the leaders, the members of their groups, and everyone that any of them started
    ps -A -o pid= -o ppid= -o pgid= 2>/dev/null | awk -v leaders="$leaders" '
        BEGIN { count = split(leaders, names, " "); for (i = 1; i <= count; i++) ours[names[i]] }
        { pid[NR] = $1; parent[NR] = $2; group[NR] = $3 }
        END {
            do {
                grown = 0
                for (i = 1; i <= NR; i++)
                    if (!(pid[i] in ours) && (parent[i] in ours || group[i] in ours)) { ours[pid[i]]; grown = 1 }
            } while (grown)
            for (one in ours) print one
        }'
}

reach() { # reach SIGNAL: true when somebody was there
    there=1
    for pid in $everyone; do kill -s "$1" "$pid" && there=0; done
    for leader in $leaders; do kill -s "$1" -- "-$leader" && there=0; done
    return $there
}

everyone=$(family)
reach TERM
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    reach 0 || exit 0
    sleep 0.1
done
reach KILL
