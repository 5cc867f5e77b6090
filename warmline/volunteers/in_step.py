"""Patterns say what ought to be, shifts what is: what brings the two into step, and what has claims and so stays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from warmline.ids import PatternId, ShiftId
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

    def as_of(self, now: Shift) -> Differs:
        """The same, with the claims of the shift as it is `now`."""
        if self.after is None:
            return Differs(now, None)
        kept = {"code": now.code, "claimed": now.claimed, "covers": now.covers}
        return Differs(now, replace(self.after, **kept))  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Steps:
    """What brings the shifts into step with one pattern."""

    add: tuple[Shift, ...] = ()
    at_once: tuple[Differs, ...] = ()
    claimed: tuple[Differs, ...] = ()  # never touched without a coordinator's word
    there: tuple[Shift, ...] = ()  # their like is on the roster already, from elsewhere
    moved: frozenset[date] = frozenset()  # days on which the clocks change over a start or an end

    @property
    def differing(self) -> tuple[Differs, ...]:
        return (*self.at_once, *self.claimed)

    def as_of(self, now: Iterable[Shift]) -> Steps:
        """The same, with the claims of these shifts; one that is gone needs no step."""
        shifts = {shift.id: shift for shift in now}
        known = (d for d in self.differing if d.before.id in shifts)
        return replace(self, **_by_claims([d.as_of(shifts[d.before.id]) for d in known]))  # type: ignore[arg-type]


class Roster:
    """Every shift that is not over, to be found by its pattern and by its likeness."""

    def __init__(self, shifts: Iterable[Shift]) -> None:
        self.ids: set[ShiftId] = set()
        self.of: defaultdict[PatternId, dict[date, Shift]] = defaultdict(dict)
        self._like: defaultdict[object, list[Shift]] = defaultdict(list)
        self.join(shifts)

    def join(self, shifts: Iterable[Shift]) -> None:
        """These are on it now, too."""
        for one in shifts:
            self.ids.add(one.id)
            self._like[facts(one, seats=0)].append(one)
            if one.pattern is not None and one.day is not None:
                self.of[one.pattern][one.day] = one

    def like(self, shift: Shift) -> Shift | None:
        """One of the same times for the same people, that comes from elsewhere."""
        alike = self._like.get(facts(shift, seats=0), ())
        return next((other for other in alike if other.pattern != shift.pattern), None)


def steps(
    pattern: Pattern,
    roster: Roster,
    *,
    until: date,
    now: datetime,
    holidays: Container[date] = (),
) -> Steps:
    """Up to the day `until`, and beyond it for shifts that are there already.

    What has begun, or would have by now, is left as it is; so is a shift that was changed by hand and names its
    pattern no more.
    """
    theirs = roster.of.get(pattern.id, {})
    yesterday = now.astimezone(pattern.zone).date() - timedelta(days=1)  # its night may still run
    given = windows(pattern, min([yesterday, *theirs]), max([until, *theirs]), holidays=holidays)
    wanted = {window.day: shift(pattern, window) for window in given}
    missing = [
        s for day, s in wanted.items() if day <= until and s.id not in roster.ids and s.ends > now
    ]
    there = {s.id: other for s in missing if (other := roster.like(s))}
    found = Steps(
        add=tuple(s for s in missing if s.id not in there),
        there=tuple(there.values()),
        moved=frozenset(window.day for window in given if window.moved),
    )
    return replace(found, **_by_claims(_differs(theirs, wanted, now)))  # type: ignore[arg-type]


def steps_without(on_roster: Iterable[Shift], now: datetime) -> Steps:
    """For shifts whose pattern is no more."""
    differs = [Differs(shift, None) for shift in on_roster if shift.starts > now]
    return replace(Steps(), **_by_claims(differs))  # type: ignore[arg-type]


def _by_claims(differs: Sequence[Differs]) -> dict[str, tuple[Differs, ...]]:
    return {
        "at_once": tuple(d for d in differs if not d.touches_claims),
        "claimed": tuple(d for d in differs if d.touches_claims),
    }


def facts(shift: Shift, *, seats: int | None = None) -> tuple[object, ...]:
    """What a coordinator or a pattern decides about a shift; with `seats` those do not count."""
    return (
        shift.starts,
        shift.ends,
        shift.needs,
        shift.channel,
        shift.seats if seats is None else seats,
    )


def _differs(
    theirs: Mapping[date, Shift], wanted: Mapping[date, Shift], now: datetime
) -> list[Differs]:
    found = []
    for day, before in sorted(theirs.items()):
        after = wanted.get(day)
        if before.starts <= now or (after is not None and after.starts <= now):
            continue
        if after is None:
            found.append(Differs(before, None))
        elif facts(after) != facts(before):
            found.append(Differs(before, after).as_of(before))
    return found
