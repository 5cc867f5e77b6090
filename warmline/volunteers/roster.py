"""A volunteer on the roster, and whether they can be asked at a given moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from warmline.ids import CallerKey, ContactId, VolunteerId
from warmline.phone import PhoneNumber

BY_VOICE = "voice"  # stands for the number of a talk that is a call
HEARD_AGAIN = timedelta(minutes=5)  # a volunteer who writes all the time is noted no oftener


@dataclass(frozen=True, slots=True)
class Volunteer:
    """What is known of a volunteer, read at one moment."""

    id: VolunteerId
    name: str
    key: CallerKey
    number: PhoneNumber
    coordinator: bool = False
    languages: frozenset[str] = frozenset({"en"})
    experience: frozenset[str] = frozenset()
    capacity: int = 1
    zone: str = ""  # IANA name of the zone they live in; the line's when empty
    # -> the last day on which it is valid
    training: Mapping[str, date] = field(default_factory=dict)
    probation: bool = False  # takes seats only beside someone who is not
    heard: datetime | None = None  # when their latest text came, to within HEARD_AGAIN
    paused_until: datetime | None = None
    wrapping_until: datetime | None = None
    rested_since: datetime | None = None
    misses: int = 0
    off_until: datetime | None = None  # texted OFF during a shift that lasts until then
    unreachable: str = ""  # why no text reaches them, or nothing
    absent: datetime | None = None  # when coordinators were told that their seats are gaps
    last_number: str = ""  # of the line's pool, the one their latest talk ran on
    last_contact: ContactId | None = None
    # open talks and the line's number of each
    talks: Mapping[ContactId, str] = field(default_factory=dict)
    offers: frozenset[ContactId] = frozenset()
    paged: datetime | None = None  # when they were last asked for help as a coordinator
    asked_at: datetime | None = None  # when they were last asked to take somebody's seat
    shown: tuple[int, ...] = ()  # codes of the shifts that SHIFTS and MORE have shown

    @property
    def on_the_phone(self) -> bool:
        """Whether they are in a call through the line, and so with nobody else."""
        return BY_VOICE in self.talks.values()

    @property
    def first_name(self) -> str:
        return self.name.split()[0] if self.name.split() else self.name


class WhyNot(StrEnum):
    """Why a volunteer is not asked just now."""

    OFF_DUTY = "not on duty"
    UNREACHABLE = "unreachable by text"
    PAUSED = "paused"
    WRAPPING_UP = "wrapping up, or their phone was busy a moment ago"
    BUSY = "at capacity"
    LANGUAGE = "does not speak the language"
    THEMSELVES = "is this caller"
    BLOCKED = "kept apart from this caller"
    PASSED = "passed on this person"
    CLOSED = "the line is closed: no coordinator can be reached by text"
    WAITS_FOR_RUNG = "comes later as the search widens"


def why_unavailable(volunteer: Volunteer, *, on_duty: bool, now: datetime) -> WhyNot | None:
    """Why this volunteer could take nobody at all now, or None when they could."""
    if not on_duty:
        return WhyNot.OFF_DUTY
    if volunteer.unreachable:
        return WhyNot.UNREACHABLE
    if volunteer.paused_until and volunteer.paused_until > now:
        return WhyNot.PAUSED
    if volunteer.wrapping_until and volunteer.wrapping_until > now:
        return WhyNot.WRAPPING_UP
    engaged = len(volunteer.talks) + len(volunteer.offers)
    if engaged >= volunteer.capacity or volunteer.on_the_phone:
        return WhyNot.BUSY
    return None
