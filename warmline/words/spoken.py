"""The sentences that are read aloud, by language."""

from __future__ import annotations

from types import MappingProxyType

from warmline.words.spoken_en import SpokenEnglish
from warmline.words.spoken_es import SpokenSpanish
from warmline.words.spoken_peers import SpokenToPeers
from warmline.words.spoken_sentences import Spoken

_SPOKEN: MappingProxyType[str, Spoken] = MappingProxyType(
    {"en": SpokenEnglish(), "es": SpokenSpanish()}
)
TO_PEERS = SpokenToPeers()


def spoken(language: str | None) -> Spoken:
    """What callers hear in this language (`es`, `es-MX`); English where it is not spoken here."""
    return _SPOKEN.get((language or "en").lower()[:2], _SPOKEN["en"])
