"""One side has gone: whoever is left is not left alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from warmline.flows import ending
from warmline.flows.calls import becoming, handing_over, listening, ringing
from warmline.flows.desk import Desk
from warmline.routing.call import CRISIS_LINE, PEER, Call, Handoff, Stage
from warmline.routing.contact import Contact, Ended, State, Tried
from warmline.routing.handoff import Event
from warmline.routing.leg import HANG_UP, NOW
from warmline.routing.next_call_step import JUST_INTERRUPTED
from warmline.routing.phoning import goes_on_by_text
from warmline.store.call_record import as_fields
from warmline.store.effects import Effects, Order


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
    """The caller hung up: the talk is over, and the peer hears so; unless it goes on by text, as it began."""
    match call.connected:
        case Stage.CRISIS:
            how = Ended.CRISIS_LINE
        case Stage.OUTSIDE:
            how = Ended.PUT_THROUGH
        case _:
            how = Ended.HANDED_OVER if call.handoff is Handoff.LEFT else Ended.BY_CALLER
    if how is Ended.BY_CALLER and goes_on_by_text(call, contact.peer):
        word = becoming.over(desk, contact, call)
        if word != "cannot":
            return word
    return ending.end(desk, contact, how, cause=None, to_the_caller=())


def peer_dropped(desk: Desk, contact: Contact, call: Call, now: datetime) -> str:
    """The peer's call broke off. They are rung back once, alone and at once; then somebody else is, before all others."""
    again = contact.tried.get(contact.peer) is Tried.DROPPED if contact.peer else True
    how = Tried.LEFT if again else Tried.DROPPED
    stops = listening.stopped(desk, contact, call)
    held, legs = _without_a_peer(stops.call, now)
    line = {"event": "peer_dropped", "contact": contact.id, "how": how}
    plan = {
        "requeued": Effects(
            texts=stops.texts, legs=(*legs, *stops.legs), journal=[line, *stops.lines]
        )
    }
    fields = {
        **as_fields(held),
        "rank": str(max(contact.rank, JUST_INTERRUPTED)),
        "same_peer": (contact.peer or "") if how is Tried.DROPPED else "",
    }
    word = desk.store.contacts.requeue(contact, now=now, plan=plan, how=how, fields=fields)
    return desk.settle(plan, word)


def start_over(desk: Desk, contact: Contact, call: Call, now: datetime) -> str:
    """A text or an operator took the peer away, or gave one to a caller who was in no room: they wait again."""
    stops = listening.stopped(desk, contact, call)
    held, legs = _without_a_peer(stops.call, now)
    legs = (*legs, *stops.legs)
    if call.peer_leg:
        legs = (*legs, Order(call.peer_leg, NOW))
    line = {"event": "started_over", "contact": contact.id}
    effects = Effects(texts=stops.texts, legs=legs, journal=[line, *stops.lines])
    plan, fields = {"kept": effects, "requeued": effects}, as_fields(held)
    if contact.state is State.ACTIVE:
        word = desk.store.contacts.requeue(
            contact, now=now, plan=plan, how=Tried.WITHDRAWN, fields=fields
        )
    else:
        word = desk.store.contacts.keep(contact, fields, now=now, plan=plan)
    return desk.settle(plan, word)


def _without_a_peer(call: Call, now: datetime) -> tuple[Call, tuple[Order, ...]]:
    """The caller waits again, on the line or at home; what that means for their leg, and for the crisis line's."""
    waits = replace(
        call,
        since=now,
        peer_leg=None,
        crisis_leg=None,
        handoff=None,
        handoff_since=None,
        lost=PEER,
        texts_with=None,  # from now on it is a call, whoever takes it
    )
    legs = (Order(call.crisis_leg, HANG_UP),) if call.crisis_leg else ()
    match call.stage:
        case Stage.TOGETHER:
            waits = waits.moved(Stage.HELD, since=now)
            legs = (*legs, Order(call.leg, NOW)) if call.leg else legs
        case Stage.RINGING:
            waits = replace(waits, stage=Stage.RING_BACK, leg=None)
            legs = (*legs, Order(call.leg, HANG_UP)) if call.leg else legs
        case _:  # where they were
            pass
    return waits, legs


def crisis_line_left(desk: Desk, contact: Contact, call: Call, now: datetime) -> str:
    """They were left with the crisis line, and its call ended: whoever is still there waits for a peer again, first of all."""
    follows = handing_over.prepared(desk, contact, call, Event.LINE_OVER)
    held = replace(follows.call, stage=Stage.HELD, since=now, peer_leg=None, lost=CRISIS_LINE)
    caller = (Order(call.leg, NOW),) if call.leg else ()
    plan = {
        "requeued": Effects(
            texts=follows.texts, legs=(*follows.legs, *caller), journal=follows.journal
        )
    }
    fields = {
        **as_fields(held),
        "rank": str(max(contact.rank, JUST_INTERRUPTED)),
        "same_peer": contact.peer or "",
    }
    word = desk.store.contacts.requeue(
        contact, now=now, plan=plan, how=Tried.WITHDRAWN, fields=fields
    )
    return desk.settle(plan, word)
