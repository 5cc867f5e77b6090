"""On which days a pattern comes back: the body of an RFC 5545 recurrence rule, such as FREQ=WEEKLY;BYDAY=MO,WE."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr  # type: ignore[import-untyped]  # it ships no types

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_ALWAYS = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTH"}
_PARTS = {  # what may stand beside each: RFC 5545, 3.3.10, without what can only be a mistake
    "DAILY": _ALWAYS,
    "WEEKLY": _ALWAYS,
    "MONTHLY": _ALWAYS | {"BYMONTHDAY", "BYSETPOS"},
    "YEARLY": _ALWAYS | {"BYMONTHDAY", "BYSETPOS", "BYYEARDAY", "BYWEEKNO"},
}
_FINER = {"HOURLY", "MINUTELY", "SECONDLY"}
_OF_THE_CLOCK = {"BYHOUR", "BYMINUTE", "BYSECOND"}
_WHOLE = {"INTERVAL": 999, "COUNT": 9999}
_LISTED = {"BYMONTH": 12, "BYMONTHDAY": 31, "BYYEARDAY": 366, "BYWEEKNO": 53, "BYSETPOS": 366}
_UNTIL = re.compile(r"\d{8}(T\d{6}Z?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class NoRule:
    """Why words are no rule, in a coordinator's words."""

    why: str


def read(text: str, *, first: datetime, zone: ZoneInfo) -> str | NoRule:
    """The rule as it is kept: big letters, no spaces, one order. `first` is the wall time at which it begins."""
    pairs = [part.partition("=") for part in re.sub(r"\s", "", text).upper().split(";") if part]
    parts = {name.removeprefix("RRULE:"): value for name, _, value in pairs}
    if wrong := _fault(parts, repeated=len(parts) < len(pairs)):
        return NoRule(wrong)
    rule = ";".join(
        f"{name}={parts[name]}" for name in sorted(parts, key=lambda n: (n != "FREQ", n))
    )
    try:
        if next(days(rule, first=first, zone=zone), None) is None:
            return NoRule("gives no day at all")
    except ValueError:
        return NoRule("is no rule of RFC 5545; write it like FREQ=WEEKLY;BYDAY=MO,WE")
    return rule


def days(
    rule: str, *, first: datetime, zone: ZoneInfo, after: date = date.min, until: date = date.max
) -> Iterator[date]:
    """The days of the rule from `after` to `until`, both included, none before `first`."""
    for wall in rrulestr(_in_wall_time(rule, zone), dtstart=first.replace(fold=0)):
        day: date = wall.date()
        if day > until:
            return
        if day >= after:
            yield day


def weekly(on: list[int], *, every: int = 1, last: date | None = None) -> str:
    """Every so many weeks on these weekdays, Monday being 0."""
    parts = ["FREQ=WEEKLY", f"BYDAY={','.join(DAYS[day] for day in sorted(set(on)))}"]
    return ";".join([*parts, *([f"INTERVAL={every}"] if every > 1 else []), *_last(last)])


def monthly(first: date, on: list[int], *, last: date | None = None) -> str:
    """Every month on the day of `first`; with `on`, on such weekdays in the same week of the month, the fifth as the last."""
    week = (first.day - 1) // 7 + 1
    if on:
        place = week if week < 5 else -1  # noqa: PLR2004 - few months have a fifth of any weekday
        which = "BYDAY=" + ",".join(f"{place}{DAYS[day]}" for day in sorted(set(on)))
    else:
        which = f"BYMONTHDAY={first.day}"
    return ";".join(["FREQ=MONTHLY", which, *_last(last)])


def _last(day: date | None) -> list[str]:
    return [f"UNTIL={day:%Y%m%d}"] if day else []


def _fault(parts: dict[str, str], *, repeated: bool) -> str | None:
    freq = parts.get("FREQ", "")
    if repeated:
        return "says the same thing twice"
    if freq in _FINER or parts.keys() & _OF_THE_CLOCK:
        return "may not be finer than a day: the time comes from the first shift"
    if freq not in _PARTS:
        return "must begin with FREQ=DAILY, WEEKLY, MONTHLY or YEARLY"
    if strange := sorted(parts.keys() - _PARTS[freq]):
        return f"cannot have {strange[0]} with FREQ={freq}"
    if {"COUNT", "UNTIL"} <= parts.keys():
        return "may have COUNT or UNTIL, not both"
    if "UNTIL" in parts and not _UNTIL.fullmatch(parts["UNTIL"]):
        return "needs UNTIL as a day, such as UNTIL=20261231"
    for name, most in _WHOLE.items():
        if name in parts and not _is_from_1_to(parts[name], most):
            return f"needs {name} as a whole number from 1 to {most}"
    for name, most in _LISTED.items():
        sign = "" if name == "BYMONTH" else "-"
        if any(not _is_from_1_to(one.lstrip(sign or None), most) for one in _list(parts, name)):
            return f"needs {name} as numbers from 1 to {most}"
    return _fault_of_weekdays(parts, freq)


def _fault_of_weekdays(parts: dict[str, str], freq: str) -> str | None:
    for one in _list(parts, "BYDAY"):
        found = re.fullmatch(rf"([+-]?\d{{1,2}})?({'|'.join(DAYS)})", one)
        if not found or (found[1] and int(found[1]) == 0):
            return f"needs BYDAY of {', '.join(DAYS)}"
        if found[1] and freq not in {"MONTHLY", "YEARLY"}:
            return f"cannot have a number before a weekday with FREQ={freq}"
    return None


def _list(parts: dict[str, str], name: str) -> list[str]:
    return parts[name].split(",") if name in parts else []


def _is_from_1_to(text: str, most: int) -> bool:
    return bool(re.fullmatch(r"\d{1,4}", text, re.ASCII)) and 1 <= int(text) <= most


def _in_wall_time(rule: str, zone: ZoneInfo) -> str:
    """A day as UNTIL is meant whole, and a moment in UTC is said as the clocks on the wall show it."""
    found = re.search(r"UNTIL=(\w+)", rule)
    if not found:
        return rule
    said = found[1]
    if "T" not in said:
        until = datetime.combine(date.fromisoformat(said), time.max.replace(microsecond=0))
    else:
        until = datetime.strptime(said.removesuffix("Z"), "%Y%m%dT%H%M%S")  # noqa: DTZ007 - wall time
        if said.endswith("Z"):
            until = until.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None)
    return rule.replace(found[0], f"UNTIL={until:%Y%m%dT%H%M%S}")
