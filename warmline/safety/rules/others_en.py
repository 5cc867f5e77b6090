"""English rules for harm to the body, for danger from someone, and for worry about someone else."""

from __future__ import annotations

from warmline.safety.rule import Rule, Signal

RULES = (
    Rule(
        "en.harm_now",
        Signal.HARM_NOW,
        """
        (cut|burned|burnt|scratched|hit|stabbed|punched|smashed|slammed) ... on purpose
        (burned|burnt|cut|carved) my <body> ~ [with] ~ (iron|lighter|cigarette|razor|knife|blade|glass|stove)
        (carved|cut|sliced|scratched|burned) [up] my (legs|arms|thighs|wrists|stomach|skin) [up]
        (and|been|keep) cutting [.|,|my|again]
        (punching|hitting) (walls|myself) and cutting
        (i am|i have been|been|am|keep|kept|can not stop|started|just) (cutting|burning|hurting|harming|scratching|hitting|punching|carving) [into] <harmed>
        (i am|been) (cutting|self harming) [right now|now|deeper|again|every day|every night]
        [just] (cut|burned|burnt|hurt|harmed|carved|sliced|stabbed) [into|up] <harmed> ~ (again|tonight|today|an hour|on purpose|last night|this morning|open|with|because|just now|earlier|deliberately|so)
        just (cut|burned|hurt|harmed|carved|sliced) <harmed>
        (relapsed|slipped) [and] [i] [just] (cut|burned|cutting|hurt|self harmed)
        [just] cut (again|deeper)
        (cutting|cuts|cut) (deeper|and deeper)
        (hitting|banging|slamming|smashing|bashing) my head [on|against|into]
        can not stop (cutting|bleeding|hurting myself|burning myself)
        (blade|razor|razorblade) in (hand|my hand)
        [already] did ~ (lines|cuts) on my (thigh|arm|arms|leg|wrist)
        self harmed [again|tonight|today|last night|just|this]
        """,
        why="Hurts themselves now or did so just now.",
        example="I'm cutting myself right now",
        counter="I cut my finger making dinner",
    ),
    Rule(
        "en.urge",
        Signal.URGE,
        """
        (itching|dying|need|want) to make (more|new) [cuts|scars]
        (razor|blade|knife|lighter) (is|keeps) calling [my name|to me|me]
        (scars|cuts) ... (more|itching|again|fresh)
        (want|wanting|need|feel like|feeling like|think about|thinking about|thinking of|thought about|tempted|craving|urge|urges|going|scared|trying|itching|dying|how badly i want) ~ [to|not to|not|of|going to] (cut myself|cutting|cutting myself|self harm|selfharm|harm myself|hurt myself|hurting myself|harming myself|burn myself|burning myself|punish myself|relapse and cut|start cutting)
        (want|need|going|urge|tempted) to cut [again|tonight|so bad|so badly|right now|deep|my (arm|arms|leg|legs|thigh|thighs|skin|wrist|wrists)]
        trying [so hard|really hard|hard] not to (cut|cut myself|hurt myself|self harm|relapse)
        (urge|urges|cravings) ~ [to] (self harm|cut|hurt myself|harm)
        (start|started|starting|back to) cutting [again|myself]
        self harm ~ (urge|urges|again|thoughts|is back|tonight)
        (clean|free) from (self harm|cutting|sh) ... (urge|urges|want|hard|strong|slip|relapse)
        i [have] (cut|cuts|burn|hurt|harm|scratch|starve) <harmed>
        (hurt|harm) (myself|my self)
        self (harming|harm) [again]
        """,
        why="An urge to hurt oneself, or self-harm without a time.",
        example="the urge to self harm is really bad",
        counter="my haircut hurts my ego",
    ),
    Rule(
        "en.attempted",
        Signal.ATTEMPTED,
        """
        (survived|since) (an|my|the) attempt
        (try|do) it again
        [my|a|an|last|first|failed] (suicide attempt|attempt on my life)
        my [last|first|own|previous|failed|second] attempt
        (attempted|tried) suicide
        (tried|attempted|tries) to (kill myself|end my life|take my [own] life|hang myself|overdose|unalive myself|end it all|die)
        i (overdosed|took an overdose|tried to overdose)
        (hospital|hospitalised|hospitalized|er|icu|psych ward|ward) ... (overdose|attempt|suicidal|suicide)
        (survived|survivor of) (an overdose|my attempt|a suicide attempt|my suicide|suicide)
        """,
        why="A past attempt: with distress now it weighs, long past and well it does not.",
        example="I attempted suicide last year",
        counter="I attempted the crossword",
    ),
    Rule(
        "en.danger",
        Signal.DANGER,
        """
        (afraid|fear|scared|terrified) for my (life|safety)
        <they> (broke|breaks|fractured|burned|smashed) my (arm|nose|ribs|rib|jaw|wrist|hand|leg|face|finger|phone)
        (someone|somebody|man|stranger|intruder) ~ (in|inside|breaking into) my (house|home|apartment|room|flat)
        hiding (under|behind|in) [the|my|a] (bed|closet|bathroom|wardrobe|basement|attic|couch)
        came into my room ... (touch|raped|again)
        (is|keeps|keep|are) (beating|hurting|hitting) me
        (threatened|threatens|threatening) to (shoot|kill|stab|hurt|beat|burn) me
        (<they>|who|and|ex|someone) ~ (going to|will|wants to|want to|threatened to|threatening to|threatens to|trying to|tried to|about to|said he will|says he will|might|gonna) (kill|hurt|shoot|stab|murder|beat|rape|strangle|attack|find and kill) me
        (<they>|and|keeps|is|was|are|husband|starts) (hitting|beating|choking|strangling|punching|kicking|attacking|abusing|raping|threatening|molesting|touching) me
        <they> [just|also] (hit|hits|beat|beats|choked|chokes|strangled|punched|punches|slapped|kicked|raped|rapes|assaulted|attacked|stabbed|molested|grabbed|burned) [up] me
        (beat|beats|beating) me up
        (choked|strangled|raped|stabbed|assaulted|molested) me
        i was [just] (raped|assaulted|attacked|sexually assaulted|beaten|stabbed|molested|drugged)
        <they> (has|have|got|with) [a|the|his] (<gun>|knife|weapon|machete)
        (hiding|locked) [myself] ~ (in|from) ~ (closet|bathroom|from him|from her|room|basement|wardrobe)
        (knife|gun) to (me|my throat|my head|my neck)
        if i (leave|tell|run|go) i am dead
        <they> (touches|touched|rapes|molests) me
        (will|would) kill me (if|when) i (leave|tell|go|left)
        (trying to|is|are) (break in|breaking in|break down my door|breaking down)
        (outside|banging|pounding|kicking) ~ (my|the) (house|door|window|apartment) ... (kill|hurt|knife|gun|threat|screaming|scared)
        (being|am) (trafficked|held|abused|beaten|held hostage|stalked)
        (will not|does not) let me leave [the house]
        (my life is in|in immediate|in) danger
        """,
        why="Someone else is hurting or threatening this person.",
        example="my husband is hitting me",
        counter="the bassline really hits me",
    ),
    Rule(
        "en.fear",
        Signal.FEAR,
        """
        (scared|unsafe|not safe|afraid) (at|in my own) home
        (throws|throwing|threw) (things|stuff|plates|objects) at me
        (screams|yells) at me ... (scared|hits|throws)
        walk on eggshells
        (gets|becomes|is|was|being|turns|getting) [so|really|physically] (violent|abusive)
        (afraid|scared|terrified|frightened) of (him|her|them|my <person>)
        (scared|afraid) to go home
        (afraid|scared) (he|she) will (hurt|hit) me
        (abusive|violent) (<person>|relationship|home|household)
        """,
        why="Afraid of someone near.",
        example="I'm afraid of him when he drinks",
    ),
    Rule(
        "en.threat",
        Signal.THREAT,
        """
        i (want to|am going to|will|could|need to|am about to) [kill|shoot|stab|hurt|murder|poison|strangle] (kill|shoot|stab|hurt|murder|poison|strangle) (him|her|them|my <person>|everyone|everybody|people|someone|somebody)
        (shoot up|bomb|blow up|burn down) (the|my) (school|work|office|house|church)
        """,
        why="Speaks of hurting someone else; a person should read that soon.",
        example="I want to kill my stepfather",
        counter="I want to kill my alarm clock",
    ),
    Rule(
        "en.other_done",
        Signal.OTHER_DONE,
        """
        empty [pill|pills] (bottle|bottles|packets|blister)
        found <their> ~ (unconscious|on the floor|hanging|not breathing|bleeding)
        found my <person> ~ (unconscious|on the floor|hanging|not breathing|bleeding)
        (rifle|gun|pistol|shotgun|knife|noose) out and
        <they> ~ (about|threatening|trying) to (jump|kill|shoot|hang|overdose) [himself|herself|from|off]
        <they> ~ (swallowed|took|taken) [some|her|his|their|a bunch of] <pills>
        <they> ~ (has|have|just) taken an overdose
        (photo|picture|pic|video) of a (noose|gun|bottle of pills|rope|blade)
        (not answering|stopped answering|stopped replying|will not answer) ... (note|goodbye|noose|pills|gun)
        (note|goodbye|noose|pills|gun) ... (not answering|stopped answering|stopped replying|will not answer)
        <they> ~ (left|wrote) a (note|suicide note|goodbye) ~ (goodbye|and)
        <they> ~ has (a|his|her) (gun|pistol|rifle|knife|rope) ... (tonight|kill|die|end it|do it|head|himself|herself)
        says (tonight is|it is) the (night|day)
        (<they>|my little <person>|and) [just|has|have] (took|swallowed|taken|downed|overdosed|ate|drank) ~ (all|bunch|whole|bottle|handful|#|too many|entire|lots|overdose|bleach|poison|of|her|his) [<pills>|of|bottle]
        <they> [just|has|have] (overdosed|od|oded)
        (slit|cut|cuts) <their> (wrists|wrist|throat|veins|arms)
        (can not|will not|does not|is not) (waking|wake|respond|responding|breathing|breathe|wake him|wake her) [up]
        not (responding|breathing)
        <they> ~ not waking up
        (will not|would not) wake up
        (unconscious|passed out|turning blue|foaming|overdosing)
        (gun|knife) to (his|her|their) (head|throat|temple)
        (locked|locks) <theirs> ~ in ... (gun|knife|pills|razor|kill|do it)
        <they> ~ (is|are) [standing|sitting] ~ on [the|a|my] (roof|bridge|ledge|railing|tracks|balcony|edge|overpass)
        <they> ~ (is|are) hanging (from|in)
        (<they>) (is|are) (about to|going to|threatening to) (jump|shoot|do it|hang)
        (says|said|texted|saying|texting|screaming) ~ (he is|she is|they are|he will|she will) [going to|about to] (jump|do it|shoot|end it|overdose)
        texted ~ (took|goodbye|good bye)
        texting me goodbye
        shot himself just now
        """,
        why="Someone else may be dying now; the caller needs help for them at once.",
        example="my son swallowed a bottle of tylenol",
    ),
    Rule(
        "en.other_act",
        Signal.OTHER_ACT,
        """
        crying about (ending it|dying|killing)
        <they> (nothing to live for|has nothing to live for|bought a gun)
        <they> ~ wrote a (suicide|goodbye) (note|letter)
        (kill|killing|hang|hanging|shoot|shooting|drown|unalive|unaliving|off|stab) <theirs>
        (take|end|taking|ending) <their> [own] life
        <they> ~ (is|are|was|feels|seems|sounds|been|feeling|felt) [really|very|actively] suicidal
        <they> ~ (plans|planning|threatened|threatening|threatens|attempting|tried|about|wants|going) [to|his|her|their|a|of] (suicide|commit suicide|jump|overdose|end it|end it all|die by suicide)
        <their> suicide (plan|note|threat|letter)
        <they> [says|said|keeps saying|is|wants|told] ~ (going|wants|want) to (overdose|jump|end it)
        keeps (saying|texting) ~ (going to|will) (overdose|jump|end it|do it)
        my <person> ~ (attempted suicide|tried to die)
        """,
        why="Someone else speaks of ending their life.",
        example="my friend says she wants to kill herself",
    ),
    Rule(
        "en.other_harm",
        Signal.OTHER_HARM,
        """
        <they> ~ (talks|talking|talked|says|said) ~ (not wanting|not want) to (be here|live|be alive|exist)
        talks about not wanting to (be here|live|exist|be alive)
        <they> ~ (be|is) better off (dead|gone)
        <they> (saying|says|said) ~ better off dead
        <they> ~ self (harms|harming|harm)
        (cut|cutting|cuts|hurt|hurting|hurts|harm|harming|harms|burning|burns|starving) <theirs>
        (<they>|who|posting about|posts about|talks about|talking about|jokes about|joked about|saying|about) ~ (wants|wanting|want|wanted) to (die|be dead|disappear|not be here)
        <they> ~ (does|do|did) not want to (live|be here|be alive|wake up|be around)
        <they> ~ (talk|talks|talking|talked|jokes|joking|joked|posts|posting|speaks|thinking|thinks) ~ (about|of) ~ (dying|death|suicide|killing|ending|not being around|not being here|self harm)
        (says|said|thinks|saying|told me) ~ (we|everyone|they|i|world|kids|family) ~ (would|will) be better ~ without (him|her|them)
        (worried|scared|afraid|worry|fear) ... (hurt|kill|harm) <theirs>
        (since|after) (he|she|they) said goodbye
        (he|she|they|who|<person>) said goodbye forever
        <they> ~ (wishes|wished) (he|she|they) (was|were) (dead|never born)
        <they> ~ self (harm|harms|harming)
        """,
        why="Worry for someone who may hurt themselves.",
        example="my daughter is cutting herself",
    ),
    Rule(
        "en.loss",
        Signal.LOSS,
        """
        (killed|hanged|hung|shot|drowned) <theirs>
        (took|ended) <their> own life
        (took|ended) <their> life
        (died|dead|death|passed|gone) (by|from|of|to) [his|her|their|a] (suicide|overdose|od|drug|an overdose)
        (lost|losing|loss of) ~ (my|a|our|her|his|him|her|them) ~ [<person>] ~ to [a|an] (suicide|overdose)
        (<person>s|moms|dads|his|her|their|brothers|sisters|sons|daughters|friends|fathers|mothers|cousins|husbands|wifes|uncles) suicide
        (after|since|anniversary of|grief|grieving) ~ suicide
        suicide (loss|bereavement|survivors)
        survivors of suicide
        overdosed and (died|passed)
        (passed away|funeral|buried|grieving|bereaved)
        <they> ~ died
        (year|years|months|weeks) since (he|she|they) (jumped|died|passed|left us|did it)
        since (he|she|they) (jumped|died|passed)
        committed suicide
        """,
        why="Someone has died. Grief is not a risk by itself, and deserves its own words.",
        example="I lost my mom to suicide",
    ),
)
