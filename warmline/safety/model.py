"""A second reader for what no rule knows: weighs a text's words and fields of meaning, and may only raise a band.

Its weights are a table that `scripts/safety-train` makes from invented texts alone, kept beside this module. Where it is
installed, an encoder that reads a text as a whole has a second look at what the table finds.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources
from threading import Lock

from warmline.safety.features import SHARES, STEM, evenly, features
from warmline.safety.meaning import meanings
from warmline.safety.second_look import Encoder, Scored, Scores, installed, second_look

STOP = "."
LONG, WINDOW = (
    60,
    40,
)  # words; a longer text is also read piece by piece, for a quiet sentence in it
THOUSANDTHS = 1_000
TOLD = 4  # as many words as a reason names

MARKS = 2  # the stops around a text
MOST_TAKEN_OFF = 3  # sentences of known risk, from either end; of a long text one
BIAS = "bias"
EMPTY: AbstractSet[int] = frozenset()

NOTHING: Scores = (-9.0, -9.0, -9.0)


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature speaks for, in thousandths; what a text must reach; of which texts it was made; who looks again."""

    of: Mapping[str, tuple[int, int, int]]
    least: Scores
    digest: str
    encoder: Encoder | None = None


@dataclass(frozen=True, slots=True)
class Opinion:
    """How far a text lies above what each band asks for, and the words of the piece that lay highest.

    `added` is what of the score for an alert is the encoder's, at most: 0 where it was not asked.
    """

    above: Scores
    piece: tuple[str, ...]
    added: float = 0.0


@dataclass(slots=True)
class _AtHand:
    """What is loaded once, by whoever comes first."""

    whole: Weights | None = None
    loads: Lock = field(default_factory=Lock)


SILENT = Weights({}, (0.0, 0.0, 0.0), "")
_at_hand = _AtHand()


def weights() -> Weights:
    """The table, and the encoder where there is one; who asks while another loads that has the table meanwhile."""
    if _at_hand.whole is None:
        if not _at_hand.loads.acquire(blocking=False):
            return by_table()
        try:
            _at_hand.whole = replace(by_table(), encoder=installed()[0])
        finally:
            _at_hand.loads.release()
    return _at_hand.whole


@cache
def by_table() -> Weights:
    """The table alone, read with the first text."""
    file = resources.files("warmline.safety").joinpath("weights.tsv")
    return weights_of(file.read_text(encoding="utf-8"))


def weights_of(table: str) -> Weights:
    """A table as weights: lines of a feature and its three weights; some lines of another kind come first."""
    lines = table.splitlines()
    told = dict(line[2:].split(": ", 1) for line in lines if line.startswith("# "))
    moderate, high, imminent = map(float, told["least"].split())
    of: dict[str, tuple[int, int, int]] = {}
    for line in lines:
        if not line.startswith("# "):
            name, one, two, three = line.split("\t")
            of[name] = (int(one), int(two), int(three))
    return Weights(of, (moderate, high, imminent), told["texts"])


def opinion(
    by: Weights, words: Sequence[str], question: Sequence[str] = (), risky: AbstractSet[int] = EMPTY
) -> Opinion:
    """What the model makes of a text: the highest of its pieces. `risky` are the places of words known to be risk."""
    best, highest = NOTHING, words
    scored = [
        Scored(score(features(piece, question), by.of), piece) for piece in pieces(words, risky)
    ]
    if by.encoder is not None:
        scored = second_look(scored, question, by.encoder)
    for each in scored:
        scores = each.scores
        if scores[0] >= best[0]:
            highest = each.piece
        best = (max(best[0], scores[0]), max(best[1], scores[1]), max(best[2], scores[2]))
    one, two, three = by.least
    above = (best[0] - one, best[1] - two, best[2] - three)
    return Opinion(above, tuple(highest), max((each.added for each in scored), default=0.0))


def score(found: AbstractSet[str], of: Mapping[str, tuple[int, int, int]]) -> Scores:
    """The sum of what is known of these features."""
    one = two = three = 0.0
    for name in found:
        if known := of.get(name):
            share = SHARES[name[0]]
            one += share * known[0]
            two += share * known[1]
            three += share * known[2]
    each = evenly(found) / THOUSANDTHS
    bias = of[BIAS]
    return (
        one * each + bias[0] / THOUSANDTHS,
        two * each + bias[1] / THOUSANDTHS,
        three * each + bias[2] / THOUSANDTHS,
    )


def pieces(words: Sequence[str], risky: AbstractSet[int] = EMPTY) -> list[Sequence[str]]:
    """A text of some words as it is; a long one by sentences, some two dozen words at a time.

    What remains when sentences of known risk are taken off its beginning or its end is read as well: more risk never
    hides what stood there.
    """
    stops = [place for place, word in enumerate(words) if word == STOP]
    ends = [here for last, here in itertools.pairwise([-9, *stops]) if here - last > 1]
    most = 1 if len(words) > LONG else MOST_TAKEN_OFF
    starts = [0, *_taken_off(ends, risky, most)]
    last_ones = [len(words), *(here + 1 for here in _taken_off(ends[::-1], risky, most))]
    found = dict.fromkeys(
        piece
        for start, end in itertools.product(starts, last_ones)
        if start < end
        for piece in _by_sentences(words, start, end)
    )
    return [words[start:end] for start, end in found if end - start > MARKS]


def _taken_off(ends: Sequence[int], risky: AbstractSet[int], most: int) -> Iterator[int]:
    """Where the rest begins, after one or a few sentences of known risk; `ends` may run from the last to the first."""
    for one, two in itertools.islice(itertools.pairwise(ends), most):
        if risky.isdisjoint(range(min(one, two), max(one, two))):
            return
        yield two


def _by_sentences(words: Sequence[str], start: int, end: int) -> Iterator[tuple[int, int]]:
    if end - start <= LONG:
        yield start, end
        return
    for place in range(start, end):
        long = place - start
        if long >= LONG or (words[place] == STOP and long >= WINDOW):
            yield start, place + 1
            start = place
    yield start, end


def heaviest(by: Weights, words: Sequence[str]) -> tuple[str, ...]:
    """The words that weighed most towards risk, in the order of the text."""
    of = by.of
    fields = meanings(words)
    often = Counter(field for here in fields for field in here)
    weight: dict[str, float] = {}
    for word, here in zip(words, fields, strict=True):
        names = [f"w:{word}", f"s:{word[:STEM]}"]
        own = sum(of[name][0] for name in names if name in of)
        shared = sum(of[f"f:{field}"][0] / often[field] for field in here if f"f:{field}" in of)
        weight[word] = own + shared
    most = sorted((word for word in weight if weight[word] > 0), key=weight.__getitem__)[-TOLD:]
    return tuple(word for word in dict.fromkeys(words) if word in most)
