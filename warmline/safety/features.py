"""What the small model looks at in a text: its words, two and three in a row, beginnings of words, and fields of meaning."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import sqrt

from warmline.safety.meaning import meanings

STEM = 5  # letters by which forms of a word are known as one
# by a feature's first letter
SHARES = {"w": 1.0, "b": 1.0, "t": 0.7, "s": 0.7, "f": 1.0, "n": 1.0, "q": 1.0}
REACH = 4  # a no is felt over so many words
LENGTH = 8.0  # what all of a text's features come to, however long it is


def features(words: Sequence[str], question: Sequence[str] = ()) -> set[str]:
    """All that is looked at. `question` is a peer's text just before, which this one may answer."""
    found = {f"w:{word}" for word in words}
    found.update(map(_stem, {word for word in words if len(word) > STEM}))
    found.update(f"b:{one} {two}" for one, two in itertools.pairwise(words))
    found.update(
        f"t:{one} {two} {three}"
        for one, two, three in zip(words, words[1:], words[2:], strict=False)
    )
    fields = meanings(words)
    for place, here in enumerate(fields):
        if here:
            found.update(map(_field, here))
            if "not" in here:
                for after in fields[place + 1 : place + 1 + REACH]:
                    found.update(map(_denied, after))
    if question:
        for here in meanings(question):
            found.update(f"q:{field}" for field in here)
    return found


def evenly(found: Iterable[str]) -> float:
    """By how much each feature counts, so that a long text does not weigh more for being long."""
    return LENGTH / sqrt(sum(SHARES[name[0]] ** 2 for name in found) or 1.0)


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    return f"s:{word[:STEM]}"


@lru_cache(maxsize=1_000)
def _field(name: str) -> str:
    return f"f:{name}"


@lru_cache(maxsize=1_000)
def _denied(name: str) -> str:
    return f"n:{name}"
