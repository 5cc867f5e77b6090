"""A caller whose talk has just broken off rings again: to the same peer first, if they are there, and before all others."""

from __future__ import annotations

from datetime import datetime

from warmline.flows.desk import Desk
from warmline.ids import VolunteerId
from warmline.routing.contact import Contact, Ended
from warmline.store.effects import Effects
from warmline.store.people import Person
from warmline.volunteers.shifts import Channel


def call_that_broke_off(desk: Desk, person: Person, now: datetime) -> Contact | None:
    """Their call that ended a moment ago with them gone from it: this one and it are one contact to everybody."""
    peer = desk.store.roster.get(person.last_peer) if person.last_peer else None
    last = desk.store.contacts.get(peer.last_contact) if peer and peer.last_contact else None
    if last is None or last.caller != person.key or last.channel is not Channel.VOICE:
        return None
    if last.ended is not Ended.BY_CALLER or last.closed is None:
        return None
    return last if now - last.closed <= last.policy.keeps_place else None


def call_wrap_up_off(desk: Desk, peer_id: VolunteerId | None, now: datetime) -> None:
    """Their breathing space after that call waits until it is really over. A break they asked for does not end."""
    peer = desk.store.roster.get(peer_id) if peer_id else None
    if peer is None or peer.wrapping_until is None or peer.wrapping_until <= now or peer.talks:
        return
    journal = {"event": "wrap_up_off", "volunteer": peer.id}
    plan = {"kept": Effects(journal=journal)}
    desk.store.roster.keep(peer.id, {"wrapping_until": ""}, now=now, plan=plan)
