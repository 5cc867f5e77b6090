"""A caller who wished to be rung back: kept in their place, rung when a peer has taken them, tried again with manners."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from warmline.flows import ending
from warmline.flows.calls import crisis
from warmline.flows.desk import Desk
from warmline.flows.speaking import Texts, to_caller, words_for
from warmline.routing.call import Call, Stage
from warmline.routing.contact import Contact, Ended, Tried
from warmline.routing.leg import HANG_UP, NOW, Leg
from warmline.routing.ringing_back import may_ring, next_try
from warmline.store.call_record import as_fields
from warmline.store.effects import Effects, Order

TRIES = 5
# Whoever wished it hears us out first; until then their phone is engaged.
PUTS_DOWN = timedelta(seconds=10)


def wish(desk: Desk, contact: Contact, call: Call, now: datetime) -> str:
    """They pressed 1 while waiting: the place is kept, and they may hang up."""
    waiting = replace(
        call, stage=Stage.RING_BACK, since=now, asked_back=now, rests_until=now + PUTS_DOWN
    )
    plan = {"kept": Effects(journal={"event": "ring_back", "contact": contact.id})}
    word = desk.store.contacts.keep(contact, as_fields(waiting), now=now, plan=plan)
    return desk.settle(plan, word)


def not_reached(desk: Desk, contact: Contact, call: Call, now: datetime) -> str:
    """They did not take it, or not now: the peer is thanked and free at once, and they are tried again later."""
    waiting = replace(
        call,
        stage=Stage.RING_BACK,
        since=now,
        leg=None,  # peer_leg stays, so that the peer hears why
        rests_until=next_try(call, now),
        rung_back=call.rung_back + 1,
    )
    over = (Order(call.leg, HANG_UP),) if call.leg else ()
    peer = (Order(call.peer_leg, NOW),) if call.peer_leg else ()
    journal = {"event": "not_reached", "contact": contact.id}
    plan = {"requeued": Effects(legs=(*over, *peer), journal=journal)}
    word = desk.store.contacts.requeue(
        contact, now=now, plan=plan, how=Tried.WITHDRAWN, fields=as_fields(waiting)
    )
    return desk.settle(plan, word)


def answer(desk: Desk, leg: Leg, pressed: str) -> str:
    """Whoever picked up pressed a key: "together" (1), "not_now" (2), "crisis" or "crisis_aloud" (0), else "again"."""
    for _ in range(TRIES):
        contact = desk.store.contacts.get(leg.contact) if leg.contact else None
        call = contact.call if contact else None
        if contact is None or call is None or call.leg != leg.id or call.stage is not Stage.RINGING:
            return "again"
        word = _answer(desk, contact, call, pressed)
        if word != "moved":
            return word
    return "again"


def _answer(desk: Desk, contact: Contact, call: Call, pressed: str) -> str:
    now = desk.clock.now()
    match pressed:
        case "1":
            together = call.moved(Stage.TOGETHER, since=now)
            plan = {"kept": Effects(journal={"event": "rung_back", "contact": contact.id})}
            word = desk.store.contacts.keep(contact, as_fields(together), now=now, plan=plan)
            return "together" if word == "kept" else word
        case "2":
            # they hang up themselves, or we do, after a kind word
            waiting = replace(call, leg=None)
            word = not_reached(desk, contact, waiting, now)
            return "not_now" if word == "requeued" else word
        case "0":
            return crisis.wish(desk, contact, call, now)
        case _:
            return "again"


def close(desk: Desk, contact: Contact) -> str:
    """They were rung as often as good manners allow: a text says so, which anybody may read."""
    sorry: Texts = ()
    if crisis.takes_texts(desk, contact):
        sorry = to_caller(contact, words_for(contact).tried_to_ring())
    return ending.end(desk, contact, Ended.NOT_REACHED, cause=None, to_the_caller=sorry)


def is_a_good_hour(desk: Desk, contact: Contact, now: datetime) -> bool:
    """Whether this caller's phone may ring now, if it has to."""
    if contact.call is None or contact.call.stage is not Stage.RING_BACK:
        return True
    theirs = contact.caller_number.zone if contact.caller_number else None
    zone = ZoneInfo(theirs) if theirs else desk.line.zone
    return may_ring(contact.call, now, quiet=desk.limits, zone=zone)


def give_up(desk: Desk, contact: Contact) -> str:
    """Nobody could take them for so long that a call would come out of nowhere: they are told by text."""
    sorry: Texts = ()
    if crisis.takes_texts(desk, contact):
        there = desk.line.crisis(contact.language, contact.country)
        sorry = to_caller(contact, words_for(contact).closed_unanswered(there))
    return ending.end(desk, contact, Ended.UNANSWERED, cause=None, to_the_caller=sorry)
