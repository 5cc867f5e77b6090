"""Putting shifts on the roster and taking them off, and the claims on their seats."""

from __future__ import annotations

from datetime import datetime

from warmline.errors import RefusedError
from warmline.flows import seating
from warmline.flows.desk import Desk
from warmline.flows.office import finding
from warmline.ids import ShiftId, new_id
from warmline.volunteers import local_times
from warmline.volunteers.claiming import HARD, Give, Refusal, Why
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Shift, why_no_shift

SOFT = frozenset(Why) - HARD  # a coordinator may know better


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


def add(desk: Desk, starts: datetime, ends: datetime, *, seats: int) -> Shift:
    """Put a shift on the roster; with the code that it got there."""
    shift = Shift(ShiftId(new_id("s")), 0, starts, ends, seats)
    plan = {"added": finding.causes(desk, "shift_added", shift=shift.id)}
    desk.store.shifts.add(shift, now=desk.clock.now(), plan=plan)
    return desk.store.shifts.get_all([shift.id])[0]


def remove(desk: Desk, shift: Shift) -> None:
    plan = {"removed": finding.causes(desk, "shift_removed", shift=shift.id)}
    word = "moved"
    while word == "moved":
        word = desk.store.shifts.remove(shift, now=desk.clock.now(), plan=plan)
        shift = desk.store.shifts.get(shift.id) or shift
    if word != "removed":
        raise RefusedError(f"Shift {shift.code} was taken off just now.")


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
