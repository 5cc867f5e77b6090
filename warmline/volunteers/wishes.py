"""What a coordinator asks of a pattern: only what is to be different, in times of the clock on the wall."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from warmline.volunteers.patterns import Change, Pattern
from warmline.volunteers.shifts import Channel, Needs


@dataclass(frozen=True, slots=True)
class Wish:
    """For all days of a pattern; None is as before. An end at or before the start is on the next day."""

    name: str | None = None
    rule: str | None = None
    start: time | None = None
    end: time | None = None
    seats: int | None = None
    needs: Needs | None = None
    channel: Channel | None = None
    on_holidays: bool | None = None

    def of(self, before: Pattern) -> Pattern:
        """The pattern as it is wished for; not yet looked at for faults."""
        first = datetime.combine(before.first, self.start or before.first.time())
        end = self.end or (before.first + timedelta(minutes=before.minutes)).time()
        same_times = self.start is None and self.end is None
        return replace(
            before,
            name=before.name if self.name is None else " ".join(self.name.split()),
            rule=self.rule or before.rule,
            first=first,
            minutes=before.minutes if same_times else (_after(first, end) - first) // _MINUTE,
            seats=before.seats if self.seats is None else self.seats,
            needs=before.needs if self.needs is None else self.needs,
            channel=self.channel or before.channel,
            on_holidays=before.on_holidays if self.on_holidays is None else self.on_holidays,
        )


@dataclass(frozen=True, slots=True)
class DayWish:
    """For one day; None is as it was to be on that day."""

    start: time | None = None
    end: time | None = None
    seats: int | None = None
    needs: Needs | None = None
    channel: Channel | None = None

    def on(self, day: date, pattern: Pattern) -> Change:
        """What is to be different on this day of the pattern."""
        before = pattern.changes.get(day, Change())
        starts = datetime.combine(day, self.start) if self.start else before.starts
        begins = starts or datetime.combine(day, pattern.first.time())
        return Change(
            starts=starts,
            ends=_after(begins, self.end) if self.end else before.ends,
            seats=before.seats if self.seats is None else self.seats,
            needs=before.needs if self.needs is None else self.needs,
            channel=self.channel or before.channel,
        )


_MINUTE = timedelta(minutes=1)


def _after(start: datetime, clock: time) -> datetime:
    """The next time that clocks show this."""
    end = datetime.combine(start, clock)
    return end if end > start else end + timedelta(days=1)
