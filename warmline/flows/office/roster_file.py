"""The roster as a spreadsheet: read, compared with what is there, brought in as one write, written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from warmline.errors import RefusedError
from warmline.flows.desk import Desk
from warmline.flows.office import finding, roster_changes
from warmline.phone import PhoneNumber
from warmline.store.effects import Effects
from warmline.store.imports import VolunteerRow
from warmline.volunteers import tables
from warmline.volunteers.particulars import (
    MUST_BE_TRAINING,
    Particulars,
    read_training,
    written_training,
)
from warmline.volunteers.roster import Volunteer

REQUIRED = ("name", "number")
OPTIONAL = ("coordinator", "languages", "experience", "capacity", "zone", "training", "probation")
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


@dataclass(frozen=True, slots=True)
class Table:
    """What a file asks for, row by row."""

    content: bytes
    changes: tuple[Change, ...]


def read(desk: Desk, content: bytes) -> Table:
    """What the file asks for. RefusedError names every bad place, and nothing is changed."""
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
    tables.refuse(faults)
    return Table(content, tuple(found.values()))


def told(table: Table) -> Iterator[str]:
    """What would change, a line for each volunteer; numbers are not shown."""
    same = 0
    for change in table.changes:
        if change.before is None:
            yield f"+ {change.after.name} ({change.number})"
        elif change.differs:
            before = Particulars.of(change.before)
            pairs = [
                f"{name} {_cell(getattr(before, name))} -> {_cell(getattr(change.after, name))}"
                for name in change.after.differing(before)
            ]
            yield f"~ {before.name}: {'; '.join(pairs)}"
        else:
            same += 1
    if same:
        yield f"= {same} unchanged"


def apply(desk: Desk, table: Table) -> Table:
    """Carry it out as one write, welcomes included; the table as it was carried out.

    Whoever changed the roster meanwhile is heeded: the file is read anew, and may be refused.
    """
    for _ in range(roster_changes.TRIES):
        now = desk.clock.now()
        rows = [_row(desk, change) for change in table.changes if change.differs]
        if not rows:
            return table
        plan = {"imported": _effects(desk, rows)}
        match desk.settle(plan, desk.store.imports.volunteers(rows, now=now, plan=plan)):
            case "imported":
                return table
            case "reaching_out":  # who that is is nobody's business, not even an operator's
                raise RefusedError(
                    "One of the new numbers cannot be added just now, so nothing was changed. "
                    "Please try again later."
                )
        table = read(desk, table.content)
    raise RefusedError("The line is too busy for that just now. Please try again.")


def export(roster: Iterable[Volunteer], *, numbers: bool) -> str:
    """The table. With `numbers` it is what `read` takes, and then asks for nothing."""
    heading = ["id", "name", *(["number"] if numbers else []), *OPTIONAL]
    rows = []
    for volunteer in roster:
        particulars = Particulars.of(volunteer)
        number = [volunteer.number.e164] if numbers else []
        cells = [_cell(getattr(particulars, field)) for field in OPTIONAL]
        rows.append([volunteer.id, volunteer.name, *number, *cells])
    return tables.write(heading, rows)


def _row(desk: Desk, change: Change) -> VolunteerRow:
    if change.before is None:
        return VolunteerRow(None, roster_changes.new(desk, change.after, change.number))
    return VolunteerRow(change.before, replace(change.before, **change.after.facts()))


def _effects(desk: Desk, rows: list[VolunteerRow]) -> Effects:
    """Welcomes, a line in the journal for each volunteer, and a look at whoever waits."""
    each = [_causes(desk, row) for row in rows]
    return Effects(
        texts=tuple(text for effects in each for text in effects.texts),
        bell=tuple(dict.fromkeys(key for effects in each for key in effects.bell)),
        journal=[line for effects in each for line in effects.lines],
    )


def _causes(desk: Desk, row: VolunteerRow) -> Effects:
    if row.before is None:
        welcome = roster_changes.welcome(desk, row.after)
        return finding.causes(desk, "volunteer_added", *welcome, volunteer=row.after.id)
    return roster_changes.edited(desk, row.before, row.after)


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
    cells, faults = row.cells, list[tables.Fault]()
    said: dict[str, Any] = {"name": " ".join(cells["name"].split())}
    for column in (name for name in ("coordinator", "probation") if name in cells):
        said[column] = cells[column].lower() in YES
        if cells[column].lower() not in YES | NO:
            faults.append(row.fault(column, "must be yes or no"))
    if "languages" in cells:
        said["languages"] = tables.words(cells["languages"]) or start.languages
    if "experience" in cells:
        said["experience"] = tables.words(cells["experience"])
    if capacity := cells.get("capacity"):
        whole = capacity.isascii() and capacity.isdigit() and len(capacity) <= len("999")
        said["capacity"] = int(capacity) if whole else 0
    if "zone" in cells:
        said["zone"] = cells["zone"]
    if "training" in cells:
        said["training"] = read_training(sorted(tables.words(cells["training"])))
        if said["training"] is None:
            faults.append(row.fault("training", MUST_BE_TRAINING))
            said["training"] = {}
    after = replace(start, **said)
    return after, faults + [row.fault(field, why) for field, why in after.faults()]


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return " ".join(written_training(value))
    if isinstance(value, frozenset):
        return " ".join(sorted(value))
    return str(value)
