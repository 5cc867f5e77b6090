"""Nobody takes a held caller: coordinators are rung, then the fallback number, and at last their place is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from warmline.flows import ending
from warmline.flows.calls.ringing import legs_to
from warmline.flows.calls.ringing_back import PUTS_DOWN
from warmline.flows.desk import Desk
from warmline.flows.on_duty import on_until, volunteers_on
from warmline.routing import nobody_there
from warmline.routing.call import Call, Stage
from warmline.routing.contact import Contact, Ended
from warmline.routing.leg import NOW
from warmline.routing.matching import rank, why_not
from warmline.routing.nobody_there import Around
from warmline.store.call_record import as_fields
from warmline.store.effects import Effects, Order
from warmline.volunteers.roster import Volunteer


def around(desk: Desk, contact: Contact, now: datetime) -> Around:
    """Who there is for this caller now. Asked only where it matters: for somebody who is held."""
    if contact.call is None or contact.call.stage is not Stage.HELD or contact.peer:
        return Around()
    if peers_for(desk, contact, now):
        return Around(peers=True)
    return Around(
        peers=False,
        coordinators=bool(_coordinators(desk, contact, now)),
        outside=desk.line.fallback_number is not None,
    )


def peers_for(desk: Desk, contact: Contact, now: datetime) -> list[Volunteer]:
    """Those on duty who can take this caller, now or when they have finished what they do."""
    blocked = desk.store.people.blocked(contact.caller)
    return [
        one
        for one in volunteers_on(desk, now)
        if nobody_there.may_come(one, contact, blocked=one.id in blocked, now=now)
    ]


def ring_coordinators(desk: Desk, contact: Contact, now: datetime) -> bool:
    """Let coordinators' phones ring for a caller like peers', if that is due; whether any does."""
    call = contact.call
    if call is None or len(contact.offered) >= contact.asked_at_once:
        return False
    peers = bool(peers_for(desk, contact, now))
    if not nobody_there.asks_coordinators(contact, call, peers=peers, now=now):
        return False
    able = {one.id: one for one in _coordinators(desk, contact, now)}
    if not able:
        return False
    ranked = rank(able.values(), contact, blocked=frozenset(), now=now) or tuple(able)
    plan = legs_to(desk, contact, able)
    rung = desk.store.contacts.offer(
        contact,
        ranked,
        at_once=contact.asked_at_once - len(contact.offered),
        lapses_at=now + contact.policy.ring_for,
        now=now,
        plan=plan,
    )
    for one in rung or ():
        desk.settle(plan, one)
    return bool(rung)


def _coordinators(desk: Desk, contact: Contact, now: datetime) -> Sequence[Volunteer]:
    """Coordinators who are not on duty as peers, each rung once for a caller.

    In the line's quiet hours they are left to sleep if somebody else outside can be put on the line.
    """
    if desk.limits.is_quiet(now, desk.line.zone) and desk.line.fallback_number is not None:
        return ()
    blocked, on = desk.store.people.blocked(contact.caller), on_until(desk, now)
    return [
        one
        for one in desk.store.roster.get_all(desk.store.roster.coordinators())
        if one.id not in contact.tried and not (one.talks or one.offers)
        and one.id not in on
        and why_not(one, contact, on_duty=True, blocked=one.id in blocked, now=now) is None
    ]  # fmt: skip


def begins(desk: Desk, contact: Contact, call: Call, now: datetime) -> str:
    """From now on they hear that nobody is there, and what they can choose."""
    fields = as_fields(replace(call, nobody_since=now)) | {"told_nobody": "1"}
    plan = {"kept": Effects(journal={"event": "told_nobody", "contact": contact.id})}
    return desk.store.contacts.keep(contact, fields, now=now, plan=plan)


def put_through(desk: Desk, contact: Contact, call: Call, now: datetime) -> str:
    """To the fallback number: they have heard the choices, and pressed nothing."""
    outside = replace(call, stage=Stage.OUTSIDE, since=now, connected=None)
    return _send(desk, contact, outside, "put_outside", now)


def keep_to_ring_back(desk: Desk, contact: Contact, call: Call, now: datetime) -> str:
    """Nobody can be reached: their place is kept, and we ring when a peer is free."""
    kept = replace(
        call, stage=Stage.RING_BACK, since=now, asked_back=now, rests_until=now + PUTS_DOWN
    )
    return _send(desk, contact, kept, "ring_back", now)


def close(desk: Desk, contact: Contact) -> str:
    """Nobody can be reached, and nobody can ring them: they hear whom to call, and when a peer is here."""
    return ending.end(desk, contact, Ended.UNANSWERED, cause=None, to_the_caller=())


def _send(desk: Desk, contact: Contact, call: Call, event: str, now: datetime) -> str:
    plan = {
        "kept": Effects(
            legs=(Order(call.leg, NOW),) if call.leg else (),
            journal={"event": event, "contact": contact.id},
        )
    }
    return desk.settle(plan, desk.store.contacts.keep(contact, as_fields(call), now=now, plan=plan))
