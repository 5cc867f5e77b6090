"""What a shift would be to a volunteer: a free seat, somebody's seat who asks for cover, or not theirs to take."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from warmline.ids import VolunteerId
from warmline.volunteers import claiming
from warmline.volunteers.claiming import Give, Move, Refusal, Standing, Take
from warmline.volunteers.limits import Limits
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Shift

NEAR = timedelta(hours=72)  # so near, an empty shift comes before all others


@dataclass(frozen=True, slots=True)
class Prospect:
    """`relieved` has the seat and asks for cover; `beside` must be there still when it is taken."""

    shift: Shift
    against: Refusal | None = None
    relieved: VolunteerId | None = None
    beside: VolunteerId | None = None

    def moves(self, volunteer: VolunteerId) -> list[Move]:
        """What is to change so that it is theirs."""
        at = (self.shift.starts, self.shift.ends)
        take = Take(self.shift.id, volunteer, self.beside, at)
        if self.relieved is None:
            return [take]
        return [Give(self.shift.id, self.relieved, covered=True), take]


def prospect(
    shift: Shift,
    volunteer: Volunteer,
    theirs: Sequence[Shift],
    holders: Mapping[VolunteerId, Volunteer],
    *,
    limits: Limits,
    zone: ZoneInfo,
    now: datetime,
) -> Prospect:
    """What they would get, or the first reason against it. Whoever asks for cover is relieved before a free seat is filled."""
    first: Refusal | None = None
    for relieved in _seats(shift, volunteer.id, now):
        others = sorted(shift.claimed - {volunteer.id, relieved})
        beside = [holders[other] for other in others if other in holders]
        standing = Standing(volunteer, theirs, beside)
        why = claiming.why_not(shift, standing, limits=limits, zone=zone, now=now)
        if why is None:
            return Prospect(shift, None, relieved, claiming.witness(volunteer, beside))
        first = first or why
    return Prospect(shift, first)


def without(shift: Shift, volunteer: VolunteerId) -> Shift:
    """The shift as it would be if they had given their seat back."""
    gone = frozenset({volunteer})
    return replace(shift, claimed=shift.claimed - gone, covers=shift.covers - gone)


def neediest_first(shifts: Sequence[Shift], now: datetime) -> list[Shift]:
    """What is near and has nobody, then the emptiest, then the soonest."""

    def need(shift: Shift) -> tuple[bool, float, datetime, int]:
        staying = len(shift.claimed - shift.covers)
        urgent = staying == 0 and shift.starts - now <= NEAR
        return (not urgent, staying / shift.seats if not urgent else 0, shift.starts, shift.code)

    return sorted(shifts, key=need)


def is_sought(shift: Shift) -> bool:
    """Whether it has a seat for somebody."""
    return shift.is_gap or bool(shift.covers)


def _seats(shift: Shift, volunteer: VolunteerId, now: datetime) -> Iterator[VolunteerId | None]:
    """Whose seat it may be, None for a free one; at least one, so that there is a reason when there is no seat."""
    relieved = sorted(shift.covers - {volunteer})
    yield from relieved
    if not relieved or (shift.is_gap and shift.starts > now):
        yield None
