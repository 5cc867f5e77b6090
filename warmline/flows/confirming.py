"""A volunteer says that they will be there."""

from __future__ import annotations

from datetime import timedelta

from warmline.flows.answering import say
from warmline.flows.desk import Desk
from warmline.flows.shift_words import moment
from warmline.flows.speaking import reply
from warmline.routing.arrived import Arrived
from warmline.store.effects import Cause, Effects
from warmline.volunteers.moments import CONFIRMED, Around, Step
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Shift
from warmline.words import shift_moments_en as words

# a bare CONFIRM is about a shift that begins within these, if none was asked about
SOON = timedelta(days=2)


def confirm(desk: Desk, cause: Cause, text: Arrived, volunteer: Volunteer, code: int | None) -> str:
    """By code; without one, the only shift that waits to be confirmed."""
    if code is not None:
        shift = desk.store.shifts.by_code(code)
        if shift is None or volunteer.id not in shift.claimed:
            return say(desk, cause, text, words.confirm_not_yours(code))
        return _confirm(desk, cause, text, volunteer, shift)
    match _open(desk, volunteer):
        case [shift]:
            return _confirm(desk, cause, text, volunteer, shift)
        case []:
            return say(desk, cause, text, words.nothing_to_confirm())
        case several:
            choices = [(one.code, moment(desk, volunteer, one.starts)) for one in several]
            return say(desk, cause, text, words.confirm_which(choices))


def _confirm(desk: Desk, cause: Cause, text: Arrived, volunteer: Volunteer, shift: Shift) -> str:
    now = desk.clock.now()
    if shift.ends <= now:
        return say(desk, cause, text, words.confirm_over(shift.code))
    counted_on = words.confirmed(shift.code, moment(desk, volunteer, shift.starts))
    thanks = reply(text, cause, counted_on)
    not_theirs = Effects(texts=reply(text, cause, words.confirm_not_yours(shift.code)))
    journal = {"event": CONFIRMED, "shift": shift.id, "volunteer": volunteer.id}
    plan = {
        "marked": Effects(texts=thanks, journal=journal),
        "done_before": Effects(texts=thanks),
        "not_yours": not_theirs,
        "unknown": not_theirs,
    }
    word = desk.store.shifts.mark(
        shift.id, CONFIRMED, volunteer.id, now=now, plan=plan, cause=cause
    )
    return desk.settle(plan, word)


def _open(desk: Desk, volunteer: Volunteer) -> list[Shift]:
    """Those they were asked about and have not confirmed; if there are none, those that come soon."""
    now = desk.clock.now()
    soon, asked = list[Shift](), list[Shift]()
    for shift in desk.store.shifts.of(volunteer.id, now, now + SOON):
        around = Around(shift, (volunteer,), (), desk.store.shifts.marks(shift.id))
        if around.is_confirmed(volunteer.id):
            continue
        soon.append(shift)
        if any(
            around.done(step, volunteer.id)
            for step in (Step.ASKED, Step.ASKED_AGAIN, Step.REMINDED)
        ):
            asked.append(shift)
    return asked or soon
