"""A peer has picked up and pressed a key: 1 takes the caller, 2 passes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from warmline.flows.calls.orders import quiet
from warmline.flows.desk import Desk
from warmline.flows.offers import leave_offers
from warmline.flows.quiet_notes import notes_on_taking
from warmline.flows.speaking import Texts
from warmline.ids import LegId, VolunteerId, new_id
from warmline.routing.call import WAITS, Call, Stage
from warmline.routing.contact import Contact, Tried
from warmline.routing.leg import NOW, Leg, Side
from warmline.safety.reading import Band
from warmline.store.call_record import as_fields
from warmline.store.effects import Effects, NewLeg, Order

TRIES = 5


def take(desk: Desk, leg: Leg) -> str:
    """The first to press 1 gets the caller: "answered", or why not. One script; what follows is a job."""
    word = "gone"
    for _ in range(TRIES):
        contact = desk.store.contacts.get(leg.contact) if leg.contact else None
        if contact is None or contact.call is None or contact.call.peer_leg == leg.id:
            return "gone" if contact is None else "answered"  # the provider asks again
        if leg.volunteer not in contact.offered or contact.call.stage not in WAITS:
            return "gone"
        word = _take(desk, contact, contact.call, leg)
        if word != "moved":
            break
    if word == "answered":
        _free_of_others(desk, leg)
    if word in {"engaged", "apart"}:  # so that their phone does not go on asking them
        leave(desk, leg, Tried.WITHDRAWN, journal={})
    desk.steps.reach("call_answered")
    return word


def _take(desk: Desk, contact: Contact, call: Call, leg: Leg) -> str:
    assert leg.volunteer is not None  # noqa: S101 - only a volunteer's leg is asked to press 1
    now = desk.clock.now()
    taken, rings = _together(desk, contact, call, leg)
    others = [volunteer for volunteer in contact.offered if volunteer != leg.volunteer]
    plan = {
        "answered": Effects(
            texts=_notes(desk, contact, leg.volunteer),
            legs=(*rings, *quiet(desk, contact, *others)),
            bell=(desk.store.keys.waiting(),) if others else (),  # they are free for the next
            journal={
                "event": "accepted",
                "contact": contact.id,
                "volunteer": leg.volunteer,
                "waited": str((now - contact.since).seconds),
            },
        )
    }
    word = desk.store.contacts.answer(contact, leg.volunteer, as_fields(taken), now=now, plan=plan)
    return desk.settle(plan, word)


def _notes(desk: Desk, contact: Contact, peer_id: VolunteerId) -> Texts:
    """What they should know of somebody who is or was at risk; that there is a text, they hear."""
    if contact.care.known is Band.NONE:
        return ()
    peer = desk.store.roster.get(peer_id)
    return notes_on_taking(desk, peer, contact) if peer else ()


def _together(
    desk: Desk, contact: Contact, call: Call, leg: Leg
) -> tuple[Call, tuple[NewLeg | Order, ...]]:
    """The call from now on, and how its caller gets into the room: sent there, or rung back."""
    now = desk.clock.now()
    if call.stage is Stage.HELD:
        taken = replace(call, stage=Stage.TOGETHER, since=now, peer_leg=leg.id)
        return taken, (Order(call.leg, NOW),) if call.leg else ()
    back = NewLeg(
        LegId(new_id("g")),
        Side.CALLER,
        contact.line_number,
        contact.caller_number,
        contact=contact.id,
        rings_for=contact.policy.ring_seconds,
        not_before=call.rests_until,
    )
    ringing = replace(
        call, stage=Stage.RINGING, since=now, peer_leg=leg.id, leg=back.id, rests_until=None
    )
    return ringing, (back,)


def pass_on(desk: Desk, leg: Leg) -> str:
    """Somebody else is rung; nobody needs a reason to pass."""
    if leg.contact is None or leg.volunteer is None:
        return "not_offered"
    journal = {"event": "passed", "contact": leg.contact, "volunteer": leg.volunteer}
    return leave(desk, leg, Tried.PASSED, journal=journal)


def leave(desk: Desk, leg: Leg, how: Tried, *, journal: Mapping[str, str]) -> str:
    """The volunteer of this leg is asked about its contact no longer; what they hear on it follows from that."""
    word = "moved"
    while word == "moved":
        contact = desk.store.contacts.get(leg.contact) if leg.contact else None
        if contact is None or leg.volunteer is None or leg.volunteer not in contact.offered:
            return "not_offered"
        plan = {
            "left": Effects(
                journal=journal,
                bell=(desk.store.keys.contact(contact.id), desk.store.keys.waiting()),
            )
        }
        now = desk.clock.now()
        word = desk.store.contacts.leave_offer(contact, leg.volunteer, how, now=now, plan=plan)
        desk.settle(plan, word)
    return word


def _free_of_others(desk: Desk, leg: Leg) -> None:
    """Whoever is on the phone now was perhaps offered texts as well: those are asked of others."""
    peer = desk.store.roster.get(leg.volunteer) if leg.volunteer else None
    if peer and peer.offers:
        leave_offers(desk, peer, at_most=None, how=Tried.WITHDRAWN)
