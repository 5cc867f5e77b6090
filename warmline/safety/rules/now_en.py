"""English rules for what is happening at this moment: means at hand, a deadly place, an attempt, a last goodbye."""

from __future__ import annotations

from warmline.safety.rule import Rule, Signal

RULES = (
    Rule(
        "en.armed",
        Signal.ARMED,
        """
        (woods|forest|park|garage|barn|shed|motel|hotel|car|bathroom|basement|attic|lake) ~ with [a|the|my] (rope|gun|noose|pistol|razor|knife|shotgun|rifle|pills|belt)
        loaded (the|my|his|a|dads) <gun>
        (charcoal|grill|bbq|barbecue|generator) ~ (in|inside) ~ (bathroom|room|bedroom|car|tent|garage|house)
        (door|doors|windows|window|vents) [is|are] [all] (taped|sealed)
        (using|use) (it|the razor|his razor|the knife|the blade|the gun|the rope) (now|tonight|on me|on myself)
        (razor|blade|gun|rope|noose|pills|knife) and i am (going|about) to (use|take|do|end)
        (crushed|ground|dissolved|mixed) ~ (all|every|whole|bunch|bottle|lots) ~ <pills>
        (working|trying) ~ nerve to (pull|jump|swallow|step|kick|cut)
        <weapon> ~ (across|between|near) ~ my <body>
        (barrel|muzzle) ~ (in|against|under|to|on) ~ my <body>
        (stood|standing|up|climbed|sitting) on (the|a|my|this) (stool|chair|bucket|ladder|kitchen chair)
        <tie> ~ (looped|strung|attached|fixed|thrown|wrapped|knotted|slung) ~ (over|to|around|from|on|up|around my neck)
        (lined|laid|counted|poured|emptied|crushed) [up|out] ~ (every|all|my|the|enough|these|those) ~ <pills>
        (have|got) (the|a|my|this) (noose|rope|blade|razor|razor blade|knife|pistol|revolver|rifle|shotgun|gun) (.|and|here|ready|tied)
        bag over my head
        (helium|nitrogen) ~ (next|beside|ready|here|tank|tube)
        (car|engine|motor) ~ (running|on|idling) ... (sleepy|garage|fumes|windows|closed|shut|drowsy)
        (garage|shed|barn|basement) [now] with [the|a|my] (hose|rope|gun|noose|belt)
        (tub|bath|bathtub|shower) ~ (blade|razor|knife)
        (blade|razor|knife) ... (tub|bath|bathtub)
        (gas|oven) is on
        (one|last|#few) (shell|bullet|bullets|shells|round|cartridge) ~ (left|in|loaded|chambered)
        (can not|could not) stop (looking|staring) at the (knife|gun|pills|rope|bottle|razor|blade|belt)
        <pills> ~ (on|by) (the|my) (nightstand|counter|table|bed|desk|floor|sink|dresser|bedside table)
        (note|letter) [is] (next|beside|under) ~ <pills>
        <pills> ~ (crushed|dissolved|mixed) ~ (in|into|with|up)
        <weapon> ~ (in|at|to|on|against|by|under|beside|inside|between|pressed) ~ (my|me) <body>
        <weapon> ~ (is|are) [already] (against|on|at|to) my <body>
        (loaded|cocked) <gun>
        <gun> (is|s) [already] (loaded|cocked|right here|here|ready|out)
        [<owner>] <gun> ... (with me|next to me|beside me|in front of me)
        <owner> <gun> ... (here|with me|next to me|beside me|in front of me|on the bed|on the table|in the truck with me)
        (have|got|hold|holding|found|took|grabbed) <owner> [own|loaded|little] [moms|dads|uncles|husbands|grandpas|brothers|fathers] <gun> (here|with me|ready|now|out|and)
        (have|got|holding|found) ~ <weapon> ~ (here|with me|ready|out|next to me|in front of me|right here|and i am going to use it|about to use it)
        (holding|hold|gripping) <owner> <weapon>
        <tie> ~ (around|round|on) my neck
        <tie> ~ (is|are|its) [already] ~ (tied|hanging|ready|up|set|on the door|around|hung)
        (tied|tying|made|making|hung|hanged) [a|the|my] ~ (noose|rope|belt|knot around)
        (my|the) noose
        <tie> ... (about to|going to) use it
        <tie> is hanging
        hanging from the (beam|rafter|ceiling|fan|tree|door)
        <pills> ~ (in front of me|in my hand|in my hands|in hand|next to me|beside me|lined up|counted|counted out|poured out|laid out|spread out|on the counter|on the table|on the bed|on my bed|in my lap|on my nightstand|with me|here|ready|are ready)
        (pills|bottle|bottles|handful|pile|stash|tablets) ... (in front of me|in my hand|in my hands|next to me|beside me|lined up|poured out|emptied out|on the bedspread)
        (holding|staring at|looking at) [a|the|this|my] ~ (bottle|handful|pile|bunch|box) of ~ <pills>
        (have|got) # <pills> [next|here|in|with|ready|and|right]
        (have|got) ~ bottle of ~ <pills> ... (and|ready|here|with|going)
        (have|got) the <pills> [here|ready|now|with|in|right|aqui]
        every (pill|tablet) in (the|this) house
        [got|have] enough <pills> to (finish|kill|end|die|do|stop)
        (engine|car) (on|running) ... (garage|door shut|door closed|exhaust|hose)
        garage ... (engine|car) (on|running|started)
        hose ... (exhaust|tailpipe)
        charcoal ~ (lit|burning|ready)
        (toaster|hair dryer|hairdryer|radio) ... (bath|bathtub|tub)
        (bath|bathtub|tub) ... (toaster|hair dryer|hairdryer)
        (helium|nitrogen) (tank|bag|canister)
        plastic bag over my head
        (foot|feet) on the gas ... cliff
        cliff ... foot on the gas
        have (the|a) means to
        just need to (kick|jump|step|pull|swallow|let go)
        """,
        why="The means are at hand now: a weapon, a tied rope, pills laid out, a running engine.",
        example="I have the pills in front of me",
        counter="need to pick up my blood pressure pills",
    ),
    Rule(
        "en.edge",
        Signal.EDGE,
        """
        (leg|legs|feet|foot) ~ (over|off|outside) [the] (.|,|side|edge|rail|railing|ledge|balcony|bridge)
        one leg over
        (balcony|window|ledge|roof) ... (floor|story|storey) ... (over|leg|jump|down|ledge)
        (water|river|sea|ocean|lake) ... up to my (waist|chest|neck|chin|knees)
        up to my (waist|chest|neck) ... (water|walking|river|sea|deeper)
        (# feet|# stories|# floors) (down|below)
        (on|at|over|off|to|past|onto) ~ (ledge|railing|rail|railings|parapet|guardrail|handrail|windowsill|window sill|window ledge)
        (wrong|other|outer|far) side of the (rail|railing|fence|barrier|guardrail|bridge|railings)
        (climbed|climbing) ~ (over|onto|up) ~ (rail|railing|fence|barrier|guardrail|ledge|bridge)
        [the|on|at] edge of (the|a|my|this) [bridge|tall|high|parking] (roof|rooftop|building|bridge|cliff|balcony|platform|overpass|pier|dam|tower|quay)
        (on|lying|lay|sitting|standing|stood|laying|lie) ~ [on] [the] [train|railway|railroad|subway|rail] (tracks|rails|train line)
        <high> ~ (looking down|look down|staring down|about to jump|going to jump)
        (looking|staring|look) down at the (water|traffic|cars|ground|street|rocks|road|river|tracks)
        (standing|sitting|stood|am) ... <high> ... (so high|really high|is high|higher than|long way down|no one around|nobody around|windy up here|water looks|looks so cold|want to jump|let go)
        feet (dangling|hanging) over
        (just|only|nothing but) the (river|water|ground|street|road|traffic) (under|below|beneath) me
        at the top of the (bridge|building|tower|cliff)
        """,
        why="Stands where one step would kill.",
        example="im standing on the edge of the roof",
        counter="I'm on the roof fixing tiles",
    ),
    Rule(
        "en.done",
        Signal.DONE,
        """
        i [just] jumped in front of [a|the] <run>
        <pills> [are] (down|gone|starting to work|working|in me)
        my (wrists|wrist|throat|arm|arms) (is|are) (bleeding|open|slit|cut)
        (can not|will not) stop [the] bleeding
        (bottle|bottles|packet|blister|box|packets) (is|are) [all] empty [now]
        (all of them|they are all|all the pills) [are] gone
        waiting (for|on) ~ (to kick in|to work|to take effect|to take me|to hit)
        (hope|hoping) (it|this) (does the job|works this time|is enough|does the trick)
        # times (my|the) (normal|usual|dose)
        (#few) times my (normal|usual|dose)
        (stay|be) with me while (it happens|i go|i die|i fall asleep)
        cut my (wrist|wrists|arm|arms) ... (not stopping|not going to stop|let it bleed|bleeding out|do not want it to stop)
        (took|taken|swallowed) em [all]
        (took|taken|swallowed|downed|injected|snorted) ~ (way too much|too much|so much|way too many|em all|far too many|far too much|a ton|a load|an overdose|more than i should|the lot|enough to kill|enough to) ~ [on purpose|<pills>]
        has been # minutes since i (took|swallowed)
        (took|swallowed|taken|drank) ... (on purpose|not waking up|do not want to wake|hoping it would kill|hope it works|to kill myself|to die|to end it)
        (hoping|hope|praying) it (would|will|does) (kill|finish|work|take) [me]
        (turned|turning|switched) [on] the (gas|oven|stove) [on] ~ (and|windows|closed|sealed|off)
        (turned|turning|left) on the gas
        (sealed|taped|blocked|closed) ~ (windows|vents|doors|door) ... (gas|charcoal|fumes|car)
        (started|began) [already] (cutting|slitting|slicing) my (wrists|wrist|veins|throat|arms open)
        (i am|i have been) (cutting|slitting|slicing) my (wrists|wrist|veins|throat)
        water is [already|turning|going|all] (pink|red)
        shot up ~ (more|too much|everything|all)
        how long (i have|have i|i) [got|left]
        (chugged|downed|swallowed|drank) ~ (bottle|box|whole)
        (took|taken|swallowed|downed|ate|popped|ingested|swallowing|chugged|drank|injected|gulped|taking) ~ (all|whole|entire|bunch|handful|every|too many|so many|tons of|lots of|fistful|everything in|full|a lot of|half a|box|boxes|a load of|loads of|first|rest of|overdose of) ~ (<pills>|bottle|packet|pack|box|cabinet|boxes|them|it|handful|tablets|stash|cupboard)
        (took|taken|swallowed|downed|popped|ate|injected) ~ # ~ (<pills>|<owner>|of|#few|minutes)
        (took|taken|swallowed|downed) (them all|it all|all of them|all of it|everything|all my <pills>|every last one)
        already (took|taken|swallowed|drank|drunk) (them|it|the|all|everything|enough)
        (took|taken|swallowed) (too many|so many|too much) [<pills>|of] [on purpose]
        (took|taken|swallowed|drank) the (pills|bottle|whole bottle|poison)
        (took|taken|had) an overdose [tonight|just|now]
        [have|just|i] overdosed
        i have (overdosed|od ed|overdose)
        (slit|slashed|sliced|opened) (my|both|both my) ~ (wrists|wrist|throat|veins|vein|arm|arms)
        cut my (wrists|wrist|throat|veins) [open]
        cut (too|so|really|very|way too) deep
        (bleeding|bled|blood) ~ (out|all over|everywhere|a lot|so much|heavily) ~ [on purpose|and i|i am]
        so much blood
        (drank|drinking|drunk|swallowed|drinking the) [a|some|the|a bottle of|a cup of] ~ <poison>
        (hung|hanged|shot|stabbed|poisoned|gassed|drowned) myself
        <pills> [are] (kicking|kicked) in
        (took everything|took it all|took all|took them|swallowed) ... (drowsy|sleepy|everything is blurry|can not feel|getting dark|numb|going cold|feeling weird|woozy|fading|dizzy|passing out)
        (rope|belt|noose|branch) (broke|snapped)
        [i] already (jumped|cut|slit|did it|done it)
        it is too late [for me|now] (i|to) [already|have] [took|take|taken|done|save]
        i (did it|have done it) [i|just|already] (took|cut|swallowed)
        (tried|trying) to (kill|hang|drown|shoot|poison) myself (tonight|just now|an hour|earlier|this morning|today|right now|# minutes|#few hours|#few)
        (i am|i) (dying|fading|slipping away|bleeding out) [now|right now] (do not call|do not send|do not want|and i|bye|goodbye|please)
        bleeding out
        """,
        why="An attempt in progress or just made. Nothing is more urgent.",
        example="I swallowed a bunch of pills",
        counter="took two ibuprofen for my headache",
    ),
    Rule(
        "en.lethal",
        Signal.LETHAL,
        """
        (gun|guns|pistol|revolver|rifle|shotgun|handgun|firearm|glock|noose|razor|razorblade|blade|scalpel|barrel|trigger)
        (helium|exhaust|overpass|ledge|bleach|antifreeze|cyanide|shells|bullets|bullet|rope|noose|benzos|fentanyl)
        (train tracks|the tracks|freight train|railing|parapet|charcoal|pill bottles|box cutter|insulin pen)
        """,
        why="A means with few other uses; still it needs a word of letting go, a time or despair beside it.",
        example="the noose",
    ),
    Rule(
        "en.means",
        Signal.MEANS,
        """
        (<weapon>|<tie>|noose|<poison>|bullet|bullets|charcoal|helium)
        <pills>
        (bottle|bottles|overdose|stash)
        """,
        why="Names a means. Alone it is a thing in a house.",
        example="a bottle",
    ),
    Rule(
        "en.place",
        Signal.PLACE,
        """
        (on|at|by|near|off|standing|sitting|parked) [up] [on|at|by] (the|a|my|this|an) ~ (bridge|roof|rooftop|cliff|overpass|tower|balcony|platform|dam|pier|viaduct)
        on the (edge|tracks|train tracks)
        """,
        why="Is at a high place. With a wish or intent it is the place; alone it is a bridge.",
        example="i'm on the bridge",
    ),
    Rule(
        "en.now",
        Signal.NOW,
        """
        <near>
        now
        (about|ready) to
        (counting|count) (to|down)
        it is time
        [the] next one comes
        (nobody|no one) is (home|here|around)
        on my way
        (today|tonight|its|it is) [is] (the day|today|tonight)
        """,
        why="A time that is near; it makes a plan urgent and means nothing alone.",
        example="tonight",
    ),
)
