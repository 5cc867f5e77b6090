"""English rules for what a person says of their own death: wish, act, method, plan, goodbye."""

from __future__ import annotations

from warmline.safety.rule import Rule, Signal

RULES = (
    Rule(
        "en.act",
        Signal.ACT,
        """
        <near> ... (going to|about to|will) end it
        (going|about) to end it ... <near>
        (any|no|only|see no) other (option|way|choice|answer|solution) [left] (than|but|except) suicide
        going to do it . <near>
        (going|want|ready|decided) to end things (<near>|tonight|for good|.)
        . (suicide|suicidal|suicidio|suicidaire|suicida) .
        (plan|planning|plans) on (dying|not being alive|not living)
        (carry|carrying) (it|my plan|the plan) out
        (end|ending) up (killing myself|dead by|taking my life)
        (not|never) (see|make it to|live to see|reach) [the|my|another] (sunrise|dawn|morning|tomorrow|another day|next week|next year|#)
        die before i (turn|am|reach)
        dying before i (turn|am|reach)
        (in|going to) heaven (tonight|today|soon|by)
        (dreams|nightmares|daydreams) (where|of|about) i (shoot|hang|kill|drown|jump)
        <near> ... i am going to do it
        <near> i am (doing|ending)
        i am jumping
        (planning|planned|plan|rehearsing|imagining) my [own] (death|suicide|end|exit)
        (danger|risk|threat) to myself
        not safe (with|from|around) myself
        (do not|not) feel safe (with|from|around) myself
        (do not|can not) trust myself (tonight|alone|right now|around|not to|anymore)
        (could|can|might|going to|will|want to) end it [all] (so easily|easily|tonight|now|today|soon|whenever)
        (dying|die|death) (by|at) my own (hand|hands)
        (not|never) let myself (live|see)
        (have|need) to (die|end my life)
        want to be dead and
        make it look like an accident
        <selfverb> myself [off]
        (finish|do|finishing|doing|take|taking) myself (off|in|out)
        (commit|committing|commiting|comit|attempt|attempting) (suicide|self murder|sewerslide)
        (commit|committing) (sewer slide|not alive|unalive|death|die|toaster bath)
        (end|ending|take|taking|finish|finishing) my [own] (life|own life|existence|days)
        (end|ending) (it all|myself|everything|my suffering|my misery|my pain for good|my story)
        (kms|sewerslide|ctb|unaliving|unalived)
        (unalive|suicide) (tonight|now|today|soon|asap)
        <will> (unalive|suicide|overdose|self delete|sewer slide)
        <want> (unalive|suicide|self delete|sewer slide|selfdelete)
        kermit (sewerslide|suicide|sewer slide)
        sewer slide
        self (delete|deletion)
        [i] (should|could) have killed myself
        (almost|nearly) killed myself (again|last|tonight|today|yesterday|this)
        (i am|be|being) (done|finished) with (living|this life|this world|this earth)
        (i am|am|been|being|feel|feeling|felt|become|becoming|getting|get|was|still|still feel) [quite|pretty|extremely|actively|a bit|a little] suicidal
        suicidal [again|now|tonight|af]
        suicidal ~ (thoughts|ideation|feelings|urges|impulses)
        <think> [my|committing|attempting] suicide
        suicide (is|feels|seems|looks) ~ (only|best|my|answer|way|option|solution)
        [my] suicide plan
        (consider|considered|considering) suicide
        see (no|any) [other] way out (but|than|except) (suicide|death|dying)
        take [my] own life
        (i|will) (not|never) live (past|through|to see) <near>
        <will> die (<near>|by my own hand|on purpose)
        <will> be dead (<near>|soon|when|before|after)
        i will be (gone|dead|no more) ~ <near>
        <near> i (will be dead|will not be alive|am dead|will be gone|die|end it|end things)
        (<near>|time|day) [that] i (die|end it|end things|end my life|kill myself|hang myself)
        (ready|plan|planning|planned|decided|intend) to (die|end it all|not be alive)
        i am ~ (going|about) to (die|end it all) (soon|<near>|.)
        (this|it) (ends|is ending|is over) (<near>|for good)
        end (it|things|this|everything) [all] (<near>|for good|permanently)
        i want to (die|be dead) and [i] (know|have)
        going to do it <near>
        (do|doing) it <near>
        <near> (i am|i will be) (doing it|going to do it|ending it|leaving this world|resting forever)
        (leaving|leave|exit|exiting|depart|departing) this (world|earth|life|planet)
        not (planning|plan|going) (on|to) (waking up|wake up|be waking up)
        i will not be waking up
        """,
        why="Names the act itself, the person being the one it is done to; also its code words.",
        example="I keep thinking about killing myself",
        counter="this exam is killing me",
    ),
    Rule(
        "en.method",
        Signal.METHOD,
        """
        (going|about) to (drive|jump|walk|wade|step) in (.|now|and)
        (step|jump|walk|throw myself|run) ~ in front of (it|one|them)
        (take|taking|have|having) an overdose
        (work|working|worked|get|getting) up the (nerve|courage|guts)
        (walk|walking|heading|driving|going|running) ~ (to|towards|toward|onto) the (train line|tracks|train tracks|overpass|cliff|railway)
        (turn|turning|jerk|yank|let go of) the (wheel|steering wheel)
        stick ~ (in|into|through) my (chest|heart|neck|throat|stomach)
        (swallow|swallowing|take|taking|eat|drink) everything [that|in|i]
        (let go|letting go) of the (railing|rail|ledge|wheel)
        (unclip|unbuckle) ~ seatbelt and
        jump (.|now|off|if|and|soon|tonight)
        i am (going to|about to) jump
        (fall|step|lean|roll) off [the]
        (jump|jumping|leap|leaping|throw myself|throwing myself|dive|fling myself|hurl myself|step|fall|drop) ~ (off|from|out of|out|over|into) ~ <high>
        (jump|jumping|step|stepping|walk|walking|throw myself|throwing myself|dive|run|running|lie|lay|get) ~ (in front of|into|under|onto) ~ <run>
        (drive|driving|crash|crashing|swerve|swerving|ram|steer|steering) ~ (into|off|in front of) ~ (<crash>|<high>|the road|cliff road)
        (walk|walking|wade|wading|walk out) into [the] <water>
        (slit|slitting|cut|cutting|slash|slashing|slice|slicing|open|opening) (my|both|these) (wrists|wrist|throat|veins|vein|arteries)
        (blow|blowing) my (brains|head|brain) (out|off)
        (bullet|gun|shotgun) ~ (in|through|to|into) my (head|brain|skull|mouth|temple)
        (pull|pulling) the trigger
        use it on myself
        to (overdose|od|hang)
        overdosing
        (take|taking|swallow|swallowing|down|downing) ~ (all|whole|every|bottle|bunch|too many|handful|#) ~ [<pills>|them|it]
        (eat|eating) ~ (all|whole|every|bottle|bunch|too many|handful|#) ~ <pills>
        (drink|drinking|swallow) [the|some|this] <poison>
        (bleed|bleeding) (out|to death)
        (drown|gas|hang|shoot|poison|starve) [myself]
        kick the (chair|stool)
        (use|using) (the|my|his|this) (<weapon>|<tie>)
        (lie|lay|lying|sit|stand) ~ on the [train|railway] tracks
        """,
        why="A way to die. It counts with a wish, an intent, a plan or a time; alone it is anything.",
        example="part of me wants to jump off a bridge",
        counter="we walked to the cliff and had a picnic",
    ),
    Rule(
        "en.wish",
        Signal.WISH,
        """
        <want> ~ (morir|mourir|morrer|morirme)
        (ojala|quisiera|tomara) i (was|were) dead
        if i (got|get|was|were) (hit|run over) ... (ok|okay|fine|mind|care|happy|relieved)
        (feel|feeling|felt) like (dying|death|i want to die|i should die)
        <want> disappear and (never|not)
        (catch|catching) the bus (soon|for good|early|forever)
        (wish|wished|wishing|if only) i [would|had|have|could] [have] (died|not survived|not made it|never woken up|drowned|stayed dead|bled out)
        <better> ~ [to] not (exist|be here|be alive|wake up|be around|be anything)
        (do|did|would) not [really|actually] (want|wanna) [to] [keep|go on|stay] ~ (being|living|existing|alive)
        (wanting|want) to not (be here|exist|be alive|wake up)
        (let|please) me not wake up
        not wake up
        <tired> of (being here|being alive|living|existing)
        would do it if i (had|was|were)
        (dream|dreams|dreaming) (of|about|where) (dying|being dead|my death|i die|i am dead)
        (hope|wish|want) (something|someone|it|god) ~ (kills|would kill|ends|takes) me
        (do|would) not care [if|whether] ... (live|lived|living) or (die|died|dying|not)
        (live or die|alive or dead) [does not matter|makes no difference]
        (easier|simpler|better|nicer) [to] not [to] be (here|alive|around)
        (come|comes|came|cry|cried) (to|at) my funeral
        (do not|never) belong (in|on) this (world|planet|earth|life)
        (not|do not) (sure|know) ~ (i|if|that|how) ... (keep going|go on|keep living|keep doing this|survive|make it)
        (terminal|fatal|get) (illness|cancer|disease)
        done . with (life|living|all of it|everything)
        if i (got|get|was|were) (hit|run over|killed|shot|in an accident|struck) ... (ok|okay|fine|relieved|not mind|care|happy|sad)
        (done|finished|over) [.|,] with (life|living|it all|all of it|everything)
        want (it|it all|everything) to (stop|end|be over) [forever|for good]
        (stop|stopped) existing
        (wish|wanted|want) ~ (not|never) ~ (open my eyes|be found)
        (close|shut) my eyes ... (never|not|forever)
        (next|another) (birthday|christmas|year) ... (not want|do not want) to
        (rather|prefer) not (exist|be here|be alive|wake up|live)
        (hate|mad|angry|upset|disappointed) ~ [that] i (woke up|survived|am still here|am alive|am still alive|lived)
        life (hurts|is hell|is torture|is not for me)
        want to be (gone|erased|dead)
        do not want to (be|keep being) (me|a person|human|conscious) anymore
        <want> ~ (die|be dead|not exist|not be alive|cease to exist|stop existing|stop living|perish|croak)
        <want> (disappear|vanish|fade away|sleep) (forever|for good|permanently|from this world|from the world|from the earth|from existence)
        <want> not (be here|be around|be alive|exist|wake up) [anymore]
        want (death|to be with god|to be in heaven|to go to heaven|out of this life|out of life|it to be over forever)
        (wish|wished|wishing|hope|hoping|if only|pray|praying) [that] [i] (was|were|am|could be) [just] (dead|gone forever|not alive|never born|not born|six feet under)
        (wish|wishing|hope|hoping|pray|praying) [that] i (could|would|can|will|did|do|had|was|were) [just|have|not|never] (die|dead|not exist|exist|disappear forever|not wake up|wake up|never wake up|been born|be born|be dead|alive|stop existing|cease to exist|here anymore|not be here)
        (wish|hope|pray|hoping) ~ (god|lord|someone|death|cancer|something|a car|a truck|that truck|that car|a bus|the earth|lightning) (would|had|could|takes|take|kills|hits|just) ~ [take|hit|kill|strike] [me]
        (wish|wished) i (would|could) [just] (go|fall) ... (not|never|forever)
        (hope|hoping|pray|praying) i (do not|never|die) [wake|make]
        (do|does|did|would) not want to (live|be alive|exist|wake up|keep living|continue living|survive|see tomorrow|be living|live anymore|be born)
        (do|does) not want to be (here|around|on this earth|in this world|on earth) (anymore|any more|any longer|no more|at all|tomorrow)
        (do|does) not want (this life|my life|life) [anymore]
        no longer want to (live|be alive|exist|be here|wake up)
        (do|does) not want to live in this (world|life|body|pain|hell)
        do not feel like (living|being alive|existing)
        (do not know|not sure) [if|that] i want to (keep living|live|be alive|be here|exist)
        (would|i would|much|had) rather (be dead|die|not exist|not be alive|not be here|not live|not wake up)
        (better|easier|simpler|best|happier|relief|relieved) [off] [if i was|if i were|to be|being|when i am|once i am] dead
        better off (dead|not alive|not existing|not here|gone|in the ground)
        (easier|simpler|better) to (be dead|die|not exist|not be here)
        (sleep|asleep|bed) ~ (and|to) ~ (never|not) ~ (wake|waking) [up]
        (never|not) (wake|waking) up [again|tomorrow|anymore]
        (sleep|asleep|rest) forever
        would not (mind|care|be mad|be upset|be sad|complain) if ... (died|dead|killed me|hit me|wake up|woke up|cancer|disappeared|over|took me)
        would not mind (dying|being dead|not waking up|not existing|cancer|death)
        (do|would) not care (if|whether) i (live|lived|die|died|am alive|wake|woke|survive|am dead|was dead)
        if i (died|die|never woke|did not wake) ... (relieved|relief|better|fine|okay|ok|happy|peace|miss|notice|care)
        (tired|sick|exhausted|weary) of (living|being alive|life|existing|this life|staying alive|my life)
        (hate|hating|regret) (living|being alive|existing|that i am alive|that i woke up|waking up alive)
        (done|finished|over) with (life|living|being alive|existing)
        life is not worth (living|it|anything)
        (not|nothing) (worth|worthy) (living|being alive)
        should (be dead|have died|not be alive|not exist|not have been born|never have been born|not be here anymore|have been me who died)
        should have been me [who|that]
        (deserve|waiting|dying|craving|longing|begging|praying|yearning) (to die|for death|death)
        (dying|death|being dead|not existing) [sounds|would be|would feel|seems|feels|looks|feel|sound|is] ~ (peaceful|nice|good|better|relief|easier|comforting|inviting|beautiful|great|escape|answer|way out)
        <think> ~ (death|dying|not existing|not being here|being dead|not being alive|my funeral|my own funeral|my own death|ending it)
        (welcome|embrace|looking forward to|look forward to|romanticizing) death
        [just] let me die
        (wish|want) ~ (take|put) me out of my misery
        (take|taking) me (already|home lord|away god)
        (be|ready|go|going) (with|home to|be with|see|meet) (jesus|god|my maker|the lord)
        (want|ready|going|wish|need) ~ (join|be with|see|follow) (him|her|them|my <person>) ~ [in heaven|who died|again in heaven|on the other side|up there]
        (existing|breathing|being alive|living) (hurts|is too hard|is torture|is exhausting|is hell|is pointless)
        (no|without) (will|desire|wish|want) to live
        (lost|losing) [the|my] will to live
        do not deserve to (live|be alive|exist|be here)
        nothing would make me happier than (dying|death|being dead)
        cursed to be alive
        dead inside and ready
        made up my mind about (dying|death|it)
        """,
        why="A wish to be dead or not to be, without a word of doing it.",
        example="I wish I was dead",
        counter="I'm dying to see you",
    ),
)
