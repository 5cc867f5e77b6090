"""Putting shifts on the roster and taking them off, and the claims on their seats."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from warmline.errors import RefusedError
from warmline.flows import changing, seating
from warmline.flows.desk import Desk
from warmline.flows.office import finding, pattern_changes
from warmline.ids import ShiftId, VolunteerId, new_id
from warmline.volunteers import in_step, local_times
from warmline.volunteers.claiming import HARD, Give, Refusal, Why
from warmline.volunteers.in_step import Differs
from warmline.volunteers.particulars import LANGUAGE, MUST_BE_LANGUAGES, MUST_BE_WORDS, WORD
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Channel, Needs, Shift, why_no_shift

SOFT = frozenset(Why) - HARD  # a coordinator may know better
NO_NEEDS = Needs()
TRIES = 20
BUSY = "The line is too busy for that just now. Please try again."


@dataclass(frozen=True, slots=True)
class Asked:
    """What a shift is to be from now on; None is as before."""

    starts: datetime | None = None
    ends: datetime | None = None
    seats: int | None = None
    needs: Needs | None = None
    channel: Channel | None = None

    def of(self, shift: Shift) -> Shift:
        """The shift as asked for, which follows no pattern any more."""
        return replace(
            shift,
            starts=self.starts or shift.starts,
            ends=self.ends or shift.ends,
            seats=shift.seats if self.seats is None else self.seats,
            needs=shift.needs if self.needs is None else self.needs,
            channel=self.channel or shift.channel,
            pattern=None,
            day=None,
        )


@dataclass(frozen=True, slots=True)
class Edited:
    """The shift as it is now, or was; who was told by text, and whom no text reaches."""

    shift: Shift
    told: frozenset[VolunteerId] = frozenset()
    untold: tuple[Volunteer, ...] = ()


def moment(desk: Desk, name: str, text: str) -> datetime:
    """The moment written in the line's zone. RefusedError says what is wrong with `name`."""
    read = local_times.read(text, desk.line.zone)
    if isinstance(read, local_times.NoMoment):
        raise RefusedError(f"{name} {read.why} (in {desk.line.zone.key}).")
    return read


def check(starts: datetime, ends: datetime, *, seats: int, now: datetime) -> None:
    """RefusedError when there can be no such shift."""
    why = why_no_shift(starts, ends, seats=seats, now=now)
    if why:
        raise RefusedError(f"There can be no such shift: {why}.")


def check_needs(needs: Needs) -> Needs:
    """The same, or RefusedError when nobody could have them."""
    if not all(map(LANGUAGE.fullmatch, needs.languages)):
        raise RefusedError(f"Languages {MUST_BE_LANGUAGES}.")
    if not all(map(WORD.fullmatch, needs.experience | needs.training)):
        raise RefusedError(f"Experience and training {MUST_BE_WORDS}.")
    return needs


def add(
    desk: Desk,
    starts: datetime,
    ends: datetime,
    *,
    seats: int,
    needs: Needs = NO_NEEDS,
    channel: Channel = Channel.ANY,
    shift_id: ShiftId | None = None,
) -> Shift:
    """Put a shift on the roster; with the code that it got there. With the same `shift_id`, once."""
    known = shift_id or ShiftId(new_id("s"))
    shift = Shift(known, 0, starts, ends, seats, needs=needs, channel=channel)
    plan = {"added": finding.causes(desk, "shift_added", shift=shift.id)}
    desk.store.shifts.add(shift, now=desk.clock.now(), plan=plan)
    return desk.store.shifts.get_all([shift.id])[0]


def edit(
    desk: Desk,
    shift: Shift,
    asked: Asked,
    *,
    claimed_too: bool = False,
    still: Callable[[Shift], None] = finding.whatever,
) -> Edited:
    """Change a shift by hand; from then on its pattern leaves it alone. Whoever has a seat keeps it, and is told by text.

    RefusedError where that touches anyone's claim, unless `claimed_too`. If it has changed meanwhile, `still` may object.
    """
    for _ in range(TRIES):
        after = asked.of(shift)
        check(after.starts, after.ends, seats=after.seats, now=desk.clock.now())
        differs = Differs(shift, after)
        if in_step.facts(after) == in_step.facts(shift):
            return Edited(shift)
        if differs.touches_claims and not claimed_too:
            raise RefusedError(
                f"Shift {shift.code} is claimed by {_names(desk, shift)}. To change it all the same, "
                "and have them told by text, say --claimed-too."
            )
        outcome = changing.bring(desk, differs)
        if outcome.change is changing.Change.CHANGED:
            told = after.claimed if differs.touches_claims else frozenset()
            return Edited(after, told - {v.id for v in outcome.who}, outcome.who)
        if outcome.change is not changing.Change.MOVED:
            raise RefusedError(f"Shift {shift.code} {why_left(outcome)}.")
        shift = _again(desk, shift)
        still(shift)
    raise RefusedError(BUSY)


def remove(
    desk: Desk, shift: Shift, *, still: Callable[[Shift], None] = finding.whatever
) -> Edited:
    """Take a shift off the roster, with its claims; whoever had a seat is told by text. No pattern brings it back."""
    pattern_changes.leave_out(desk, shift)
    for _ in range(TRIES):
        outcome = changing.bring(desk, Differs(shift, None))
        if outcome.change is changing.Change.REMOVED:
            told = shift.claimed if shift.ends > desk.clock.now() else frozenset()
            return Edited(shift, told - {v.id for v in outcome.who}, outcome.who)
        shift = _again(desk, shift)
        still(shift)
    raise RefusedError(BUSY)


def why_left(outcome: changing.Outcome) -> str:
    """Why a shift stays as it is, in a coordinator's words."""
    if outcome.change is changing.Change.CLASHES:
        return f"would then overlap another shift of {', '.join(v.name for v in outcome.who)}"
    return str(outcome.change)


def _again(desk: Desk, shift: Shift) -> Shift:
    found = desk.store.shifts.get(shift.id)
    if found is None:
        raise RefusedError(f"Shift {shift.code} was taken off just now.")
    return found


def _names(desk: Desk, shift: Shift) -> str:
    return ", ".join(sorted(volunteer.name for volunteer in seating.people(desk, shift)))


def claim(desk: Desk, shift: Shift, volunteer: Volunteer) -> list[Refusal]:
    """One seat for one volunteer; who has it already keeps it. What speaks against it but may be waved through."""
    about = {"shift": shift.id, "volunteer": volunteer.id}
    plan = {"done": finding.causes(desk, "claimed", **about)}
    word, against = seating.take(desk, shift.id, volunteer, plan=plan, allowed=SOFT)
    match word:
        case "done" | Why.ALREADY_YOURS | "already_yours":
            return against
        case "full" | Why.FULL:
            raise RefusedError(f"Shift {shift.code} is full: all {shift.seats} seats are claimed.")
        case "over" | Why.OVER:
            raise RefusedError(f"Shift {shift.code} is over.")
        case Why.OVERLAPS:
            other = next(r.other for r in against if r.other)
            raise RefusedError(f"{volunteer.name} has shift {other.code} at that time already.")
        case _:
            raise RefusedError("That shift or volunteer was taken off the roster just now.")


def release(desk: Desk, shift: Shift, volunteer: Volunteer) -> None:
    about = {"shift": shift.id, "volunteer": volunteer.id}
    plan = {"done": finding.causes(desk, "released", **about)}
    if seating.hand(desk, [Give(shift.id, volunteer.id)], plan=plan) != "done":
        raise RefusedError(f"{volunteer.name} has no seat on shift {shift.code}.")


def same(desk: Desk, starts: datetime, ends: datetime) -> Shift | None:
    """A shift of just these times that is on the roster already."""
    around = desk.store.shifts.between(starts, ends)
    return next((shift for shift in around if (shift.starts, shift.ends) == (starts, ends)), None)
