"""How people write what they do not want to write: data for `normalise.py`, in all languages."""

from __future__ import annotations

# Letters of other alphabets that look like ours; people and filters both use them to hide a word.
LOOKALIKES = str.maketrans(
    "аеорсухіјѕԁһкмтвнɡαεοιρτυνκ’‘ʼ`´“”„«»‹›¿¡…–—ı",
    'aeopcyxijsdhkmtbhgaeoiptuvk\'\'\'\'\'"""""""  .--i',
)

# What an emoji says, as a word that rules know. Tears and hearts say too many things to stand for one.
EMOJI = {
    "💊": " pills ",
    "🔪": " knife ",
    "🗡": " knife ",
    "🔫": " gun ",
    "🩸": " blood ",
    "🪢": " rope ",
    "🌉": " bridge ",
    "⚰": " coffin ",
    "🪦": " grave ",
    "😂": " lol ",
    "🤣": " lol ",
    "😹": " lol ",
    "😆": " lol ",
    "😜": " lol ",
    "😅": " lol ",
    "👋": " bye ",
}

# Digits and signs for letters. `1` and `!` may be an i or an l: both are tried.
LEET = str.maketrans("01345789@$!|+€", "oieastbgasiite")
LEET_L = str.maketrans("01345789@$!|+€", "oleastbgaslite")

# Words worth looking for behind such spellings, and behind stars, gaps and slips of the finger.
HIDDEN = frozenset(
    """
    kill killing killed myself suicide suicidal die dying dead death unalive unaliving overdose overdosed
    pills gun knife rope noose hang hanging jump bleach bridge cutting wrists wrist goodbye tonight
    murder rape raped razor blade bullet shoot burden hopeless alive sewerslide selfharm
    matar matarme matarse morir morirme muerto muerta suicidio suicidarme suicidarse suicida ahorcarme
    pastillas pistola cuchillo veneno desvivir desvivirme cortarme cortar vida
    mourir tuer suicider suicidaire mort morte crever pendre cachets corde comprimes
    morrer morrendo matando suicidar enforcar comprimidos remedios arma faca veneno desviver
    """.split()
)

# Words that lose, gain or swap a letter in haste; only long or unmistakable ones, for a slip must not make an alarm.
SLIPS = frozenset(
    """
    myself suicide suicidal killing overdose overdosed overdosing tonight goodbye hanging bleeding
    swallowed antidepressants alive unalive wrists burden worthless hopeless himself herself
    pastillas suicidarme suicidio matarme morirme ahorcarme desvivirme
    suicider suicidaire mourir medicaments comprimes comprimidos enforcar remedios
    """.split()
)
NOT_SLIPS = frozenset(
    "pastilla remedio comprimido medicament suicido suicidee suicidos fatigue suicides burdens hangin alined wrist alie alve olive".split()
)

# One written word for several spoken ones, abbreviations, and slips that are too short for a rule.
MEANS = {
    # English
    "im": "i am", "i'm": "i am", "ive": "i have", "i've": "i have", "i'll": "i will", "i'd": "i would",
    "dont": "do not", "doesnt": "does not", "didnt": "did not", "cant": "can not", "cannot": "can not",
    "couldnt": "could not", "wont": "will not", "wouldnt": "would not", "shouldnt": "should not",
    "isnt": "is not", "arent": "are not", "wasnt": "was not", "werent": "were not", "havent": "have not",
    "hasnt": "has not", "hadnt": "had not", "aint": "am not", "hes": "he is", "shes": "she is",
    "theyre": "they are", "theyd": "they would", "hell've": "he will", "he'd": "he would", "she'd": "she would",
    "he'll": "he will", "she'll": "she will", "they'll": "they will", "they'd": "they would", "it'd": "it would",
    "itd": "it would", "it'll": "it will", "youre": "you are", "you'll": "you will", "thats": "that is",
    "theres": "there is", "whats": "what is", "its": "it is", "id": "i would", "everyones": "everyone is",
    "everythings": "everything is", "nobodys": "nobody is", "no": "no", "let's": "let us", "lets": "let us",
    "nothings": "nothing is", "who's": "who is", "we're": "we are", "we've": "we have", "todays": "today is",
    "tonights": "tonight is", "y'all": "you all", "they've": "they have", "you've": "you have",
    "she's": "she is", "he's": "he is", "gonna": "going to", "gunna": "going to", "gon": "going to",
    "goin": "going", "hav": "have", "havin": "having", "pils": "pills", "plannin": "planning", "thinkin": "thinking", "wanna": "want to", "wana": "want to", "wan": "want", "gotta": "have to",
    "tryna": "trying to", "imma": "i am going to", "finna": "going to", "boutta": "about to",
    "bouta": "about to", "dunno": "do not know", "cuz": "because", "bc": "because", "u": "you", "ur": "your",
    "2nite": "tonight", "2night": "tonight", "tonite": "tonight", "tn": "tonight", "tnite": "tonight",
    "tmrw": "tomorrow", "tmr": "tomorrow", "tmw": "tomorrow", "2morrow": "tomorrow", "tomorow": "tomorrow",
    "rn": "right now", "idk": "i do not know", "hmu": "hmu", "thru": "through", "kil": "kill", "kys": "kill yourself", "kms": "kms",
    "myslef": "myself", "mysef": "myself", "meself": "myself", "themself": "themselves", "lyfe": "life",
    "od'd": "overdosed", "oded": "overdosed", "odd'd": "overdosed", "od": "overdose", "oding": "overdosing",
    "od'ing": "overdosing", "od'ed": "overdosed", "meds": "pills", "tabs": "tablets", "mum": "mom",
    "mums": "moms", "mam": "mom", "bf": "boyfriend", "gf": "girlfriend", "sis": "sister", "bro": "bro",
    "alot": "a lot", "anymore": "anymore", "nomore": "no more", "noone": "nobody", "smn": "someone",
    "suicde": "suicide", "sucide": "suicide", "suicid": "suicide", "suiside": "suicide", "sewercide": "suicide",
    "suacide": "suicide", "suicidle": "suicidal", "sucidal": "suicidal", "diying": "dying", "dieing": "dying",
    "w8": "wait", "l8r": "later", "gr8": "great", "b4": "before", "1st": "first", "24/7": "always",
    "mins": "minutes", "min": "minutes", "hrs": "hours", "hr": "hour", "o'clock": "oclock",
    # Spanish
    "kiero": "quiero", "qiero": "quiero", "kisiera": "quisiera", "kieren": "quieren", "kiere": "quiere",
    "q": "que", "k": "que", "xq": "porque", "pq": "porque", "pa": "para", "pos": "pues",
    "mañana": "manana", "tmb": "tambien", "bn": "bien", "ma": "ma", "estaria": "estaria",
    # French
    "je": "j", "ne": "n", "jveux": "j veux", "jveu": "j veux", "veu": "veux", "jsuis": "j suis",
    "chuis": "j suis", "jpeux": "j peux", "jvais": "j vais", "jvai": "j vais", "jai": "j ai", "jme": "j me",
    "jen": "j en", "jpense": "j pense", "jaimerais": "j aimerais", "jvoudrais": "j voudrais",
    "jveut": "j veux", "ke": "que", "qu": "que", "tt": "tout", "mnt": "maintenant", "jamai": "jamais",
    "ya": "ya", "cest": "c est", "jte": "j te", "jarrive": "j arrive", "jarrete": "j arrete",
    "quelqu'un": "quelqu un", "aujourd'hui": "aujourdhui", "auj": "aujourdhui", "ajd": "aujourdhui",
    # Portuguese
    "tô": "estou", "tá": "esta", "tava": "estava", "ñ": "nao", "naum": "nao", "qro": "quero",
    "kero": "quero", "keru": "quero", "qria": "queria", "keria": "queria", "vc": "voce", "vcs": "voces",
    "pra": "para", "pro": "para", "pras": "para", "mto": "muito", "td": "tudo", "hj": "hoje",
    "to": "to", "tb": "tambem", "n": "n",
}  # fmt: skip

# A clitic before a vowel stands apart: l'eau, j'ai, d'en finir.
ELIDED = frozenset("c d j l m n s t qu jusqu lorsqu puisqu".split())

NUMBERS = frozenset(
    """
    six seven eight nine ten twelve fifteen twenty thirty forty fourty fifty sixty seventy eighty ninety hundred
    dozen dozens diez doce quince veinte treinta cuarenta cincuenta cien dix quinze vingt trente quarante
    cinquante soixante cent dez doze vinte trinta quarenta cinquenta sessenta
    """.split()
)
FEW = frozenset("two three five cuatro cinco deux trois quatre cinq duas quatro couple".split())
