"""Everything that the rules notice in a text, each with where it stands and what discounts it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from warmline.safety.matching import STOP, matches, spans_of
from warmline.safety.normalise import words_of
from warmline.safety.rule import Signal
from warmline.safety.rulebook import rulebook

TAIL = 12  # so many words of the text before may belong to this one: `i want to` | `die`


@dataclass(frozen=True, slots=True)
class Notice:
    """One rule that fires."""

    signal: Signal
    rule: str
    start: int
    end: int
    before: bool = False  # it stands, as a whole, in an earlier text

    def touches(self, other: Notice) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Noticed:
    """A text's words and all notices in it."""

    words: Sequence[str]
    quoted: frozenset[int]
    repaired: Sequence[str]
    notices: tuple[Notice, ...]
    shown: frozenset[Signal]
    border: int = 0  # where this text begins, when words of the one before stand in front

    def of(self, *signals: Signal) -> list[Notice]:
        return [notice for notice in self.notices if notice.signal in signals]

    def has(self, *signals: Signal) -> bool:
        """Whether this text, apart from the one before, shows one of these."""
        return not self.shown.isdisjoint(signals)

    def said(self, notice: Notice) -> str:
        return " ".join(self.words[notice.start : notice.end]).strip(" .,")


def notice(text: str, after: str = "") -> Noticed:
    """What stands in a text; `after` is the same person's text just before, which may be its first half."""
    book = rulebook()
    read = words_of(text)
    head = [word for word in words_of(after[-200:]).words if word != STOP][-TAIL:] if after else []
    words = [STOP, *head, *read.words, STOP]
    border = len(head) + 1
    spans = spans_of(book.groups, words, book.single, book.fillers)
    longest: dict[tuple[str, int], int] = {}
    for start, end, name in matches(book.phrases, words, spans, book.fillers):
        if end > longest.get((name, start), 0):
            longest[name, start] = end
    notices = tuple(
        Notice(book.rules[name].signal, name, start, end, before=end <= border)
        for (name, start), end in longest.items()
    )
    quoted = frozenset(place + border for place in read.quoted)
    shown = frozenset(each.signal for each in notices if not each.before)
    return Noticed(words, quoted, read.repaired, notices, shown, border)
