"""The few whole-message words by which a caller steers their own conversation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from warmline.words import reading


class Word(StrEnum):
    """What a caller can ask of the line itself (contract.md, "Text language")."""

    END = "end"
    DELETE = "delete"
    CRISIS = "crisis"
    AGAIN = "again"
    MORE = "more"
    TOMORROW = "tomorrow"
    CALL = "call"


@dataclass(frozen=True, slots=True)
class Speak:
    """From now on in this language (ISO 639-1)."""

    language: str


CallerWord = Word | Speak

# Every language's words always count: who reads Spanish may still answer in English. LISTO is also
# "ready" in talk, so our Spanish sentences teach ADIOS and only accept LISTO.
_WORDS: dict[str, CallerWord] = {
    "done": Word.END, "bye": Word.END, "bye bye": Word.END, "goodbye": Word.END,
    "good bye": Word.END, "adios": Word.END, "listo": Word.END, "lista": Word.END,
    "delete": Word.DELETE, "borrar": Word.DELETE,
    "crisis": Word.CRISIS,
    "again": Word.AGAIN, "otra vez": Word.AGAIN,
    "more": Word.MORE, "mas": Word.MORE,
    "call": Word.CALL, "llamar": Word.CALL,
    "tomorrow": Word.TOMORROW, "manana": Word.TOMORROW,
    "espanol": Speak("es"), "english": Speak("en"), "ingles": Speak("en"),
}  # fmt: skip
_BETWEEN = re.compile(r"[ ,.\-–—]+")  # "good-bye", "bye, bye"
WORDS = frozenset(word.upper() for word in _WORDS)


def read(text: str) -> CallerWord | None:
    """The word that the whole text is, or None: then it is talk.

    Case, accents, outer space, quotes and punctuation do not matter. Carriers' words are never
    ours; reading for risk comes besides, for "goodbye" may be one (domain.md 2.4).
    """
    return _WORDS.get(_BETWEEN.sub(" ", reading.bare(text)))
