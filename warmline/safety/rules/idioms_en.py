"""English figures of speech, games, stories and work: what the same words mean elsewhere."""

from __future__ import annotations

from warmline.safety.rule import Rule, Signal

RULES = (
    Rule(
        "en.idiom",
        Signal.IDIOM,
        """
        (cancer|covid|tumor|sick|ill) and i am going to die
        <they> (told|tells|telling|said|tell) me to [go] (kill myself|hang myself|die|end it|end my life)
        ready to (go|be) ... (hospice|says days)
        (took|had|take) my (antidepressants|meds|pills|sleeping pill|medicine|medication) and (feel|feeling|going|now|i am|am)
        (live|living) without (him|her|you|coffee|my|chocolate|music|it|wifi|internet|them)
        (live|living) in fear
        (be|being) alone anymore
        (cancer|covid|tumor|heart attack|surgery|sick|ill|plane|turbulence) ... (die|dying)
        <gun> (license|licence|permit|laws|debate|club)
        (i have|have) cancer ... die
        (illness|cancer|covid|surgery|plane|hospice|chemo|biopsy|turbulence)
        funeral (business|home|director|homes|website)
        (scared|afraid|terrified|worried|fear|anxious) ~ (of|that|about|i|he|she) ... (die|dying|death|dead)
        (feel|felt|feels|feeling|thought|think) [like] i (was|am|would|was going to|might|am going to) (die|dying)
        (goodbye|bye|farewell) (party|lunch|card|email|gift|cake|hug|kiss|drinks)
        (goodbye|farewell) (letter|note|email|speech|message) to my (coworkers|colleagues|team|boss|class|students|landlord|old|job)
        end of my (shift|rope with|day|class|lease)
        (jump|jumping) (in|into) the (lake|pool|sea|river|ocean|water|shower)
        (cut|cutting) (my|the) (hair|grass|bangs|nails|lawn|losses|finger)
        (shot|shoot) (a|an|#|hoops|some|photos)
        (kill|killing|killed|kills) (me|us|it|time|the mood|the vibe|two birds|for a|for some|for an|to have|my alarm|the alarm|my battery|my back|my feet)
        <want> (die|be dead) (of|from|laughing|for) ~ (embarrassment|laughter|laughing|cringe|shame|boredom|cuteness|cringing|happiness|joy|heat|hunger)
        (die|died|dying|dead) (of|from) (laughter|laughing|embarrassment|boredom|cringe|cuteness|shame|hunger|curiosity|heat)
        (dying|die) (to|for|inside|laughing) (see|know|hear|meet|try|go|have|get|eat|a|some|that|this|the|my|find)
        (rather|sooner) die than
        (dead|bored|sick|scared|worried|frozen|starved|loved|tickled|embarrassed) to death
        do or die
        (die|dying|dead) (on me|hard|down|out|tired|right|serious|line|lift|heat|end|battery|phone|silence|giveaway)
        (hang|hanging) (out|on|in there|up|around|with)
        (shoot|shooting) (me|hoops|pool|a text|an email|him|her|them|for|the|some|photos|up)
        <kill> myself (laughing|at the gym|trying to|at work|studying|to finish|to get|over this|over a|over my|for this job|working)
        (jump|jumping|jumped) (at|on a|on the call|on it|on board|to|rope|off the dock|off the diving|off the couch|in the pool|in the shower|in the car)
        (live|living) (in|with|at|near|there|next|far|off|under|on campus|paycheck|abroad|together)
        (do not|not) want to be here [anymore] (it is boring|the party|this party|at this|at work|i want to go home)
        (overdose|overdosed|overdosing|od) (on|of) (chocolate|coffee|sugar|caffeine|netflix|cheese|christmas|pizza|cookies|memes|cute)
        suicide (squad|silence|girls|wings|door|doors|king|sprint|sprints|soda)
        <gun> (safe|range|show|control|laws|permit|shop)
        (toy|water|nerf|glue|nail|staple|paint|heat|squirt|massage) gun
        (end|ending) (it|things|this) with (him|her|them|my|this|the)
        (done|over|finished) with (him|her|them|my|this|that)
        (take|took|taking) my (pills|pill|medicine|medication|meds|antidepressants|insulin) (and|before|with|every|at|this|for|on|as|late|today)
        took my (pills|pill|medicine|medication|antidepressants|insulin|ambien|xanax|zoloft)
        (took|taken|take) (all|the rest|the whole|every) [of] ~ (antibiotics|vitamins|course|dose|prescribed)
        (catch|caught) the bus (to|at|from|home|into|back)
        rope swing
        jump rope
        (blade|knife) (set|block|skills|sharpener)
        (burning|burned|burnt) myself (out|on the|cooking|with the pan|with coffee)
        (hurt|hurting|cut|burned) <harmed> (shaving|cooking|gardening|at the gym|playing|running|lifting|skateboarding|on the stove|falling|chopping|by accident|accidentally|with the oven|on a can|in the kitchen)
        (cut|cutting|cuts) (back|out|down|off|class|hair|costs|ties|corners|short|it|to the|grass|sugar|carbs|the)
        cut myself (some slack|off|a slice|shaving|a piece|out)
        my (last|final) (day|night|days|hours) (at|of|in|with|here at|before) (work|school|the|vacation|class|my|college|uni|holiday|this job)
        my last (message|text) (tonight|today|for|before bed)
        not be here (tomorrow|next week|on friday|on monday) (i have|i am off|because i have|its my|day off|vacation|i am traveling|i am at|on vacation)
        not be (around|here) (for dinner|for the meeting|this weekend)
        (last|final) (exam|exams|interview|episode|season|call|bus|train|round|boss|fantasy|chapter)
        edge of (my seat|the bed|my bed|the sofa|the couch|town|my chair|the table)
        on the (edge of|edge all|edge today|edge lately|edge about)
        (right|on|back on) track
        (before|until|when) i die [i want]
        bucket list
        (die|death) by (a thousand|powerpoint|meetings)
        the (death|end) of me
        over my dead body
        drop dead
        """,
        why="Everyday figures of speech. What they cover does not count.",
        example="I'm dying to see you",
    ),
    Rule(
        "en.game",
        Signal.GAME,
        """
        (game|games|gaming|level|boss|checkpoint|respawn|respawned|minecraft|fortnite|roblox|valorant|cod|csgo)
        (league|ranked|headshot|raid|guild|dungeon|elden ring|dark souls|xbox|playstation|ps5|nintendo|zelda)
        (sims|sim|call of duty|teammate|teammates|grenade|my character|quest|boss fight|lobby|noob|gta|skyrim|mario)
        """,
        why="In a game people kill and die all evening.",
        example="I died right before the checkpoint",
    ),
    Rule(
        "en.story",
        Signal.STORY,
        """
        (movie|film|show|series|episode|season|netflix|song|songs|lyrics|album|band|book|novel|chapter|character)
        (characters|narrator|villain|hero|plot|scene|anime|manga|poem|play|opera|romeo|hamlet|juliet|documentary)
        (podcast|story|fanfic|finale|audiobook|tv|ost|protagonist|author|theatre|trailer|script|squad|podcasts)
        """,
        why="A film, a book, a song: what happens there happens to no one here.",
        example="romeo kills himself at the end of the play",
    ),
    Rule(
        "en.work",
        Signal.WORK,
        """
        (prevention|awareness|hotline|training|paper|essay|article|research|presentation|lecture|study|thesis|statistics)
        (rates|news|report|nurse|hospital|policy|volunteers|poster|assisted|patient|headline|class on|module|workshop)
        (seminar|callers|interview|survivors|campaign|fundraiser|legislation|law|laws|euthanasia|curriculum|shift|ems|paramedic)
        i volunteer
        what do you do if someone
        """,
        why="Work, study and news speak of suicide without being about the one who writes.",
        example="our suicide prevention training is next week",
    ),
    Rule(
        "en.laugh",
        Signal.LAUGH,
        """
        (lol|lmao|lmfao|rofl|haha|hahaha|hahahaha|hehe|lolol|jk|xd|kidding|joking|jkjk|just kidding|ahaha|bahaha|loll)
        """,
        why="A laugh lowers slang and hyperbole; it never lowers means, a time or a plan.",
        example="lol",
    ),
    Rule(
        "en.trivial",
        Signal.TRIVIAL,
        """
        (coworkers|colleagues|retirement|retiring|office|bungee|yoga|golf|karaoke|license|debate|control|website|transferring|graduation party|move|moving)
        (work|job|hospice|chemo|homework|exam|exams|essay|meeting|zoom|monday|mondays|traffic|spreadsheet|commute|printer|wifi|deadline|boss)
        (teacher|diet|parking|laptop|hair|haircut|sunburn|song|alarm|heat|math|maths|calculus|class|email|emails|landlord)
        (party|lease|noise|vacation|day off|trip|barista|coffee|food|pizza|burrito|tacos|dress|shoes|outfit|movie|neighbors)
        (season|team|tiles|camping|hunting|cooking|onions|chopping|kitchen|dinner|range|tow|shift|project|assignment|laundry)
        (dating|job hunt|spreadsheets|crossword|workout|gym|lecture|group chat|membership|battery|batteries|commercial|ads)
        """,
        why="Everyday nuisances: hyperbole about them is how people talk.",
        example="kms this homework is so long lol",
    ),
)
