"""English rules for goodbyes, notes and letting go."""

from __future__ import annotations

from warmline.safety.rule import Rule, Signal

RULES = (
    Rule(
        "en.note",
        Signal.NOTE,
        """
        suicide (note|letter|video|notes|letters)
        (goodbye|farewell|good bye) (letter|letters|note|notes|video|videos|message to)
        (wrote|written|writing|write|left|leaving|finished|signed) ~ my [last|final|goodbye] (note|letters|goodbyes|last words|will|obituary)
        (wrote|written|writing|write|left|finished) ~ (letters|notes|goodbyes|the note|the letters) [to] [everyone|everybody|my <person>|my kids|for my|for them|for everyone|are on]
        (note|notes|letters|letter) (is|are) (written|done|ready|finished|on the table|on the desk|on my desk|on the counter|on the kitchen table|in the drawer|sealed)
        my note
        (planned|planning|paid for|prepaid|instructions for|picked|chosen) ~ my [own] funeral
        (suit|clothes|dress|outfit) ~ for (the|my) (funeral|burial|coffin|casket)
        (find|found|finds) my body
        when they find me
        """,
        why="A note, letters or a funeral: preparation that speaks for itself.",
        example="I've written my suicide note",
        counter="wrote a letter to my grandmother today",
    ),
    Rule(
        "en.prepared",
        Signal.PREPARED,
        """
        (gave|given|giving|give) [away|all] [of|all] [of] my ~ (things|stuff|belongings|possessions|dog|cat|pets|clothes|guitar|car|records|money|jewelry) [away]
        (gave|given|giving) away (all|everything|most)
        (gave|giving|given) my ~ (away|to my <person>)
        (made|wrote|signed|writing|making|finished) [a|my|the] will
        (found|arranged|got) ~ (someone|home|somebody|<person>) ~ (take|for) my (dog|cat|kids|pets|cats|dogs)
        (signed|signing) ~ over to
        (affairs|papers|things|everything) [is|are|all] in order
        (deleted|deleting|wiped) [all] my (accounts|social media|socials|phone|photos|profiles)
        (paid|settled) ~ (bills|debts|everything) ... so (no one|nobody|they)
        (fed|feed) the (cat|dog)
        left the door unlocked
        door unlocked for
        will not need (them|it|any of it|my things|anything) [anymore|where]
        """,
        why="Puts things in order; with a wish to die or a goodbye it is preparation.",
        example="I gave away all my stuff",
        counter="gave away some old clothes to charity",
    ),
    Rule(
        "en.farewell",
        Signal.FAREWELL,
        """
        not going to be (around|here|alive) (for|to see|when|by|much|next|anymore|tomorrow)
        i (will|am going to) be gone (before|by|when|tomorrow|soon|tonight|in|after)
        (before|when) you (read|get|see) this
        (not|never|none) ... (her|his|your|their|anyones|anybodys|nobodys|my moms) fault
        (none|nothing) of this (was|is) ~ fault
        my last (night|day) here
        last (day|night|evening) of my life
        not be around (to see|when|by|next|this|for|much)
        (letters|notes|note|letter) to each of
        (look after|take care of|watch over) my (dog|cat|kids|mom|son|daughter|children|family) (when|after|once|for me)
        (someone|who) will (feed|take) my (dog|cat)
        (goodbye|bye|farewell|good bye|so long) (forever|everyone|everybody|world|all|to everyone|to the world|cruel world|to you all|for good|for ever)
        (said|saying|say|made) [all] [of] my (goodbyes|good byes|farewells|peace)
        [this] is [really|my] (goodbye|good bye|farewell)
        say goodbye (before|to everyone|for good|forever|one last)
        my (last|final) (message|text|texts|words|goodbye|night|day|hour|hours|post|breath|sunset|sunrise|supper|song) [ever|here|on earth|alive]
        (last|final) (text|message|thing|night|time|day|sunset|conversation) [that] [i] [will|ever|am going to] (ever|alive|send|see|write|be alive|on earth|on this earth)
        tell (my|him|her|them|everyone|mom|dad|everybody) ~ [that] (i|i am) (love|loved|sorry|always loved)
        tell (my|him|her|them|everyone|mom|dad) ... (not their fault|not her fault|not his fault|nobody is to blame|sorry)
        by the time (you|anyone|they|someone|anybody|he|she|this)
        (will|would|may|might) not be (here|around|alive|on this earth|in this world|breathing) [by] (tomorrow|when|in the morning|next|much longer|long|by|after|anymore|for christmas|for long)
        i will not be alive
        do not be sad (when|if) they find
        (will|would) (not|never) hear from me [again]
        (will|would) never (see|hear from) me
        see you (on the other side|in the next life|in heaven|in another life|in hell)
        no more tomorrows
        my last (night|day|hours|hour|moments) [alive|on earth|here]
        (last|final) (night|day) (alive|on earth|on this planet|of my life|here with)
        wanted (one|some|any) ~ (person|body|someone) to know before i (go|leave|die|do)
        before i (go|die|leave) ... (bye|goodbye|forever|love you|sorry|know)
        (rest|sleep) for good
        (do not|nobody) (look for|try to find|try to save|try to stop|come looking for|save) me
        (do not|please do not) (call|send) (anyone|anybody|the police|police|an ambulance|911|# for me)
        forgive me [everyone|mom|all] [for what i am about|i can not|goodbye]
        """,
        why="A last goodbye, to someone or to all, in so many words.",
        example="goodbye world",
        counter="goodbye and good night",
    ),
    Rule(
        "en.bye",
        Signal.BYE,
        """
        (goodbye|bye|farewell|good bye|adios)
        (thank you|thanks|thx) for (everything|being kind|listening|being there|being nice|trying)
        i love you all
        i am (so|really) sorry [mom|everyone|for everything]
        not waiting
        no going back
        at (peace|last)
        [finally] feel calm [now]
        not (scared|afraid) [anymore|of it]
        (nobody|no one) ... (stop me|home|for miles|find me|talk me out)
        """,
        why="Alone a common word; beside a plan or means it says that someone has let go.",
        example="goodbye, thank you for being kind",
    ),
    Rule(
        "en.final",
        Signal.FINAL,
        """
        last meal
        (hope|hoping) (it|this) (works|does the job|is quick|is enough)
        how easy it would be
        (you|nobody|no one) can [not] (stop|save|help|change) (me|my mind|this)
        (no more|end of [the|my]|end to the) (pain|suffering|hurting|hurt)
        (made|making) [up] (my mind|peace|my decision|the decision)
        (i am|am) [really|actually] doing it
        [i am] (doing|going through with) (it|this) (now|tonight|today)
        [i am] going through with it
        this is it [for me]
        (one|another|#few|last) [more] (step|drinks|drink|cigarette|hours|sips) (and|then|away|.)
        [i] (will not|do not plan to|not planning to) be (back|coming back|here|around|coming home)
        (not|never) coming (back|home)
        i am (so|really) sorry
        (sorry|forgive me) [mom|everyone|for everything|i tried]
        (feeling|feel|getting|so) (sleepy|drowsy|cold|peaceful|calm|heavy|woozy|numb)
        (finally|be|at|some|find) [at] (peace|free)
        (not|no longer) (scared|afraid|crying) [anymore|now|of it]
        going to try again
        (goodbye|bye|farewell)
        (love you all|i love you all|take care of each other|remember me)
        [it] will [all] be over [soon|then]
        (almost|nearly) over
        i will be there
        (last|final) (time|thing|cigarette|drink|meal|beer|sunset)
        nobody (home|knows|around|will find|is home|will know)
        (no one|nobody) (is|will|would|to) ~ (home|find|know|stop|around) [me]
        do not (want|need) to (wake|feel|be) ~ [up|anything|anymore]
        no way back
        no (going|turning) back
        not (waiting|scared|afraid)
        rest now
        ready to go
        not your fault
        cannot be saved
        see you on the other side
        tell (amy|them|everyone|her|him)
        """,
        why="Has let go, takes leave, looks for no way back; with a means or place it says what for.",
        example="no going back",
    ),
    Rule(
        "en.mood",
        Signal.MOOD,
        """
        (shaking|trembling|crying|sobbing|calm|numb|alone|drunk|vodka|whiskey|wine|gin|drinking|staring|sorry|hurts|pain)
        (empty|quiet|dark|cold|scared|desperate|hopeless|ashamed|voices|tired|broken|bleeding|higher|lonely|darkness|peaceful)
        (looking|look|looks) (down|at it|so cold|peaceful)
        (love you|no one left|had enough|over it|all gone|so loud|so high)
        (nobody|no one) (home|around|here|knows|cares)
        """,
        why="Upset, alone or drunk: common words, which count only beside a means or a deadly place.",
        example="my hands are shaking",
    ),
)
