"""What a volunteer may take, as things are now: the facts are read, and the rules of care are asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from warmline.flows.desk import Desk
from warmline.ids import VolunteerId
from warmline.store.shifts import AROUND
from warmline.volunteers.prospects import Prospect, is_sought, prospect
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Shift

AHEAD = timedelta(weeks=6)  # how far SHIFTS and spoken times look


def prospects(
    desk: Desk,
    volunteer: Volunteer,
    shifts: Sequence[Shift],
    *,
    gone: Shift | None = None,
    besides: Sequence[Shift] = (),
) -> list[Prospect]:
    """Each of these shifts as it would be to this volunteer, if they had no seat on `gone` and one on each of `besides`."""
    if not shifts:
        return []
    first, last = min(s.starts for s in shifts), max(s.ends for s in shifts)
    theirs = desk.store.shifts.of(volunteer.id, first - AROUND, last + AROUND)
    others: set[VolunteerId] = set()
    if volunteer.probation:  # only then does it matter who is beside them
        others = {other for shift in shifts for other in shift.claimed} - {volunteer.id}
    holders = {other.id: other for other in desk.store.roster.get_all(sorted(others))}
    return [
        prospect(
            shift,
            volunteer,
            [*(other for other in theirs if gone is None or other.id != gone.id), *besides],
            holders,
            limits=desk.limits,
            zone=desk.line.zone,
            now=desk.clock.now(),
        )
        for shift in shifts
    ]


def sought(desk: Desk, now: datetime) -> list[Shift]:
    """Shifts ahead that have a seat for somebody; running ones only where somebody asks for cover."""
    return [
        shift
        for shift in desk.store.shifts.between(now, now + AHEAD)
        if is_sought(shift) and (shift.starts > now or shift.covers)
    ]


def by_codes(desk: Desk, codes: Iterable[int]) -> dict[int, Shift]:
    """The shifts that these codes stand for."""
    found = ((code, desk.store.shifts.by_code(code)) for code in codes)
    return {code: shift for code, shift in found if shift}
