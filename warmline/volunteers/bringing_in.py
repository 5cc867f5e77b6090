"""What a table of shifts asks of the roster: what comes, changes and goes, which claims may be, and what must not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from warmline.ids import ShiftId, VolunteerId
from warmline.volunteers import claiming
from warmline.volunteers.claiming import HARD, Refusal, Standing, Why
from warmline.volunteers.in_step import facts
from warmline.volunteers.limits import Limits
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shift_table import Asked
from warmline.volunteers.shifts import Shift, why_no_shift
from warmline.volunteers.tables import Fault

MOST_CLAIMS = 5000  # as a table is one write, and nobody's text should wait for it
NEARBY = timedelta(days=9)  # whatever counts in the weeks that a shift touches, in any zone


@dataclass(frozen=True, slots=True)
class World:
    """The roster as it was read: every shift that may matter, and everybody on it."""

    shifts: Sequence[Shift]
    volunteers: Mapping[VolunteerId, Volunteer]
    limits: Limits
    zone: ZoneInfo
    now: datetime


@dataclass(frozen=True, slots=True)
class Note:
    """What speaks against a claim and may be waved through."""

    volunteer: Volunteer
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row comes to; `before` is the same shift where it is on the roster already."""

    asked: Asked
    before: Shift | None
    after: Shift
    notes: tuple[Note, ...] = ()

    @property
    def takers(self) -> frozenset[VolunteerId]:
        return self.after.claimed - (self.before.claimed if self.before else frozenset())

    @property
    def is_otherwise(self) -> bool:
        """Whether times, seats or needs would be others."""
        return self.before is not None and facts(self.before) != facts(self.after)

    @property
    def differs(self) -> bool:
        return self.before is None or self.is_otherwise or bool(self.takers)

    @property
    def is_at_another_time(self) -> bool:
        return self.before is not None and (self.before.starts, self.before.ends) != (
            self.after.starts,
            self.after.ends,
        )


@dataclass(frozen=True, slots=True)
class Bringing:
    """All that the table asks for. `left` would have gone, and stays for a reason."""

    entries: tuple[Entry, ...]
    gone: tuple[Shift, ...]
    left: tuple[tuple[Shift, str], ...]
    faults: tuple[Fault, ...]


def plan(
    asked: Sequence[Asked],
    world: World,
    *,
    new_id: Callable[[], ShiftId],
    replacing: tuple[datetime, datetime] | None = None,
) -> Bringing:
    """What would be done, and everything against it. `replacing`: what starts in `[first, last)` and is not in the table goes."""
    entries, faults = _matched(asked, world, new_id)
    kept = {entry.after.id for entry in entries}
    gone, left = _others(kept, world, replacing) if replacing else ((), ())
    for entry in entries:
        faults += _faults(entry, world.now)
    if too_many := _too_many(entries):
        return Bringing(tuple(entries), gone, left, (*faults, too_many))
    claims = _Claims(world, entries, gone)
    judged = []
    for entry in entries:
        against, notes = claims.judge(entry)
        faults += against
        judged.append(replace(entry, notes=notes))
    return Bringing(tuple(judged), gone, left, tuple(faults))


def _matched(
    asked: Sequence[Asked], world: World, new_id: Callable[[], ShiftId]
) -> tuple[list[Entry], list[Fault]]:
    """Each row with the shift it is about: by code, or by being the same."""
    faults, known = list[Fault](), dict[int, Shift]()
    coded = {shift.code: shift for shift in world.shifts if shift.ends > world.now}
    taken, added = set[ShiftId](), set[object]()
    for place, one in enumerate(asked):
        if one.code in coded:
            known[place] = coded[one.code]
            if known[place].id in taken:
                faults.append(one.row.fault("code", "stands in the table twice"))
            taken.add(known[place].id)
    at = defaultdict[object, list[Shift]](list)
    for shift in sorted(world.shifts, key=lambda shift: shift.code):
        at[shift.starts, shift.ends].append(shift)
    for place, one in enumerate(asked):
        if place in known:
            continue
        like = [shift for shift in at[one.starts, one.ends] if shift.id not in taken]
        same = next((s for s in like if facts(one.applied(s)) == facts(s)), None)
        if same:
            known[place] = same
            taken.add(same.id)
        elif like and one.code is None and not one.is_new:
            why = f"shift {like[0].code} of these times is otherwise: give its code to change it"
            faults.append(one.row.fault("", f"{why}, or write new there to add another"))
        elif one.code is None and not one.is_new:
            if (this := facts(one.applied(None), seats=0)) in added:
                faults.append(one.row.fault("", "the same shift stands in the table twice"))
            added.add(this)
    return [_entry(one, known.get(place), new_id) for place, one in enumerate(asked)], faults


def _entry(asked: Asked, before: Shift | None, new_id: Callable[[], ShiftId]) -> Entry:
    after = asked.applied(before)
    return Entry(asked, before, after if before else replace(after, id=new_id()))


def _faults(entry: Entry, now: datetime) -> Iterator[Fault]:
    row, before, after = entry.asked.row, entry.before, entry.after
    if not entry.differs:
        return
    if cannot := why_no_shift(after.starts, after.ends, seats=after.seats, now=now):
        yield row.fault("", cannot)
    elif len(after.claimed) > after.seats and entry.takers:
        yield row.fault("claimed", "has more names than there are seats")
    elif len(after.claimed) > after.seats:
        yield row.fault("seats", f"must be {len(after.claimed)} at least: so many are claimed")
    if before and before.pattern and entry.is_otherwise:
        yield row.fault("", f"shift {before.code} comes from a pattern: change that day of it")
    elif before and before.starts <= now and entry.is_at_another_time:
        yield row.fault("", f"shift {before.code} has begun: its times stay")


def _too_many(entries: Iterable[Entry]) -> Fault | None:
    claims = 0
    for entry in entries:
        claims += len(entry.takers)
        if claims > MOST_CLAIMS:
            why = f"are too many: at most {MOST_CLAIMS:,} new claims are imported at once"
            return entry.asked.row.fault("claimed", why)
    return None


def _others(
    kept: set[ShiftId], world: World, replacing: tuple[datetime, datetime]
) -> tuple[tuple[Shift, ...], tuple[tuple[Shift, str], ...]]:
    """What goes because the table does not have it, and what stays all the same."""
    first, last = replacing
    gone, left = list[Shift](), list[tuple[Shift, str]]()
    for shift in world.shifts:
        if shift.id in kept or not first <= shift.starts < last or shift.ends <= world.now:
            continue
        names = sorted(world.volunteers[v].name for v in shift.claimed if v in world.volunteers)
        if shift.claimed:
            left.append((shift, f"is claimed by {', '.join(names)}"))
        elif shift.pattern:
            left.append((shift, "comes from a pattern"))
        elif shift.starts <= world.now:
            left.append((shift, "has begun"))
        else:
            gone.append(shift)
    return tuple(gone), tuple(left)


class _Claims:
    """Everyone's shifts as they would be, to judge each claim among."""

    def __init__(self, world: World, entries: Sequence[Entry], gone: Iterable[Shift]) -> None:
        self._world = world
        self._lines = {entry.after.id: entry.asked.row.line for entry in entries}
        finally_ = {shift.id: shift for shift in world.shifts}
        finally_ |= {entry.after.id: entry.after for entry in entries}
        for shift in gone:
            del finally_[shift.id]
        self._theirs = defaultdict[VolunteerId, list[Shift]](list)
        for shift in finally_.values():
            for volunteer in shift.claimed:
                self._theirs[volunteer].append(shift)

    def judge(self, entry: Entry) -> tuple[list[Fault], tuple[Note, ...]]:
        """What forbids the row's claims, and what merely speaks against them."""
        faults, notes = list[Fault](), list[Note]()
        concerned = entry.after.claimed if entry.is_at_another_time else entry.takers
        known = concerned & self._world.volunteers.keys()
        for volunteer in sorted(known, key=lambda v: (self._world.volunteers[v].name, v)):
            for refusal in self._refusals(entry.after, self._world.volunteers[volunteer]):
                if refusal.why is Why.OVERLAPS and refusal.other:
                    faults.append(self._overlap(entry, volunteer, refusal.other))
                elif refusal.why is Why.UNREACHABLE and volunteer not in entry.takers:
                    continue  # the seat is theirs, whether a text reaches them or not
                elif refusal.why not in HARD:  # the others are told of the row as a whole
                    notes.append(Note(self._world.volunteers[volunteer], refusal))
        return faults, tuple(notes)

    def _refusals(self, shift: Shift, volunteer: Volunteer) -> Iterator[Refusal]:
        world, others = self._world, shift.claimed - {volunteer.id}
        near = (shift.starts - NEARBY, shift.ends + NEARBY)
        theirs = [s for s in self._theirs[volunteer.id] if near[0] < s.starts < near[1]]
        beside = [world.volunteers[v] for v in sorted(others) if v in world.volunteers]
        return claiming.refusals(
            replace(shift, claimed=others),
            Standing(volunteer, theirs, beside),
            limits=world.limits,
            zone=world.zone,
            now=world.now,
        )

    def _overlap(self, entry: Entry, volunteer: VolunteerId, other: Shift) -> Fault:
        name = self._world.volunteers[volunteer].name
        if other.id in self._lines:
            why = f"{name} has the shift of line {self._lines[other.id]} at that time"
        else:
            why = f"{name} has shift {other.code} at that time already"
        return entry.asked.row.fault("claimed", why)
