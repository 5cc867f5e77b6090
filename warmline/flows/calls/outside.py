"""Somebody outside is dialled for a caller: they answer, they do not, or it is over."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from warmline.flows import ending
from warmline.flows.calls import crisis
from warmline.flows.desk import Desk
from warmline.routing.call import Call, Stage
from warmline.routing.contact import Contact, Ended
from warmline.routing.leg import Leg
from warmline.store.call_record import as_fields
from warmline.store.effects import Effects

TRIES = 5
THERE = frozenset({Stage.CRISIS, Stage.OUTSIDE})
ENDS = {Stage.CRISIS: Ended.CRISIS_LINE, Stage.OUTSIDE: Ended.PUT_THROUGH}


def answered(desk: Desk, leg: Leg, stage: Stage) -> str:
    """Somebody there has picked up: what follows when it is over is no longer a hang-up while waiting."""
    word = "moved"
    for _ in range(TRIES):
        contact = desk.store.contacts.get(leg.contact) if leg.contact else None
        if contact is None or contact.call is None or not contact.is_open:
            return "late"
        call = contact.call
        theirs = call.leg == leg.id and call.stage is stage
        hung_up_meanwhile = call.leg is None and call.stage is Stage.DROPPED
        if call.connected or not (theirs or hung_up_meanwhile):
            return "late"
        plan = {"kept": Effects(journal={"event": f"{stage}_answered", "contact": contact.id})}
        fields = as_fields(replace(call, connected=stage))
        word = desk.store.contacts.keep(contact, fields, now=desk.clock.now(), plan=plan)
        if word != "moved":
            desk.steps.reach("outside_told")
            break
    return word


def is_over(desk: Desk, leg: Leg, *, talked: bool) -> str:
    """Nobody is dialled any more: "ended" (they have talked), "crisis_failed", "outside_failed", or "held"."""
    for _ in range(TRIES):
        contact = desk.store.contacts.get(leg.contact) if leg.contact else None
        if contact is None or contact.call is None or not contact.is_open:
            return "ended"
        call, now = contact.call, desk.clock.now()
        if call.leg != leg.id or call.stage not in THERE:
            return "held"
        if talked or call.connected:
            word = _end(desk, contact, call)
        elif call.stage is Stage.CRISIS:
            word = crisis.failed(desk, contact, call, now)
        else:
            word = _failed(desk, contact, call, now)
        if word != "moved":
            desk.steps.reach("outside_told")
            return "ended" if word == "ended" else f"{call.stage}_failed"
    return "held"


def _end(desk: Desk, contact: Contact, call: Call) -> str:
    """They have talked with somebody outside, and hear our goodbye in the answer to that."""
    how = ENDS[call.stage]
    return ending.end(desk, contact, how, cause=None, to_the_caller=(), but=call.leg)


def _failed(desk: Desk, contact: Contact, call: Call, now: datetime) -> str:
    held = replace(call, stage=Stage.HELD, since=now, connected=None, outside_tried=True)
    plan = {
        "kept": Effects(
            journal={"event": "outside_failed", "contact": contact.id},
            bell=(desk.store.keys.contact(contact.id),),
        )
    }
    return desk.settle(plan, desk.store.contacts.keep(contact, as_fields(held), now=now, plan=plan))
