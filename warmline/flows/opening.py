"""Someone reaches out: who we are, who is on, and what they write while they wait."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from warmline.clock import milliseconds
from warmline.flows import alerting, beside, blocking, hearing, matching, watching
from warmline.flows.desk import Desk
from warmline.flows.on_duty import has_coordinator, volunteers_on
from warmline.flows.relay import passable
from warmline.flows.speaking import reply, to_caller, words_for
from warmline.ids import ContactId, new_id
from warmline.routing.arrived import Arrived
from warmline.routing.contact import Contact, alias_of
from warmline.safety.reading import Reading
from warmline.store.effects import Cause, Effects
from warmline.store.people import Person
from warmline.volunteers.gaps import reachable
from warmline.volunteers.shifts import Channel
from warmline.words import callers, times

# whoever writes again after that is not left without an answer
SAY_AGAIN_AFTER = timedelta(minutes=30)
_WORD = re.compile(r"\w+")


def open_contact(
    desk: Desk, cause: Cause, text: Arrived, person: Person, heard: Reading | None
) -> str:
    """The first text of an episode: greeted if new, told who is on, and given a place."""
    now = desk.clock.now()
    language = person.language or desk.line.language
    words, crisis = callers(language), desk.line.crisis(language, text.sender.country)
    anyone_on = bool(volunteers_on(desk, now))
    bodies = (
        [] if person.greeted else [words.greeting(desk.line.name, crisis, desk.line.privacy_url)]
    )
    noticed, told = alerting.from_the_start(desk, language, heard, crisis)
    bodies += told
    bodies.append(
        words.finding_someone()
        if anyone_on
        else words.nobody_on(next_opening(desk, now, language), crisis)
    )
    passed_on, refused = passable(desk, text)
    if refused:
        bodies.append(words.picture_not_passed())
    contact = ContactId(new_id("c"))
    lines = [alerting.line_of(contact, heard)] if "band" in noticed and heard else []
    experience = desk.store.roster.experiences() & set(_WORD.findall(text.body.lower()))
    plan = {
        "opened": Effects(
            texts=reply(text, cause, *bodies),
            journal=[
                {
                    "event": "opened",
                    "contact": contact,
                    "language": language,
                    "channel": Channel.TEXT,
                },
                *lines,
            ],
            said=hearing.remembered(contact, text),
        )
    }
    before = alerting.from_before(desk, person)
    by_phone = beside.from_the_start(desk, beside.opened(desk, person.call))
    known = (noticed, before, by_phone)
    rank = max(one.get("rank") or "" for one in known)  # of one digit each
    fields = (
        before
        | by_phone
        | noticed
        | {
            "rank": rank,
            "line_number": text.line_number.e164,
            "alias": alias_of(cause.sender),
            "language": language,
            "policy": desk.policy.to_text(),
            "experience": " ".join(sorted(experience)),
            "told_nobody": "" if anyone_on else "1",
            "same_peer": (person.last_peer or "")
            if person.wished_by_caller and person.wished_by_peer
            else "",
        }
    )
    word = desk.store.contacts.open_new(
        contact,
        cause.sender,
        now=now,
        plan=plan,
        cause=cause,
        fields={name: value for name, value in fields.items() if value},
        caller_number=text.sender,
        words=passed_on,
    )
    desk.settle(plan, word)
    if word == "opened":
        alerting.follow(desk, contact)
        watching.came(desk, contact)
        blocking.was_let_through(desk, person, contact)
        matching.match_waiting(desk)
    return word


def write_while_waiting(desk: Desk, cause: Cause, text: Arrived, contact: Contact) -> str:
    """What a waiting person writes is kept for the peer who will come; now and then they hear how things stand."""
    now = desk.clock.now()
    passed_on, refused = passable(desk, text)
    bodies = [words_for(contact).picture_not_passed()] if refused else []
    fields = {}
    if now - max(contact.told or contact.opened, contact.looked_for_since) >= SAY_AGAIN_AFTER:
        bodies.append(_how_things_stand(desk, contact, now))
        fields["told"] = str(milliseconds(now))
    heard = hearing.remembered(contact.id, text)
    plan = {"kept": Effects(texts=to_caller(contact, *bodies), said=heard)}
    return desk.settle(
        plan,
        desk.store.contacts.keep(contact, fields, now=now, plan=plan, cause=cause, words=passed_on),
    )


def _how_things_stand(desk: Desk, contact: Contact, now: datetime) -> str:
    words, crisis = words_for(contact), desk.line.crisis(contact.language, contact.country)
    if volunteers_on(desk, now):
        return words.still_waiting(crisis)
    return words.nobody_on(next_opening(desk, now, contact.language), crisis)


def next_opening(desk: Desk, now: datetime, language: str) -> str | None:
    """When someone is due next, as a person says it in the line's own zone; None when nobody knows."""
    starts = next_start(desk, now)
    return (
        times.moment(starts, desk.line.zone, now=now, language=language, name_zone=True)
        if starts
        else None
    )


def next_start(desk: Desk, now: datetime) -> datetime | None:
    """Of the next shift on which someone will be there: of those who have a seat, one must be reachable, and a coordinator."""
    if not has_coordinator(desk):
        return None
    for shift in desk.store.shifts.claimed_after(now):
        if reachable(desk.store.roster.get_all(sorted(shift.claimed))):
            return shift.starts
    return None
