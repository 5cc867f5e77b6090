"""Whoever waits is offered to whoever is free: the longest wait first, the best peers first; by text, or by ringing them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from warmline.flows import beside
from warmline.flows.calls.ringing import legs_to
from warmline.flows.calls.ringing_back import is_a_good_hour
from warmline.flows.desk import Desk
from warmline.flows.on_duty import volunteers_on
from warmline.flows.speaking import to_volunteer
from warmline.ids import VolunteerId
from warmline.routing.contact import Contact
from warmline.routing.matching import Rung, rank, rung_of
from warmline.routing.next_call_step import may_be_taken
from warmline.store.effects import Effects, Plan, Purpose
from warmline.volunteers.roster import Volunteer, why_unavailable
from warmline.volunteers.shifts import Channel
from warmline.words import talks_en, times

RANKED_AT_MOST = 12  # each one more costs three keys in the script; the next look ranks anew


def match_waiting(desk: Desk) -> None:
    """Offer those who wait in the order of their places, while anyone is free; no second phone rings for one while somebody has none."""
    now = desk.clock.now()
    on = {volunteer.id: volunteer for volunteer in volunteers_on(desk, now)}
    seekers, next_ones = _seekers(desk, now), deque[Contact]()
    while free := _free(on, now):
        while _have_none(next_ones) <= len(free) and (one := next(seekers, None)):
            next_ones.append(one)
        if not next_ones:
            return
        contact = next_ones.popleft()
        if contact.channel is Channel.VOICE:  # some may have been asked since they were read
            since = {peer for one in (contact, *next_ones) for peer in one.offered}
            free = [v for v in free if not (v.talks or v.offers or v.id in since)]
        asked = [on[peer] for peer in contact.offered if peer in on]
        spare = len(free) - _have_none(next_ones)
        for volunteer in desk.store.roster.get_all(_offer(desk, contact, free, asked, now, spare)):
            on[volunteer.id] = volunteer


def _have_none(contacts: Iterable[Contact]) -> int:
    """How many of them nobody is asked for."""
    return sum(not contact.offered for contact in contacts)


def _free(on: Mapping[VolunteerId, Volunteer], now: datetime) -> list[Volunteer]:
    return [v for v in on.values() if why_unavailable(v, on_duty=True, now=now) is None]


def _seekers(desk: Desk, now: datetime) -> Iterator[Contact]:
    """Whom another volunteer may be asked for, in the order of their places; each is read when they are come to."""
    for waiting in desk.store.contacts.waiting():
        contact = desk.store.contacts.get(waiting)
        contact = contact and (beside.on_the_phone(desk, contact) or contact)
        if contact is None or not _may_be_offered(contact, now):
            continue
        if is_a_good_hour(desk, contact, now) and beside.may_be_rung(desk, contact):
            yield contact


def _may_be_offered(contact: Contact, now: datetime) -> bool:
    """Whether another volunteer may be asked besides those who are being asked now."""
    if not contact.is_open or contact.peer:
        return False
    if contact.channel is Channel.VOICE and not (contact.call and may_be_taken(contact.call, now)):
        return False
    return len(contact.offered) < contact.asked_at_once


def _offer(
    desk: Desk,
    contact: Contact,
    free: list[Volunteer],
    asked: list[Volunteer],
    now: datetime,
    spare: int,
) -> list[VolunteerId]:
    """Who was asked: by voice no more than are `spare`, but one for whoever has none; the provider places one call a second."""
    voice = contact.channel is Channel.VOICE
    least = 0 if contact.offered else 1
    most = contact.asked_at_once - len(contact.offered)
    at_once = min(most, max(spare, least)) if voice else most
    if not free or at_once < 1:
        return []
    blocked = desk.store.people.blocked(contact.caller)
    ranked = rank(free, contact, blocked=blocked, now=now, asked=asked)[:RANKED_AT_MOST]
    if not ranked:
        return []
    by_id = {volunteer.id: volunteer for volunteer in free}
    again = rung_of(by_id[ranked[0]], contact) is Rung.SAME_PEER
    plan = (
        _rings(desk, contact, ranked, by_id) if voice else _texts(desk, contact, ranked, by_id, now)
    )
    taken = desk.store.contacts.offer(
        contact,
        ranked,
        at_once=1 if again else at_once,
        lapses_at=now + (contact.policy.ring_for if voice else contact.policy.offer_for),
        now=now,
        plan=plan,
    )
    for peer in taken or ():
        desk.settle(plan, peer)
    return taken or []


def _rings(
    desk: Desk,
    contact: Contact,
    ranked: Sequence[VolunteerId],
    by_id: Mapping[VolunteerId, Volunteer],
) -> Plan:
    return legs_to(desk, contact, {peer: by_id[peer] for peer in ranked})


def _texts(
    desk: Desk,
    contact: Contact,
    ranked: Sequence[VolunteerId],
    by_id: Mapping[VolunteerId, Volunteer],
    now: datetime,
) -> Plan:
    return {
        peer: Effects(
            texts=to_volunteer(
                desk,
                by_id[peer],
                _words(contact, by_id[peer], now),
                about=contact,
                purpose=Purpose.OFFER,
            ),
            journal={"event": "offered", "contact": contact.id, "volunteer": peer},
        )
        for peer in ranked
    }


def _words(contact: Contact, volunteer: Volunteer, now: datetime) -> str:
    shared = sorted(contact.experience & volunteer.experience)
    return talks_en.offer(
        contact.code,
        contact.alias,
        times.length(now - contact.since),
        contact.language if contact.language != "en" else None,
        shared[0] if shared else None,
    )
