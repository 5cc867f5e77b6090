"""The roster of the days ahead as it is now: its shifts, who can be reached, and what is to be expected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from warmline.flows.desk import Desk
from warmline.ids import VolunteerId
from warmline.volunteers import gaps
from warmline.volunteers.gaps import Gap, Hour, Span
from warmline.volunteers.habits import Habits
from warmline.volunteers.load import MONTH
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Shift

DAYS = 14


@dataclass(frozen=True, slots=True)
class Weeks:
    """Read once; everything else is reckoned from it."""

    now: datetime
    ahead: tuple[Shift, ...]  # that end after now and begin within the days looked at
    people: Mapping[VolunteerId, Volunteer]
    claims: Mapping[VolunteerId, tuple[Shift, ...]]  # in the four weeks before and after

    @property
    def reached(self) -> frozenset[VolunteerId]:
        return gaps.reachable(self.people.values())

    @property
    def coordinators(self) -> list[Volunteer]:
        """Those whom texts reach."""
        return sorted(
            (v for v in self.people.values() if v.coordinator and not v.unreachable),
            key=lambda volunteer: volunteer.id,
        )

    def gaps(self) -> list[Gap]:
        return gaps.gaps(self.ahead, self.reached)

    def closed(self) -> list[Span]:
        """When a shift would run with nobody; not what is past."""
        spans = gaps.closed(self.ahead, self.reached)
        return [span for span in spans if span.ends > self.now]

    def closes(self, gap: Gap) -> bool:
        """Whether the line is closed for want of this seat: nobody is on beside it."""
        shift = gap.shift
        return any(s.starts < shift.ends and shift.starts < s.ends for s in self.closed())

    def of(self, volunteer: VolunteerId) -> tuple[Shift, ...]:
        return self.claims.get(volunteer, ())


def read(desk: Desk, *, days: int = DAYS) -> Weeks:
    """The days ahead, as they are now."""
    now = desk.clock.now()
    around = desk.store.shifts.between(now - MONTH, now + max(MONTH, timedelta(days=days)))
    until = now + timedelta(days=days)
    everyone = desk.store.roster.get_all(desk.store.roster.all_ids())
    return Weeks(
        now,
        tuple(shift for shift in around if shift.ends > now and shift.starts < until),
        {volunteer.id: volunteer for volunteer in everyone},
        _claims(around),
    )


def _claims(shifts: Iterable[Shift]) -> dict[VolunteerId, tuple[Shift, ...]]:
    claims: dict[VolunteerId, tuple[Shift, ...]] = {}
    for shift in shifts:
        for volunteer in shift.claimed:
            claims[volunteer] = (*claims.get(volunteer, ()), shift)
    return claims


def forecast(desk: Desk, weeks: Weeks, habits: Habits) -> list[Hour]:
    """The hours of all shifts ahead, for each language and channel."""
    hours = gaps.forecast(
        weeks.ahead,
        weeks.people,
        habits,
        among=gaps.groups(weeks.ahead, desk.line.languages),
        zone=desk.line.zone,
        wrap_up=timedelta(seconds=desk.policy.wrap_up_seconds),
    )
    return [hour for hour in hours if hour.ends > weeks.now]
