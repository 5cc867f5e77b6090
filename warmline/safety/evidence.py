"""Says whether a text has enough words of which something is known for the small model to be asked about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from warmline.safety.features import STEM
from warmline.safety.meaning import TELLING, languages_of, of_word

LEAST = 200  # thousandths that its words must give towards an alert, each by itself: no text is raised without any

# Words that say nothing of a person's state: greetings, thanks, and the small words of each language.
SMALL = frozenset(
    """
    . , # #few #time #year hi hey hello yo ok okay yes no yeah thanks thank bye sorry again here now there
    hola buenas gracias adios perdon otra vez aqui ahora salut bonjour bonsoir coucou merci pardon encore la oui
    oi ola bom boa dia noite obrigada obrigado tchau desculpa novo aqui agora alo allo moi toi sou ainda
    we our us one some any or if so then too who your he she her his him them no not yo me mi tu te ti su sus
    eu ele ela lui son sa ses leur nous vous era ser was were has had did does would could should sim nao si
    morning evening night good hoje ce soir hoy is are more much very bit just out from about as by up
    """.split()
).union(*(words.split() for words in TELLING.values()))


def is_enough(words: Sequence[str], of: Mapping[str, tuple[int, int, int]]) -> bool:
    """Whether words that are not small ones give enough; a word that is not known gives nothing."""
    languages = languages_of(words)
    given = 0
    for word in {word for word in words if word not in SMALL}:
        given += max(sum(of[name][0] for name in names_of(word, languages) if name in of), 0)
        if given >= LEAST:
            return True
    return False


def names_of(word: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    """What the model knows a word by."""
    fields = (f"f:{field}" for field in of_word(word, languages))
    return (f"w:{word}", f"s:{word[:STEM]}", *fields)
