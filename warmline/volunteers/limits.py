"""How much one volunteer may take on, and when their phone is left in peace."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

NIGHT_ENDS = time(6)  # a shift that touches midnight to six is an overnight


@dataclass(frozen=True, slots=True)
class Limits:
    """The line's care for its volunteers (WARMLINE_MAX_…, WARMLINE_MIN_REST_HOURS, WARMLINE_QUIET_HOURS).

    Lines that were read about plan 16 to 20 hours a week at most (domain.md, 1.1 and 1.3).
    """

    day_hours: int = 10
    week_hours: int = 24
    rest_hours: int = 8
    week_overnights: int = 2
    quiet_from: time = time(21)
    quiet_until: time = time(8)

    @property
    def rest(self) -> timedelta:
        return timedelta(hours=self.rest_hours)

    def is_quiet(self, at: datetime, zone: ZoneInfo) -> bool:
        """Whether a phone in `zone` is to be left in peace then."""
        clock = at.astimezone(zone).time()
        if self.quiet_from <= self.quiet_until:
            return self.quiet_from <= clock < self.quiet_until
        return clock >= self.quiet_from or clock < self.quiet_until

    def quiet_began(self, at: datetime, zone: ZoneInfo) -> datetime:
        """When the quiet hours that `at` lies in began; `at` itself when it lies in none."""
        if not self.is_quiet(at, zone):
            return at
        local = at.astimezone(zone)
        day = local.date() if local.time() >= self.quiet_from else local.date() - timedelta(days=1)
        return datetime.combine(day, self.quiet_from, zone).astimezone(at.tzinfo)

    def quiet_is_over(self, at: datetime, zone: ZoneInfo) -> datetime:
        """When the quiet hours that `at` lies in end; `at` itself when it lies in none."""
        if not self.is_quiet(at, zone):
            return at
        local = at.astimezone(zone)
        day = local.date() if local.time() < self.quiet_until else local.date() + timedelta(days=1)
        return datetime.combine(day, self.quiet_until, zone).astimezone(at.tzinfo)
