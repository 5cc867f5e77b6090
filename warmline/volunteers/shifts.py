"""A shift: a window of time, half-open, with seats."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from warmline.ids import ShiftId, VolunteerId

LONGEST = timedelta(hours=24)  # so that "who is on" reads one day's starts and no more
MOST_SEATS = 50  # volunteers at once; more is a typing error


@dataclass(frozen=True, slots=True)
class Shift:
    """`[starts, ends)`: at the very end it is over, and the next one has begun. Aware times."""

    id: ShiftId
    code: int
    starts: datetime
    ends: datetime
    seats: int
    claimed: frozenset[VolunteerId] = frozenset()

    def on(self, at: datetime) -> bool:
        return self.starts <= at < self.ends

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
