"""Combines what counts into a band, with the reasons that a person can check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from warmline.safety import grammar
from warmline.safety.noticed import Noticed
from warmline.safety.rule import Signal as S  # noqa: N817 - it stands in every line
from warmline.safety.weighing import THIRD, Weighed


class Band(StrEnum):
    """How soon a person must know. In order, lowest first."""

    NONE = "none"
    MODERATE = "moderate"
    HIGH = "high"
    IMMINENT = "imminent"

    @property
    def rank(self) -> int:
        return tuple(Band).index(self)


@dataclass(frozen=True, slots=True)
class Facts:
    """What counts in a text, and what was said earlier in the conversation."""

    text: Noticed
    counted: tuple[Weighed, ...]
    discounted: tuple[Weighed, ...]
    earlier: frozenset[S] = field(default_factory=frozenset)
    shown: frozenset[S] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "shown", frozenset(each.signal for each in self.counted))

    def has(self, *signals: S) -> bool:
        return not self.shown.isdisjoint(signals)

    def ever(self, *signals: S) -> bool:
        """Now, or earlier while this text adds something to it."""
        return self.has(*signals) or bool(self.earlier.intersection(signals))

    def many(self, signal: S) -> int:
        """In how many different places, and by how many rules."""
        ends: set[int] = set()
        for weighed in self.counted:
            if weighed.signal is signal:
                ends.add(weighed.notice.end)
        return len(ends)

    def plain(self) -> bool:
        """Nothing in the text speaks for an everyday matter, a game, a story or work."""
        return not self.text.has(S.TRIVIAL, S.GAME, S.STORY, S.WORK, S.LAUGH, S.IDIOM, S.WELL)

    def thinks(self) -> bool:
        """Speaks of thinking of it rather than of doing it."""
        return any(word in grammar.THINKING for word in self.text.words[self.text.border :])


def judge(facts: Facts) -> tuple[Band, tuple[S, ...]]:
    """The band, and the signals that made it."""
    for rule, band in ((_imminent, Band.IMMINENT), (_high, Band.HIGH), (_moderate, Band.MODERATE)):
        for signals in rule(facts):
            return _laughed_down(facts, band, signals)
    return Band.NONE, ()


def _imminent(f: Facts) -> Iterator[tuple[S, ...]]:
    for alone in (S.DONE, S.ARMED, S.EDGE, S.OTHER_DONE):
        if f.has(alone):
            yield (alone,)
    own = (S.ACT, S.METHOD, S.PLAN)
    if f.ever(*own) and f.has(S.NOW) and not (f.thinks() and not f.earlier):
        yield (*own, S.NOW)
    if f.ever(*own, S.WISH, S.NOTE) and f.has(S.PLACE):
        yield (*own, S.WISH, S.PLACE)
    if f.ever(S.ACT, S.PLAN, S.METHOD) and f.has(S.MEANS) and (f.has(S.NOW, S.BYE) or f.earlier):
        yield (*own, S.MEANS, S.NOW, S.BYE)
    if f.has(S.FAREWELL) and (
        f.ever(*own, S.NOTE, S.WISH) or f.has(S.PREPARED, S.NOW, S.BYE, S.MEANS)
    ):
        yield (S.FAREWELL, S.NOTE, S.PREPARED, S.NOW, S.BYE, S.MEANS, *own)
    if f.many(S.FAREWELL) > 1:
        yield (S.FAREWELL,)
    if f.has(S.FINAL) and f.has(S.LETHAL, S.PLACE) and f.plain():
        yield (S.FINAL, S.LETHAL, S.PLACE)
    if f.has(S.FINAL) and f.has(S.MEANS) and f.has(S.NOW, S.WEAK) and f.plain():
        yield (S.FINAL, S.MEANS, S.NOW, S.WEAK)
    if f.has(S.NOTE) and f.has(S.NOW, S.BYE, S.PREPARED):
        yield (S.NOTE, S.NOW, S.BYE, S.PREPARED)
    if f.earlier.intersection(own) and f.has(S.BYE, S.METHOD):
        yield (S.BYE, S.METHOD, *own)
    if f.has(S.OTHER_ACT) and f.has(S.NOW, S.MEANS, S.PLACE):
        yield (S.OTHER_ACT, S.NOW, S.MEANS, S.PLACE)
    if f.has(S.ANSWER) and f.has(S.NOW):
        yield (S.ANSWER, S.NOW)


def _high(f: Facts) -> Iterator[tuple[S, ...]]:
    for alone in (
        S.ACT,
        S.METHOD,
        S.PLAN,
        S.NOTE,
        S.FAREWELL,
        S.HARM_NOW,
        S.DANGER,
        S.THREAT,
        S.OTHER_ACT,
        S.ANSWER,
    ):
        if f.has(alone):
            yield (alone,)
    if f.ever(S.WISH) and f.has(S.MEANS):
        yield (S.WISH, S.MEANS)
    if f.ever(S.WISH) and f.has(S.NOW) and not f.thinks():
        yield (S.WISH, S.NOW)
    if f.has(S.BURDEN) and f.has(S.MEANS):
        yield (S.BURDEN, S.MEANS)
    if f.has(S.PREPARED) and f.has(S.BYE, S.NOW, S.BURDEN, S.WEAK, S.WISH):
        yield (S.PREPARED, S.BYE, S.NOW, S.BURDEN, S.WEAK, S.WISH)
    if f.has(S.LETHAL) and f.has(S.NOW, S.WEAK, S.BURDEN) and f.plain():
        yield (S.LETHAL, S.NOW, S.WEAK, S.BURDEN)
    if (
        f.has(S.FINAL)
        and f.has(S.NOW)
        and f.has(S.WEAK, S.BURDEN, S.WISH, S.PREPARED)
        and f.plain()
    ):
        yield (S.FINAL, S.NOW, S.WEAK, S.BURDEN, S.WISH)
    if f.has(S.LETHAL) and f.has(S.MOOD) and f.plain():
        yield (S.LETHAL, S.MOOD)
    if f.has(S.PLACE) and f.has(S.BURDEN):
        yield (S.PLACE, S.BURDEN)
    if f.many(S.PREPARED) > 1 and f.plain():
        yield (S.PREPARED,)
    if f.has(S.MEANS) and f.has(S.WEAK) and f.has(S.NOW):
        yield (S.MEANS, S.WEAK, S.NOW)


def _moderate(f: Facts) -> Iterator[tuple[S, ...]]:
    for alone in (S.WISH, S.BURDEN, S.URGE, S.ATTEMPTED, S.FEAR, S.OTHER_HARM):
        if f.has(alone):
            yield (alone,)
    trivial = f.text.has(S.TRIVIAL, S.LAUGH, S.WELL)
    if f.many(S.WEAK) > 1 and not trivial:
        yield (S.WEAK,)
    denied = [w for w in f.discounted if w.discount is S.NOT]
    if denied and f.has(S.WEAK) and not trivial:
        yield (S.WEAK,)
    past = [w for w in f.discounted if w.discount is S.PAST and w.signal not in THIRD]
    if past and f.text.has(S.AGAIN):
        yield (S.AGAIN,)
    if f.has(S.PLACE, S.MEANS) and f.has(S.MOOD, S.FINAL) and f.plain():
        yield (S.PLACE, S.MEANS, S.MOOD, S.FINAL)
    if f.earlier and f.has(S.WEAK) and not trivial:
        yield (S.WEAK,)


SLANG = frozenset("kms kermit sewerslide ctb unalive dead".split())
LIGHT = frozenset({S.ACT, S.WISH, S.METHOD, S.WEAK, S.BURDEN, S.DANGER, S.THREAT, S.NOW})


def _laughed_down(f: Facts, band: Band, signals: tuple[S, ...]) -> tuple[Band, tuple[S, ...]]:
    """A laugh lowers a bare phrase; it never lowers means, a plan, a goodbye or an attempt."""
    if not f.text.has(S.LAUGH) or f.text.has(S.TRUE) or f.earlier:
        return _teased(f, band, signals)
    if any(weighed.signal not in LIGHT for weighed in f.counted):
        return band, signals
    words = set(f.text.words)
    light = f.text.has(S.TRIVIAL) or words & SLANG or words & grammar.WHEN_OR_IF
    if light or not f.has(S.ACT):
        return Band.NONE, (S.LAUGH,)
    return Band.MODERATE, (*signals, S.LAUGH)


def _teased(f: Facts, band: Band, signals: tuple[S, ...]) -> tuple[Band, tuple[S, ...]]:
    """`My boss will kill me if I am late`: a threat only in form."""
    if (
        signals == (S.OTHER_ACT,)
        and f.text.has(S.TRIVIAL)
        and grammar.WHEN_OR_IF & set(f.text.words)
    ):
        return Band.NONE, (S.IDIOM,)
    if signals in ((S.DANGER,), (S.THREAT,)):
        words = set(f.text.words)
        if words & grammar.WHEN_OR_IF and words & grammar.TEASERS and not words & grammar.EARNEST:
            return Band.NONE, (S.IDIOM,)
    return band, signals


def first_of(counted: Iterable[Weighed], signals: Iterable[S]) -> list[Weighed]:
    """What stands behind these signals, in the order of the text, each signal with its longest words."""
    wanted = set(signals)
    best: dict[S, Weighed] = {}
    for weighed in counted:
        if weighed.signal not in wanted:
            continue
        known = best.get(weighed.signal)
        length = weighed.notice.end - weighed.notice.start
        if known is None or length > known.notice.end - known.notice.start:
            best[weighed.signal] = weighed
    return sorted(best.values(), key=lambda weighed: weighed.notice.start)
