"""`./scripts/safety-eval [--misses]`: how texts are read by the rules alone, with the table and with the encoder, with intervals; single texts of the written sets only."""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from tests.bench import table
from tests.safety.adapt import held_out, is_held
from tests.safety.texts import EVALUATION, HERE, Text, alerts, everyday, load, pages
from tests.safety.train import COUNTER, by_heart, lesson, texts, unseen
from warmline.safety.model import SILENT, Weights, by_table, weights
from warmline.safety.reading import Band, Reading

BLIND = (
    ("Evaluation", EVALUATION),
    ("Fresh", HERE / "fresh.tsv"),
    ("Second fresh", HERE / "fresh2.tsv"),
)
ORDINARY = ("everyday", "harmless")
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
    """0 when the sets that nobody has learnt from keep every bar."""
    parser = argparse.ArgumentParser(prog="scripts/safety-eval", description=__doc__)
    parser.add_argument("--misses", action="store_true", help="also the written sets' misses")
    misses = parser.parse_args().misses
    shown = texts()
    table.say("Learning the weights anew, five times without a fifth of the kinds and hands …")
    by, _ = unseen(shown, [lesson(text) for text in shown])
    known = by_heart()
    development = [(text, one) for text, one in zip(shown, by, strict=True) if text in known]
    others = [
        (text, one)
        for text, one in zip(shown, by, strict=True)
        if text not in known and text.category != COUNTER and text.source not in ORDINARY
    ]
    _tell("Development (the rules know it)", development)
    read = _tell("Written by others and since, each text read by weights learnt without it", others)
    if misses:
        _tell_misses(read)
    held = held_out(shown)
    _tell_held([(text, one) for text, one in others if is_held(text, held)])
    for how, one in _readers():
        kept_apart = [(text, text.read(one)) for text in everyday(kept=True)]
        table.show(f"Ordinary texts that are kept apart: {how}", HEADS, [*_languages(kept_apart)])
    kept = [_total(name, load(path)) for name, path in BLIND]
    return 0 if all(kept) else 1


def _tell_held(texts_by: Sequence[tuple[Text, Weights]]) -> None:
    """What the encoder adds, on kinds and hands that neither it nor the table was shown."""
    looks_again = weights().encoder
    for how, encoder in (("table", None), ("encoder", looks_again)):
        read = [(text, text.read(replace(by, encoder=encoder))) for text, by in texts_by]
        name = f"Held out from table and encoder, {len(read)} texts: with the {how}"
        table.show(name, HEADS, list(_languages(read)))


def _tell(name: str, texts_by: Sequence[tuple[Text, Weights]]) -> list[Read]:
    """Everything about a set of which single texts may be looked at."""
    alone = [(text, text.read(SILENT)) for text, _ in texts_by]
    read = [(text, text.read(by)) for text, by in texts_by]
    table.show(f"{name}, {len(read)} texts: rules alone", HEADS, list(_languages(alone)))
    table.show(f"{name}: with the table", HEADS, list(_languages(read)))
    table.show(f"{name}: with the table, by category", HEADS, list(_categories(read)))
    return read


def _total(name: str, some: Sequence[Text]) -> bool:
    """Only how many: of these sets no single text is looked at."""
    kept = True
    for how, by in _readers():
        read = [(text, text.read(by)) for text in some]
        table.show(f"{name}, {len(read)} texts: {how}", HEADS, list(_languages(read)))
        if by is not weights():
            continue
        table.say("")
        for band, what, bar in BARS:
            here = [reading for text, reading in read if text.band is band]
            found = sum(map(COUNTED[what], here)) / len(here)
            most = band is Band.NONE
            kept &= table.verdict(f"{name}, {band}: {what}", found, bar, most=most)
    return kept


def _readers() -> Sequence[tuple[str, Weights]]:
    """Each adds something to the one before; the last is how a line reads."""
    readers = [("rules alone", SILENT), ("with the table", by_table())]
    return [*readers, ("with the encoder", weights())]


HEADS = ("band", "of", "texts", "alerted", "95 %", "paged", "95 %")


def _languages(read: Sequence[Read]) -> Iterator[table.Row]:
    for band in reversed(Band):
        for language in ("", "en", "es", "fr", "pt", "mixed"):
            some = [r for t, r in read if t.band is band and language in ("", t.language)]
            if some:
                yield _row(band, language or "all", some)


def _categories(read: Sequence[Read]) -> Iterator[table.Row]:
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


def _tell_misses(read: Iterable[Read]) -> None:
    for text, reading in read:
        expected = text.band is not Band.NONE
        if alerts(reading) != expected or (text.band is Band.IMMINENT and not pages(reading)):
            table.say(f"{text.band} read as {reading.band} ({text.category}): {text.text}")


if __name__ == "__main__":
    sys.exit(main())
