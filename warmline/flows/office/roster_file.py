"""The roster as a spreadsheet: read, compared with what is there, written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from warmline.errors import RefusedError
from warmline.flows.desk import Desk
from warmline.flows.office import finding, roster_changes
from warmline.phone import PhoneNumber
from warmline.volunteers import tables
from warmline.volunteers.particulars import Particulars
from warmline.volunteers.roster import Volunteer

REQUIRED = ("name", "number")
OPTIONAL = ("coordinator", "languages", "experience", "capacity")
IGNORED = ("id",)
YES = {"yes", "true", "1", "x", "si", "sí"}
NO = {"no", "false", "0", ""}
SHORTENED = re.compile(r"[\d.,]+e\+?\d+", re.IGNORECASE)  # 1.555E+10: a spreadsheet's number


@dataclass(frozen=True, slots=True)
class Change:
    """What a row asks for: someone new where `before` is None."""

    number: PhoneNumber
    after: Particulars
    before: Volunteer | None

    @property
    def differs(self) -> bool:
        return self.before is None or Particulars.of(self.before) != self.after


def changes(desk: Desk, content: bytes) -> list[Change]:
    """What the table asks for, row by row. RefusedError names every bad place, and nothing is changed."""
    rows, faults = tables.read(content, required=REQUIRED, optional=(*OPTIONAL, *IGNORED))
    known = {volunteer.number: volunteer for volunteer in finding.everyone(desk)}
    found: dict[PhoneNumber, Change] = {}
    for row in rows:
        number = _number(desk, row)
        if isinstance(number, tables.Fault):
            faults.append(number)
            continue
        if number in found:
            faults.append(row.fault("number", "stands in the table twice"))
        before = known.get(number)
        start = (
            Particulars.of(before)
            if before
            else Particulars("", languages=frozenset({desk.line.language}))
        )
        after, wrong = _particulars(row, start)
        faults += wrong
        found[number] = Change(number, after, before)
    if faults:
        reasons = sorted(faults, key=lambda fault: fault.line)
        raise RefusedError("\n".join(["Nothing was changed:", *map(str, reasons)]))
    return list(found.values())


def told(changes: Iterable[Change]) -> Iterator[str]:
    """What would change, a line for each volunteer; numbers are not shown."""
    same = 0
    for change in changes:
        if change.before is None:
            yield f"+ {change.after.name} ({change.number})"
        elif change.differs:
            before = Particulars.of(change.before)
            fields = ("name", "coordinator", "languages", "experience", "capacity")
            pairs = [
                f"{field} {_cell(old)} -> {_cell(new)}"
                for field in fields
                if (old := getattr(before, field)) != (new := getattr(change.after, field))
            ]
            yield f"~ {before.name}: {'; '.join(pairs)}"
        else:
            same += 1
    if same:
        yield f"= {same} unchanged"


def apply(desk: Desk, changes: Iterable[Change]) -> None:
    """Carry them out. Begun and broken off, the same import finishes it."""
    for change in changes:
        if change.before is None:
            roster_changes.add(desk, change.after, change.number)
        elif change.differs:
            roster_changes.edit(desk, change.before, change.after)


def export(roster: Iterable[Volunteer], *, numbers: bool) -> str:
    """The table. With `numbers` it is what `changes` reads, and then asks for nothing."""
    heading = ["id", "name", *(["number"] if numbers else []), *OPTIONAL]
    rows = []
    for volunteer in roster:
        particulars = Particulars.of(volunteer)
        number = [volunteer.number.e164] if numbers else []
        cells = [_cell(getattr(particulars, field)) for field in OPTIONAL]
        rows.append([volunteer.id, volunteer.name, *number, *cells])
    return tables.write(heading, rows)


def _number(desk: Desk, row: tables.Row) -> PhoneNumber | tables.Fault:
    text = row.cells["number"].lstrip("'")
    if SHORTENED.fullmatch(text):
        return row.fault("number", "a spreadsheet has shortened it; make the column text")
    try:
        return roster_changes.number(desk, text)
    except RefusedError as why:
        return row.fault("number", str(why))


def _particulars(row: tables.Row, start: Particulars) -> tuple[Particulars, list[tables.Fault]]:
    """The row's own, and `start`'s where the table has no such column."""
    cells, faults, after = row.cells, [], replace(start, name=" ".join(row.cells["name"].split()))
    if "coordinator" in cells:
        said = cells["coordinator"].lower()
        after = replace(after, coordinator=said in YES)
        if said not in YES | NO:
            faults.append(row.fault("coordinator", "must be yes or no"))
    if "languages" in cells:
        after = replace(after, languages=_words(cells["languages"]) or start.languages)
    if "experience" in cells:
        after = replace(after, experience=_words(cells["experience"]))
    if capacity := cells.get("capacity"):
        whole = capacity.isascii() and capacity.isdigit() and len(capacity) <= len("999")
        after = replace(after, capacity=int(capacity) if whole else 0)
    return after, faults + [row.fault(field, why) for field, why in after.faults()]


def _words(cell: str) -> frozenset[str]:
    return frozenset(re.split(r"[\s,;/]+", cell.lower().strip(" ,;/"))) - {""}


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, frozenset):
        return " ".join(sorted(value)) or ""
    return str(value)
