"""A call within a conversation becomes one like any other, so that the crisis line may join it; and afterwards the two go on by text."""

from __future__ import annotations

from dataclasses import replace

from warmline.clock import milliseconds
from warmline.flows import ending
from warmline.flows.calls import handing_over, listening
from warmline.flows.calls.orders import farewell
from warmline.flows.desk import Desk
from warmline.flows.speaking import to_caller, to_peer
from warmline.ids import LegId
from warmline.routing.call import Call
from warmline.routing.contact import Contact, Ended
from warmline.routing.handoff import Event
from warmline.routing.phoning import Over, Phoning, as_call
from warmline.store.call_record import as_fields
from warmline.store.effects import Effects
from warmline.words import phoning_words as words


def offered_the_crisis_line(desk: Desk, contact: Contact, phoning: Phoning) -> str:
    """The peer is about to ask whether they want it: "became", "has_one" (they have another call) or "moved"."""
    if desk.store.people.get(contact.caller).call not in {None, contact.id}:
        return "has_one"  # seen before a coordinator is asked
    now, call = desk.clock.now(), as_call(phoning, contact.peer, contact.call)
    as_it_is = replace(contact, call=call)
    follows = handing_over.prepared(desk, as_it_is, call, Event.OFFERED, by=contact.peer or "")
    journal = {"event": "phone_became_call", "contact": contact.id}
    plan = {
        "became": Effects(
            texts=follows.texts, legs=follows.legs, journal=[journal, *follows.journal]
        )
    }
    fields = {**as_fields(follows.call), "looked": str(milliseconds(now))}
    word = desk.store.phonings.become_call(contact, fields, now=now, plan=plan)
    return desk.settle(plan, word)


def over(desk: Desk, contact: Contact, call: Call, *, but: LegId | None = None) -> str:
    """The call is over, the talk is not: "became", "ended", "moved", or "cannot" where it has to end as any call does."""
    if desk.store.people.get(contact.caller).opted_out:
        how = Ended.OPTED_OUT  # they texted STOP meanwhile, and there is nothing to go on with
        return ending.end(desk, contact, how, cause=None, to_the_caller=(), but=but)
    now, stops = desk.clock.now(), listening.stopped(desk, contact, call)
    peer = desk.store.roster.get(contact.peer) if contact.peer else None
    told = to_caller(contact, words.to_caller(contact.language).over())
    if peer:
        told = (*to_peer(desk, peer, contact, words.over(contact.alias)), *told)
    journal = {
        "event": "phone_over",
        "contact": contact.id,
        "how": str(Over.TALKED),
        "seconds": str((now - call.since).seconds) if call.since else "",
    }
    plan = {
        "became": Effects(
            texts=(*told, *stops.texts),
            legs=farewell(desk, contact, but=but),
            journal=[journal, *stops.lines],
        )
    }
    nothing = dict.fromkeys(as_fields(call), "")
    fields = {**nothing, "last_words": str(milliseconds(now)), "asked": ""}
    word = desk.store.phonings.become_text(contact, fields, now=now, plan=plan)
    return desk.settle(plan, word)
