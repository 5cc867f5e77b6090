"""The roster is kept in step with its patterns, weeks ahead, and what is long past leaves it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from warmline.flows import changing
from warmline.flows.changing import Change, Outcome
from warmline.flows.desk import Desk
from warmline.ids import PatternId, ShiftId
from warmline.store.effects import Effects
from warmline.store.patterns import Book
from warmline.store.shift_keys import CODE_SECONDS, RETIRED_SECONDS
from warmline.store.shifts import AT_ONCE
from warmline.volunteers import in_step, rules
from warmline.volunteers.in_step import Differs, Roster, Steps
from warmline.volunteers.patterns import Pattern
from warmline.volunteers.shifts import Shift

EVERY_MORNING = time(4)  # by the line's clock, when few are up who could mind
ALWAYS = (datetime(2000, 1, 1, tzinfo=UTC), datetime(9000, 1, 1, tzinfo=UTC))
TURNS = 20  # the rules may change meanwhile, but not for ever


@dataclass(slots=True)
class Done:
    """What was done to bring the roster into step, and what was left to a coordinator."""

    added: list[ShiftId] = field(default_factory=list)
    done: list[tuple[Differs, Outcome]] = field(default_factory=list)
    left: dict[ShiftId, tuple[Differs, Outcome | None]] = field(default_factory=dict)
    there: dict[ShiftId, Shift] = field(default_factory=dict)
    moved: set[ShiftId] = field(default_factory=set)  # of those added: the clocks change over them


def look(desk: Desk) -> None:
    """Once a day, and whenever rules have changed: keep in step, retire what is past, and be woken tomorrow."""
    key, book = desk.store.keys.patterns(), desk.store.patterns.book()
    keep_in_step(desk)
    retire(desk)
    desk.store.schedule.set(key, _next_morning(desk))
    if desk.store.patterns.book() != book:
        desk.store.schedule.look_at(key, desk.clock.now())


def arm(desk: Desk) -> None:
    """Have the roster looked at soon, and every morning from then on. For processes that start."""
    desk.store.schedule.look_at(desk.store.keys.patterns(), desk.clock.now())


def keep_in_step(
    desk: Desk,
    only: PatternId | None = None,
    *,
    claimed_too: bool = False,
    on: date | None = None,
    through: date | None = None,
) -> Done:
    """All patterns, or one: `through` is how far, where that is further than the line looks ahead.

    Claims are touched with `claimed_too` alone, and then those of one day where it is only `on` that.
    Any number may do this at once. Whoever has worked by rules that changed meanwhile does it again.
    """
    done = Done()
    for _ in range(TURNS):
        done.left.clear()
        done.there.clear()
        # Shifts first: then every pattern that made one of them is in the book, or is gone for good.
        roster = in_step.Roster(desk.store.shifts.outlines(desk.clock.now(), ALWAYS[1]))
        book = desk.store.patterns.book()
        settled = []
        for steps in _asked(desk, book, roster, only=only, through=through):
            touched = _touched(steps, on) if claimed_too else ()
            settled.append(_carry_out(desk, steps, done, touched=touched))
            roster.join(steps.add)
        if all(settled) and desk.store.patterns.book() == book:
            break
    return done


def foresee(desk: Desk, pattern: Pattern, *, through: date | None = None) -> Steps:
    """What this pattern would ask for, were it on the roster."""
    roster = in_step.Roster(desk.store.shifts.outlines(desk.clock.now(), ALWAYS[1]))
    return _steps(desk, pattern, desk.store.patterns.book(), roster, through=through)


def retire(desk: Desk) -> None:
    """A day after its end a shift's code is free again; five weeks after, it leaves with its claims."""
    now = desk.clock.now()
    desk.store.seats.forget_swaps(now)
    free, gone = (now - timedelta(seconds=seconds) for seconds in (CODE_SECONDS, RETIRED_SECONDS))
    over = [shift for shift in desk.store.shifts.between(ALWAYS[0], free) if shift.ends <= free]
    desk.store.shifts.free_codes(over)
    for shift in over:
        if shift.ends <= gone:
            journal = {"event": "shift_retired", "shift": shift.id}
            desk.store.shifts.remove(shift, now=now, plan={"removed": Effects(journal=journal)})
    _retire_patterns(desk, gone)


def _retire_patterns(desk: Desk, gone: datetime) -> None:
    """Patterns whose rule has come to its end leave with the last of their shifts."""
    book = desk.store.patterns.book()
    for pattern in book.patterns.values():
        coming = rules.days(pattern.rule, first=pattern.first, zone=pattern.zone, after=gone.date())
        if next(coming, None) is None:
            journal = {"event": "pattern_retired", "pattern": pattern.id}
            plan = {"removed": Effects(journal=journal)}
            was, now = book.texts[pattern.id], desk.clock.now()
            desk.store.patterns.keep(pattern.id, None, was=was, now=now, plan=plan)


def _asked(
    desk: Desk, book: Book, roster: Roster, *, only: PatternId | None, through: date | None
) -> Iterator[Steps]:
    """With the claims as they are just before each is asked for."""
    for pattern in book.patterns.values():
        if only in {None, pattern.id}:
            yield _steps(desk, pattern, book, roster, through=through)
    gone = [p for p in roster.of if p not in book.texts and only in {None, p}]
    orphans = [shift for pattern in gone for shift in roster.of[pattern].values()]
    yield _with_claims(desk, in_step.steps_without(orphans, desk.clock.now()))


def _steps(
    desk: Desk, pattern: Pattern, book: Book, roster: Roster, *, through: date | None
) -> Steps:
    now = desk.clock.now()
    ahead = now.astimezone(pattern.zone).date() + timedelta(weeks=desk.roster_weeks)
    until = max(ahead, through or ahead)
    found = in_step.steps(pattern, roster, until=until, now=now, holidays=book.holidays)
    return _with_claims(desk, found)


def _with_claims(desk: Desk, steps: Steps) -> Steps:
    return steps.as_of(desk.store.shifts.get_all([d.before.id for d in steps.differing]))


def _touched(steps: Steps, on: date | None) -> tuple[Differs, ...]:
    return tuple(differs for differs in steps.claimed if on in {None, differs.before.day})


def _carry_out(desk: Desk, steps: Steps, done: Done, *, touched: tuple[Differs, ...]) -> bool:
    """Whether all of it could be done, or was left with a reason."""
    _add(desk, steps, done)
    done.there |= {shift.id: shift for shift in steps.there}
    done.left |= {d.before.id: (d, None) for d in steps.claimed if d not in touched}
    settled = True
    for differs in (*steps.at_once, *touched):
        outcome = changing.bring(desk, differs)
        if outcome.change in {Change.CHANGED, Change.REMOVED}:
            done.done.append((differs, outcome))
        elif outcome.change is Change.MOVED:
            settled = False
        else:
            done.left[differs.before.id] = (differs, outcome)
    return settled


def _add(desk: Desk, steps: Steps, done: Done) -> None:
    for start in range(0, len(steps.add), AT_ONCE):
        some = steps.add[start : start + AT_ONCE]
        days = " ".join(f"{shift.day}" for shift in some)
        journal = {"event": "shifts_added", "pattern": str(some[0].pattern), "days": days}
        plan = {"added": Effects(journal={**journal, "by": desk.by})}
        if desk.store.shifts.add_some(some, now=desk.clock.now(), plan=plan) == "added":
            done.added += [shift.id for shift in some]
            done.moved |= {shift.id for shift in some if shift.day in steps.moved}


def _next_morning(desk: Desk) -> datetime:
    now, zone = desk.clock.now(), desk.line.zone
    today = now.astimezone(zone).date()
    mornings = (
        datetime.combine(today + timedelta(days=n), EVERY_MORNING, zone).astimezone(UTC)
        for n in range(3)
    )
    return next(morning for morning in mornings if morning > now)
