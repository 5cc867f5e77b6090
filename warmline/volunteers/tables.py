"""Tables that coordinators keep in a spreadsheet: CSV as Excel and others write it, read and written."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from warmline.errors import RefusedError

MOST_ROWS = 2000  # a table is one write, and nobody should wait for it
_BOMS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in one place. It never repeats what stands there."""

    line: int
    column: str
    why: str

    def __str__(self) -> str:
        return f"line {self.line}{f', column {self.column}' if self.column else ''}: {self.why}"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table, by column; `line` is where it begins in the file."""

    line: int
    cells: Mapping[str, str]

    def fault(self, column: str, why: str) -> Fault:
        return Fault(self.line, column, why)


def read(
    content: bytes, *, required: Sequence[str], optional: Sequence[str]
) -> tuple[list[Row], list[Fault]]:
    """The rows below the heading, and everything that is wrong with the table as a table."""
    text = _decode(content)
    if text is None:
        return [], [Fault(1, "", "the file is not text; save it as CSV (UTF-8)")]
    first = text.splitlines()[0] if text.strip() else ""
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[Row] = []
    faults: list[Fault] = []
    heading: list[str] = []
    line = 1
    try:
        for cells in reader:
            begins, line = line, reader.line_num + 1
            stripped = [cell.strip() for cell in cells]
            if not any(stripped):
                continue
            if not heading:
                heading = [name.lower() for name in stripped]
                faults += _of_heading(begins, heading, required, optional)
                if faults:
                    break
            elif len(stripped) > len(heading) and any(stripped[len(heading) :]):
                faults.append(Fault(begins, "", "has more cells than the heading has names"))
            else:
                padded = [*stripped, *[""] * (len(heading) - len(stripped))]
                rows.append(Row(begins, dict(zip(heading, padded, strict=False))))
    except csv.Error:
        faults.append(Fault(line, "", "the quotes are not closed, or stand in the wrong place"))
    if not heading and not faults:
        faults.append(Fault(1, "", "the file is empty"))
    if len(rows) > MOST_ROWS:
        why = f"is one row too many: at most {MOST_ROWS:,} are imported at once"
        faults.append(rows[MOST_ROWS].fault("", why))
    return rows, faults


def refuse(faults: Sequence[Fault]) -> None:
    """RefusedError with all of them, by line, when there are any."""
    if faults:
        reasons = sorted(faults, key=lambda fault: fault.line)
        raise RefusedError("\n".join(["Nothing was changed:", *map(str, reasons)]))


def words(cell: str) -> frozenset[str]:
    """The single words of a cell, whatever stands between them."""
    return frozenset(re.split(r"[\s,;/]+", cell.lower().strip(" ,;/"))) - {""}


def write(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The table as CSV that `read` takes back."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(heading)
    writer.writerows(rows)
    return out.getvalue()


def _decode(content: bytes) -> str | None:
    bom = next((encoding for mark, encoding in _BOMS.items() if content.startswith(mark)), None)
    # Excel's plain "CSV" has no mark and, in the West, Windows' own alphabet
    for encoding in (bom,) if bom else ("utf-8", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else text
    return None


def _of_heading(
    line: int, heading: Sequence[str], required: Sequence[str], optional: Sequence[str]
) -> list[Fault]:
    known = [*required, *optional]
    missing = [name for name in required if name not in heading]
    twice = sorted({name for name in heading if name and heading.count(name) > 1})
    strange = [  # no words of a table without a heading are repeated
        name if name.isalpha() else f"{place}"
        for place, name in enumerate(heading, start=1)
        if name and name not in known
    ]
    return [
        *(Fault(line, name, "is missing from the heading") for name in missing),
        *(Fault(line, name, "stands twice in the heading") for name in twice),
        *(Fault(line, name, f"is none of {', '.join(known)}") for name in strange),
    ]
