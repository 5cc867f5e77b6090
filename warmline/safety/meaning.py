"""Says which fields of meaning a text's words belong to: pills, a height, a farewell, a game, in four languages alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from warmline.safety.fields import en, es, fr, pt

FIELDS = {"en": en.FIELDS, "es": es.FIELDS, "fr": fr.FIELDS, "pt": pt.FIELDS}
SHARE = (
    0.4  # of the words that tell the likeliest language; with so many another is written as well
)
SHORTEST, LONGEST = 2, 12  # letters of a stem

# Fields that speak of everyday matters: what a rule notices beside them may be only a way of speaking.
EVERYDAY = frozenset(
    """
    game story work study sport food medical plants tech shop travel craft glad lol news party idiom_x
    """.split()
)

# Small words by which a language is known.
TELLING = {
    "en": """the and of is am to my it was have with that this what are they be on at for just so been do not i you
        he she in but can will how all want going""",
    "es": """el la que de y en un los las por con para muy estoy tengo mi se lo me te le una del al pero esta eso
        no ya voy quiero soy como cuando yo""",
    "fr": """j le la les des et un une du est que qui pas dans pour avec sur ai suis mon ma me c d l ce ca n tu il
        elle on plus m s au en je vais veux""",
    "pt": """o os as que e um uma do da no na em com para nao eu meu minha estou muito se por mais de me ja vou
        quero esta foi quando voce""",
}


@dataclass(frozen=True, slots=True)
class Fields:
    """One language's words: whole ones, beginnings of words, and pairs."""

    whole: Mapping[str, tuple[str, ...]]
    stems: Mapping[str, tuple[str, ...]]
    pairs: Mapping[str, tuple[str, ...]]


@cache
def _fields(language: str) -> Fields:
    tables: tuple[dict[str, tuple[str, ...]], ...] = ({}, {}, {})
    for field, entries in FIELDS[language].items():
        for entry in entries.split():
            kind = 1 if entry.endswith("*") else 2 if "_" in entry.strip("_") else 0
            key = entry.rstrip("*_")
            table = tables[kind]
            if field not in table.get(key, ()):
                table[key] = (*table.get(key, ()), field)
    return Fields(*tables)


@cache
def _telling() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for language, words in TELLING.items():
        for word in words.split():
            found[word] = (*found.get(word, ()), language)
    return found


def languages_of(words: Sequence[str]) -> tuple[str, ...]:
    """The languages a text seems to be in; all of them when nothing tells."""
    telling = _telling()
    counts = dict.fromkeys(FIELDS, 0.0)
    for word in words:
        if known := telling.get(word):
            for language in known:
                counts[language] += 1 / len(known)
    most = max(counts.values())
    if most == 0:
        return tuple(FIELDS)
    return tuple(language for language, count in counts.items() if count >= SHARE * most)


def meanings(words: Sequence[str]) -> list[tuple[str, ...]]:
    """The fields of each word."""
    languages = languages_of(words)
    following = (*words[1:], "")
    return [_of(word, after, languages) for word, after in zip(words, following, strict=True)]


def of_word(word: str, languages: Iterable[str]) -> tuple[str, ...]:
    """The fields of a word by itself."""
    return tuple(dict.fromkeys(field for each in languages for field in _alone(word, each)))


@lru_cache(maxsize=20_000)
def _alone(word: str, language: str) -> tuple[str, ...]:
    fields = _fields(language)
    found = list(fields.whole.get(word, ()))
    for length in range(SHORTEST, min(len(word), LONGEST) + 1):
        found += fields.stems.get(word[:length], ())
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=20_000)
def _of(word: str, after: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    found: list[str] = []
    for language in languages:
        found += _alone(word, language)
        if pair := _fields(language).pairs.get(f"{word}_{after}"):
            found += pair
    return tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)
