"""A coordinator blocks somebody for a while: they are told until when, may appeal, and in danger get through."""

from __future__ import annotations

from datetime import datetime

from warmline.clock import milliseconds
from warmline.errors import RefusedError
from warmline.flows import paging
from warmline.flows.answering import say
from warmline.flows.desk import Desk
from warmline.flows.speaking import reply, to_caller, words_for
from warmline.ids import CallerKey, ContactId
from warmline.routing.arrived import Arrived
from warmline.routing.blocks import Block, Term
from warmline.routing.care import AT_RISK
from warmline.routing.contact import Contact
from warmline.routing.ladder import Reason
from warmline.safety.reading import Reading
from warmline.store.effects import Cause, Effects
from warmline.store.people import Person
from warmline.volunteers.roster import Volunteer
from warmline.words import abuse_en, callers, times
from warmline.words.reading import bare

APPEAL = {"appeal", "apelar"}


def by_text(
    desk: Desk, cause: Cause, text: Arrived, coordinator: Volunteer, code: int, term: str
) -> str:
    """BLOCK 7 7D: a talk that runs goes on; it counts from the next time on."""
    contact = desk.store.contacts.by_code(code)
    if contact is None:
        return say(desk, cause, text, abuse_en.no_such_talk(code))
    block = _from_now(contact, Term(term), desk.clock.now())
    told = abuse_en.blocked(contact.alias, _day(desk, block, desk.line.language))
    effects = _effects(desk, contact, block, {"volunteer": coordinator.id})
    plan = {
        "blocked": Effects(
            texts=(*effects.texts, *reply(text, cause, told)), journal=effects.journal
        )
    }
    now = desk.clock.now()
    word = desk.store.blocks.block(contact.caller, block, now=now, plan=plan, cause=cause)
    return desk.settle(plan, word)


def at_a_desk(desk: Desk, contact: Contact, term: Term) -> Block:
    """The same by command or program, also up to 30 days after the contact."""
    now = desk.clock.now()
    block = _from_now(contact, term, now)
    plan = {"blocked": _effects(desk, contact, block, {"by": desk.by})}
    desk.settle(plan, desk.store.blocks.block(contact.caller, block, now=now, plan=plan))
    return block


def lift(desk: Desk, contact: Contact) -> None:
    """They are let in again. RefusedError when they are not blocked."""
    journal = {"event": "block_lifted", "contact": contact.id, "by": desk.by}
    plan = {"lifted": Effects(journal=journal)}
    word = desk.store.blocks.lift(contact.caller, now=desk.clock.now(), plan=plan)
    if word == "not_blocked":
        raise RefusedError(f"{contact.alias} is not blocked.")


def _from_now(contact: Contact, term: Term, now: datetime) -> Block:
    return Block(now + term.length, now + term.length / 2, contact.id)


def _effects(desk: Desk, contact: Contact, block: Block, by: dict[str, str]) -> Effects:
    crisis = desk.line.crisis(contact.language)
    told = words_for(contact).blocked(_day(desk, block, contact.language), crisis)
    journal = {"event": "blocked_for_a_while", "contact": contact.id, **by}
    return Effects(texts=to_caller(contact, told), journal=journal)


def _day(desk: Desk, block: Block, language: str) -> str:
    now = desk.clock.now()
    return times.moment(block.until, desk.line.zone, now=now, language=language)


def stands_in_the_way(desk: Desk, person: Person, heard: Reading | None) -> bool:
    """Whether a block holds for these words. Risk overrides it, and so does a text that could not be read."""
    if person.block is None or not person.block.holds(desk.clock.now()):
        return False
    return heard is not None and heard.band.rank < AT_RISK.rank


def answer(desk: Desk, cause: Cause, text: Arrived, person: Person) -> str:
    """Once a day until when, how to appeal, and the crisis line; APPEAL goes to a coordinator. Else silence."""
    now, block = desk.clock.now(), person.block
    if block is None:
        return "moved"
    words = callers(person.language or desk.line.language)
    if bare(text.body) in APPEAL:
        contact = desk.store.contacts.get(block.contact)
        if contact and not block.appealed:
            paging.page_about(desk, contact, Reason.APPEAL, nth=milliseconds(block.until))
        fields, body = {"block_appealed": "1"}, words.appeal_noted()
    elif block.says_so_again(now):
        day = _day(desk, block, person.language or desk.line.language)
        fields = {"block_told": str(milliseconds(now))}
        body = words.blocked(day, desk.line.crisis(person.language or desk.line.language))
    else:
        return say(desk, cause, text)
    plan = {"kept": Effects(texts=reply(text, cause, body))}
    word = desk.store.people.keep(person.key, fields, now=now, plan=plan, cause=cause)
    return desk.settle(plan, word)


def was_let_through(desk: Desk, person: Person, contact_id: ContactId | None) -> None:
    """Somebody who is blocked wrote in danger: a coordinator knows who it is that waits there."""
    contact = desk.store.contacts.get(contact_id) if contact_id else None
    if contact and person.block and person.block.holds(desk.clock.now()):
        paging.page_about(desk, contact, Reason.BLOCKED)


def look(desk: Desk, key: CallerKey) -> None:
    """Half way a coordinator looks at it again; at its end it ends. Safe to run twice."""
    now, block = desk.clock.now(), desk.store.blocks.get(key)
    due = desk.store.keys.block(key)
    if block is None:
        desk.store.schedule.done(due)
    elif not block.holds(now):
        plan = {"lifted": Effects(journal={"event": "block_ended", "contact": block.contact})}
        desk.store.blocks.lift(key, now=now, plan=plan)
    else:
        if block.review <= now and (contact := desk.store.contacts.get(block.contact)):
            paging.page_about(desk, contact, Reason.REVIEW, nth=milliseconds(block.until))
        desk.store.schedule.set(due, block.review if now < block.review else block.until)
