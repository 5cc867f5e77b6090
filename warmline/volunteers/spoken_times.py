"""When a shift starts, as people write it in a text: "tue 6pm", "tomorrow 18:00", "24 nov"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_NOON, _DAY = 12, 24  # hours
_WEEK = 7  # days
_EVENING, _SMALL_HOURS = 17, 4  # "tonight" begins, and ends on the next day
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TOMORROW = ("tomorrow", "tmrw", "tmw", "tomorow", "tommorow")  # codespell:ignore
_AWAY = {"today": 0, "tonight": 0, **dict.fromkeys(_TOMORROW, 1)}


@dataclass(frozen=True, slots=True)
class Spoken:
    """What was said of a start, and nothing that was not said.

    `dates` are (year, month, day), year 0 where none was said, and two where 3/4 may be either. `clocks` are two where
    nobody said am or pm.
    """

    weekday: int | None = None
    later: bool = False  # "next tuesday"
    away: int | None = None  # days from today
    tonight: bool = False
    dates: tuple[tuple[int, int, int], ...] = ()
    clocks: tuple[time, ...] = ()

    def fits(self, starts: datetime, *, zone: ZoneInfo, now: datetime) -> bool:
        """Whether a shift that starts then may be meant, by the clock and calendar of `zone`."""
        local, today = starts.astimezone(zone), now.astimezone(zone).date()
        clock = local.time().replace(second=0, microsecond=0)
        return (
            starts > now - timedelta(days=1)
            and (not self.clocks or clock in self.clocks)
            and self._day_fits(local, today)
            and (self.says_a_day or starts - now < timedelta(days=1))
        )

    @property
    def says_a_day(self) -> bool:
        return bool(self.dates) or self.away is not None or self.weekday is not None

    def _day_fits(self, local: datetime, today: date) -> bool:
        day, away = local.date(), (local.date() - today).days
        if self.tonight:
            at_night = local.hour >= _EVENING if away == 0 else local.hour < _SMALL_HOURS
            return away in (0, 1) and (at_night or (away == 0 and bool(self.clocks)))
        if self.away is not None and away != self.away:
            return False
        if self.dates:
            said = {(0, day.month, day.day), (day.year, day.month, day.day)}
            if not said & set(self.dates) or away > 366:  # noqa: PLR2004  # a year, in days
                return False
        if self.weekday is None:
            return True
        days = range(1, 2 * _WEEK) if self.later else range(_WEEK + 1)
        return day.weekday() == self.weekday and (bool(self.dates) or away in days)


def read(plain: str) -> Spoken | None:
    """The time that the whole of `plain` (lower case, trimmed) says, or None."""
    rest, said, kinds = re.sub(r"[\s,]+", " ", plain).strip(), Spoken(), set[str]()
    while rest:
        for kind, pattern, take in _PIECES:
            if kind not in kinds and (found := pattern.match(rest)):
                taken = take(said, found)
                if taken is None:
                    continue
                said, rest = taken, rest[found.end() :].lstrip()
                kinds |= {kind}
                break
        else:
            return None
    return said if kinds & {"day", "weekday", "date", "clock"} else None


def is_attempt(plain: str) -> bool:
    """Whether every word is a number, a day or the like: nobody says that to a person."""
    words = re.split(r"[\s,]+", plain)
    return all(re.search(r"\d", word) or _CALENDAR.fullmatch(word) for word in words)


def _weekday(said: Spoken, found: re.Match[str]) -> Spoken:
    day = _WEEKDAYS.index(found["day"][:3])
    return replace(said, weekday=day, later=bool(found["next"]))


def _relative(said: Spoken, found: re.Match[str]) -> Spoken:
    return replace(said, away=_AWAY[found[1]], tonight=found[1] == "tonight")


def _date(said: Spoken, found: re.Match[str]) -> Spoken | None:
    month, day = _MONTHS.index(found["month"][:3]) + 1, int(found["day"])
    return _dated(said, found, [(month, day)])


def _iso(said: Spoken, found: re.Match[str]) -> Spoken | None:
    return _dated(said, found, [(int(found["month"]), int(found["day"]))])


def _slashed(said: Spoken, found: re.Match[str]) -> Spoken | None:
    first, second = int(found["one"]), int(found["two"])
    return _dated(said, found, [(first, second), (second, first)])


def _dated(said: Spoken, found: re.Match[str], either: list[tuple[int, int]]) -> Spoken | None:
    year = int(found["year"] or 0)
    year += 2000 if 0 < year < 100 else 0  # noqa: PLR2004  # "26"
    dates = [(year, *one) for one in dict.fromkeys(either) if _exists(year or 2028, *one)]
    return replace(said, dates=tuple(dates)) if dates else None


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _clock(said: Spoken, found: re.Match[str]) -> Spoken | None:
    bare = not any(
        found[name] for name in ("at", "minute", "half", "word", "minute2", "half2", "word2")
    )
    if bare and not said.says_a_day:
        return None  # a number alone is a code
    starts = _clocks(found["hour"], found["minute"], found["half"], found["word"])
    if found["until"]:
        ends = _clocks(found["hour2"], found["minute2"], found["half2"], found["word2"])
        if not ends:
            return None
        starts = _nearest(starts, ends) if len(ends) == 1 else starts
    return replace(said, clocks=starts) if starts else None


def _clocks(
    hour: str | None, minute: str | None, half: str | None, word: str | None
) -> tuple[time, ...]:
    if word:
        return (time(0) if word == "midnight" else time(_NOON),)
    h, m = int(hour or 0), int(minute or 0)
    if m >= 60 or h > _DAY or (h == _DAY and not minute) or (half and not 1 <= h <= _NOON):  # noqa: PLR2004  # minutes
        return ()
    if half:
        return (time(h % _NOON + (_NOON if half[0] == "p" else 0), m),)
    if h > _NOON or (hour or "").startswith("0"):
        return (time(h % _DAY, m),)
    return (time(h % _NOON, m), time(h % _NOON + _NOON, m))


def _nearest(starts: tuple[time, ...], ends: tuple[time, ...]) -> tuple[time, ...]:
    """Of "6-10 pm", the six that comes last before ten."""

    def ahead(start: time) -> int:
        return (ends[0].hour - start.hour) * 60 + ends[0].minute - start.minute

    return tuple(sorted(starts, key=lambda start: (ahead(start) - 1) % (_DAY * 60))[:1])


_END = r"(?= |$)"
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_ANY_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"  # codespell:ignore
_YEAR = r"(?: (?P<year>20\d\d))?"
_WEEKDAY = r"(?:mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\.?"


def _face(n: str) -> str:
    return (
        rf"(?:(?P<word{n}>noon|midday|midnight)"
        rf"|(?P<hour{n}>\d{{1,2}})(?:[:.h](?P<minute{n}>\d\d))?(?: ?(?P<half{n}>[ap]\.?m?\.?))?h?)"
    )


_PIECES: tuple[
    tuple[str, re.Pattern[str], Callable[[Spoken, re.Match[str]], Spoken | None]], ...
] = (
    ("day", re.compile(rf"({'|'.join(_AWAY)}){_END}"), _relative),
    ("weekday", re.compile(rf"(?P<next>next )?(?P<day>{_WEEKDAY}){_END}"), _weekday),
    ("date", re.compile(rf"{_ANY_DAY}(?: of)? (?P<month>{_MONTH}){_YEAR}{_END}"), _date),
    ("date", re.compile(rf"(?P<month>{_MONTH}) {_ANY_DAY}{_YEAR}{_END}"), _date),
    ("date", re.compile(rf"(?P<year>20\d\d)-(?P<month>\d\d?)-(?P<day>\d\d?){_END}"), _iso),
    (
        "date",
        re.compile(rf"(?P<one>\d\d?)/(?P<two>\d\d?)(?:/(?P<year>\d{{4}}|\d\d))?{_END}"),
        _slashed,
    ),
    (
        "clock",
        re.compile(
            rf"(?P<at>at )?{_face('')}(?: ?(?P<until>-|–|—|to|until|till) ?{_face('2')})?{_END}"
        ),
        _clock,
    ),
    ("on", re.compile(rf"on{_END}"), lambda said, _: said),
)
_CALENDAR = re.compile(
    rf"{_WEEKDAY}|{_MONTH}|{'|'.join(_AWAY)}|[ap]\.?m\.?|noon|midday|midnight|at|on|next|of|to|-|–"
)
