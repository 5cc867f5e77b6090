"""The weeks that are played: about thirty shifts each, with nights, weekends, a holiday and a night of 25 hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from tests.stories.line import NEW_YORK

FIRST_DAY = date(2026, 9, 28)  # a Monday; the clocks go back on 1 November, which also ends a month
THANKSGIVING = date(2026, 11, 26)
SHORT_FIRST_DAY = date(2026, 10, 19)  # for two weeks that end with that night
LEAD = timedelta(days=5)  # before the first shift, for people to choose theirs


@dataclass(frozen=True, slots=True)
class Repeated:
    """A shift that comes back every week; `days` as RFC 5545 writes them."""

    name: str
    days: str
    begins: int  # o'clock
    hours: int
    seats: int
    language: str = ""
    on_holidays: bool = True


FULL = (
    Repeated("Early", "MO,WE,FR", 7, 3, 1, on_holidays=False),
    Repeated("Mornings", "MO,TU,WE,TH,FR", 10, 4, 1, on_holidays=False),
    Repeated("Afternoons", "MO,TU,WE,TH,FR", 14, 4, 1),
    Repeated("Evenings", "MO,TU,WE,TH,FR,SA,SU", 18, 4, 2),
    Repeated("Nights", "FR,SA,SU", 22, 4, 2),
    Repeated("Small hours", "SU", 2, 4, 1),  # at half past one the clocks go back, on one of them
    Repeated("Weekend mornings", "SA,SU", 10, 4, 1),
    Repeated("Weekend afternoons", "SA,SU", 14, 4, 2),
    Repeated("Spanish", "TU,TH", 18, 3, 1, language="es"),
)
SMALL = (
    Repeated("Evenings", "MO,TU,WE,TH,FR,SA,SU", 18, 4, 1),
    Repeated("Weekend afternoons", "SA,SU", 14, 4, 2),
    Repeated("Nights", "SA", 22, 4, 1),
    Repeated("Small hours", "SU", 2, 4, 1),
)


@dataclass(frozen=True, slots=True)
class Season:
    """What is played, and for how long."""

    first_day: date
    weeks: int
    volunteers: int
    repeated: tuple[Repeated, ...]
    calls_a_day: float

    @property
    def begins(self) -> datetime:
        """When the roster is opened, some days before its first shift."""
        return self.first_shift - LEAD + timedelta(hours=9)

    @property
    def first_shift(self) -> datetime:
        return datetime.combine(self.first_day, time(), NEW_YORK)

    @property
    def ends(self) -> datetime:
        return self.first_shift + timedelta(weeks=self.weeks)

    @property
    def last_day(self) -> date:
        return self.first_day + timedelta(weeks=self.weeks, days=-1)


TWELVE_WEEKS = Season(FIRST_DAY, 12, 40, FULL, calls_a_day=4)
TWO_WEEKS = Season(SHORT_FIRST_DAY, 2, 12, SMALL, calls_a_day=2)


def part_of_day(moment: datetime) -> tuple[int, int]:
    """Weekday and part of the day, as people say when they are free."""
    local = moment.astimezone(NEW_YORK)
    hour = local.hour
    part = 0 if 6 <= hour < 12 else 1 if 12 <= hour < 17 else 2 if 17 <= hour < 21 else 3
    return local.weekday(), part
