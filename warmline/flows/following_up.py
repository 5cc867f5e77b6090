"""A text the next day, for someone who was at risk: only if they wish it, once, and never in the night."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from warmline.clock import milliseconds
from warmline.flows.desk import Desk
from warmline.flows.speaking import Texts, reply, to_caller, words_for
from warmline.ids import CallerKey
from warmline.routing.arrived import Arrived
from warmline.routing.contact import Contact, Ended
from warmline.store.effects import Cause, Effects, Outgoing
from warmline.store.people import Person
from warmline.volunteers.shifts import Channel
from warmline.words import callers

MAY_WISH_FOR = timedelta(hours=12)  # after the talk; a later TOMORROW means something else
EARLIEST, LATEST = time(10), time(19)  # by the line's clock
ASKED_AFTER = {Ended.BY_CALLER, Ended.BY_PEER}


def offer(desk: Desk, contact: Contact, how: Ended) -> Texts:
    """What someone at risk is asked when a talk ends kindly; that they may say so is noted first."""
    text = contact.channel is Channel.TEXT and contact.caller_number is not None
    if how not in ASKED_AFTER or not contact.peer or not contact.care.at_risk or not text:
        return ()
    now = desk.clock.now()
    fields = {"may_follow_up": str(milliseconds(now + MAY_WISH_FOR))}
    desk.store.people.keep(contact.caller, fields, now=now, plan={"kept": Effects()})
    return to_caller(contact, words_for(contact).follow_up_offer())


def may_wish(desk: Desk, person: Person) -> bool:
    return person.may_follow_up is not None and desk.clock.now() < person.may_follow_up


def wish(desk: Desk, cause: Cause, text: Arrived, person: Person) -> str:
    """TOMORROW: the number is kept, sealed, until the text has gone."""
    now = desk.clock.now()
    at = _the_next_day(desk, now)
    language = person.language or desk.line.language
    thanks = reply(text, cause, callers(language).follow_up_noted())
    plan = {
        "kept": Effects(
            texts=thanks,
            due={desk.store.keys.follow_up(cause.sender): at},
            journal={"event": "follow_up_wished"},
        )
    }
    fields = desk.store.people.follow_up_fields(
        at, number=text.sender, sender=text.line_number, language=language
    )
    word = desk.store.people.keep(cause.sender, fields, now=now, plan=plan, cause=cause)
    return desk.settle(plan, word)


def send(desk: Desk, key: CallerKey) -> None:
    """The day has come. Safe to run twice: the wish is taken with the text."""
    now, person = desk.clock.now(), desk.store.people.get(key)
    wished = desk.store.people.follow_up(key)
    if wished is None or person.volunteer:
        desk.store.schedule.done(desk.store.keys.follow_up(key))
        return
    if person.contact:  # they have written meanwhile, and somebody is with them, or soon will be
        body = None
    else:
        body = callers(wished.language).follow_up(desk.line.crisis(wished.language))
    texts = (Outgoing(key, wished.number, wished.sender, body),) if body else ()
    done = {desk.store.keys.follow_up(key): None}
    plan = {
        "sent": Effects(texts=texts, due=done, journal={"event": "followed_up"}),
        "not_wished": Effects(due=done),
    }
    desk.settle(plan, desk.store.people.send_follow_up(key, wished.at, now=now, plan=plan))


def _the_next_day(desk: Desk, now: datetime) -> datetime:
    """At the same time tomorrow, but neither early nor late."""
    local = now.astimezone(desk.line.zone) + timedelta(days=1)
    at = min(max(local.time(), EARLIEST), LATEST)
    return datetime.combine(local.date(), at, desk.line.zone).astimezone(now.tzinfo)
