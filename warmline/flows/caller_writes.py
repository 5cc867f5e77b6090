"""A caller writes: a word for the line, the beginning of a contact, or words for a peer."""

from __future__ import annotations

import logging

from warmline.errors import TransientError
from warmline.flows import alerting, blocking, ending, following_up, hearing, opening, paging, relay
from warmline.flows.answering import answers_stop, say
from warmline.flows.calls import message, phoning_out
from warmline.flows.desk import Desk
from warmline.flows.forgetting import STAYING
from warmline.flows.speaking import Texts, reply, to_caller, to_peer, words_for
from warmline.routing import caller_words
from warmline.routing.arrived import Arrived
from warmline.routing.call import Stage
from warmline.routing.caller_words import Speak, Word
from warmline.routing.care import AT_RISK
from warmline.routing.contact import Contact, Ended, State
from warmline.routing.phoning import they_talk
from warmline.safety.reading import Reading
from warmline.store.effects import Cause, Effects
from warmline.store.people import Person
from warmline.words import callers, carrier, phoning_words, talks_en
from warmline.words.carrier import Consent
from warmline.words.sentences import Callers

log = logging.getLogger(__name__)

ALWAYS = {Word.CRISIS, Word.DELETE}  # nobody is kept from these


def caller_writes(desk: Desk, cause: Cause, text: Arrived, person: Person) -> str:
    """Give a caller's text its effect; the word that the store gave."""
    contact = desk.store.contacts.get(person.contact) if person.contact else None
    heard = hearing.hear(desk, cause.sid, text, contact)
    if contact and _rises(desk, contact, heard):
        return "moved"
    word = _has_its_effect(desk, cause, text, person, contact, heard)
    if contact:
        alerting.follow(desk, contact.id)
    return word


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
        return _opts_out(desk, cause, text, person, contact)
    if consent is Consent.OPT_IN and person.opted_out:
        return _opts_in(desk, cause, text, person)
    word = caller_words.read(text.body)
    if contact is None and word not in ALWAYS and blocking.stands_in_the_way(desk, person, heard):
        return blocking.answer(desk, cause, text, person)
    if person.opted_out and word is not Word.DELETE:  # to be forgotten is anyone's right
        return _answer_opted_out(desk, cause, text, person, heard)
    match word:
        case Word.CRISIS:
            return _crisis(desk, cause, text, person, contact)
        case Word.DELETE:
            return _deletes(desk, cause, text, person, contact)
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


def _words(desk: Desk, person: Person, contact: Contact | None) -> tuple[Callers, str]:
    language = contact.language if contact else person.language or desk.line.language
    return callers(language), language


def _opts_out(
    desk: Desk, cause: Cause, text: Arrived, person: Person, contact: Contact | None
) -> str:
    words, language = _words(desk, person, contact)
    goodbye: Texts = ()
    if answers_stop(desk, text):
        crisis = desk.line.crisis(language, text.sender.country)
        goodbye = reply(text, cause, words.opt_out_confirmation(crisis))
    if contact and they_talk(contact.phoning):  # no text is owed for it to go on
        goodbye = (*goodbye, *_peer_hears_of_stop(desk, contact))
    elif contact:
        # the text itself is taken by the opt-out below; ending without a cause is safe to repeat
        word = ending.end(desk, contact, Ended.OPTED_OUT, cause=None, to_the_caller=())
        if word != "ended":
            return word
    plan = {"kept": Effects(texts=goodbye, journal={"event": "opted_out"})}
    fields = {"opted_out": "1"}
    return desk.settle(
        plan,
        desk.store.people.keep(cause.sender, fields, now=desk.clock.now(), plan=plan, cause=cause),
    )


def _peer_hears_of_stop(desk: Desk, contact: Contact) -> Texts:
    peer = desk.store.roster.get(contact.peer) if contact.peer else None
    news = phoning_words.no_texts_any_more(contact.alias)
    return to_peer(desk, peer, contact, news) if peer else ()


def _opts_in(desk: Desk, cause: Cause, text: Arrived, person: Person) -> str:
    words, _ = _words(desk, person, None)
    plan = {
        "kept": Effects(
            texts=reply(text, cause, words.opted_in_again()), journal={"event": "opted_in"}
        )
    }
    fields = {"opted_out": ""}
    return desk.settle(
        plan,
        desk.store.people.keep(cause.sender, fields, now=desk.clock.now(), plan=plan, cause=cause),
    )


def _answer_opted_out(
    desk: Desk, cause: Cause, text: Arrived, person: Person, heard: Reading | None
) -> str:
    """They wrote again without START. The exchange may refuse the answer; if it lets it through, it helps."""
    if heard and _is_alarming(heard):
        paging.page_for_writing_again(desk, cause.sender, heard.band)
    words, language = _words(desk, person, None)
    crisis = desk.line.crisis(language, text.sender.country)
    return say(desk, cause, text, words.opt_out_confirmation(crisis))


def _crisis(
    desk: Desk, cause: Cause, text: Arrived, person: Person, contact: Contact | None
) -> str:
    words, language = _words(desk, person, contact)
    return say(
        desk,
        cause,
        text,
        words.crisis(desk.line.crisis(language, text.sender.country)),
        journal={"event": "crisis_asked"},
    )


def _ends(desk: Desk, cause: Cause, text: Arrived, person: Person, contact: Contact | None) -> str:
    words, _ = _words(desk, person, contact)
    if contact is None:
        return say(desk, cause, text, words.ended_by_you())
    if contact.state is State.ACTIVE:
        bodies = (words.ended_by_you(), words.ask_again_offer())
        return ending.end(
            desk, contact, Ended.BY_CALLER, cause=cause, to_the_caller=to_caller(contact, *bodies)
        )
    goodbye = to_caller(contact, words.abandoned_goodbye())
    return ending.end(desk, contact, Ended.ABANDONED, cause=cause, to_the_caller=goodbye)


def _deletes(
    desk: Desk, cause: Cause, text: Arrived, person: Person, contact: Contact | None
) -> str:
    call = desk.store.contacts.get(person.call) if person.call else None
    awaits_call = call and call.call and call.call.stage in {Stage.RING_BACK, Stage.DROPPED}
    for theirs in (contact, call if awaits_call else None):  # whoever is on the phone talks on
        if theirs and theirs.is_open:
            word = ending.end(desk, theirs, Ended.ERASED, cause=None, to_the_caller=())
            if word != "ended":
                return word
    words, _ = _words(desk, person, contact)
    desk.store.notes.erase(cause.sender)
    plan = {
        "erased": Effects(texts=reply(text, cause, words.deleted()), journal={"event": "erased"})
    }
    message.forget_all_of(desk, cause.sender)
    return desk.settle(
        plan,
        desk.store.people.erase(
            cause.sender, now=desk.clock.now(), plan=plan, cause=cause, staying=STAYING
        ),
    )


def _again(desk: Desk, cause: Cause, text: Arrived, person: Person) -> str:
    words, _ = _words(desk, person, None)
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
