"""Words that wait for a peer, each with its place in what was said: words that did not arrive come back late, and out of turn."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from warmline.clock import milliseconds
from warmline.store.vault import Vault

_BAR = "|"
_BEFORE_ALL = "0.0"  # of words whose place was not noted


def place(said: datetime, nth: int) -> str:
    """Where words stand that were said at this moment, as the nth of their text."""
    return f"{milliseconds(said)}.{nth}"


def sealed(vault: Vault, words: Iterable[str], said: datetime) -> list[str]:
    """How they are kept."""
    return [f"{place(said, nth)}{_BAR}{vault.seal(part)}" for nth, part in enumerate(words)]


def in_order(vault: Vault, kept: Iterable[str]) -> tuple[str, ...]:
    """The words, in the order in which they were said, whichever came to wait first."""
    by_place = sorted((_place_of(one), one.rpartition(_BAR)[2]) for one in kept)
    return tuple(vault.open(part) for _, part in by_place)


def _place_of(one: str) -> tuple[int, int]:
    at, _, nth = (one.rpartition(_BAR)[0] or _BEFORE_ALL).partition(".")
    return int(at), int(nth)
