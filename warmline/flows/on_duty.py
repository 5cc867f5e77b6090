"""Who is on at this moment, by text or by shift, and whether the line is open."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from warmline.flows.desk import Desk
from warmline.ids import VolunteerId
from warmline.volunteers.roster import Volunteer


def on_until(desk: Desk, now: datetime) -> Mapping[VolunteerId, datetime | None]:
    """Everyone on duty, and until when: None where only OFF ends it. OFF during a shift is not taken out here."""
    on: dict[VolunteerId, datetime | None] = {}
    for shift in desk.store.shifts.on(now):
        for volunteer in shift.claimed:
            before = on.get(volunteer)
            on[volunteer] = max(before, shift.ends) if before else shift.ends
    for volunteer, until in desk.store.roster.on_by_text(now).items():
        in_shift = on.get(volunteer)
        on[volunteer] = max(until, in_shift) if until and in_shift else until
    return on


def on_themselves(desk: Desk, now: datetime) -> list[Volunteer]:
    """Who is on now and has not texted OFF, whether or not the line is open and a text would reach them."""
    on = on_until(desk, now)
    texted_on = desk.store.roster.on_by_text(now)
    return [
        volunteer
        for volunteer in desk.store.roster.get_all(on)
        if volunteer.id in texted_on or not (volunteer.off_until and volunteer.off_until > now)
    ]


def volunteers_on(desk: Desk, now: datetime) -> list[Volunteer]:
    """The peers whom people can reach now: on, reachable themselves, and not alone. Nobody, while the line is closed."""
    on = [volunteer for volunteer in on_themselves(desk, now) if not volunteer.unreachable]
    return on if on and has_coordinator(desk) else []


def has_coordinator(desk: Desk) -> bool:
    """Whether a peer who needs help could have it: a coordinator whom texts reach. A line that has none at all does without."""
    coordinators = desk.store.roster.get_all(desk.store.roster.coordinators())
    return not coordinators or any(not coordinator.unreachable for coordinator in coordinators)
