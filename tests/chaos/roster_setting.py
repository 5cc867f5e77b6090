"""Shifts for those who change theirs, and seats for those who wait to be reminded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from tests.chaos.people import Town
from tests.chaos.rig import NUMBERS
from tests.chaos.roster_people import REMINDERS, Holder, Keeper
from warmline.ids import ShiftId, VolunteerId, new_id
from warmline.phone import PhoneNumber
from warmline.store.effects import Effects
from warmline.store.store import Store
from warmline.volunteers.claiming import Take
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Needs, Shift

HOLDERS, SHIFTS, SEATS = 8, 6, 2
TRAINING = "holding"  # so that nobody else is asked to take the holders' shifts
LEAD = {"asked": timedelta(days=1), "reminded": timedelta(hours=1)}
FIRST_REMINDER = 15.0  # seconds; by then everything runs


@dataclass(frozen=True, slots=True)
class Setting:
    holders: list[Holder]
    keepers: list[Keeper]


def set_up(store: Store, town: Town, *, keepers: int, within: float) -> Setting:
    """Everybody on the roster; the reminders fall due evenly `within` so many seconds."""
    now = datetime.now(UTC)
    noon = now.replace(hour=17, minute=0, second=0, microsecond=0)
    codes = tuple(
        _shift(store, noon + timedelta(days=3 + n), now, seats=SEATS).code for n in range(SHIFTS)
    )
    holders = [
        Holder(town, _volunteer(store, f"Holder{n}", 600 + n, now).number.e164, NUMBERS[0], codes)
        for n in range(HOLDERS)
    ]
    kinds = list(REMINDERS)
    kept = []
    for n in range(keepers):
        kind, due = kinds[n % len(kinds)], FIRST_REMINDER + within * n / keepers
        volunteer = _volunteer(store, f"Keeper{n}", 700 + n, now)
        starts = now + LEAD[kind] + timedelta(seconds=due)
        _claim(store, _shift(store, starts, now, seats=1), volunteer, now)
        kept.append(Keeper(town, volunteer.number.e164, kind, now.timestamp() + due))
    return Setting(holders, kept)


def _volunteer(store: Store, name: str, number: int, now: datetime) -> Volunteer:
    phone = PhoneNumber(f"+15550110{number}")
    volunteer = Volunteer(
        id=VolunteerId(new_id("v")),
        name=name,
        key=store.people.key_of(phone),
        number=phone,
        training={TRAINING: date.max} if name.startswith("Holder") else {},
    )
    store.roster.add(volunteer, now=now, plan={})
    return volunteer


def _shift(store: Store, starts: datetime, now: datetime, *, seats: int) -> Shift:
    ends, needs = starts + timedelta(hours=4), Needs(training=frozenset({TRAINING}))
    shift = Shift(ShiftId(new_id("s")), 0, starts, ends, seats, needs=needs)
    store.shifts.add(shift, now=now, plan={})
    (found,) = store.shifts.get_all([shift.id])
    return found


def _claim(store: Store, shift: Shift, volunteer: Volunteer, now: datetime) -> None:
    journal = {"event": "claimed", "shift": shift.id, "volunteer": volunteer.id}
    moves: Sequence[Take] = [Take(shift.id, volunteer.id)]
    versions = store.seats.versions([volunteer.id])
    store.seats.hand(moves, versions=versions, now=now, plan={"done": Effects(journal=journal)})
