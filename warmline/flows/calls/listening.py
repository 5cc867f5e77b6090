"""A coordinator listens to a call: the peer is told by text and aloud, and only then does the coordinator's phone ring."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from warmline.flows.answering import say
from warmline.flows.desk import Desk
from warmline.flows.speaking import Texts, reply, to_peer, to_volunteer
from warmline.ids import ContactId, LegId, VolunteerId, new_id
from warmline.routing import listening
from warmline.routing.arrived import Arrived
from warmline.routing.call import Call, Listening
from warmline.routing.contact import Contact
from warmline.routing.leg import HANG_UP, Leg, Side, Tell
from warmline.store.call_record import as_fields
from warmline.store.effects import Announcement, Cause, Effects, NewLeg, Order
from warmline.volunteers.roster import Volunteer
from warmline.words import abuse_en
from warmline.words import listening_en as words

TRIES = 5


def ask(desk: Desk, cause: Cause, text: Arrived, coordinator: Volunteer, code: int) -> str:
    """LISTEN 7 by text."""
    if not desk.line.listening_in:
        return say(desk, cause, text, words.not_allowed())
    contact = desk.store.contacts.by_code(code)
    if contact is None:
        return say(desk, cause, text, abuse_en.no_such_talk(code))
    if why := listening.refused(contact, coordinator, apart=_apart(desk, contact, coordinator.id)):
        return say(desk, cause, text, words.refused(why, contact.alias))
    peer = desk.store.roster.get(contact.peer) if contact.peer else None
    call = contact.call
    if call is None or call.peer_leg is None or peer is None:
        return "moved"
    now = desk.clock.now()
    texts = (
        *reply(text, cause, words.asked(contact.alias)),
        *to_peer(desk, peer, contact, words.to_peer(peer.first_name, contact.alias)),
    )
    plan = {
        "kept": Effects(
            texts=texts,
            legs=(Announcement(call.peer_leg, Tell.LISTENS),),
            due={desk.store.keys.contact(contact.id): now},
            journal=_line(contact, coordinator.id, "asked"),
        )
    }
    begun = listening.begun(call, LegId(new_id("g")), coordinator, now)
    word = desk.store.contacts.keep(contact, as_fields(begun), now=now, plan=plan, cause=cause)
    return desk.settle(plan, word)


def peer_knows(desk: Desk, leg: Leg) -> None:
    """The peer has heard it to its end: now the coordinator is rung."""
    for _ in range(TRIES):
        contact = desk.store.contacts.get(leg.contact) if leg.contact else None
        call = contact.call if contact else None
        if contact is None or call is None or call.peer_leg != leg.id:
            return
        rings = _rings(desk, contact, call)
        if call.listening is not Listening.TELLING or rings is None:
            return
        goes_on = replace(call, listening=Listening.RINGING)
        line = _line(contact, call.listened_by, "peer_knows")
        if _keep(desk, contact, goes_on, Effects(legs=(rings,), journal=line)) == "kept":
            desk.steps.reach("peer_knows")
            return


def _rings(desk: Desk, contact: Contact, call: Call) -> NewLeg | None:
    coordinator = desk.store.roster.get(call.listened_by) if call.listened_by else None
    if call.listener is None or coordinator is None or not contact.is_open:
        return None
    return NewLeg(
        call.listener,
        Side.COORDINATOR,
        desk.line.main_number,
        coordinator.number,
        contact=contact.id,
        volunteer=coordinator.id,
        rings_for=desk.policy.ring_seconds,
    )


def press(desk: Desk, leg: Leg) -> None:
    """1 was pressed: they listen, if all is still as it was."""
    for _ in range(TRIES):
        contact = desk.store.contacts.get(leg.contact) if leg.contact else None
        call = contact.call if contact else None
        if contact is None or call is None:
            return
        if listening.may_hear(leg, contact) is not Listening.RINGING:
            return
        if _apart(desk, contact, call.listened_by):
            return
        line = _line(contact, call.listened_by, "began")
        there = replace(call, listening=Listening.THERE)
        if _keep(desk, contact, there, Effects(journal=line)) == "kept":
            desk.steps.reach("listens")
            return


def end_for(desk: Desk, coordinator: VolunteerId, contact_id: ContactId) -> None:
    """They are kept apart from now on: if they listen, or were about to, they do not any more."""
    for _ in range(TRIES):
        contact = desk.store.contacts.get(contact_id)
        call = contact.call if contact else None
        if contact is None or call is None or call.listened_by != coordinator:
            return
        stops = stopped(desk, contact, call)
        effects = Effects(texts=stops.texts, legs=stops.legs, journal=stops.lines)
        if _keep(desk, contact, stops.call, effects) != "moved":
            return


def _apart(desk: Desk, contact: Contact, coordinator: VolunteerId | None) -> bool:
    return coordinator in desk.store.people.blocked(contact.caller)


def is_over(desk: Desk, contact: Contact, call: Call, now: datetime) -> str:
    """They hung up or did not come, or the peer could not be told; the talk goes on: "kept", "moved" or "gone"."""
    stops = stopped(desk, contact, call)
    texts = stops.texts
    coordinator = desk.store.roster.get(call.listened_by) if call.listened_by else None
    if call.listening is Listening.TELLING and coordinator:
        texts = (*texts, *to_volunteer(desk, coordinator, words.not_told(contact.alias)))
    effects = Effects(texts=texts, journal=stops.lines)
    return _keep(desk, contact, stops.call, effects, now)


@dataclass(frozen=True, slots=True)
class Stops:
    """What it brings with it that nobody listens any more, for whichever write it belongs to; nothing if nobody did."""

    call: Call
    legs: tuple[Order, ...] = ()
    texts: Texts = ()
    lines: tuple[dict[str, str], ...] = ()


def stopped(desk: Desk, contact: Contact, call: Call) -> Stops:
    """The listener's leg is ended, and the peer who knew of it is told."""
    if call.listening is None or call.listener is None:
        return Stops(call)
    placed = call.listening is not Listening.TELLING
    legs = (Order(call.listener, HANG_UP),) if placed else ()
    lines = (_line(contact, call.listened_by, "over"),)
    return Stops(listening.ended(call), legs, _tells_peer(desk, contact, call), lines)


def _tells_peer(desk: Desk, contact: Contact, call: Call) -> Texts:
    leg = desk.store.legs.get(call.peer_leg) if call.peer_leg else None
    peer = desk.store.roster.get(leg.volunteer) if leg and leg.volunteer else None
    if peer is None:
        return ()
    told = words.nobody_listens(peer.first_name, contact.alias)
    return to_volunteer(desk, peer, told, about=contact)


def _keep(
    desk: Desk, contact: Contact, call: Call, effects: Effects, now: datetime | None = None
) -> str:
    plan = {"kept": effects}
    at = now or desk.clock.now()
    word = desk.store.contacts.keep(contact, as_fields(call), now=at, plan=plan)
    return desk.settle(plan, word)


def _line(contact: Contact, coordinator: VolunteerId | None, what: str) -> dict[str, str]:
    """For the record: who listened, and when."""
    return {
        "event": "listening",
        "contact": contact.id,
        "volunteer": coordinator or "",
        "what": what,
    }
