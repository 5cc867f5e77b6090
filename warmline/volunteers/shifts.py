"""A shift: a window of time, half-open, with seats."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from warmline.ids import ShiftId, VolunteerId

LONGEST = timedelta(hours=24)  # so that "who is on" reads one day's starts and no more


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
