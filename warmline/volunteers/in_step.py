"""Patterns say what ought to be, shifts what is: what brings the two into step, and what has claims and so stays."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from warmline.volunteers.patterns import Pattern, shift, windows
from warmline.volunteers.shifts import Shift


@dataclass(frozen=True, slots=True)
class Differs:
    """A shift that is not as it ought to be; `after` is None where there ought to be none."""

    before: Shift
    after: Shift | None

    @property
    def touches_claims(self) -> bool:
        """Whether anybody's promise is at stake: nobody minds a further seat beside their own."""
        if not self.before.claimed:
            return False
        if self.after is None or len(self.before.claimed) > self.after.seats:
            return True
        return facts(self.before, seats=0) != facts(self.after, seats=0)


@dataclass(frozen=True, slots=True)
class Steps:
    """What brings the shifts into step with one pattern."""

    add: tuple[Shift, ...] = ()
    at_once: tuple[Differs, ...] = ()
    claimed: tuple[Differs, ...] = ()  # never touched without a coordinator's word
    there: tuple[Shift, ...] = ()  # their like is on the roster already, from elsewhere
    moved: frozenset[date] = frozenset()  # days on which the clocks change over a start or an end


def steps(
    pattern: Pattern,
    on_roster: Iterable[Shift],
    *,
    until: date,
    now: datetime,
    holidays: Container[date] = (),
) -> Steps:
    """Up to the day `until`, and beyond it for shifts that are there already.

    `on_roster` is every shift that is not over. What has begun, or would have by now, is left as it is; so is a shift
    that was changed by hand and names its pattern no more.
    """
    shifts = list(on_roster)
    ids = {s.id for s in shifts}
    theirs = {s.day: s for s in shifts if s.pattern == pattern.id and s.day is not None}
    yesterday = now.astimezone(pattern.zone).date() - timedelta(days=1)  # its night may still run
    given = windows(pattern, min([yesterday, *theirs]), max([until, *theirs]), holidays=holidays)
    wanted = {window.day: shift(pattern, window) for window in given}
    new = [s for day, s in wanted.items() if day <= until and s.id not in ids and s.ends > now]
    others = {facts(s, seats=0): s for s in shifts if s.pattern != pattern.id}
    differs = _differs(theirs, wanted, now)
    return Steps(
        add=tuple(s for s in new if facts(s, seats=0) not in others),
        at_once=tuple(d for d in differs if not d.touches_claims),
        claimed=tuple(d for d in differs if d.touches_claims),
        there=tuple(others[facts(s, seats=0)] for s in new if facts(s, seats=0) in others),
        moved=frozenset(window.day for window in given if window.moved),
    )


def steps_without(on_roster: Iterable[Shift], now: datetime) -> Steps:
    """For shifts whose pattern is no more."""
    differs = [Differs(shift, None) for shift in on_roster if shift.starts > now]
    return Steps(
        at_once=tuple(d for d in differs if not d.touches_claims),
        claimed=tuple(d for d in differs if d.touches_claims),
    )


def facts(shift: Shift, *, seats: int | None = None) -> tuple[object, ...]:
    """What a coordinator or a pattern decides about a shift; with `seats` those do not count."""
    return (
        shift.starts,
        shift.ends,
        shift.needs,
        shift.channel,
        shift.seats if seats is None else seats,
    )


def _differs(theirs: dict[date, Shift], wanted: dict[date, Shift], now: datetime) -> list[Differs]:
    found = []
    for day, before in sorted(theirs.items()):
        after = wanted.get(day)
        if before.starts <= now or (after is not None and after.starts <= now):
            continue
        if after is None:
            found.append(Differs(before, None))
        elif facts(after) != facts(before):
            kept = {"code": before.code, "claimed": before.claimed, "covers": before.covers}
            found.append(Differs(before, replace(after, **kept)))  # type: ignore[arg-type]
    return found
