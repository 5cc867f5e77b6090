"""Who is on at this moment, by text or by shift."""

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


def volunteers_on(desk: Desk, now: datetime) -> list[Volunteer]:
    """The volunteers who are on now and have not texted OFF."""
    on = on_until(desk, now)
    texted_on = desk.store.roster.on_by_text(now)
    return [
        volunteer
        for volunteer in desk.store.roster.get_all(on)
        if volunteer.id in texted_on or not (volunteer.off_until and volunteer.off_until > now)
    ]
