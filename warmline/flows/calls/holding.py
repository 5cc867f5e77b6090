"""A caller waits on the line: what they hear in the next round, and what their keys do."""

from __future__ import annotations

from datetime import datetime, timedelta

from warmline.flows.calls import crisis, message, nobody, ringing_back, text_instead
from warmline.flows.calls.ringing_back import is_a_good_hour
from warmline.flows.desk import Desk
from warmline.flows.opening import next_start
from warmline.routing.call import Call, Stage
from warmline.routing.contact import Contact
from warmline.routing.leg import Leg
from warmline.routing.next_step import LOOK_AGAIN
from warmline.routing.nobody_there import has_heard_choices
from warmline.routing.places import may_come_first
from warmline.routing.waiting import Standing
from warmline.words import times_aloud

TRIES = 5
TRIED_LONG = 5  # tries to place a call, with pauses that grow: about fifteen seconds
# whoever is looked at later than that is looked at by nobody
WORKERS_ARE_AWAY = timedelta(seconds=15)


def standing(desk: Desk, contact: Contact) -> Standing:
    """What is true at this moment."""
    now = desk.clock.now()
    on = len(nobody.peers_for(desk, contact, now))
    ringing = _peers_legs(desk, contact)
    place, told = _place(desk, contact, now)
    return Standing(
        place=place,
        told=told,
        peers_on=on,
        rings=any(leg.sid for leg in ringing),
        seeks_others=contact.call is not None and has_heard_choices(contact.call, now),
        opening=None if on else opening_aloud(desk, contact.language, now),
        patience_is_over=now - contact.looked_for_since >= contact.policy.patience,
        is_looked_after=_is_looked_after(desk, contact, now) and not _rings_in_vain(ringing),
    )


def _place(desk: Desk, contact: Contact, now: datetime) -> tuple[int, int]:
    """Theirs, 1 for whoever is next, and the best that they were told; nobody who has left for good is before them."""
    ahead = desk.store.places.ahead_of(contact)
    if ahead is None:
        return 1, 0
    others = [desk.store.contacts.get(one) for one in ahead.elsewhere]
    may_come = [
        one
        for one in others
        if one and one.call and may_come_first(one.call, one.policy, now)
        and is_a_good_hour(desk, one, now)
    ]  # fmt: skip
    return ahead.waiting + len(may_come) + 1, ahead.told


def _peers_legs(desk: Desk, contact: Contact) -> list[Leg]:
    """The legs to those who are asked for this caller now."""
    legs = desk.store.legs.of(contact.id) if contact.offered else []
    return [leg for leg in legs if leg.volunteer in contact.offered and not leg.is_over]


def _rings_in_vain(legs: list[Leg]) -> bool:
    """Whether the provider takes no call of ours: none of these phones has rung, after many tries."""
    tried = [leg.attempts for leg in legs if leg.sid is None]
    return bool(tried) and len(tried) == len(legs) and min(tried) >= TRIED_LONG


def _is_looked_after(desk: Desk, contact: Contact, now: datetime) -> bool:
    """Whether sweep and workers are there. The sweep moves a look that nobody takes on in `due`, so that does not tell."""
    looked = desk.store.contacts.looked_at(contact.id)
    began = contact.call.since if contact.call and contact.call.since else contact.opened
    if looked is None or looked < began:  # whatever began this stage has rung the bell
        return now - began <= WORKERS_ARE_AWAY
    return now - looked <= LOOK_AGAIN + WORKERS_ARE_AWAY


def opening_aloud(desk: Desk, language: str, now: datetime) -> str | None:
    """When a peer is due next, as a voice says it; None when nobody knows."""
    starts = next_start(desk, now)
    return (
        times_aloud.moment(starts, desk.line.zone, now=now, language=language) if starts else None
    )


def press(desk: Desk, leg: Leg, key: str) -> str:
    """A caller who waits pressed a key: "crisis", "ring_back", "cannot" (their number is withheld), "exercise", "again" or "held"."""
    for _ in range(TRIES):
        contact = desk.store.contacts.get(leg.contact) if leg.contact else None
        if contact is None or contact.call is None or not contact.is_open:
            return "held"
        if contact.call.leg != leg.id or contact.call.stage is not Stage.HELD or contact.peer:
            return "held"
        word = _press(desk, contact, contact.call, key)
        if word != "moved":
            desk.steps.reach("key_pressed")
            return word
    return "held"


def _press(desk: Desk, contact: Contact, call: Call, key: str) -> str:
    now = desk.clock.now()
    match key:
        case "0":
            return crisis.wish(desk, contact, call, now)
        case "1":
            if contact.caller_number is None:
                return "cannot"
            word = ringing_back.wish(desk, contact, call, now)
            return "ring_back" if word == "kept" else word
        case "2":
            return text_instead.wish(desk, contact, call, now)
        case "3":
            return message.wish(desk, contact, call, now)
        case "4":
            return "exercise"
        case _:
            return "again" if key else "held"
