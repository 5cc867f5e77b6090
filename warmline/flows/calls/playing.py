"""A coordinator texts MESSAGES: their phone rings, and what callers said for the team is played to them."""

from __future__ import annotations

from warmline.flows.desk import Desk
from warmline.flows.speaking import reply
from warmline.ids import LegId, new_id
from warmline.routing.arrived import Arrived
from warmline.routing.leg import Leg, Side
from warmline.store.effects import Cause, Effects, NewLeg
from warmline.store.messages import Message
from warmline.volunteers.roster import Volunteer
from warmline.words import messages_en

RINGS_FOR = 30  # seconds: they have asked for it


def ring(desk: Desk, cause: Cause, text: Arrived, coordinator: Volunteer) -> str:
    """Ring the coordinator who asks, if there is anything to hear: "answered", or "gone"."""
    waiting = len(desk.store.messages.unheard())
    legs: tuple[NewLeg, ...] = ()
    if waiting:
        legs = (
            NewLeg(
                LegId(new_id("g")),
                Side.COORDINATOR,
                desk.line.main_number,
                coordinator.number,
                volunteer=coordinator.id,
                rings_for=RINGS_FOR,
            ),
        )
    answer = messages_en.will_ring(waiting) if waiting else messages_en.none()
    plan = {"answered": Effects(texts=reply(text, cause, answer), legs=legs)}
    word: str = desk.store.transitions.run(
        "answer_text", now=desk.clock.now(), plan=plan, cause=cause
    )
    return desk.settle(plan, word)


def may_hear(desk: Desk, leg: Leg) -> bool:
    """Whether this is such a call, and whoever was rung is a coordinator still."""
    if leg.side is not Side.COORDINATOR or leg.page or leg.contact or leg.volunteer is None:
        return False
    volunteer = desk.store.roster.get(leg.volunteer)
    return volunteer is not None and volunteer.coordinator


def next_message(desk: Desk) -> tuple[Message | None, int]:
    """The oldest that nobody has heard, and how many there are."""
    waiting = desk.store.messages.unheard()
    return (waiting[0] if waiting else None), len(waiting)
