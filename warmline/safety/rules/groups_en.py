"""English word groups: what can stand in the same place of a rule."""

from __future__ import annotations

FILLERS = frozenset(
    """
    , really just so like fucking fuckin fkn fking freaking literally honestly actually seriously kinda
    sorta even always only also very damn fr ngl tbh um uh er well please maybe totally truly probably
    definitely finally already simply sometimes often constantly then lowkey highkey hella again
    goddamn bloody absolutely completely basically suddenly currently genuinely n
    """.split()
)

GROUPS = {
    "want": """
        want to
        wanting to
        wants to
        wanted to
        would like to
        would love to
        (feel|feeling) like
        (need|needed|have|ought) to
        ready to
        (urge|urges|desire|need|plan|plans|strength|courage|intention) to
        (long|longing|itching|tempted|desperate|prepared|determined|willing|able) to
        part of me wants to
        better if i
        might
        could
        should
        may
    """,
    "will": """
        [am] (going|about|planning|fixing) to
        (plan|intend|decided|choose|chose) to
        plan on
        planning on
        will
        shall
        i have decided
        time to
    """,
    "think": """
        (thinking|think|thought|dreaming|dream|fantasizing|fantasising|fantasize|daydreaming) (of|about)
        (considering|contemplating|imagining|imagine|picturing|picture|planning|debating|attempting)
        (thoughts|idea|ideas|images|urges|visions|dreams) (of|about)
        obsessed with
        obsessing (over|about)
        (googling|googled|researching|researched)
    """,
    "kill": "(kill|killing|murder|murdering|execute|executing|unalive|unaliving|off|offing|delete|deleting|end|ending|exterminate)",
    "selfverb": """
        (kill|killing|hang|hanging|shoot|shooting|drown|drowning|stab|stabbing|poison|poisoning|gas|gassing)
        (suffocate|suffocating|strangle|strangling|electrocute|electrocuting|unalive|unaliving|offing|off)
        (delete|deleting|overdose|overdosing|murder|murdering|top|topping|neck|asphyxiate|starve)
    """,
    "person": """
        (friend|bestie|brother|sister|mom|mother|dad|father|son|daughter|kid|child|wife|husband|girlfriend)
        (boyfriend|partner|roommate|flatmate|housemate|cousin|uncle|aunt|nephew|niece|neighbor|neighbour|student)
        (coworker|colleague|boss|classmate|ex|fiance|fiancee|grandma|grandpa|grandmother|grandfather|stepdad)
        (stepmom|stepfather|stepmother|stepbrother|stepsister|mate|teacher|buddy|client|patient|teammate|guy)
        (girl|man|woman|someone|somebody|person|boy|lady|dude|pal|mum|nan|gran|bro|baby|teen|teenager|stranger)
    """,
    "they": "(he|she|they|<person>)",
    "theirs": "(himself|herself|themselves|hisself|theirselves)",
    "their": "(his|her|their)",
    "owner": "(my|his|her|their|the|a|an|this|that|our|some|any|your|moms|dads|uncles|fathers|husbands|grandpas)",
    "pills": """
        (sertraline|fluoxetine|citalopram|escitalopram|venlafaxine|bupropion|wellbutrin|effexor|cymbalta|duloxetine|mirtazapine|quetiapine|warfarin|digoxin|naproxen|aleve|zolpidem|lunesta|adderall|suboxone|fentanyl|lamictal|abilify)
        (benzo|xanny|methadone|barbiturates|opiates|sleepers|nyquil|tylenols|advils|antihistamines|ativan|lorazepam|gabapentin|stash|dope|meth|ecstasy)
        (cough syrup|sleeping pills|pain pills|heart pills|blood thinners|heart medication|sleeping tablets)
        (pills|pill|tablets|tablet|capsules|tylenol|paracetamol|advil|ibuprofen|aspirin|xanax|oxy|oxycodone|percocet)
        (tramadol|codeine|valium|ambien|benadryl|acetaminophen|antidepressants|painkillers|opioids|fentanyl|heroin)
        (insulin|morphine|benzos|klonopin|zoloft|prozac|lexapro|seroquel|trazodone|amitriptyline|propranolol|lithium)
        (medication|medications|medicine|prescription|excedrin|sleepers|sedatives|diazepam|temazepam|hydrocodone|xans|percs)
    """,
    "poison": "(bleach|antifreeze|poison|pesticide|cyanide|ammonia|paint thinner|drain cleaner|lye|weedkiller|rat poison)",
    "weapon": """
        (gun|pistol|revolver|rifle|shotgun|handgun|firearm|glock|knife|blade|razor|razorblade|scalpel|boxcutter)
        (box cutter|razor blade|machete|switchblade)
    """,
    "gun": "(gun|pistol|revolver|rifle|shotgun|handgun|firearm|glock)",
    "tie": "(rope|noose|belt|cord|cable|sheet|sheets|scarf|extension cord)",
    "body": """
        (knees|legs|belly|stomach|ribs|jaw|pocket|teeth|skull|hand|hands|head|temple|mouth|throat|wrist|wrists|lap|chin|neck|chest|arm|arms|heart|face|thigh|skin|forehead|veins)
    """,
    "high": """
        (bridge|roof|rooftop|garage roof|water tower|ravine|quarry|railing|building|balcony|window|cliff|ledge|overpass|tower|skyscraper|parking garage|dam)
        (parking structure|parking deck|car park|high rise|viaduct|edge|pier)
    """,
    "run": "(train|bus|truck|car|traffic|subway|lorry|trains|cars|highway|freeway|tram|semi|metro|tube)",
    "water": "(river|ocean|sea|lake|water|canal)",
    "crash": "(tree|wall|pole|median|barrier|oncoming traffic|truck|river|lake|overpass|bridge|cliff|semi)",
    "harmed": "(myself|my (arm|arms|leg|legs|thigh|thighs|skin|wrist|wrists|stomach|body))",
    "exist": """
        (exist|existing|live|living|life|breathe|breathing|survive|surviving|fight|fighting|try|trying|stay|staying|continue|continuing)
        (be|being|wake|waking|keep|keeping|go|going|carry|carrying|hold|holding|get|getting) (here|alive|around|up|going|on|fighting|living|trying|breathing|out of bed|on this earth)
        get up in the morning
        (this|my) (life|existence)
    """,
    "noreason": """
        (no|any|without|zero|not a|not any) [good|real|more|single] (reason|point|purpose|will|desire|motivation|strength|energy)
        (nothing|no one|nobody) [left]
        (lost|losing|lack|out of) [the|my|all] (reason|reasons|purpose|will|strength|desire|motivation|energy)
        (what is|see|there is no|see no) ~ (point|reason|use|purpose)
    """,
    "tired": """
        (tired|sick|exhausted|weary|drained) [and tired]
        (fed up|worn out|had enough|so over|so done)
    """,
    "better": "(better|easier|nice|nicer|relief|happier|improve|peaceful|good|simpler|best|lighter|fine)",
    "near": """
        as soon as ... (leaves|leave|asleep|sleep|sleeping|goes|gone|out|gets|dark|over|done)
        when ... (asleep|falls asleep|fall asleep|goes to bed|go to bed|leaves for work|leave for work|goes to work|at work|at school)
        (tonight|today|asap|immediately|midnight)
        right now
        this (evening|afternoon|morning|minute|second|night|weekend|instant)
        in (a|an|the next|about|like|half an|less than) ~ (minutes|minute|hour|hours|moment|sec|while|bit)
        in (#|#few|few|a few) (minutes|hours|hour|moments)
        [by] tomorrow [morning]
        by (morning|dawn|sunrise|midnight|the morning|then end of)
        as soon as
        before (sunrise|morning|dawn|midnight|anyone|he|she|they|my|work|bed|the sun)
        (when|once|after) (everyone|they|he|she|my ~) (is|are|leaves|leave|goes|go|falls|fall|gets|get)
        (when|once) i get home
        when this (song|is|call|chat) [ends|over]
        at (#time|#)
        (tonights|tonight is) the night
        the night is here
    """,
}
