"""English rules for what weakens, strengthens or discounts the others: idiom, game, story, past, denial."""

from __future__ import annotations

from warmline.safety.rule import Rule, Signal

RULES = (
    Rule(
        "en.past",
        Signal.PAST,
        """
        used to
        was suicidal (after|in|when|before|back|once|as)
        (years|yrs|decades|a year|a decade|months|a long time|ages|lifetime) ago
        (last|past) (year|spring|summer|autumn|fall|winter|month|march|april|may|june|july|august|september|october|november|december|january|february)
        (back then|in the past|long ago|once upon|all those years)
        (when|since|while) (i|he|she|they) (was|were) ~ (#|#few|kid|child|teen|teenager|young|younger|little|in school|in college|in high|student|nine|born)
        (as|being) a (kid|child|teen|teenager|student)
        (in|during|back in|at) (college|high school|school|uni|university|my teens|my twenties|the past|#year|middle school)
        (at|age|aged) #
        (in|since) (january|february|march|april|may|june|july|august|september|october|november|december)
        # (years|yrs|months)
        """,
        why="Long past: it counts again only with distress now.",
        example="I used to be suicidal",
    ),
    Rule(
        "en.well",
        Signal.WELL,
        """
        (so|very|really|and) (grateful|glad|thankful|happy) [now|today|to be|i]
        # now with
        (years|months|weeks|days) clean
        (glad|grateful|thankful|happy|lucky|proud|blessed) ~ (i am|i did|i survived|to be|it|they|for|of myself|he|she|myself|now|with my)
        (better|okay|ok|well|fine|happy|healed|recovered|stable|safe|good) (now|today|these days)
        (i am|am|doing|feel|feeling|life is|things are|is) ~ (okay|better|well|great|good|healed|recovered|happy|wonderful) [now]
        (recovered|recovery|healed|healing|sober|overcame|got through it|came out the other side)
        (clean|free|sober) for (#|#few|over|almost) (years|months|weeks|days)
        (#|#few) (years|months) (clean|sober|free|strong)
        (have not|did not|never) ... (in|for|since) (years|months|a long time|ages|a while)
        (no longer|not anymore|not me anymore|not who i am|do not anymore)
        (love|loving|enjoy|enjoying) (my|this) life
        (therapy|meds|pills|treatment|medication|help) ~ (helped|saved|worked|works|helps)
        (help|helping) others
        do not ~ anymore
        walking helped
        """,
        why="Says that it is better: with a past event this is a story of recovery.",
        example="therapy helped and I'm okay now",
    ),
    Rule(
        "en.again",
        Signal.AGAIN,
        """
        (struggling|struggle|heavy|dark) [again|this week|now|lately]
        (again|lately|recently|still|coming back|back again|is back|are back|getting back|came back|returning|relapsing|this week|these days|right now|as bad|feel like that|same feelings|same place|going back)
        (i feel|feeling|feel) ~ (awful|terrible|the same|bad|worse|horrible|scared|hopeless|like that|the same way)
        (really|so|very) (hard|strong|bad|scared)
        (now|tonight|this week) ~ (hard|bad|worse|back|strong|struggling)
        scared
        """,
        why="It is so again, or still: the past is not past.",
        example="those feelings are back again",
    ),
    Rule(
        "en.weak",
        Signal.WEAK,
        """
        hopeless
        no hope
        give up
        giving up
        worthless
        trapped
        pointless
        (can not|can no longer|could not) (do|take|handle|stand|bear) (this|it|any more|life|another day) [anymore]
        (end|ending) it
        no way out
        (nothing|never) ... (change|get better|getting better|gets better|matters|matter|left)
        (want|need) ~ (pain|it|everything|this|suffering|thoughts) ~ to (stop|end|be over)
        done with (everything|it all|all of this|all of it|people|this shit)
        over it all
        end of my rope
        (no|any|not any) (hope|point) [left|anymore]
        (nobody|no one) (needs|loves|wants|cares about) me
        want out
        (do|does|did) not want to be here
        (hate|despise) (myself|my life)
        kill me
        want to disappear
        (can not|do not) want to (continue|keep going|go on|fight|try) [anymore]
        no will
        (too|so) tired [of fighting|to fight|to keep going]
        (live|living|go on|keep living) like this
        (what is|see) ... the point
        shoot me
        """,
        why="Weak words. One alone never alerts: people give up diets and cannot take the noise.",
        example="I give up on dating",
    ),
    Rule(
        "en.not",
        Signal.NOT,
        "(not|never|without|nor|neither|no|nah|nope|none|nothing|stopped|denied|cannot)",
        why="A no before it, within the same few words, takes it away.",
        example="not",
    ),
    Rule(
        "en.not_not",
        Signal.NOT_NOT,
        """
        (can not|could not|can never|not able to) ~ (stop|help|shake|resist|fight|escape|keep|control|get rid|quit|avoid|promise|trust|guarantee|wait|imagine not|see|ignore|think of any)
        (not|no longer|never) (scared|afraid|sure|joking|kidding|lying|playing|only|just|been so sure|been more|ruling out|bluffing|exaggerating|hiding|stopping|hesitating)
        do not (know|care|trust|fear|doubt|stop|understand|deserve|see)
        (not|never) ~ (anymore|any more|any longer)
        (nothing|nobody|no one) (can|will|could|would|is going to|to|left)
        (no|any) (other|way|point|reason|hope|energy|joke|one|more|body)
        why (not|should not|do not)
        (should|would|could) not have
        not (even|sure|that|the|a|my|good|enough|okay|ok|well|fine|so|waiting|alone|here|home|much|worth|working)
        can not (do|take|handle|stand|bear|go|live|sleep|breathe|face|cope|even|feel|eat|see|find|be)
        i (am|was) not (okay|ok|fine|well|safe|good)
        no (i am|i do|i want|seriously|really|lie|cap|actually|kidding|jokes)
        did not ~ (die|work|succeed)
        never ~ (better|happy|going to get)
        do not (want|need|have|like|feel|think|call|send|tell|worry|let) (help|this|that|it|anyone|anybody|you|him|her|to do|to be talked)
        """,
        why="A 'not' that denies nothing: what comes after it counts in full.",
        example="I can't stop",
    ),
    Rule(
        "en.said_by",
        Signal.SAID_BY,
        """
        (he|she|they|ex|<person>|people|someone|poster|sign|lyrics|song|it|line|text|grandpa|boss|form|everyone|kids|bully|comment|post) ~ (said|says|say|told|used to say|wrote|writes|asked|goes|reads|screamed|yelled|texted|commented|go|reads)
        (lyrics|song|title|titled|called|quote|line|slogan)
        """,
        why="Someone else's words in quotation marks.",
        example='the poster says "suicide is preventable"',
    ),
    Rule(
        "en.true",
        Signal.TRUE,
        """
        (i lied|i was lying|i have been lying|that was a lie|it was a lie|lied before|lied earlier|lied to you|not true|not the truth|i am lying)
        (not|was not|no) (joking|kidding|jk|a joke|lol|joke|lying)
        (not|it is not|am not|was not) funny
        (i mean it|dead serious|being serious|i am serious|for real|in all seriousness|no cap|no joke|seriously though)
        [but] (the truth is|truth is|to be honest|honestly same|same honestly|and same|relatable|that is me|thats how i feel|me too)
        (but|and) i (am|do|am now|do now) .
        (but|and) i (really|actually) (am|do)
        not [really] (okay|ok|fine) (like|as) i
        (i was not|wasnt|was not)
        said i was (fine|okay|ok|better|joking)
        everyone thinks [that] i am (better|fine|okay|ok)
        """,
        why="A denial or a joke taken back: what was said before counts again.",
        example="ok i lied",
    ),
    Rule(
        "en.asked",
        Signal.ASKED,
        """
        (kill|killing|hurt|hurting|harm|harming) yourself
        (end|ending|take|taking) your [own] life
        (suicide|suicidal)
        (wish|wished|wishing) [that] you (were|was) dead
        (want|wanting|wanted) to die
        (better off dead|not wanting to live|not want to live|ending it|thoughts of dying)
        how you would do it
        (a|have) [a] plan
        """,
        why="The peer asked; the answer has to be read with the question.",
        example="Are you thinking about suicide?",
    ),
    Rule(
        "en.yes",
        Signal.YES,
        """
        (yes|yeah|yep|yea|yup|ya|ye|sometimes|maybe|kinda|always|constantly|lately|often|definitely|absolutely|ok yes)
        (i am|i do|i have|i guess|i think so|a lot|a little|a bit|kind of|sort of|all the time|every day|of course|not gonna lie)
        """,
        why="An answer that is not a no.",
        example="yes",
    ),
)
