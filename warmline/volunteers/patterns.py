"""A pattern: the rule by which shifts come back, at the same time on the clock, whatever the clocks do in between."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from warmline.ids import PatternId, ShiftId
from warmline.volunteers import local_times, rules
from warmline.volunteers.shifts import LONGEST, MOST_SEATS, Channel, Needs, Shift

LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Change:
    """What is different on one day; None is as ever. Times are wall times, and `fold` says which of two is meant."""

    starts: datetime | None = None
    ends: datetime | None = None
    seats: int | None = None
    needs: Needs | None = None
    channel: Channel | None = None


@dataclass(frozen=True, slots=True)
class Pattern:
    """`first` is a wall time in `zone`; every shift ends `minutes` later on the clock, also when the clocks change."""

    id: PatternId
    name: str
    rule: str
    first: datetime
    minutes: int
    zone: ZoneInfo
    seats: int = 2
    needs: Needs = field(default_factory=Needs)
    channel: Channel = Channel.ANY
    on_holidays: bool = True
    skipped: frozenset[date] = frozenset()
    changes: Mapping[date, Change] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Window:
    """What the pattern gives on one of its days. `moved`: the clocks change over its start or its end."""

    day: date
    starts: datetime
    ends: datetime
    moved: bool


def read(pattern: Pattern) -> Pattern | list[str]:
    """The pattern with its rule as it is kept, or all that is wrong with it, in a coordinator's words."""
    faults = []
    rule = rules.read(pattern.rule, first=pattern.first, zone=pattern.zone)
    if isinstance(rule, rules.NoRule):
        faults.append(f"the rule {rule.why}")
        rule = pattern.rule
    if not 0 < pattern.minutes <= LONGEST // timedelta(minutes=1):
        longer = pattern.minutes > 0
        faults.append(
            "it would be longer than 24 hours" if longer else "it would end before it begins"
        )
    if not 1 <= pattern.seats <= MOST_SEATS:
        faults.append(f"seats must be from 1 to {MOST_SEATS}")
    if not 1 <= len(pattern.name) <= LONGEST_NAME:
        faults.append(f"the name must have from 1 to {LONGEST_NAME} letters")
    if faults:
        return faults
    return replace(pattern, rule=rule)


def has(pattern: Pattern, day: date) -> bool:
    """Whether `day` is one of the rule's, also where it is skipped."""
    found = rules.days(pattern.rule, first=pattern.first, zone=pattern.zone, after=day, until=day)
    return next(found, None) == day


def windows(
    pattern: Pattern, since: date, until: date, *, holidays: Container[date] = ()
) -> list[Window]:
    """What it gives on its days from `since` to `until`, both included, in the order of days.

    A time that does not exist on some night is taken as before the change, one that comes twice as the first:
    what RFC 5545 says of calendars.
    """
    found = rules.days(
        pattern.rule, first=pattern.first, zone=pattern.zone, after=since, until=until
    )
    return [
        window(pattern, day)
        for day in found
        if day not in pattern.skipped and (pattern.on_holidays or day not in holidays)
    ]


def window(pattern: Pattern, day: date) -> Window:
    """What it gives on this day of its rule, with what was changed for it."""
    change = pattern.changes.get(day, Change())
    usual = datetime.combine(day, pattern.first.time())
    length = timedelta(minutes=pattern.minutes)
    begin = change.starts or usual
    end = change.ends or usual + length
    starts, ends = (wall.replace(tzinfo=pattern.zone).astimezone(UTC) for wall in (begin, end))
    # A start that the clocks skip may come after the end, and so may a later one that was asked for.
    if ends <= starts:
        ends = starts + length
    given = [wall for wall, own in ((begin, change.starts), (end, change.ends)) if own is None]
    moved = any(local_times.is_odd(wall, pattern.zone) for wall in given)
    if ends - starts > LONGEST:  # a day of 25 hours
        ends, moved = starts + LONGEST, True
    return Window(day, starts, ends, moved)


def shift_id(pattern: PatternId, day: date) -> ShiftId:
    """Always the same for a day, so that nothing is added twice."""
    return ShiftId(f"s{pattern}-{day:%Y%m%d}")


def origin(shift: ShiftId) -> tuple[PatternId, date] | None:
    """The pattern and the day that a shift was made from, also if it has gone its own way since."""
    pattern, _, day = shift.removeprefix("s").rpartition("-")
    return (PatternId(pattern), date.fromisoformat(day)) if pattern else None


def shift(pattern: Pattern, window: Window) -> Shift:
    """The shift that ought to be there; it has no code yet."""
    change = pattern.changes.get(window.day, Change())
    return Shift(
        id=shift_id(pattern.id, window.day),
        code=0,
        starts=window.starts,
        ends=window.ends,
        seats=change.seats or pattern.seats,
        needs=change.needs or pattern.needs,
        channel=change.channel or pattern.channel,
        pattern=pattern.id,
        day=window.day,
    )
