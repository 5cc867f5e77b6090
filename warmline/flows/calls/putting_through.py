"""Nobody of ours can look after a caller who waits: they are put through to the fallback, and keep their place."""

from __future__ import annotations

from dataclasses import replace

from warmline.flows.calls import ringing
from warmline.flows.desk import Desk
from warmline.ids import LegId
from warmline.routing.call import Stage
from warmline.store.call_record import as_fields
from warmline.store.effects import Effects

TRIES = 5


def put_outside(desk: Desk, leg_id: LegId, *, reached: bool = False) -> str:
    """Whoever waits on this leg is to be put through, or is there already where `reached`: "outside", or "held" where there is no number or no need."""
    leg = desk.store.legs.get(leg_id)
    if desk.line.fallback_number is None or leg is None or leg.contact is None:
        return "held"
    for _ in range(TRIES):
        contact = desk.store.contacts.get(leg.contact)
        if contact is None or contact.call is None or not contact.is_open:
            return "held"
        if contact.call.leg != leg.id or contact.call.stage is not Stage.HELD or contact.peer:
            return "held"
        now = desk.clock.now()
        there = Stage.OUTSIDE
        outside = replace(
            contact.call, stage=there, since=now, connected=there if reached else None
        )
        plan = {"kept": Effects(journal={"event": "put_outside", "contact": contact.id})}
        word = desk.store.contacts.keep(contact, as_fields(outside), now=now, plan=plan)
        if desk.settle(plan, word) == "kept":
            ringing.call_off(desk, contact)
            return "outside"
    return "held"
