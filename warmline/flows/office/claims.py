"""Who has a seat when: every claim of some days, or of one volunteer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from warmline.flows.desk import Desk
from warmline.flows.office import finding
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Shift


@dataclass(frozen=True, slots=True)
class Claim:
    """A volunteer's seat on a shift."""

    shift: Shift
    volunteer: Volunteer

    @property
    def asks_for_cover(self) -> bool:
        return self.volunteer.id in self.shift.covers


def between(
    desk: Desk, start: datetime, end: datetime, *, volunteer: Volunteer | None = None
) -> list[Claim]:
    """The claims on shifts that touch `[start, end)`, by their start; of one volunteer or of all."""
    if volunteer:
        shifts = desk.store.shifts.of(volunteer.id, start, end)
        return [Claim(shift, volunteer) for shift in shifts]
    everyone = finding.everyone(desk)
    shifts = desk.store.shifts.between(start, end)
    return [Claim(shift, one) for shift in shifts for one in everyone if one.id in shift.claimed]
