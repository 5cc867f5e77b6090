"""A caller presses 2: the same contact goes on by text, in its place; or by voice again where no text arrives."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from warmline.flows import ending
from warmline.flows.calls import crisis
from warmline.flows.calls.orders import quiet
from warmline.flows.desk import Desk
from warmline.flows.on_duty import volunteers_on
from warmline.flows.opening import next_opening
from warmline.flows.speaking import Texts, to_caller, to_volunteer, words_for
from warmline.routing.call import Call, Stage
from warmline.routing.contact import Contact, Ended, State
from warmline.store.call_record import as_fields
from warmline.store.effects import Effects
from warmline.store.people import Person
from warmline.volunteers.shifts import Channel
from warmline.words import talks_en


def wish(desk: Desk, contact: Contact, call: Call, now: datetime) -> str:
    """They want to write: "by_text", "cannot_text" (no text would arrive) or "moved"."""
    if not crisis.takes_texts(desk, contact):
        return "cannot_text"
    person = desk.store.people.get(contact.caller)
    open_one = desk.store.contacts.get(person.contact) if person.contact else None
    if open_one and open_one.is_open:
        return _join(desk, contact, call, open_one, now)
    anyone_on = bool(volunteers_on(desk, now))
    by_text = replace(call, stage=Stage.BY_TEXT, since=now)
    fields = as_fields(by_text) | {"told_nobody": "" if anyone_on else "1"}
    plan = {
        "changed": Effects(
            texts=_first_texts(desk, contact, person, now, anyone_on=anyone_on),
            legs=quiet(desk, contact, *contact.offered),
            journal={"event": "by_text", "contact": contact.id},
        )
    }
    word = desk.store.contacts.change_channel(contact, Channel.TEXT, fields, now=now, plan=plan)
    return "by_text" if desk.settle(plan, word) == "changed" else "moved"


def _first_texts(
    desk: Desk, contact: Contact, person: Person, now: datetime, *, anyone_on: bool
) -> Texts:
    words, crisis_line = words_for(contact), desk.line.crisis(contact.language, contact.country)
    bodies = (
        []
        if person.greeted
        else [words.greeting(desk.line.name, crisis_line, desk.line.privacy_url)]
    )
    bodies.append(words.now_by_text())
    if not anyone_on:
        bodies.append(words.nobody_on(next_opening(desk, now, contact.language), crisis_line))
    return to_caller(contact, *bodies)


def _join(desk: Desk, contact: Contact, call: Call, other: Contact, now: datetime) -> str:
    """They have a contact open by text already: it goes on, with the earlier of both places."""
    if desk.store.contacts.move_up(other, contact.since, contact.rank, now=now) == "moved":
        return "moved"
    hello = to_caller(other, words_for(other).now_by_text())
    word = ending.end(
        desk, contact, Ended.MOVED_TO_TEXT, cause=None, to_the_caller=hello, but=call.leg
    )
    return "by_text" if word == "ended" else word


def ring_instead(desk: Desk, contact: Contact) -> str:
    """No text reaches someone who phoned and chose texts: they are rung back, as they would expect to hear from us.

    "changed"; "has_one" when they are on the phone again already; "not_so" when this is no such contact; or "moved".
    """
    call, now = contact.call, desk.clock.now()
    if contact.channel is not Channel.TEXT or call is None or call.stage is not Stage.BY_TEXT:
        return "not_so"
    if contact.state is State.ACTIVE or contact.caller_number is None:
        return "not_so"
    asked = desk.store.roster.get_all(contact.offered)
    withdrawn = talks_en.offer_withdrawn(contact.alias)
    plan = {
        "changed": Effects(
            texts=tuple(text for one in asked for text in to_volunteer(desk, one, withdrawn)),
            journal={"event": "ring_back", "contact": contact.id},
        )
    }
    waiting = replace(call, stage=Stage.RING_BACK, since=now, leg=None, asked_back=call.since)
    fields = as_fields(waiting)
    word = desk.store.contacts.change_channel(contact, Channel.VOICE, fields, now=now, plan=plan)
    return desk.settle(plan, word)
