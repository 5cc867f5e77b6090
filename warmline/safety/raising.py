"""Lets the small model raise what the rules made of a text, and says by which words."""

from __future__ import annotations

from warmline.safety import model
from warmline.safety.judging import Band, Facts
from warmline.safety.normalise import words_of
from warmline.safety.rule import Signal as S  # noqa: N817 - it stands in every line

FEWEST = 3  # words beside weak ones: of a bare yes or "the bridge" only rules make something
MORE = 0.3  # so much more it takes where a rule explained the words away
EXPLAINED = frozenset({S.IDIOM, S.GAME, S.STORY, S.WORK, S.NOT, S.PAST, S.SAID_BY, S.WELL})
BANDS = (Band.MODERATE, Band.HIGH, Band.IMMINENT)


def raised(facts: Facts, question: str, band: Band, by: model.Weights) -> tuple[Band, str] | None:
    """A higher band with its reason, or nothing."""
    if band is Band.IMMINENT or by is model.SILENT or _says_little(facts):
        return None
    asked = words_of(question).words if question else ()
    risky = frozenset(
        place for each in facts.counted for place in range(each.notice.start, each.notice.end)
    )
    opinion = model.opinion(by, facts.text.words, asked, risky)
    more = MORE if any(each.discount in EXPLAINED for each in facts.discounted) else 0.0
    higher = Band.NONE
    for place, of in enumerate(BANDS):
        if opinion.above[place] <= more:
            break
        higher = of
    if higher.rank <= band.rank:
        return None
    near = ", ".join(f'"{word}"' for word in model.heaviest(by, opinion.piece))
    return higher, f"words that often stand near risk, taken together: {near} (model)"


def _says_little(facts: Facts) -> bool:
    """Hardly any words but weak ones, which never alert alone."""
    text = facts.text
    weak = {place for each in text.of(S.WEAK) for place in range(each.start, each.end)}
    own = range(text.border, len(text.words))
    others = sum(place not in weak and text.words[place].isalpha() for place in own)
    return others < FEWEST + bool(weak)
