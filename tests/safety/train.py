"""`./scripts/safety-train`: makes the small model's weights from the invented texts, and says what it finds in texts that it was not shown."""

from __future__ import annotations

import argparse
import hashlib
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import log

from tests.bench import table
from tests.safety.texts import (
    DEVELOPMENT,
    EVALUATION,
    EVERYDAY,
    HARMLESS,
    HERE,
    Text,
    everyday,
    load,
)
from warmline.safety.features import SHARES, evenly, features
from warmline.safety.model import BIAS, SILENT, THOUSANDTHS, Weights, score
from warmline.safety.noticed import notice
from warmline.safety.reading import Band, Who
from warmline.safety.rulebook import LANGUAGES
from warmline.safety.second_look import Scores

# what happens to be in these is not learnt
KEPT_APART = (EVALUATION, HERE / "fresh.tsv", HERE / "fresh2.tsv")
WRITTEN = tuple(sorted({*(HERE / "written").glob("*.tsv")} - {EVERYDAY, HARMLESS}))
TABLE = HERE.parents[1] / "warmline" / "safety" / "weights.tsv"
RAREST = 3  # texts in which a feature must stand to be learnt
LIGHTEST = 20  # thousandths: a feature that weighs less on every line is left out, which changes nothing and spares a quarter
COST = 0.03  # of a text on the wrong side; less of it keeps weights small
ROUNDS, FOLDS, SEED = 12, 5, 7
FIRMLY = 3  # times each of those texts by which a rule must not alert is shown
OFTEN = 4  # times each ordinary text is shown: nearly all that a line reads are such
LEANT = (0.2, 0.3)  # to alert, to page: chosen with each text read by weights learnt without it
STEADY = 2.0  # the feature that every text has
# Of the texts without risk, so many may the model alarm at, over those at which the rules do.
ALLOWED = (0.08, 0.022, 0.006)
COUNTER = "counter"
BANDS = (Band.MODERATE, Band.HIGH, Band.IMMINENT)

Row = tuple[list[int], list[float]]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text's features and its band."""

    found: frozenset[str]
    rank: int


def texts() -> list[Text]:
    """All that is learnt from: the invented texts, and those by which a rule must not alert."""
    counters = [
        Text(Band.NONE, COUNTER, language.code, (), rule.counter)
        for language in LANGUAGES
        for rule in language.rules
        if rule.counter
    ]
    kept_apart = {each.text.lower() for path in KEPT_APART for each in load(path)}
    return [
        text
        for text in [
            *(text for path in (DEVELOPMENT, *WRITTEN) for text in load(path)),
            *(*everyday(kept=False), *load(HARMLESS)) * OFTEN,
            *counters * FIRMLY,
        ]
        if text.text.lower() not in kept_apart
    ]


def digest(of: Iterable[Text]) -> str:
    """What changes when any text does, in whatever order they come."""
    lines = sorted(f"{text.band}\t{text.language}\t{text.before}\t{text.text}" for text in of)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def lesson(text: Text) -> Lesson:
    last = text.before[-1] if text.before else None
    asked = last is not None and last.by is Who.PEER
    before = last.text if last and not asked else ""
    question = notice(last.text).words if last and asked else ()
    return Lesson(frozenset(features(notice(text.text, before).words, question)), text.band.rank)


def learn(lessons: Sequence[Lesson]) -> Weights:
    """Three lines between bands, each as far from the texts on its wrong side as may be (a linear SVM)."""
    counts = Counter(name for each in lessons for name in each.found)
    known = sorted(name for name, times in counts.items() if times >= RAREST)
    place = {name: number for number, name in enumerate(known, start=1)}
    rows = [_row(each.found, place) for each in lessons]
    one, two, three = (_line(rows, [each.rank >= band.rank for each in lessons]) for band in BANDS)
    lines = [_leant(LEANT[0], one, two), _leant(LEANT[1], two, one, three), three]
    of = {
        name: (weights[0], weights[1], weights[2])
        for name, number in [(BIAS, 0), *place.items()]
        for weights in [tuple(_rounded(line[number], number) for line in lines)]
        if max(map(abs, weights)) >= LIGHTEST or name == BIAS
    }
    return Weights(of, (0.0, 0.0, 0.0), "")


def _leant(by: float, line: Sequence[float], *others: Sequence[float]) -> list[float]:
    """What speaks for its neighbours counts as well: more of those in danger now are found by it, at as few alarms."""
    return [
        (here + by * sum(beside)) / (1 + by * len(others))
        for here, *beside in zip(line, *others, strict=True)
    ]


def _rounded(weight: float, number: int) -> int:
    return round(weight * THOUSANDTHS * (1 if number else STEADY))


def _row(found: frozenset[str], place: dict[str, int]) -> Row:
    each = evenly(found)
    names = sorted(name for name in found if name in place)
    return [0, *(place[name] for name in names)], [
        STEADY,
        *(each * SHARES[name[0]] for name in names),
    ]


def _line(rows: Sequence[Row], sides: Sequence[bool]) -> list[float]:
    """A line between two sides, learnt from features that count by how much more often they stand on one of them.

    Dual coordinate descent for the squared hinge (Hsieh and others, 2008), on features scaled by the log of their
    count ratio (Wang and Manning, 2012); the scale is in the weights that come of it.
    """
    tells = _tells(rows, sides)
    scaled = [
        (places, [value * tells[place] for place, value in zip(places, values, strict=True)])
        for places, values in rows
    ]
    return [weight * tell for weight, tell in zip(_descend(scaled, sides), tells, strict=True)]


def _tells(rows: Sequence[Row], sides: Sequence[bool]) -> list[float]:
    """By how much each feature counts: half of it evenly, half by how it is spread over the two sides."""
    size = 1 + max(place for places, _ in rows for place in places)
    on, off = [1.0] * size, [1.0] * size
    for (places, _), side in zip(rows, sides, strict=True):
        counts = on if side else off
        for place in places:
            counts[place] += 1
    of_all = log((sum(sides) + 2) / (len(sides) - sum(sides) + 2))
    ratios = [abs(log(here / there) - of_all) for here, there in zip(on, off, strict=True)]
    mean = sum(ratios[1:]) / (size - 1)
    return [1.0, *((1 + ratio / mean) / 2 for ratio in ratios[1:])]


def _descend(rows: Sequence[Row], sides: Sequence[bool]) -> list[float]:
    weights = [0.0] * (1 + max(place for places, _ in rows for place in places))
    alphas = [0.0] * len(rows)
    extra = 1 / (2 * COST)
    sizes = [sum(value * value for value in values) + extra for _, values in rows]
    order, chance = list(range(len(rows))), random.Random(SEED)
    for _ in range(ROUNDS):
        chance.shuffle(order)
        for at in order:
            places, values = rows[at]
            sign = 1.0 if sides[at] else -1.0
            reach = sum(weights[p] * v for p, v in zip(places, values, strict=True))
            alpha = alphas[at]
            moved = max(alpha - (sign * reach - 1 + alpha * extra) / sizes[at], 0.0)
            if moved != alpha:
                step = (moved - alpha) * sign
                alphas[at] = moved
                for p, v in zip(places, values, strict=True):
                    weights[p] += step * v
    return weights


def apart(shown: Sequence[Text], lessons: Sequence[Lesson]) -> tuple[list[int], list[Weights]]:
    """A part for each text, and for each part the weights that were learnt without it.

    What one person wrote of one kind is never parted: of a kind and a hand that it knows it would know too much.
    """
    sizes = Counter((text.source, text.category) for text in shown)
    filled, parts = [0] * FOLDS, {}
    for group, size in sorted(sizes.items(), key=lambda each: (-each[1], each[0])):
        parts[group] = min(range(FOLDS), key=filled.__getitem__)
        filled[parts[group]] += size
    part = [parts[text.source, text.category] for text in shown]
    made = [
        learn([each for at, each in enumerate(lessons) if part[at] != number])
        for number in range(FOLDS)
    ]
    return part, made


def unseen(shown: Sequence[Text], lessons: Sequence[Lesson]) -> tuple[list[Weights], Scores]:
    """For each text weights that were learnt without it, with what a text must reach."""
    part, made = apart(shown, lessons)
    quiet, total, easy = [], 0, by_heart() | {*everyday(kept=False), *load(HARMLESS)}
    for at, (text, each) in enumerate(zip(shown, lessons, strict=True)):
        if text.band is Band.NONE and text.category != COUNTER and text not in easy:
            total += 1
            if text.read(SILENT).band is Band.NONE:
                quiet.append(score(each.found, made[part[at]].of))
    must = least(quiet, total)
    ready = [replace(by, least=must) for by in made]
    return [ready[number] for number in part], must


@cache
def by_heart() -> frozenset[Text]:
    """The development set: the rules were written by it."""
    return frozenset(load(DEVELOPMENT))


def least(quiet: Sequence[Scores], total: int) -> Scores:
    """What a text must reach for each band, so that few of those without risk do."""
    found = []
    for band, allowed in enumerate(ALLOWED):
        highest = sorted((scores[band] for scores in quiet), reverse=True)
        found.append(round(highest[int(allowed * total)], 3))
    return found[0], found[1], found[2]


def written(by: Weights) -> str:
    """The table as it is kept."""
    told = [
        "# made: by scripts/safety-train from invented texts; not for changing by hand",
        f"# texts: {by.digest}",
        f"# least: {' '.join(str(one) for one in by.least)}",
    ]
    rows = ("\t".join((name, *map(str, of))) for name, of in sorted(by.of.items()))
    return "\n".join((*told, *rows)) + "\n"


def main() -> int:
    """Learn, choose what a text must reach, and write the table."""
    argparse.ArgumentParser(prog="scripts/safety-train", description=__doc__).parse_args()
    shown = texts()
    lessons = [lesson(text) for text in shown]
    _, must = unseen(shown, lessons)
    by = replace(learn(lessons), least=must, digest=digest(shown))
    TABLE.write_text(written(by), encoding="utf-8")
    table.say(f"{len(shown)} texts, {len(by.of)} features, what a text must reach: {must}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
