"""How a text lies: its sentences, and which words are covered by what. Worked out once, looked up often."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from warmline.safety import grammar
from warmline.safety.matching import STOP
from warmline.safety.meaning import EVERYDAY, meanings
from warmline.safety.noticed import Notice, Noticed
from warmline.safety.rule import Signal as S  # noqa: N817 - it stands in every line

MOST_LOSSES = 4  # a text of more losses than these is read as well with four


@dataclass(frozen=True, slots=True)
class Lay:
    """Places in a text. A sentence is known by its number."""

    text: Noticed
    sentences: list[int]  # of each word
    clauses: list[int]  # of each word: a sentence, or its part after a "but"
    starts: list[int]  # of each sentence
    idiom: frozenset[int]  # words that a figure of speech covers
    attempted: frozenset[int]  # words that tell of a past attempt
    nots: frozenset[int]
    void: frozenset[int]  # words of a no that denies nothing
    masks: Mapping[int, int]  # words of another statement: where the first of those ends
    past: frozenset[int]  # clauses that speak of long ago
    used_to: frozenset[int]
    meant: frozenset[int]  # sentences with a time, an act or a wish
    first_meant: Mapping[int, int]  # sentence: its first word of wanting or doing
    losses: list[Notice]
    everyday: Mapping[int, int]  # sentence: how many of its words are of an everyday matter


def lay_of(text: Noticed) -> Lay:
    """Look at every notice once."""
    sentences, starts = _sentences(text.words)
    clauses = _clauses(text.words)
    by: dict[S, list[Notice]] = {}
    for notice in text.notices:
        by.setdefault(notice.signal, []).append(notice)
    masks: dict[int, int] = {}
    for signal in (S.WEAK, S.WISH, S.BURDEN, S.FAREWELL, S.BYE, S.FINAL):
        for notice in by.get(signal, ()):
            for place in range(notice.start, notice.end):
                masks[place] = min(masks.get(place, notice.end), notice.end)
    first_meant: dict[int, int] = {}
    for place, word in enumerate(text.words):
        if word in grammar.MEANT:
            first_meant.setdefault(sentences[place], place)
    past = by.get(S.PAST, [])
    return Lay(
        text=text,
        sentences=sentences,
        clauses=clauses,
        starts=starts,
        idiom=_covered(by.get(S.IDIOM, ())),
        attempted=_covered(by.get(S.ATTEMPTED, ())),
        nots=frozenset(notice.start for notice in by.get(S.NOT, ())),
        void=_covered(by.get(S.NOT_NOT, ())),
        masks=masks,
        past=frozenset(clauses[notice.start] for notice in past),
        used_to=frozenset(clauses[each.start] for each in past if text.words[each.start] == "used"),
        meant=frozenset(
            sentences[notice.start]
            for signal in (S.NOW, S.ACT, S.WISH)
            for notice in by.get(signal, ())
        ),
        first_meant=first_meant,
        losses=by.get(S.LOSS, [])[:MOST_LOSSES],
        everyday=_everyday(text.words, starts),
    )


def _covered(notices: Iterable[Notice]) -> frozenset[int]:
    return frozenset(place for notice in notices for place in range(notice.start, notice.end))


def _everyday(words: Sequence[str], starts: Sequence[int]) -> Mapping[int, int]:
    """How many words of each sentence are of an everyday matter, in the sentence's own language."""
    found: dict[int, int] = {}
    for number, (start, end) in enumerate(itertools.pairwise((*starts, len(words)))):
        if end - start > 1:
            fields = meanings(words[start:end])
            found[number] = sum(not EVERYDAY.isdisjoint(here) for here in fields)
    return found


def _sentences(words: Iterable[str]) -> tuple[list[int], list[int]]:
    """The number of each word's sentence, and where each sentence begins."""
    numbers: list[int] = []
    starts = [0]
    for place, word in enumerate(words):
        numbers.append(len(starts) - 1)
        if word == STOP:
            starts.append(place + 1)
    return numbers, starts


def _clauses(words: Iterable[str]) -> list[int]:
    """The number of each word's clause: what was long ago ends at a "but"."""
    numbers: list[int] = []
    number = 0
    for word in words:
        number += word == STOP or word in grammar.BUT
        numbers.append(number)
    return numbers
