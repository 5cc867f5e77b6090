"""A caller writes: a word for the line, the beginning of a contact, or words for a peer."""

from __future__ import annotations

import logging

from warmline.errors import TransientError
from warmline.flows import (
    alerting,
    blocking,
    ending,
    following_up,
    hearing,
    leaving,
    opening,
    relay,
)
from warmline.flows.answering import say
from warmline.flows.calls import handing_over, phoning_out
from warmline.flows.desk import Desk
from warmline.flows.speaking import reply, to_caller, to_peer, words_for, words_with
from warmline.routing import caller_words
from warmline.routing.arrived import Arrived
from warmline.routing.caller_words import Speak, Word
from warmline.routing.care import AT_RISK
from warmline.routing.contact import Contact, Ended, State
from warmline.routing.handoff import FAILS_ALONE, Event
from warmline.routing.phoning import goes_on_by_text
from warmline.safety.reading import Reading
from warmline.store.effects import Cause, Effects
from warmline.store.people import Person
from warmline.words import callers, carrier, talks_en
from warmline.words.carrier import Consent

log = logging.getLogger(__name__)

ALWAYS = {Word.CRISIS, Word.DELETE}  # nobody is kept from these


def caller_writes(desk: Desk, cause: Cause, text: Arrived, person: Person) -> str:
    """Give a caller's text its effect; the word that the store gave."""
    contact = _to_whom(desk, person)
    heard = hearing.hear(desk, cause.sid, text, contact)
    if contact and _rises(desk, contact, heard):
        return "moved"
    word = _has_its_effect(desk, cause, text, person, contact, heard)
    if contact:
        alerting.follow(desk, contact.id)
    return word


def _to_whom(desk: Desk, person: Person) -> Contact | None:
    """What they have open by text; or the call with a peer to whom they wrote before, and go on to write."""
    if person.contact:
        return desk.store.contacts.get(person.contact)
    call = desk.store.contacts.get(person.call) if person.call else None
    is_with_them = call and call.state is State.ACTIVE and goes_on_by_text(call.call, call.peer)
    return call if is_with_them else None


def _rises(desk: Desk, contact: Contact, heard: Reading | None) -> bool:
    """Whether the contact is another one now. Whatever goes wrong here, the text goes on."""
    try:
        return alerting.rises(desk, contact, heard) == "moved"
    except TransientError:
        raise
    except Exception:
        log.exception("a band was not raised", extra={"contact": contact.id})
        return False


def _has_its_effect(
    desk: Desk,
    cause: Cause,
    text: Arrived,
    person: Person,
    contact: Contact | None,
    heard: Reading | None,
) -> str:
    consent = Consent(text.opt_out) if text.opt_out in set(Consent) else carrier.read(text.body)
    if consent is Consent.OPT_OUT:
        return leaving.opts_out(desk, cause, text, person, contact)
    if consent is Consent.OPT_IN and person.opted_out:
        return leaving.opts_in(desk, cause, text, person)
    word = caller_words.read(text.body)
    if contact is None and word not in ALWAYS and blocking.stands_in_the_way(desk, person, heard):
        return blocking.answer(desk, cause, text, person)
    if person.opted_out and word is not Word.DELETE:  # to be forgotten is anyone's right
        return leaving.writes_again(
            desk, cause, text, person, alarming=heard if _is_alarming(heard) else None
        )
    match word:
        case Word.CRISIS:
            return _crisis(desk, cause, text, person, contact)
        case Word.DELETE:
            return leaving.deletes(desk, cause, text, person, contact)
        case Word.END if (contact or person.greeted) and not _is_alarming(heard):
            return _ends(desk, cause, text, person, contact)
        case Word.TOMORROW if contact is None and following_up.may_wish(desk, person):
            return following_up.wish(desk, cause, text, person)
        case Word.AGAIN if contact is None and person.last_peer:
            return _again(desk, cause, text, person)
        case Word.MORE if contact and contact.state is State.ACTIVE and contact.shift_over:
            return _moves_on(desk, cause, contact)
        case Word.CALL if contact and contact.state is State.ACTIVE:
            return phoning_out.caller_wishes(desk, cause, text, contact)
        case Speak(language) if language in desk.line.languages:
            return _speaks(desk, cause, text, contact, language)
    if contact is None:
        return opening.open_contact(desk, cause, text, person, heard)
    if contact.state is State.ACTIVE:
        return relay.to_the_peer(desk, cause, text, contact)
    return opening.write_while_waiting(desk, cause, text, contact)


def _is_alarming(heard: Reading | None) -> bool:
    """A goodbye may be one for ever: then, as in a first text, it is for a person to hear, and ends nothing."""
    return heard is not None and heard.band.rank >= AT_RISK.rank


def _crisis(
    desk: Desk, cause: Cause, text: Arrived, person: Person, contact: Contact | None
) -> str:
    words, language = words_with(desk, person, contact)
    return say(
        desk,
        cause,
        text,
        words.crisis(desk.line.crisis(language, text.sender.country)),
        journal={"event": "crisis_asked"},
    )


def _ends(desk: Desk, cause: Cause, text: Arrived, person: Person, contact: Contact | None) -> str:
    words, _ = words_with(desk, person, contact)
    if contact is None:
        return say(desk, cause, text, words.ended_by_you())
    call = contact.call
    if call and call.handoff in FAILS_ALONE:  # as if they hung up: first what that means for it
        word = handing_over.happen(desk, contact, call, Event.CALLER_GONE)
        return "moved" if word == "kept" else word
    if contact.state is State.ACTIVE:
        bodies = (words.ended_by_you(), words.ask_again_offer())
        return ending.end(
            desk, contact, Ended.BY_CALLER, cause=cause, to_the_caller=to_caller(contact, *bodies)
        )
    goodbye = to_caller(contact, words.abandoned_goodbye())
    return ending.end(desk, contact, Ended.ABANDONED, cause=cause, to_the_caller=goodbye)


def _again(desk: Desk, cause: Cause, text: Arrived, person: Person) -> str:
    words, _ = words_with(desk, person, None)
    plan = {"kept": Effects(texts=reply(text, cause, words.noted_again()))}
    fields = {"wished_by_caller": "1"}
    return desk.settle(
        plan,
        desk.store.people.keep(cause.sender, fields, now=desk.clock.now(), plan=plan, cause=cause),
    )


def _moves_on(desk: Desk, cause: Cause, contact: Contact) -> str:
    """With the caller's consent, the talk goes on with another peer; the place is kept."""
    peer = desk.store.roster.get(contact.peer) if contact.peer else None
    farewell = to_peer(desk, peer, contact, talks_en.handed_on(contact.alias)) if peer else ()
    plan = {
        "requeued": Effects(
            texts=(*to_caller(contact, words_for(contact).moving_on()), *farewell),
            journal={"event": "handed_on", "contact": contact.id},
        )
    }
    return desk.settle(
        plan, desk.store.contacts.requeue(contact, now=desk.clock.now(), plan=plan, cause=cause)
    )


def _speaks(desk: Desk, cause: Cause, text: Arrived, contact: Contact | None, language: str) -> str:
    if contact and contact.language != language:
        word = desk.store.contacts.keep(
            contact, {"language": language}, now=desk.clock.now(), plan={"kept": Effects()}
        )
        if word == "moved":
            return word
    plan = {"kept": Effects(texts=reply(text, cause, callers(language).language_changed()))}
    return desk.settle(
        plan,
        desk.store.people.keep(
            cause.sender, {"language": language}, now=desk.clock.now(), plan=plan, cause=cause
        ),
    )
