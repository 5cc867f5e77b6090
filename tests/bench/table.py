"""Printing figures so that they can be read, and pasted into a document."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

Row = Sequence[str | float | int]


def show(title: str, names: Sequence[str], rows: Sequence[Row]) -> None:
    """One table in Markdown."""
    cells = [list(names), *([_cell(cell) for cell in row] for row in rows)]
    widths = [max(len(line[place]) for line in cells) for place in range(len(names))]
    print(f"\n**{title}**\n")  # noqa: T201
    for number, line in enumerate(cells):
        print("| " + " | ".join(c.ljust(w) for c, w in zip(line, widths, strict=True)) + " |")  # noqa: T201
        if number == 0:
            print("|" + "|".join("-" * (width + 2) for width in widths) + "|")  # noqa: T201


def say(words: str) -> None:
    """A line between tables."""
    print(words, flush=True)  # noqa: T201


def verdict(what: str, found: float, target: float, *, most: bool = True, unit: str = "") -> bool:
    """Whether a figure keeps its target, said in a line."""
    kept = found <= target if most else found >= target
    sign = "≤" if most else "≥"
    say(f"{'kept  ' if kept else 'MISSED'}  {what}: {_cell(found)}{unit} ({sign} {target:g}{unit})")
    return kept


def middle(values: Sequence[float]) -> float:
    """The median: on a shared machine the mean tells of the neighbours."""
    return median(values)


def _cell(value: str | float) -> str:
    if isinstance(value, float):
        return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
    return str(value)
