"""A caller who wished to be rung back: kept in their place, rung when a peer has taken them, tried again with manners."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from warmline.flows import ending
from warmline.flows.desk import Desk
from warmline.flows.speaking import to_caller, words_for
from warmline.routing.call import Call, Stage
from warmline.routing.contact import Contact, Ended, Tried
from warmline.routing.leg import NOW
from warmline.store.call_record import as_fields
from warmline.store.effects import Effects, Order

PAUSES = (timedelta(minutes=5), timedelta(minutes=20))  # between one try and the next; then no more

# Whoever wished it hears us out first; until then their phone is engaged.
PUTS_DOWN = timedelta(seconds=10)


def wish(desk: Desk, contact: Contact, call: Call, now: datetime) -> str:
    """They pressed 1 while waiting: the place is kept, and they may hang up."""
    waiting = replace(call, stage=Stage.RING_BACK, since=now, rests_until=now + PUTS_DOWN)
    plan = {"kept": Effects(journal={"event": "ring_back", "contact": contact.id})}
    word = desk.store.contacts.keep(contact, as_fields(waiting), now=now, plan=plan)
    return desk.settle(plan, word)


def not_reached(desk: Desk, contact: Contact, call: Call, now: datetime) -> str:
    """They did not pick up: the peer is thanked, and they are tried again later, a few times."""
    peer = (Order(call.peer_leg, NOW),) if call.peer_leg else ()
    if call.rung_back >= len(PAUSES):
        sorry = to_caller(
            contact, words_for(contact).closed_unanswered(desk.line.crisis(contact.language))
        )
        return ending.end(
            desk,
            contact,
            Ended.NOT_REACHED,
            cause=None,
            to_the_caller=sorry,
        )
    waiting = replace(
        call,
        stage=Stage.RING_BACK,
        since=now,
        leg=None,
        peer_leg=None,
        rests_until=now + PAUSES[call.rung_back],
        rung_back=call.rung_back + 1,
    )
    plan = {"requeued": Effects(legs=peer, journal={"event": "not_reached", "contact": contact.id})}
    word = desk.store.contacts.requeue(
        contact, now=now, plan=plan, how=Tried.WITHDRAWN, fields=as_fields(waiting)
    )
    return desk.settle(plan, word)


def give_up(desk: Desk, contact: Contact) -> str:
    """Nobody could take them for so long that a call would come out of nowhere: they are told by text."""
    sorry = words_for(contact).closed_unanswered(desk.line.crisis(contact.language))
    return ending.end(
        desk, contact, Ended.UNANSWERED, cause=None, to_the_caller=to_caller(contact, sorry)
    )
