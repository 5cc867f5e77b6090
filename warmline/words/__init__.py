"""Every sentence a person reads, by language, where a peer can review it. Pure: no I/O."""

from __future__ import annotations

from types import MappingProxyType

from warmline.words.callers_en import English
from warmline.words.callers_es import Spanish
from warmline.words.sentences import Callers

_CALLERS: MappingProxyType[str, Callers] = MappingProxyType({"en": English(), "es": Spanish()})
LANGUAGES = tuple(_CALLERS)


def callers(language: str | None) -> Callers:
    """The sentences in this language (`es`, `es-MX`), or in English where we have none."""
    return _CALLERS.get((language or "en").lower()[:2], _CALLERS["en"])
