"""What coordinators see of the weeks ahead: the forecast hour by hour, and what each volunteer carries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from warmline.flows import weeks_ahead
from warmline.flows.desk import Desk
from warmline.volunteers.claiming import zone_of
from warmline.volunteers.gaps import Hour
from warmline.volunteers.habits import Habits
from warmline.volunteers.load import MONTH, WEEK, Carried, carried
from warmline.volunteers.roster import Volunteer


@dataclass(frozen=True, slots=True)
class Forecast:
    """The hours of all shifts ahead, and what the figures rest on."""

    hours: tuple[Hour, ...]
    habits: Habits


@dataclass(frozen=True, slots=True)
class Load:
    """What one volunteer carried in the days before, and will carry in those to come."""

    volunteer: Volunteer
    last_week: Carried
    next_week: Carried
    last_month: Carried  # 28 days
    next_month: Carried


def forecast(desk: Desk, *, days: int) -> Forecast:
    """As things are now, by what the line knew of itself this morning."""
    habits = desk.store.learned.lesson().habits
    weeks = weeks_ahead.read(desk, days=days)
    return Forecast(tuple(weeks_ahead.forecast(desk, weeks, habits)), habits)


def loads(desk: Desk) -> list[Load]:
    """Everyone on the roster; whoever will carry most in the week to come first."""
    found = list(_loads(desk))
    return sorted(found, key=lambda load: (-load.next_week.hours, load.volunteer.name.casefold()))


def _loads(desk: Desk) -> Iterator[Load]:
    weeks = weeks_ahead.read(desk)
    for volunteer in weeks.people.values():
        theirs, now = weeks.of(volunteer.id), weeks.now
        zone = zone_of(volunteer, desk.line.zone)
        yield Load(
            volunteer,
            carried(theirs, now - WEEK, now, zone),
            carried(theirs, now, now + WEEK, zone),
            carried(theirs, now - MONTH, now, zone),
            carried(theirs, now, now + MONTH, zone),
        )
