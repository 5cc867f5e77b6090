"""Which moment a coordinator means by "sunday 02:15", "tomorrow 6 pm" or "2026-11-01 01:30"; two where clocks show it twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from warmline.volunteers import local_times, spoken_times
from warmline.volunteers.local_times import IMPOSSIBLE, NoMoment
from warmline.volunteers.spoken_times import Spoken

_EARLY = time(4)  # "tonight" at an hour before it is on the next day
_FULL = re.compile(r"\b(\d\d):(\d\d)\b")  # a coordinator who writes 11:00 means no evening
_YEARS = 9  # by then every 29 February has come

UNREADABLE = NoMoment("must be written like sunday 02:15, tomorrow 6 pm or 2026-11-01 01:30")
NO_TIME = NoMoment("needs a time of day, such as sunday 02:15")
HALF = NoMoment("may be in the morning or in the evening: add am or pm, or write it like 02:15")
TWO_DAYS = NoMoment("may be either of two days: write the day like 2026-11-01")
OVER = NoMoment("is over already")


def read(text: str, zone: ZoneInfo, *, now: datetime) -> tuple[datetime, ...] | NoMoment:
    """The next such moment in UTC, or why there is none. Both moments where that night's clocks show the time twice."""
    exact = local_times.read(text, zone)
    if isinstance(exact, datetime):
        return (exact,) if exact > now else OVER
    plain = re.sub(r"(?<=\d)T(?=\d)", " ", text)
    said = spoken_times.read(" ".join(plain.lower().split()))
    if said is None:
        return UNREADABLE if exact is local_times.UNREADABLE else exact
    if not said.clocks:
        return NO_TIME
    if len(said.clocks) > 1:
        full = _FULL.search(plain)
        if not full:
            return HALF
        said = replace(said, clocks=(time(int(full[1]), int(full[2])),))
    if len(said.dates) > 1 or said.later:
        return TWO_DAYS
    days = _days(said, now.astimezone(zone).date())
    walls = (datetime.combine(day, said.clocks[0]) for day in days)
    return _first(walls, zone, now)


def shown(wall: datetime, zone: ZoneInfo) -> tuple[datetime, ...]:
    """The moments at which clocks in `zone` show this (naive) time: none, one or two."""
    if not local_times.exists(wall, zone):
        return ()
    folds = (0, 1) if local_times.is_repeated(wall, zone) else (0,)
    return tuple(wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in folds)


def _first(
    walls: Iterator[datetime], zone: ZoneInfo, now: datetime
) -> tuple[datetime, ...] | NoMoment:
    """The first of these times that is not over."""
    today, over = now.astimezone(zone).replace(tzinfo=None), False
    for wall in walls:
        moments = shown(wall, zone)
        ahead = tuple(at for at in moments if at > now)
        if ahead:
            return ahead
        if not moments and wall > today:
            day = f"{wall:%A %Y-%m-%d %H:%M}"
            return NoMoment(f"does not exist: on {day} the clocks go forward over it")
        over = True
    return OVER if over else IMPOSSIBLE


def _days(said: Spoken, today: date) -> Iterator[date]:
    """The days that may be meant, the nearest first."""
    if said.dates:
        (said_date,) = said.dates
        yield from (
            day for day in _dates(said_date, today) if said.weekday in (None, day.weekday())
        )
    elif said.weekday is not None:
        ahead = (said.weekday - today.weekday()) % 7
        yield from (today + timedelta(days=ahead + more) for more in (0, 7))
    elif said.away is not None:
        after_midnight = said.tonight and said.clocks[0] < _EARLY
        yield today + timedelta(days=said.away + after_midnight)
    else:
        yield from (today, today + timedelta(days=1))


def _dates(said: tuple[int, int, int], today: date) -> Iterator[date]:
    year, month, day = said
    for one in (year,) if year else range(today.year, today.year + _YEARS):
        try:
            yield date(one, month, day)
        except ValueError:  # 29 February
            continue
