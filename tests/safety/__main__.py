"""`./scripts/safety-eval [--misses]`: how the rules do on both sets, with intervals; single texts of the development set only."""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Callable, Iterable

from tests.bench import table
from tests.safety.texts import DEVELOPMENT, EVALUATION, Text, alerts, load, pages
from warmline.safety.reading import Band, Reading

BARS = (  # band, what is counted, least or most
    (Band.IMMINENT, "alert", 0.95),
    (Band.HIGH, "alert", 0.92),
    (Band.MODERATE, "alert", 0.75),
    (Band.IMMINENT, "page", 0.90),
    (Band.NONE, "page", 0.03),
    (Band.NONE, "alert", 0.12),
)
COUNTED: dict[str, Callable[[Reading], bool]] = {"alert": alerts, "page": pages}

Read = tuple[Text, Reading]


def main() -> int:
    """0 when both sets keep every bar."""
    parser = argparse.ArgumentParser(prog="scripts/safety-eval", description=__doc__)
    parser.add_argument("--misses", action="store_true", help="also the development set's misses")
    misses = parser.parse_args().misses
    kept = True
    for name, path in (("Development", DEVELOPMENT), ("Evaluation", EVALUATION)):
        read = [(text, text.read()) for text in load(path)]
        table.show(
            f"{name} set, {len(read)} texts, by band and language", HEADS, list(_languages(read))
        )
        table.show(f"{name} set, by band and category", HEADS, list(_categories(read)))
        table.say("")
        for band, what, bar in BARS:
            some = [reading for text, reading in read if text.band is band]
            found = sum(map(COUNTED[what], some)) / len(some)
            most = band is Band.NONE
            kept &= table.verdict(f"{name}, {band}: {what}", found, bar, most=most)
        if misses and path == DEVELOPMENT:
            _tell_misses(read)
    return 0 if kept else 1


HEADS = ("band", "of", "texts", "alerted", "95 %", "paged", "95 %")


def _languages(read: list[Read]) -> Iterable[table.Row]:
    for band in reversed(Band):
        for language in ("", "en", "es", "fr", "pt", "mixed"):
            some = [r for t, r in read if t.band is band and language in ("", t.language)]
            if some:
                yield _row(band, language or "all", some)


def _categories(read: list[Read]) -> Iterable[table.Row]:
    for band in reversed(Band):
        for category in sorted({text.category for text, _ in read if text.band is band}):
            yield _row(
                band, category, [r for t, r in read if (t.band, t.category) == (band, category)]
            )


def _row(band: Band, of: str, some: list[Reading]) -> table.Row:
    alerted, paged = sum(map(alerts, some)), sum(map(pages, some))
    return (
        band,
        of,
        len(some),
        alerted / len(some),
        wilson(alerted, len(some)),
        paged / len(some),
        wilson(paged, len(some)),
    )


def wilson(hits: int, of: int, z: float = 1.96) -> str:
    """Between which shares the true one lies, 19 times of 20."""
    share = hits / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return f"{max(middle - half, 0):.2f}–{min(middle + half, 1):.2f}"


def _tell_misses(read: list[Read]) -> None:
    for text, reading in read:
        expected = text.band is not Band.NONE
        if alerts(reading) != expected or (text.band is Band.IMMINENT and not pages(reading)):
            table.say(f"{text.band} read as {reading.band} ({text.category}): {text.text}")


if __name__ == "__main__":
    sys.exit(main())
