"""How a volunteer is after a shift: one letter, and a call if they wish for one."""

from __future__ import annotations

from warmline.flows import paging
from warmline.flows.answering import say
from warmline.flows.desk import Desk
from warmline.ids import ShiftId
from warmline.routing.arrived import Arrived
from warmline.store.effects import Cause
from warmline.volunteers.moments import ANSWERED_WITHIN, Step
from warmline.volunteers.roster import Volunteer
from warmline.words import shift_moments_en as words

FINE, SO_SO, CALL_ME = 1, 2, 3


def answers(desk: Desk, cause: Cause, text: Arrived, volunteer: Volunteer, code: int) -> str | None:
    """The word of the store when a bare number answers a check-in; None when it is for somebody, or for nothing.

    While they talk with someone, or have words held, a bare number is never taken from the person it may be for.
    What was answered is not written down; as long as it is open, they may say it anew.
    """
    if code not in {FINE, SO_SO, CALL_ME} or volunteer.talks:
        return None
    if desk.store.roster.held(volunteer.id):
        return None
    shift = _asked_after(desk, volunteer)
    if shift is None:
        return None
    if code == CALL_ME:
        return paging.page_for_check_in(desk, cause, text, volunteer, shift)
    journal = {"event": "checked_in", "shift": shift, "volunteer": volunteer.id}
    said = words.fine() if code == FINE else words.so_so()
    return say(desk, cause, text, said, journal=journal)


def _asked_after(desk: Desk, volunteer: Volunteer) -> ShiftId | None:
    """The latest shift after which they were asked, if that was not too long ago."""
    now = desk.clock.now()
    earliest = now - ANSWERED_WITHIN
    for shift in reversed(desk.store.shifts.of(volunteer.id, earliest - ANSWERED_WITHIN, now)):
        asked = desk.store.shifts.marks(shift.id).get(f"{Step.THANKED}:{volunteer.id}")
        if asked and asked > earliest:
            return shift.id
    return None
