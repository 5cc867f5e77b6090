"""English rules for seeing no reason to live, and for plans."""

from __future__ import annotations

from warmline.safety.rule import Rule, Signal

RULES = (
    Rule(
        "en.burden",
        Signal.BURDEN,
        """
        (reason|reasons|point) to (come down|get up|be found|be saved)
        (do|can) not see [a|any] way (forward|through|past) [this]
        (lost|losing|lose) all hope
        can not go on .
        (do|can) not see [a|any] way out [of this]
        <noreason> ~ (to|in|of|for) ~ <exist>
        <tired> (of|with) (being here|being alive|living|life|existing|my life|this life|this world|it all|everything|fighting|pretending|waking up|living like this)
        <better> ... (without me|if i was not|if i were not|if i did not|if i died|if i disappeared|if i was gone|if i stopped existing|when i am gone|once i am gone)
        (do|can|could) not [ever] (see|imagine|picture) (myself|me|my life|a future|any future) ~ (growing|old|older|future|alive|here|where|with me|past|#|next)
        my life [has|is|holds|means] (no|nothing|without|worth nothing|zero) [value|meaning|purpose|worth|point]
        my life (does not matter|is over|is nothing|means nothing|amounts to nothing)
        world would be better off
        (nobody|no one) (needs|wants) me [here|around|anymore]
        would (anyone|anybody|someone|he|she|they) [even] (miss|notice|care|be sad|mourn|cry) [me] [if]
        (giving|give) up on (everything|it all|all of it)
        nothing matters [and|anymore]
        wish it would [all] (end|stop|be over)
        nothing [left] for me [here|anymore]
        nothing left [here|to|for]
        (fine|better|ok|okay|happier) without me
        (deserve|deserves) (a better|better) (mother|mom|dad|father|wife|husband|than me|parent)
        (never|not|can not see it ever|not see it) (ending|end|getting better|get better)
        (see|have) [a|any|the] (point|reason) in (waking|getting|trying|going|living|being|life|any)
        (would|will) (anyone|anybody|someone) [even] (notice|care|miss|come)
        do not matter [to anyone|to anybody|anymore]
        (nobody|no one|anyone) (would|will|to) ~ (cry|come|notice|remember|bury|care) [if|when]
        no one left
        (just|only) (taking|take) up space
        (ruin|ruined|ruining|drag|dragging) everyone (down|i|else)
        (better|happier|easier|relieved|fine|okay) [off|life] without me
        (everyone|everybody|they|people|family|kids|world|friends|nobody|husband|wife|parents) ... (better|happier|easier|relieved|richer) ~ (if i|without me|with me gone|once i|when i am gone)
        better off (without me|if i|with me gone|once i)
        [just|such] a ~ burden [to|on] ~ (everyone|everybody|family|them|people|kids|others|parents|friends|my <person>|you all|society)
        (i am|feel like|being|becoming|nothing but|just) [such] a burden
        (nobody|no one|no body|none of them|who) (would|will) [even|really] (miss|notice|care|remember) [me] [if|when|that]
        (nobody|no one) (would|will) miss me
        (reason|reasons|point|purpose) (to|in|of|for) (live|living|be alive|being alive|stay alive|staying alive|exist|existing|keep living|go on living|keep going|going on|go on|be here|being here|carry on|get up anymore|life|wake up|waking up|staying here)
        (nothing|anything|no one|something) [left] to live for
        what is the (point|use) [of|in] (me|living|being alive|going on|life|existing|staying|it all|any of it anymore)
        what is the point anymore
        why am i (still|even) [here|alive|living|breathing]
        why (do i|should i|would i) (exist|bother living|keep living|live|stay alive|keep going|go on)
        (no|any|not|without) ~ (way out|future|hope|escape|place) ~ for me
        (see|have|imagine|picture) ~ (no|any|a|myself) ~ future [for me|anymore|ahead]
        (do|can) not see myself (being around|alive|living|being here|making it|past|reaching)
        (waste|wasting) of (space|oxygen|air|skin|life)
        (world|place|everything) ~ better without me
        my life (is|has been|feels) [so|totally] (pointless|worthless|meaningless|over|useless|ruined beyond|not worth)
        life (is|has|feels) (pointless|meaningless|no meaning|not worth|no longer worth)
        can not go on (like this|anymore|living|much longer|another day)
        not (going to|gonna) make it (much longer|through|another|to)
        (can|will) not (survive|live through) (this|another|tonight|the night)
        [can not] see a way (out|forward|through) anymore
        give up on (life|living|myself)
        giving up on (life|living|myself)
        """,
        why="No reason to live, or the belief to be a burden: with hopelessness among the strongest signs.",
        example="everyone would be better off without me",
        counter="there's no point arguing with him",
    ),
    Rule(
        "en.plan",
        Signal.PLAN,
        """
        (gun|guns|pistol|rifle|rope|knife|razor|pills|blade|insulin) ... (using (it|them|one)|use (it|them) on)
        (keep|have|got|hid|hiding|hide|bought) ~ (rope|gun|pills|razor|knife|noose|stash) ... (when i am ready|for when i|when the time|in case it gets|when i need it)
        know which (bridge|building|tree|train|pills|roof|knife|gun)
        would do it if i (had|was|were|could)
        (lethal|fatal|deadly) (doses|amounts|combination|combinations)
        have (a|my) plan (and|for tonight|for when)
        (have|set|picked|got) a date
        how easy it would be
        (test|tested|testing) the (rope|knot|gun|noose)
        ways to (go|end it|end things|do it|off myself)
        (rehearsing|rehearsed|practiced|practicing|practising) (how|it|tying|the)
        <think> the (gun|pills|rope|bridge|knife|razor|blade|tracks|noose|train)
        (counting|count) (them|the pills|my pills) [every|again|at night]
        (looking|looked|reading) up ways
        (lately|now) i count
        what (would|will) happen if i (took|drank|swallowed|take|swallow|drink|jumped)
        (when|after|once) my (mom|mother|dad|dog|cat|parents) (dies|die|is gone|passes) ... (kill|die|end|go too)
        (know|knew|decided|figured out|worked out|chosen|planned|planning) [exactly|out] (how|where|when|how and when) i (would|will|am going to|want to|plan to|could) (do it|die|end it|end my life|go)
        know (how|where) i am going to (do it|die|end it|hang myself|do that)
        (planning|plan|planned|figured out) how (to|i) (die|kill|end)
        (have|got|made|make|with|is|has) (a|the|my|it all) [whole|solid|clear] plan [already|now] (to (die|kill|end|do it)|for (ending|killing|dying))
        plan to (end my life|kill myself|take my [own] life|die|hang myself|overdose)
        (picked|chosen|chose|set|choosing|picking|scouted) [out] (a|the|my|which) [perfect] (date|day|bridge|place|spot|method|way|time|building|tree) [to|for|already|and]
        (date|day) (to die|for my death|i will die|i die)
        (stockpiling|stockpiled|hoarding|hoarded|stashing|stashed|saving|saved|collecting|collected|storing) [up] ~ (<pills>|them)
        (bought|got|ordered|found|buying) ~ (<gun>|<tie>|<pills>|charcoal|helium|poison|razor blades) ... (for me|for myself|to kill|to hang|to end|to die|hang myself|kill myself|on myself)
        how (many|much) ~ <pills> ... (die|kill|overdose|dead|lethal|fatal|death)
        (painless|painlessly|easiest|quickest|best|fastest|quick|easy|least painful) ~ (way|ways|method|methods) to (die|kill|end|commit|go out|unalive)
        (ways|methods|how) to (die|kill myself|commit suicide|end my life|hang myself|overdose|end it|unalive|tie a noose|make a noose)
        (lethal|fatal|deadly) (dose|amount)
        (do not|would not|not) survive ~ (fall|jump|drop)
        how (high|far|tall) ... (survive|die|fall|jump)
        so (you|i|nobody|that i) (do|would|will|can) not survive
        <gun> ... <think> using it on myself
        (been|went|going) [up] there ... (to look|to see|to check) [how|if]
        where they would find (me|my body)
        (how|what|the way) i would do it
        how to do it
        how i do it
        have (the|a) (means|method|way) [to do it|ready|already|picked]
        have a plan (already|now|too|this time|in place|.)
        """,
        why="A plan, a date, a way looked up, means laid by.",
        example="I've been stockpiling pills",
        counter="I have a plan for the weekend",
    ),
    Rule(
        "en.ask_how",
        Signal.PLAN,
        """
        how (many|much) (<pills>|#) ... (to die|to kill|would kill|does it take to die)
        what happens if i (take|swallow|overdose) ... <pills>
        """,
        why="Asks what a deadly amount is.",
        example="how many sleeping pills would kill me",
        counter="how many pills are left in my prescription",
    ),
)
