"""Private calendar addresses: one for each volunteer who wants it, and one for the whole line."""

from __future__ import annotations

import base64
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from warmline.errors import RefusedError
from warmline.flows.desk import Desk
from warmline.flows.office import access
from warmline.ids import VolunteerId
from warmline.store.effects import Effects
from warmline.store.feeds import Feed, Revision
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Shift

LINE = "line"
BEFORE, AFTER = timedelta(days=14), timedelta(days=120)  # what a calendar shows around today


@dataclass(frozen=True, slots=True)
class Told:
    """One shift as a calendar tells of it: who is on it only in the line's own calendar, by first name."""

    shift: Shift
    names: tuple[str, ...]
    revision: Revision


@dataclass(frozen=True, slots=True)
class Calendar:
    """Shifts around today: those of one volunteer, or all where `volunteer` is None."""

    whose: str
    volunteer: Volunteer | None
    told: Sequence[Told]


def open_address(desk: Desk, whose: str) -> str:
    """A new private address for this calendar, told this once; the one before no longer works."""
    secret = base64.b32encode(secrets.token_bytes(20)).decode().lower()  # 160 bits
    now = desk.clock.now()
    feed = Feed(access.digest_of(secret), whose, now)
    journal = {"event": "calendar_opened", "calendar": whose, "by": desk.by}
    desk.store.feeds.keep(feed, now=now, plan={"kept": Effects(journal=journal)})
    return f"{desk.public_url}/calendar/{secret}.ics"


def close_address(desk: Desk, whose: str) -> None:
    """The calendar's address works no longer."""
    journal = {"event": "calendar_closed", "calendar": whose, "by": desk.by}
    plan = {"forgotten": Effects(journal=journal)}
    if desk.store.feeds.forget(whose, now=desk.clock.now(), plan=plan) == "unknown":
        raise RefusedError("That calendar has no address. See: warmline calendar list")


def read(desk: Desk, secret: str) -> Calendar | None:
    """What the calendar at this address shows now. An address that is no longer good takes as long as any."""
    feed = desk.store.feeds.get(access.digest_of(secret))
    if feed is None:
        return None
    now = desk.clock.now()
    if feed.whose == LINE:
        shifts, volunteer = desk.store.shifts.between(now - BEFORE, now + AFTER), None
    else:
        volunteer = desk.store.roster.get(VolunteerId(feed.whose))
        if volunteer is None:  # taken off the roster since
            return None
        shifts = desk.store.shifts.of(volunteer.id, now - BEFORE, now + AFTER)
    return Calendar(feed.whose, volunteer, _told(desk, feed.whose, shifts, now))


def _told(desk: Desk, whose: str, shifts: Sequence[Shift], now: datetime) -> list[Told]:
    on = {volunteer for shift in shifts for volunteer in shift.claimed} if whose == LINE else set()
    names = {v.id: v.first_name for v in desk.store.roster.get_all(sorted(on))}
    by_shift = [
        (shift, tuple(sorted(names[v] for v in shift.claimed if v in names))) for shift in shifts
    ]
    digests = {
        str(shift.id): sha256(
            repr((shift.code, shift.starts, shift.ends, shift.seats, people)).encode()
        ).hexdigest()[:16]
        for shift, people in by_shift
    }
    revisions = desk.store.feeds.revisions(whose, digests, now=now)
    return [
        Told(shift, people, revision)
        for (shift, people), revision in zip(by_shift, revisions, strict=True)
    ]
