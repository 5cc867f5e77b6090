"""A caller waits on the line: what they hear in the next round, and what their keys do."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from warmline.flows.calls import ringing, ringing_back
from warmline.flows.desk import Desk
from warmline.flows.on_duty import volunteers_on
from warmline.flows.opening import next_start
from warmline.routing.call import Call, Stage
from warmline.routing.contact import Contact
from warmline.routing.leg import Leg
from warmline.routing.next_step import LOOK_AGAIN
from warmline.routing.waiting import Standing
from warmline.store.call_record import as_fields
from warmline.store.effects import Effects
from warmline.words import times_aloud

TRIES = 5
WORKERS_ARE_AWAY = timedelta(
    seconds=15
)  # whoever is looked at later than that is looked at by nobody


def standing(desk: Desk, contact: Contact) -> Standing:
    """What is true at this moment."""
    now = desk.clock.now()
    on = len(volunteers_on(desk, now))
    return Standing(
        place=desk.store.contacts.place_of(contact.id) or 1,
        peers_on=on,
        rings=bool(contact.offered),
        opening=None if on else _opening(desk, contact.language, now),
        patience_is_over=now - contact.looked_for_since >= contact.policy.patience,
        is_looked_after=_is_looked_after(desk, contact, now),
    )


def _is_looked_after(desk: Desk, contact: Contact, now: datetime) -> bool:
    """Whether sweep and workers are there. The sweep moves a look that nobody takes on in `due`, so that does not tell."""
    looked = desk.store.contacts.looked_at(contact.id)
    began = contact.call.since if contact.call and contact.call.since else contact.opened
    if looked is None or looked < began:  # whatever began this stage has rung the bell
        return now - began <= WORKERS_ARE_AWAY
    return now - looked <= LOOK_AGAIN + WORKERS_ARE_AWAY


def _opening(desk: Desk, language: str, now: datetime) -> str | None:
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
            return word
    return "held"


def _press(desk: Desk, contact: Contact, call: Call, key: str) -> str:
    now = desk.clock.now()
    match key:
        case "0":
            return _crisis(desk, contact, call, now)
        case "1":
            if contact.caller_number is None:
                return "cannot"
            word = ringing_back.wish(desk, contact, call, now)
            return "ring_back" if word == "kept" else word
        case "4":
            return "exercise"
        case _:
            return "again" if key else "held"


def _crisis(desk: Desk, contact: Contact, call: Call, now: datetime) -> str:
    """Put through, at once; phones that ring for them are quiet, and their place is kept should it fail."""
    chosen = replace(call, stage=Stage.CRISIS, since=now)
    plan = {"kept": Effects(journal={"event": "crisis_asked", "contact": contact.id})}
    word = desk.store.contacts.keep(contact, as_fields(chosen), now=now, plan=plan)
    if desk.settle(plan, word) == "kept":
        ringing.call_off(desk, contact)
        return "crisis"
    return word


def crisis_line_failed(desk: Desk, leg: Leg) -> str:
    """It was busy, or nobody answered: they are back in their place."""
    for _ in range(TRIES):
        contact = desk.store.contacts.get(leg.contact) if leg.contact else None
        if contact is None or contact.call is None or contact.call.stage is not Stage.CRISIS:
            return "held"
        now = desk.clock.now()
        held = contact.call.moved(Stage.HELD, since=now)
        plan = {
            "kept": Effects(
                journal={"event": "crisis_line_failed", "contact": contact.id},
                bell=(desk.store.keys.contact(contact.id),),
            )
        }
        word = desk.store.contacts.keep(contact, as_fields(held), now=now, plan=plan)
        if word != "moved":
            return word
    return "held"
