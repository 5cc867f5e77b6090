"""A caller wants no more texts, or texts again, or to be forgotten."""

from __future__ import annotations

from dataclasses import replace

from warmline.flows import ending, paging
from warmline.flows.answering import answers_stop, say
from warmline.flows.calls import message
from warmline.flows.desk import Desk
from warmline.flows.forgetting import STAYING
from warmline.flows.speaking import Texts, reply, to_peer, words_with
from warmline.routing.arrived import Arrived
from warmline.routing.call import Call, Stage
from warmline.routing.contact import Contact, Ended
from warmline.routing.phoning import they_talk
from warmline.safety.reading import Reading
from warmline.store.call_record import as_fields
from warmline.store.effects import Cause, Effects
from warmline.store.people import Person
from warmline.volunteers.shifts import Channel
from warmline.words import phoning_words


def opts_out(
    desk: Desk, cause: Cause, text: Arrived, person: Person, contact: Contact | None
) -> str:
    words, language = words_with(desk, person, contact)
    goodbye: Texts = ()
    if answers_stop(desk, text):
        crisis = desk.line.crisis(language, text.sender.country)
        goodbye = reply(text, cause, words.opt_out_confirmation(crisis))
    if contact and _on_the_phone(contact):  # no text is owed for it to go on
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


def _on_the_phone(contact: Contact) -> bool:
    return contact.channel is Channel.VOICE or they_talk(contact.phoning)


def _peer_hears_of_stop(desk: Desk, contact: Contact) -> Texts:
    peer = desk.store.roster.get(contact.peer) if contact.peer else None
    news = phoning_words.no_texts_any_more(contact.alias)
    return to_peer(desk, peer, contact, news) if peer else ()


def opts_in(desk: Desk, cause: Cause, text: Arrived, person: Person) -> str:
    words, _ = words_with(desk, person, None)
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


def writes_again(
    desk: Desk, cause: Cause, text: Arrived, person: Person, *, alarming: Reading | None
) -> str:
    """They wrote again without START. The exchange may refuse the answer; if it lets it through, it helps."""
    if alarming:
        paging.page_for_writing_again(desk, cause.sender, alarming.band)
    words, language = words_with(desk, person, None)
    crisis = desk.line.crisis(language, text.sender.country)
    return say(desk, cause, text, words.opt_out_confirmation(crisis))


def deletes(
    desk: Desk, cause: Cause, text: Arrived, person: Person, contact: Contact | None
) -> str:
    call = desk.store.contacts.get(person.call) if person.call else None
    awaits_call = call and call.call and call.call.stage in {Stage.RING_BACK, Stage.DROPPED}
    if (
        contact and contact.call and contact.channel is Channel.VOICE
    ):  # whoever is on the phone talks on
        if _is_a_call_only(desk, contact, contact.call) == "moved":
            return "moved"
        contact = None
    for theirs in (contact, call if awaits_call else None):
        if theirs and theirs.is_open:
            word = ending.end(desk, theirs, Ended.ERASED, cause=None, to_the_caller=())
            if word != "ended":
                return word
    words, _ = words_with(desk, person, contact)
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


def _is_a_call_only(desk: Desk, contact: Contact, call: Call) -> str:
    """When it is over, it does not go on by text."""
    fields, now = as_fields(replace(call, texts_with=None)), desk.clock.now()
    return desk.store.contacts.keep(contact, fields, now=now, plan={"kept": Effects()})
