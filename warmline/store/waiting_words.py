"""Words that wait for a peer, each with its place in what was said: words that did not arrive come back late, and out of turn."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from warmline.clock import milliseconds
from warmline.store.vault import Vault

_HELD, _CAME_BACK = "|", "<"
_BEFORE_ALL = "0.0"  # of words whose place was not noted


def place(said: datetime, nth: int) -> str:
    """Where words stand that were said at this moment, as the nth of their text."""
    return f"{milliseconds(said)}.{nth}"


def sealed(vault: Vault, words: Iterable[str], said: datetime) -> str:
    """How scripts take them, as JSON; `settle_text.lua` adds those that came back, with `<` after their place."""
    kept = [f"{place(said, nth)}{_HELD}{vault.seal(part)}" for nth, part in enumerate(words)]
    return json.dumps(kept)


def in_order(vault: Vault, kept: Iterable[str]) -> tuple[str, ...]:
    """The words as they were said: held ones in the order in which they came to wait, between them those that came back."""
    entries = [_entry(one) for one in kept]
    words = [entry for entry in entries if not entry.came_back]
    for back in sorted((entry for entry in entries if entry.came_back), key=lambda each: each.said):
        later = (at for at, entry in enumerate(words) if entry.said > back.said)
        words.insert(next(later, len(words)), back)
    return tuple(vault.open(entry.sealed) for entry in words)


@dataclass(frozen=True, slots=True)
class _Entry:
    said: tuple[int, int]
    came_back: bool
    sealed: str


def _entry(one: str) -> _Entry:
    came_back = _CAME_BACK in one
    said, _, words = one.rpartition(_CAME_BACK if came_back else _HELD)
    at, _, nth = (said or _BEFORE_ALL).partition(".")
    return _Entry((int(at), int(nth)), came_back, words)
