"""How patterns are written for programs, and what programs may say of them."""

from __future__ import annotations

from datetime import date, datetime
from hashlib import sha256
from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from warmline.admin.api import needs
from warmline.admin.api.needs import NeedsGiven, NeedsRead
from warmline.admin.api.outcome import RosterDone
from warmline.admin.api.shifts import Moment, Seats
from warmline.store.pattern_record import as_text
from warmline.volunteers.patterns import LONGEST_NAME, Pattern
from warmline.volunteers.shifts import Channel

Name = Annotated[str, Meta(max_length=LONGEST_NAME)]
Rule = Annotated[str, Meta(max_length=300, examples=["FREQ=WEEKLY;BYDAY=MO,WE"])]
OnClock = Annotated[str, Meta(pattern="^([01][0-9]|2[0-3]):[0-5][0-9]$", examples=["18:00"])]


class DayRead(msgspec.Struct, frozen=True):
    """What is different on one day; null is as ever. Times are those on the clock in the pattern's zone."""

    starts: str | None
    ends: str | None
    seats: int | None
    needs: NeedsRead | None
    channel: Channel | None


class PatternRead(msgspec.Struct, frozen=True):
    """A rule of RFC 5545. `first` is when its first shift starts, on the clock in `zone`."""

    id: str
    name: str
    rule: str
    first: str
    minutes: int
    zone: str
    seats: int
    needs: NeedsRead
    channel: Channel
    on_holidays: bool
    skipped: list[date]
    changed: dict[str, DayRead]
    version: str


class PatternPage(msgspec.Struct, frozen=True):
    """Patterns by name."""

    items: list[PatternRead]
    next: str


class PatternDone(msgspec.Struct, frozen=True):
    """The pattern as it is now, or was, and what became of the roster."""

    pattern: PatternRead
    roster: RosterDone
    version: str


class PatternNew(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A shift that comes back, by a rule: the first one's times, as the clocks show them in the line's zone."""

    starts: Moment
    ends: Moment
    rule: Rule
    name: Name = ""
    seats: Seats = 2
    needs: NeedsGiven = NeedsGiven()
    channel: Channel = Channel.ANY
    on_holidays: bool = True


class PatternChange(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is to be otherwise; what is left out stays. Claimed shifts are changed only with `claimed_too`."""

    name: Name | UnsetType = UNSET
    rule: Rule | UnsetType = UNSET
    starts_at: OnClock | UnsetType = UNSET
    ends_at: OnClock | UnsetType = UNSET
    seats: Seats | UnsetType = UNSET
    needs: NeedsGiven | UnsetType = UNSET
    channel: Channel | UnsetType = UNSET
    on_holidays: bool | UnsetType = UNSET
    claimed_too: bool = False


class DayGiven(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is different on that day: no shift at all (`skip`), or other times, seats or needs; what is left out stays."""

    skip: bool = False
    starts_at: OnClock | UnsetType = UNSET
    ends_at: OnClock | UnsetType = UNSET
    seats: Seats | UnsetType = UNSET
    needs: NeedsGiven | UnsetType = UNSET
    channel: Channel | UnsetType = UNSET
    claimed_too: bool = False


class ClaimedToo(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whether claimed shifts are changed too; who has a seat is told by text."""

    claimed_too: bool = False


def version_of(pattern: Pattern) -> str:
    return sha256(as_text(pattern).encode()).hexdigest()[:16]


def read(pattern: Pattern) -> PatternRead:
    def written(wall: datetime | None) -> str | None:
        return wall.isoformat(timespec="minutes") if wall else None

    return PatternRead(
        id=pattern.id,
        name=pattern.name,
        rule=pattern.rule,
        first=pattern.first.isoformat(timespec="minutes"),
        minutes=pattern.minutes,
        zone=pattern.zone.key,
        seats=pattern.seats,
        needs=needs.read(pattern.needs),
        channel=pattern.channel,
        on_holidays=pattern.on_holidays,
        skipped=sorted(pattern.skipped),
        changed={
            day.isoformat(): DayRead(
                written(change.starts),
                written(change.ends),
                change.seats,
                needs.read(change.needs) if change.needs else None,
                change.channel,
            )
            for day, change in sorted(pattern.changes.items())
        },
        version=version_of(pattern),
    )
