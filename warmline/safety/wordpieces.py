"""Words in the pieces that a BERT vocabulary knows: the longest that fits first, then the rest of the word (Wu and others, 2016)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

FIRST, LAST, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
GOES_ON = "##"  # before a piece that is not the first of its word
_PARTS = re.compile(r"[^\W_]+|[^\w\s]|_")
_LONGEST = 100  # letters; what is longer is no word, as BERT itself has it


class WordPieces:
    """Finds the numbers of a text's pieces. `vocabulary` is each piece's number; it holds FIRST, LAST and UNKNOWN."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._number = vocabulary
        self._known: dict[str, tuple[int, ...]] = {}

    def of(self, words: Sequence[str], most: int) -> list[int]:
        """The numbers, FIRST and LAST around them, at most so many: what is over is cut off at the end."""
        found = [self._number[FIRST]]
        for word in words:
            found += self._pieces_of(word)
        return [*found[: most - 1], self._number[LAST]]

    def _pieces_of(self, word: str) -> tuple[int, ...]:
        known = self._known.get(word)
        if known is None:
            known = tuple(n for part in _PARTS.findall(word) for n in self._split(part))
            if len(self._known) < len(
                self._number
            ):  # a stranger's invented words shall not fill it
                self._known[word] = known
        return known

    def _split(self, part: str) -> Iterator[int]:
        numbers: list[int] = []
        start = 0
        while start < len(part) <= _LONGEST:
            head = GOES_ON if start else ""
            ends = range(len(part), start, -1)
            end = next((end for end in ends if head + part[start:end] in self._number), None)
            if end is None:
                break
            numbers.append(self._number[head + part[start:end]])
            start = end
        if start < len(part):
            yield self._number[UNKNOWN]
        else:
            yield from numbers
