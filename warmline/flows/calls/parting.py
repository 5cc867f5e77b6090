"""One side has gone: whoever is left is not left alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from warmline.flows import ending
from warmline.flows.calls import ringing
from warmline.flows.desk import Desk
from warmline.routing.call import Call, Handoff, Stage
from warmline.routing.contact import Contact, Ended, Tried
from warmline.routing.leg import HANG_UP, NOW
from warmline.store.call_record import as_fields
from warmline.store.effects import Effects, Order

INTERRUPTED = 1  # the rank of whoever was in a talk and lost their peer: next, before all who wait


def caller_dropped(desk: Desk, contact: Contact, call: Call, now: datetime) -> str:
    """They hung up while waiting; no phone rings for nobody, and their place is kept for a while."""
    dropped = replace(call, stage=Stage.DROPPED, since=now, leg=None)
    journal = {"event": "dropped", "contact": contact.id}
    plan = {"kept": Effects(journal=journal)}
    word = desk.store.contacts.keep(contact, as_fields(dropped), now=now, plan=plan)
    if desk.settle(plan, word) == "kept":
        ringing.call_off(desk, contact)
    return word


def close_abandoned(desk: Desk, contact: Contact) -> str:
    """They did not ring again while their place was kept."""
    return ending.end(desk, contact, Ended.ABANDONED, cause=None, to_the_caller=())


def caller_left(desk: Desk, contact: Contact, call: Call) -> str:
    """The caller hung up: the talk is over, and the peer hears so."""
    match call.stage:
        case Stage.CRISIS:
            how = Ended.CRISIS_LINE
        case Stage.MESSAGE:
            how = Ended.ABANDONED
        case _:
            how = Ended.HANDED_OVER if call.handoff is Handoff.LEFT else Ended.BY_CALLER
    return ending.end(
        desk, contact, how, cause=None, to_the_caller=(), legs=left_behind(call, but=call.leg)
    )


def left_behind(call: Call, *, but: str | None) -> tuple[Order, ...]:
    """What the other legs of a talk that is over should do: hear that it is over, and go."""
    orders = [
        Order(leg, NOW if leg in {call.leg, call.peer_leg} else HANG_UP)
        for leg in (call.leg, call.peer_leg, call.crisis_leg)
        if leg and leg != but
    ]
    return tuple(orders)


def peer_dropped(desk: Desk, contact: Contact, call: Call, now: datetime) -> str:
    """The peer's call broke off. They are rung back once, alone and at once; then somebody else is, before all others."""
    again = contact.tried.get(contact.peer) is Tried.DROPPED if contact.peer else True
    how = Tried.LEFT if again else Tried.DROPPED
    held = replace(call, stage=Stage.HELD, since=now, peer_leg=None, crisis_leg=None, handoff=None)
    if call.stage is Stage.RINGING:
        held = replace(held, stage=Stage.RING_BACK, leg=None)
    crisis = (Order(call.crisis_leg, HANG_UP),) if call.crisis_leg else ()
    caller = (Order(call.leg, NOW if held.stage is Stage.HELD else HANG_UP),) if call.leg else ()
    plan = {
        "requeued": Effects(
            legs=(*caller, *crisis),
            journal={"event": "peer_dropped", "contact": contact.id, "how": how},
        )
    }
    fields = {
        **as_fields(held),
        "rank": str(max(contact.rank, INTERRUPTED)),
        "same_peer": (contact.peer or "") if how is Tried.DROPPED else "",
    }
    word = desk.store.contacts.requeue(contact, now=now, plan=plan, how=how, fields=fields)
    return desk.settle(plan, word)


def crisis_line_left(desk: Desk, contact: Contact, call: Call, now: datetime) -> str:
    """They were left with the crisis line, and its call ended: whoever is still there waits for a peer again, first of all."""
    held = replace(call, stage=Stage.HELD, since=now, peer_leg=None, crisis_leg=None, handoff=None)
    plan = {
        "requeued": Effects(
            legs=(Order(call.leg, NOW),) if call.leg else (),
            journal={"event": "crisis_line_left", "contact": contact.id},
        )
    }
    fields = {**as_fields(held), "rank": str(max(contact.rank, INTERRUPTED)), "same_peer": ""}
    word = desk.store.contacts.requeue(contact, now=now, plan=plan, fields=fields)
    return desk.settle(plan, word)
