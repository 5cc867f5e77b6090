"""A caller presses 0: they are put through to the crisis line, and keep their place should it not answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from warmline.flows import paging
from warmline.flows.calls.orders import quiet
from warmline.flows.desk import Desk
from warmline.flows.speaking import Texts, to_caller, words_for
from warmline.routing.call import Call, Stage
from warmline.routing.contact import Contact, Tried
from warmline.routing.ladder import Reason
from warmline.routing.leg import NOW
from warmline.store.call_record import as_fields
from warmline.store.effects import Effects, Order


def wish(desk: Desk, contact: Contact, call: Call, now: datetime) -> str:
    """They want it: "crisis", "crisis_aloud" (no number may be dialled: it is told instead) or "moved"."""
    if desk.line.crisis_number(contact.country) is None:
        return _tell(desk, contact, call, now)
    paging.page_about(desk, contact, Reason.CRISIS_ASKED)  # first, so that no crash comes between
    chosen = replace(call, stage=Stage.CRISIS, since=now, connected=None, peer_leg=None)
    effects = Effects(
        legs=(
            *((Order(call.peer_leg, NOW),) if call.peer_leg else ()),
            *quiet(desk, contact, *contact.offered),
        ),
        journal={"event": "crisis_asked", "contact": contact.id},
        bell=(desk.store.keys.contact(contact.id),),
    )
    plan, fields = {"kept": effects, "requeued": effects}, as_fields(chosen)
    if contact.peer:  # a peer waits for them to be rung back
        word = desk.store.contacts.requeue(
            contact, now=now, plan=plan, how=Tried.WITHDRAWN, fields=fields
        )
    else:
        word = desk.store.contacts.keep(contact, fields, now=now, plan=plan)
    return "crisis" if desk.settle(plan, word) in plan else word


def _tell(desk: Desk, contact: Contact, call: Call, now: datetime) -> str:
    """Said aloud by whoever asked us, and sent as a text once."""
    paging.page_about(desk, contact, Reason.NOT_PUT_THROUGH)
    plan = {
        "kept": Effects(
            texts=the_number(desk, contact, call),
            journal={"event": "crisis_asked", "contact": contact.id},
        )
    }
    fields = as_fields(replace(call, texted=True))
    word = desk.store.contacts.keep(contact, fields, now=now, plan=plan)
    return "crisis_aloud" if desk.settle(plan, word) == "kept" else word


def failed(desk: Desk, contact: Contact, call: Call, now: datetime) -> str:
    """It was busy, or nobody answered: they are back in their place, and coordinators know of it."""
    held = replace(call, stage=Stage.HELD, since=now, connected=None, texted=True)
    plan = {
        "kept": Effects(
            texts=the_number(desk, contact, call),
            journal={"event": "crisis_line_failed", "contact": contact.id},
            bell=(desk.store.keys.contact(contact.id),),
        )
    }
    paging.page_about(desk, contact, Reason.NOT_PUT_THROUGH)
    return desk.settle(plan, desk.store.contacts.keep(contact, as_fields(held), now=now, plan=plan))


def the_number(desk: Desk, contact: Contact, call: Call) -> Texts:
    """How to reach the crisis line, once for a call, to a phone that takes texts."""
    if call.texted or not takes_texts(desk, contact):
        return ()
    crisis = desk.line.crisis(contact.language, contact.country)
    return to_caller(contact, words_for(contact).crisis(crisis))


def was_texted(desk: Desk, contact: Contact) -> bool:
    """Whether the number has been sent to them."""
    return contact.call is not None and contact.call.texted and takes_texts(desk, contact)


def takes_texts(desk: Desk, contact: Contact) -> bool:
    """Whether a text may go to this caller, as far as anyone knows before one is sent."""
    return contact.caller_number is not None and not desk.store.people.get(contact.caller).opted_out
