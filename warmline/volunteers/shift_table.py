"""Shifts as a table: what each row says, and how a shift is written as one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from warmline.errors import RefusedError
from warmline.ids import ShiftId, VolunteerId
from warmline.volunteers import local_times, tables
from warmline.volunteers.particulars import LANGUAGE, MUST_BE_LANGUAGES, MUST_BE_WORDS, WORD
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Channel, Shift

REQUIRED = ("start", "end")
NEEDS = ("languages", "experience", "training")
OPTIONAL = ("code", "seats", "claimed", *NEEDS, "channel")
HEADING = ("code", "start", "end", "seats", "claimed", *NEEDS, "channel")
USUAL_SEATS = 2
NEW = "new"  # instead of a code: another shift, though there is one of these times

_OTHER_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b.*")  # 24/11/2026 or 11/24/2026
YEAR_FIRST = "must have the year first, like 2026-11-24 18:00: 3/4 may be either of two days"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a row says; None where the table has no such column."""

    row: tables.Row
    starts: datetime
    ends: datetime
    code: int | None  # None for none; a code that nothing has is as good as NEW
    is_new: bool
    seats: int | None
    claimed: tuple[Volunteer, ...]
    needs: Mapping[str, frozenset[str]]
    channel: Channel | None

    def applied(self, before: Shift | None) -> Shift:
        """The shift as the row would have it, with all claims; without an id where there was none before."""
        start = before or Shift(ShiftId(""), 0, self.starts, self.ends, USUAL_SEATS)
        return replace(
            start,
            starts=self.starts,
            ends=self.ends,
            seats=start.seats if self.seats is None else self.seats,
            needs=replace(start.needs, **self.needs),
            channel=self.channel or start.channel,
            claimed=start.claimed | {volunteer.id for volunteer in self.claimed},
        )


def read(
    rows: Iterable[tables.Row], zone: ZoneInfo, *, who: Callable[[str], Volunteer]
) -> tuple[list[Asked], list[tables.Fault]]:
    """What the rows say, and all that is wrong in them. `who` knows a volunteer by what stands there, or is refused."""
    asked, faults = list[Asked](), list[tables.Fault]()
    for row in rows:
        wrong, one = _read_row(row, zone, who)
        faults += wrong
        asked += [one] if one else []
    return asked, faults


def write(shifts: Iterable[Shift], zone: ZoneInfo, *, names: Mapping[VolunteerId, str]) -> str:
    """The table that `read` takes, and then asks for nothing. `names` are how volunteers stand in it."""
    return tables.write(HEADING, (_cells(shift, zone, names) for shift in shifts))


def _cells(shift: Shift, zone: ZoneInfo, names: Mapping[VolunteerId, str]) -> list[str]:
    return [
        str(shift.code),
        local_times.written(shift.starts, zone),
        local_times.written(shift.ends, zone),
        str(shift.seats),
        "; ".join(sorted(names[volunteer] for volunteer in shift.claimed if volunteer in names)),
        *(" ".join(sorted(getattr(shift.needs, need))) for need in NEEDS),
        shift.channel,
    ]


def _read_row(
    row: tables.Row, zone: ZoneInfo, who: Callable[[str], Volunteer]
) -> tuple[list[tables.Fault], Asked | None]:
    cells, faults = row.cells, list[tables.Fault]()
    starts, ends = (_moment(row, column, zone, faults) for column in REQUIRED)
    code = cells.get("code", "").lower()
    if code not in ("", NEW) and _number(code) is None:
        faults.append(row.fault("code", f"must be a number, empty or {NEW}"))
    claimed = list[Volunteer]()
    for name in filter(None, map(str.strip, re.split("[;,]", cells.get("claimed", "")))):
        try:
            claimed.append(who(name))
        except RefusedError as why:
            faults.append(row.fault("claimed", str(why)))
    needs = {need: tables.words(cells[need]) for need in NEEDS if need in cells}
    for need, words in needs.items():
        if not all(map((LANGUAGE if need == "languages" else WORD).fullmatch, words)):
            must = MUST_BE_LANGUAGES if need == "languages" else MUST_BE_WORDS
            faults.append(row.fault(need, must))
    channel = cells.get("channel", "").lower()
    if channel not in ("", *Channel):
        faults.append(row.fault("channel", f"must be {', '.join(Channel)}"))
        channel = ""
    if starts is None or ends is None:
        return faults, None
    seats = cells.get("seats", "")
    return faults, Asked(
        row=row,
        starts=starts,
        ends=ends,
        code=_number(code),
        is_new=code == NEW,
        seats=(_number(seats) or 0) if seats else None,
        claimed=tuple({volunteer.id: volunteer for volunteer in claimed}.values()),
        needs=needs,
        channel=Channel(channel) if channel else (Channel.ANY if "channel" in cells else None),
    )


def _moment(
    row: tables.Row, column: str, zone: ZoneInfo, faults: list[tables.Fault]
) -> datetime | None:
    read = local_times.read(row.cells[column], zone)
    if not isinstance(read, local_times.NoMoment):
        return read
    other = read is local_times.UNREADABLE and _OTHER_DATE.fullmatch(row.cells[column])
    faults.append(row.fault(column, YEAR_FIRST if other else read.why))
    return None


def _number(cell: str) -> int | None:
    return int(cell) if cell.isascii() and cell.isdigit() and len(cell) <= len("99999") else None
