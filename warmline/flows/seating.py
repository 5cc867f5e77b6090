"""Seats are given and taken: what is true now is read, the rules of care are asked, and Redis decides."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import timedelta

from warmline.flows.desk import Desk
from warmline.ids import ShiftId, VolunteerId
from warmline.store.effects import Cause, Plan
from warmline.store.seats import Swap, Undo
from warmline.store.shifts import AROUND
from warmline.volunteers import claiming
from warmline.volunteers.claiming import Move, Refusal, Standing, Take
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Shift

TRIES = 20  # their claims may change meanwhile, but not for ever
SOON = timedelta(days=2)  # what may be due around a shift begins no earlier


def standing(desk: Desk, shift: Shift, volunteer: Volunteer) -> Standing:
    """All that the rules of care ask about this volunteer and this shift, as it is now."""
    return Standing(
        volunteer=volunteer,
        theirs=desk.store.shifts.of(volunteer.id, shift.starts - AROUND, shift.ends + AROUND),
        beside=desk.store.roster.get_all(sorted(shift.claimed - {volunteer.id})),
    )


def refusals(desk: Desk, shift: Shift, volunteer: Volunteer) -> list[Refusal]:
    """Every reason against this claim as things are now, the hardest first."""
    return list(
        claiming.refusals(
            shift,
            standing(desk, shift, volunteer),
            limits=desk.limits,
            zone=desk.line.zone,
            now=desk.clock.now(),
        )
    )


def take(
    desk: Desk,
    shift_id: ShiftId,
    volunteer: Volunteer,
    *,
    plan: Plan,
    cause: Cause | None = None,
    undo: Undo | None = None,
    allowed: Collection[claiming.Why] = (),
) -> tuple[str, list[Refusal]]:
    """Take one free seat: the store's word, or the first reason against it that is not `allowed`; and all reasons.

    A reason changes nothing and leaves `cause` where it is: the answer is the caller's to give.
    """
    word, against = "moved", list[Refusal]()
    while word == "moved":
        versions = desk.store.seats.versions([volunteer.id])
        shift = desk.store.shifts.get(shift_id)
        if shift is None:
            return "unknown", []
        against = refusals(desk, shift, volunteer)
        if stops := [refusal for refusal in against if refusal.why not in allowed]:
            return stops[0].why, against
        beside = desk.store.roster.get_all(sorted(shift.claimed))
        at = (shift.starts, shift.ends)
        move = Take(shift_id, volunteer.id, claiming.witness(volunteer, beside), at)
        word = desk.store.seats.hand(
            [move], versions=versions, now=desk.clock.now(), plan=plan, cause=cause, undo=undo
        )
    return desk.settle(plan, word), against


def hand(
    desk: Desk,
    moves: Sequence[Move],
    *,
    plan: Plan,
    cause: Cause | None = None,
    undo: Undo | None = None,
    swap: Swap | None = None,
) -> str:
    """All moves or none, for moves that no rule of care stands against: the store's word.

    "moved" when the cover, the swap or the undo is there no more.
    """
    who, word = list(dict.fromkeys(move.volunteer for move in moves)), "moved"
    for _ in range(TRIES):
        word = desk.store.seats.hand(
            moves,
            versions=desk.store.seats.versions(who),
            now=desk.clock.now(),
            plan=plan,
            cause=cause,
            undo=undo,
            swap=swap,
        )
        if word != "moved":
            break
    return desk.settle(plan, word)


def soon(desk: Desk, volunteer: VolunteerId, within: timedelta = SOON) -> tuple[str, ...]:
    """The keys of their shifts that run now or begin within that time: to be looked at when something about them changes."""
    now = desk.clock.now()
    theirs = desk.store.shifts.of(volunteer, now, now + within)
    return tuple(desk.store.keys.shift(shift.id) for shift in theirs)


def people(desk: Desk, shift: Shift) -> list[Volunteer]:
    """Who has a seat on it."""
    return desk.store.roster.get_all(sorted(VolunteerId(v) for v in shift.claimed))
