"""Reading a moment as a coordinator writes it: in the line's own zone, unless an offset is given."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

_WRITTEN = re.compile(
    r"\d{4}-\d{2}-\d{2}[ T]\d{1,2}:\d{2}(?::00)? ?(?P<offset>Z|[+-]\d{2}:?\d{2})?", re.ASCII
)


@dataclass(frozen=True, slots=True)
class NoMoment:
    """Why words are no moment in time, in a coordinator's words."""

    why: str


UNREADABLE = NoMoment("must be written like 2026-11-23 18:00")
IMPOSSIBLE = NoMoment("is no date and time that exists")
SKIPPED = NoMoment("does not exist: the clocks go forward over it that night")


def read(text: str, zone: ZoneInfo) -> datetime | NoMoment:
    """The moment in UTC (two of one zone would be compared by their clocks), or why there is none."""
    found = _WRITTEN.fullmatch(text.strip())
    if not found:
        return UNREADABLE
    day, _, hour = re.sub(" (?=[Z+-])", "", text.strip()).replace("T", " ").partition(" ")
    try:
        moment = datetime.fromisoformat(f"{day} {hour.zfill(len(hour) + (hour[1] == ':'))}")
        if moment.tzinfo:
            return moment.astimezone(UTC)
        return _in_zone(moment, zone)
    except (ValueError, OverflowError):
        return IMPOSSIBLE


def written(moment: datetime, zone: ZoneInfo) -> str:
    """The moment with its offset, as `read` takes it back exactly."""
    return moment.astimezone(zone).isoformat(sep=" ", timespec="minutes")


def exists(wall: datetime, zone: ZoneInfo) -> bool:
    """Whether clocks in `zone` ever show this (naive) time."""
    local = wall.replace(tzinfo=zone)
    return local.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == wall


def is_repeated(wall: datetime, zone: ZoneInfo) -> bool:
    """Whether clocks in `zone` show this (naive) time twice."""
    first, second = (wall.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    return exists(wall, zone) and first.utcoffset() != second.utcoffset()


def is_odd(wall: datetime, zone: ZoneInfo) -> bool:
    """Whether clocks in `zone` never show this (naive) time, or show it twice."""
    first, second = (wall.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    return first.utcoffset() != second.utcoffset()


def _in_zone(wall: datetime, zone: ZoneInfo) -> datetime | NoMoment:
    if not exists(wall, zone):
        return SKIPPED
    if is_repeated(wall, zone):
        first, second = (
            wall.replace(tzinfo=zone, fold=fold).isoformat(sep=" ", timespec="minutes")[-6:]
            for fold in (0, 1)
        )
        return NoMoment(f"comes twice that night: add the one you mean, {first} or {second}")
    return wall.replace(tzinfo=zone).astimezone(UTC)
