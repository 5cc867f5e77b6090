"""The two sets of invented texts, and how the rules do on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from warmline.safety.model import Weights
from warmline.safety.reading import Band, Reading, Said, Who, read

HERE = Path(__file__).parent
DEVELOPMENT, EVALUATION = HERE / "development.tsv", HERE / "evaluation.tsv"
# every second text is learnt; by the others it is measured
EVERYDAY = HERE / "written" / "everyday.tsv"
HARMLESS = HERE / "written" / "harmless.tsv"  # words of danger in daily use; all are learnt


@dataclass(frozen=True, slots=True)
class Text:
    """One invented text with what a careful person would make of it."""

    band: Band
    category: str
    language: str
    before: tuple[Said, ...]
    text: str
    source: str = ""  # the file's name

    def read(self, by: Weights | None = None) -> Reading:
        return read(self.text, self.before, by=by)


def load(path: Path) -> list[Text]:
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    return [
        Text(Band(band), category, language, tuple(_said(before)), text, path.stem)
        for band, category, language, before, text in rows
    ]


def _said(before: str) -> Iterable[Said]:
    for part in before.split(" || ") if before else ():
        who, _, words = part.partition(": ")
        yield Said(words, Who(who))


def everyday(*, kept: bool) -> list[Text]:
    """Ordinary texts: those that are kept for measuring, or those that are learnt."""
    return load(EVERYDAY)[1 if kept else 0 :: 2]


def share(texts: list[Text], is_right: Callable[[Reading], bool]) -> float:
    """Of how many of these texts something is true."""
    return sum(is_right(text.read()) for text in texts) / len(texts) if texts else 1.0


def alerts(reading: Reading) -> bool:
    return reading.band is not Band.NONE


def pages(reading: Reading) -> bool:
    return reading.band in (Band.HIGH, Band.IMMINENT)
