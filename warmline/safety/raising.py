"""Lets the small model raise what the rules made of a text, and says by which words."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from warmline.safety import model
from warmline.safety.by_itself import says_little
from warmline.safety.evidence import is_enough
from warmline.safety.judging import Band, Facts, judge
from warmline.safety.normalise import words_of
from warmline.safety.rule import Signal as S  # noqa: N817 - it stands in every line

# So much of a score from the encoder, in a text of so many words, is as good as a telling word: of a few small words
# ("it will get there") it makes too much.
SURE, SAYS_MUCH = 0.4, 8
MORE = 0.3  # so much more it takes where a rule explained the words away
# Why words of risk did not count, and are words of risk all the same.
OF_RISK = frozenset({S.WELL, S.ALONE})
EXPLAINED = frozenset({S.IDIOM, S.GAME, S.STORY, S.WORK, S.NOT, S.PAST, S.SAID_BY, S.WELL})
BANDS = (Band.MODERATE, Band.HIGH, Band.IMMINENT)


@dataclass(frozen=True, slots=True)
class Leaning:
    """For what reasons rules held something back, and scores from which the model leans to it."""

    held: AbstractSet[S]
    to_alert: float
    to_page: float


# Chosen by the texts held out from the model. A circumstance said with no plain word of risk is at least a quiet note to
# the peer, and pages unless the model clearly speaks against it.
LEANINGS = (
    Leaning(frozenset({S.ALONE}), float("-inf"), -0.3),
    Leaning(frozenset({S.ALONE, S.BESIDE}), -0.1, 0.2),
)


@dataclass(frozen=True, slots=True)
class Raised:
    """A higher band, and why: by the model's reason, or by signals that the rules had held back and that count now."""

    band: Band
    reason: str = ""
    signals: tuple[S, ...] = ()
    facts: Facts | None = None


def raised(facts: Facts, question: str, band: Band, by: model.Weights) -> Raised | None:
    """A higher band with its reason, or nothing."""
    if band is Band.IMMINENT or by is model.SILENT or says_little(facts.text):
        return None
    asked = words_of(question).words if question else ()
    risks = [*facts.counted, *(each for each in facts.discounted if each.discount in OF_RISK)]
    risky = frozenset(
        place for each in risks for place in range(each.notice.start, each.notice.end)
    )
    opinion = model.opinion(by, facts.text.words, asked, risky)
    more = MORE if any(each.discount in EXPLAINED for each in facts.discounted) else 0.0
    higher, by_rules = Band.NONE, None
    for place, of in enumerate(BANDS):
        if opinion.above[place] <= more:
            break
        higher = of
    for leaning in LEANINGS:
        free = _set_free(facts, leaning.held)
        as_held, signals = judge(free)
        leant = _leaning(opinion, by, as_held, leaning)
        if leant is not Band.NONE and leant.rank >= higher.rank:  # what a rule says is told first
            higher, by_rules = leant, Raised(leant, signals=signals, facts=free)
    words = facts.text.words
    is_sure = opinion.added > SURE and sum(map(str.isalpha, words)) >= SAYS_MUCH
    told = by_rules or is_sure or is_enough(words, by.of)
    if higher.rank <= band.rank or not told:
        return None
    if by_rules:
        return by_rules
    near = ", ".join(f'"{word}"' for word in model.heaviest(by, opinion.piece))
    reason = f"words that often stand near risk, taken together: {near} (model)"
    return Raised(higher, reason)


def _leaning(opinion: model.Opinion, by: model.Weights, held: Band, leaning: Leaning) -> Band:
    """As much of what was held back as the model does not speak against."""
    alert, page = (above + least for above, least in zip(opinion.above[:2], by.least, strict=False))
    if held is Band.NONE or page > leaning.to_page:
        return held
    return Band.MODERATE if alert > leaning.to_alert else Band.NONE


def _set_free(facts: Facts, held: AbstractSet[S]) -> Facts:
    """As if nothing had been held back for one of these reasons."""
    free = (replace(each, discount=None) for each in facts.discounted if each.discount in held)
    rest = tuple(each for each in facts.discounted if each.discount not in held)
    return replace(facts, counted=(*facts.counted, *free), discounted=rest)
