"""A shift: a window of time, half-open, with seats and what it asks of those who take them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from warmline.ids import PatternId, ShiftId, VolunteerId

LONGEST = timedelta(hours=24)  # so that "who is on" reads one day's starts and no more
MOST_SEATS = 50  # volunteers at once; more is a typing error


class Channel(StrEnum):
    """How people are reached on a shift."""

    ANY = "any"
    TEXT = "text"
    VOICE = "voice"


@dataclass(frozen=True, slots=True)
class Needs:
    """What whoever takes a seat must bring: all of it."""

    languages: frozenset[str] = frozenset()
    experience: frozenset[str] = frozenset()
    training: frozenset[str] = frozenset()  # each valid on the day on which the shift starts


@dataclass(frozen=True, slots=True)
class Shift:
    """`[starts, ends)`: at the very end it is over, and the next one has begun. Aware times.

    `pattern` and `day` say what it was repeated from: the pattern, and the day in the pattern's zone on
    which it starts by the pattern's rule, whatever was changed for that day.
    """

    id: ShiftId
    code: int
    starts: datetime
    ends: datetime
    seats: int
    claimed: frozenset[VolunteerId] = frozenset()
    covers: frozenset[VolunteerId] = frozenset()  # of those, who asks others to take their seat
    needs: Needs = field(default_factory=Needs)
    channel: Channel = Channel.ANY
    pattern: PatternId | None = None
    day: date | None = None

    def on(self, at: datetime) -> bool:
        return self.starts <= at < self.ends

    def overlaps(self, other: Shift) -> bool:
        return self.starts < other.ends and other.starts < self.ends

    @property
    def length(self) -> timedelta:
        return self.ends - self.starts

    @property
    def open_seats(self) -> int:
        return max(0, self.seats - len(self.claimed))

    @property
    def is_gap(self) -> bool:
        return len(self.claimed) < self.seats


def why_no_shift(starts: datetime, ends: datetime, *, seats: int, now: datetime) -> str | None:
    """Why there can be no such shift, in a coordinator's words, or None when there can."""
    if ends <= starts:
        return "it would end before it begins"
    if ends - starts > LONGEST:
        return "it would be longer than 24 hours"
    if ends <= now:
        return "it would be over already"
    if not 1 <= seats <= MOST_SEATS:
        return f"seats must be from 1 to {MOST_SEATS}"
    return None
