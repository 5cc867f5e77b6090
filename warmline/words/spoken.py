"""The sentences that are read aloud, by language."""

from __future__ import annotations

from warmline.words.spoken_en import SpokenEnglish, SpokenToPeers

_ENGLISH = SpokenEnglish()
TO_PEERS = SpokenToPeers()


def spoken(language: str) -> SpokenEnglish:
    """What callers hear in this language; English where it is not spoken here."""
    return {"en": _ENGLISH}.get(language, _ENGLISH)
