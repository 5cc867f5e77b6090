"""Lets the small model raise what the rules made of a text, and says by which words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from warmline.safety import model
from warmline.safety.evidence import is_enough
from warmline.safety.judging import Band, Facts, judge
from warmline.safety.normalise import words_of
from warmline.safety.rule import Signal as S  # noqa: N817 - it stands in every line

FEWEST = 3  # words beside weak ones: of a bare yes or "the bridge" only rules make something
MORE = 0.3  # so much more it takes where a rule explained the words away
LEANING = (
    -0.1,
    0.2,
)  # scores from which the model leans to what rules held back: to alert, to page
EXPLAINED = frozenset({S.IDIOM, S.GAME, S.STORY, S.WORK, S.NOT, S.PAST, S.SAID_BY, S.WELL})
BANDS = (Band.MODERATE, Band.HIGH, Band.IMMINENT)


@dataclass(frozen=True, slots=True)
class Raised:
    """A higher band, why, and the signals that the rules had held back, if it was those."""

    band: Band
    reason: str
    signals: tuple[S, ...] = ()


def raised(facts: Facts, question: str, band: Band, by: model.Weights) -> Raised | None:
    """A higher band with its reason, or nothing."""
    if band is Band.IMMINENT or by is model.SILENT or _says_little(facts):
        return None
    asked = words_of(question).words if question else ()
    risks = [*facts.counted, *(each for each in facts.discounted if each.discount is S.WELL)]
    risky = frozenset(
        place for each in risks for place in range(each.notice.start, each.notice.end)
    )
    opinion = model.opinion(by, facts.text.words, asked, risky)
    more = MORE if any(each.discount in EXPLAINED for each in facts.discounted) else 0.0
    higher = Band.NONE
    signals: tuple[S, ...] = ()
    for place, of in enumerate(BANDS):
        if opinion.above[place] <= more:
            break
        higher = of
    held, by_rules = _held_back(facts)
    if held.rank > higher.rank and (leant := _leaning(opinion, by, held)).rank > higher.rank:
        higher, signals = leant, by_rules
    if higher.rank <= band.rank or not (signals or is_enough(facts.text.words, by.of)):
        return None
    near = ", ".join(f'"{word}"' for word in model.heaviest(by, opinion.piece))
    reason = f"words that often stand near risk, taken together: {near} (model)"
    return Raised(higher, reason, signals)


def _leaning(opinion: model.Opinion, by: model.Weights, held: Band) -> Band:
    """As much of what was held back as the model does not speak against."""
    alert, page = (above + least for above, least in zip(opinion.above[:2], by.least, strict=False))
    if page > LEANING[1]:
        return held
    return Band.MODERATE if alert > LEANING[0] else Band.NONE


def _held_back(facts: Facts) -> tuple[Band, tuple[S, ...]]:
    """What the rules would have said, were nothing held back for standing beside an everyday matter."""
    held = [each for each in facts.discounted if each.discount is S.BESIDE]
    if not held:
        return Band.NONE, ()
    free = tuple(replace(each, discount=None) for each in held)
    rest = tuple(each for each in facts.discounted if each.discount is not S.BESIDE)
    return judge(replace(facts, counted=(*facts.counted, *free), discounted=rest))


def _says_little(facts: Facts) -> bool:
    """Hardly any words but weak ones, which never alert alone."""
    text = facts.text
    weak = {place for each in text.of(S.WEAK) for place in range(each.start, each.end)}
    own = range(text.border, len(text.words))
    others = sum(place not in weak and text.words[place].isalpha() for place in own)
    return others < FEWEST + bool(weak)
