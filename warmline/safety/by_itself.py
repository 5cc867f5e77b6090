"""What is said by itself: a few words, or one circumstance (a goodbye, a means, a place) with no plain word of risk beside it.

Many a false page by rules was such: "made my will today, sensible", "goodbye cruel world, hello annual leave". What waiting for a second
reader costs and brings stands in docs/safety.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from warmline.safety.noticed import Noticed
from warmline.safety.rule import Signal as S  # noqa: N817 - it stands in every line
from warmline.safety.weighing import RISKS, Weighed

FEWEST = 3  # words beside weak ones: of a bare yes or "the bridge" only rules make something
CIRCUMSTANCES = frozenset(
    {S.DONE, S.ARMED, S.EDGE, S.NOTE, S.FAREWELL, S.PREPARED, S.LETHAL, S.BYE}
)
PLAIN = (RISKS - CIRCUMSTANCES) | {S.ANSWER}


def says_little(text: Noticed) -> bool:
    """Hardly any words but weak ones, which never alert alone."""
    weak = {place for each in text.of(S.WEAK) for place in range(each.start, each.end)}
    own = range(text.border, len(text.words))
    others = sum(place not in weak and text.words[place].isalpha() for place in own)
    return others < FEWEST + bool(weak)


def wait_for_a_second_reader(text: Noticed, weighed: Sequence[Weighed]) -> list[Weighed]:
    """One circumstance without a plain word of risk does not count by itself, where there is enough for a second reader."""
    counted = [each for each in weighed if each.discount is None]
    alone = [each.notice for each in counted if each.signal in CIRCUMSTANCES]
    is_plain = any(each.signal in PLAIN for each in counted)
    if is_plain or not all(one.touches(alone[0]) for one in alone) or says_little(text):
        return list(weighed)
    return [
        replace(each, discount=S.ALONE)
        if each.discount is None and each.signal in CIRCUMSTANCES
        else each
        for each in weighed
    ]
