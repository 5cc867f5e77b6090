"""A shift that comes back every week at the same time on the clock, whatever the clocks do in between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from dateutil.rrule import WEEKLY, rrule  # type: ignore[import-untyped]  # it ships no types

from warmline.volunteers import local_times

MOST_WEEKS = 53
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Window:
    """One of the repetitions. `moved`: the clocks change over its start or its end that night."""

    starts: datetime
    ends: datetime
    moved: bool


def weekly(
    starts: datetime, ends: datetime, zone: ZoneInfo, *, weeks: int, days: Sequence[int] = ()
) -> list[Window]:
    """The windows of so many weeks, on the first one's weekday or on `days` (Monday is 0), the first day included.

    A time that does not exist on some night is taken as before the change, one that comes twice as the first:
    what RFC 5545 says of calendars.
    """
    first = starts.astimezone(zone).replace(tzinfo=None, fold=0)
    last = ends.astimezone(zone).replace(tzinfo=None, fold=0)
    until = first + timedelta(weeks=weeks) - timedelta(minutes=1)
    rule = rrule(WEEKLY, dtstart=first, until=until, byweekday=list(days) or None)
    windows = [_window(wall, wall + (last - first), zone) for wall in rule]
    return [  # the first one as it was given, perhaps with an offset
        Window(starts, ends, moved=False) if wall == first else window
        for wall, window in zip(rule, windows, strict=True)
    ]


def _window(starts: datetime, ends: datetime, zone: ZoneInfo) -> Window:
    moved = any(
        not local_times.exists(wall, zone) or local_times.is_repeated(wall, zone)
        for wall in (starts, ends)
    )
    begin, end = (wall.replace(tzinfo=zone).astimezone(UTC) for wall in (starts, ends))
    return Window(begin, end, moved)
