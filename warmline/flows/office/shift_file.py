"""Shifts as a spreadsheet: read, compared with what is there, written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from warmline.errors import RefusedError
from warmline.flows.desk import Desk
from warmline.flows.office import finding, shift_changes
from warmline.volunteers import local_times, tables
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Shift, why_no_shift

REQUIRED = ("start", "end")
OPTIONAL = ("seats", "claimed")
USUAL_SEATS = 2


@dataclass(frozen=True, slots=True)
class Planned:
    """What a row asks for; `there` is the same shift, where it is on the roster already."""

    starts: datetime
    ends: datetime
    seats: int
    claimed: tuple[Volunteer, ...]
    there: Shift | None

    @property
    def new_claims(self) -> list[Volunteer]:
        have = self.there.claimed if self.there else frozenset()
        return [volunteer for volunteer in self.claimed if volunteer.id not in have]


def read(desk: Desk, content: bytes) -> list[Planned]:
    """What the table asks for. RefusedError names every bad place, and nothing is changed."""
    rows, faults = tables.read(content, required=REQUIRED, optional=OPTIONAL)
    everyone = finding.everyone(desk)
    planned: list[Planned] = []
    for row in rows:
        wrong, plan = _read_row(desk, row, everyone)
        faults += wrong
        if plan and (plan.starts, plan.ends) in {(p.starts, p.ends) for p in planned}:
            faults.append(row.fault("", "the same shift stands in the table twice"))
        if plan:
            planned.append(plan)
    if faults:
        reasons = sorted(faults, key=lambda fault: fault.line)
        raise RefusedError("\n".join(["Nothing was changed:", *map(str, reasons)]))
    return planned


def told(desk: Desk, planned: Iterable[Planned]) -> Iterator[str]:
    """What would change, a line for each shift."""
    same = 0
    for plan in planned:
        claims = ", ".join(volunteer.name for volunteer in plan.new_claims)
        when = f"{local_times.written(plan.starts, desk.line.zone)}, {plan.seats} seats"
        if plan.there is None:
            yield f"+ {when}{f', claimed by {claims}' if claims else ''}"
        elif claims:
            yield f"~ {when}, now claimed by {claims} too"
        else:
            same += 1
    if same:
        yield f"= {same} unchanged"


def apply(desk: Desk, planned: Iterable[Planned]) -> None:
    """Carry it out. Begun and broken off, the same import finishes it."""
    for plan in planned:
        shift = plan.there or shift_changes.add(desk, plan.starts, plan.ends, seats=plan.seats)
        for volunteer in plan.new_claims:
            shift_changes.claim(desk, shift, volunteer)


def export(desk: Desk, shifts: Iterable[Shift]) -> str:
    """The table. Volunteers stand by name, or by id where a name is not theirs alone."""
    everyone = finding.everyone(desk)
    often = Counter(volunteer.name.casefold() for volunteer in everyone)
    names = {v.id: v.name if often[v.name.casefold()] == 1 else v.id for v in everyone}
    zone = desk.line.zone
    return tables.write(
        [*REQUIRED, *OPTIONAL],
        (
            [
                local_times.written(shift.starts, zone),
                local_times.written(shift.ends, zone),
                str(shift.seats),
                "; ".join(sorted(names[v] for v in shift.claimed if v in names)),
            ]
            for shift in shifts
        ),
    )


def _read_row(
    desk: Desk, row: tables.Row, everyone: list[Volunteer]
) -> tuple[list[tables.Fault], Planned | None]:
    faults: list[tables.Fault] = []

    def moment(column: str) -> datetime | None:
        read = local_times.read(row.cells[column], desk.line.zone)
        if isinstance(read, local_times.NoMoment):
            faults.append(row.fault(column, read.why))
            return None
        return read

    starts, ends = moment("start"), moment("end")
    seats = _seats(row.cells.get("seats", ""))
    claimed = []
    for name in filter(None, map(str.strip, re.split("[;,]", row.cells.get("claimed", "")))):
        try:
            claimed.append(finding.pick(name, everyone))
        except RefusedError as why:
            faults.append(row.fault("claimed", str(why)))
    if starts and ends:
        there = shift_changes.same(desk, starts, ends)
        if cannot := why_no_shift(starts, ends, seats=seats, now=desk.clock.now()):
            faults.append(row.fault("", cannot))
        elif there and there.seats != seats:
            faults.append(row.fault("seats", f"shift {there.code} of these times has others"))
        plan = Planned(starts, ends, seats, tuple(claimed), there)
        if len(plan.new_claims) + (len(there.claimed) if there else 0) > seats:
            faults.append(row.fault("claimed", "has more names than there are seats"))
        return faults, plan
    return faults, None


def _seats(cell: str) -> int:
    if not cell:
        return USUAL_SEATS
    return int(cell) if cell.isascii() and cell.isdigit() and len(cell) <= len("999") else 0
