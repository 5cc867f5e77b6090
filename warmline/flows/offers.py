"""A volunteer takes an offered person, or passes."""

from __future__ import annotations

from datetime import datetime

from warmline.flows.answering import say
from warmline.flows.calls.orders import quiet
from warmline.flows.desk import Desk
from warmline.flows.quiet_notes import notes_on_taking
from warmline.flows.relay import words_to_peer
from warmline.flows.speaking import Texts, reply, to_caller, to_peer, to_volunteer, words_for
from warmline.phone import PhoneNumber
from warmline.routing.arrived import Arrived
from warmline.routing.contact import Contact, Tried
from warmline.routing.numbers import number_for_talk
from warmline.store.effects import Cause, Effects, Order
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Channel
from warmline.words import talks_en, times


def take(desk: Desk, cause: Cause, text: Arrived, volunteer: Volunteer, code: int | None) -> str:
    """The first to take a person gets them; everybody else is thanked."""
    if code is None and len(volunteer.offers) > 1:
        return say(desk, cause, text, talks_en.which_offer(_open_codes(desk, volunteer)))
    contact = _meant(desk, volunteer, code)
    if contact is None or not _was_asked(contact, volunteer):
        return say(desk, cause, text, talks_en.offer_unknown())
    if contact.peer == volunteer.id:
        return say(desk, cause, text, talks_en.talk_already_yours(contact.alias))
    if contact.peer:
        return say(desk, cause, text, talks_en.offer_taken_by_other(contact.alias))
    if contact.channel is Channel.VOICE:
        return say(desk, cause, text, talks_en.offer_is_a_call(contact.alias))
    number = number_for_talk(volunteer, desk.line.numbers)
    plan = {
        "accepted": _accepted(desk, contact, volunteer, number, desk.clock.now()),
        "apart": Effects(texts=reply(text, cause, talks_en.offer_unknown())),
        "full": Effects(texts=reply(text, cause, talks_en.at_capacity(contact.alias))),
    }
    word = desk.store.contacts.accept(
        contact, volunteer.id, number=number, now=desk.clock.now(), plan=plan, cause=cause
    )
    desk.settle(plan, word)
    if word == "accepted" and (taken := desk.store.roster.get(volunteer.id)):
        excess = len(taken.talks) + len(taken.offers) - taken.capacity
        leave_offers(desk, taken, at_most=excess, how=Tried.WITHDRAWN)
        leave_offers(desk, taken, only=Channel.VOICE, how=Tried.WITHDRAWN)
    return word


def leave_offers(
    desk: Desk,
    volunteer: Volunteer,
    *,
    at_most: int | None = None,
    only: Channel | None = None,
    how: Tried = Tried.PASSED,
) -> None:
    """Whoever is offered to this volunteer, or `at_most` of them, is offered to others instead.

    Those who are withdrawn because the volunteer's places are taken are told of by name.
    """
    for offered in sorted(volunteer.offers)[: None if at_most is None else max(at_most, 0)]:
        word = "moved"
        while word == "moved" and (contact := desk.store.contacts.get(offered)):
            if only and contact.channel is not only:
                break
            full = talks_en.at_capacity(contact.alias)
            tell = how is Tried.WITHDRAWN and contact.channel is Channel.TEXT
            told = to_volunteer(desk, volunteer, full) if tell else ()
            plan = {
                "left": Effects(
                    texts=told,
                    legs=_quiet(desk, contact, volunteer),
                    bell=(desk.store.keys.contact(offered),),
                )
            }
            now = desk.clock.now()
            word = desk.store.contacts.leave_offer(contact, volunteer.id, how, now=now, plan=plan)
            desk.settle(plan, word)


def pass_on(desk: Desk, cause: Cause, text: Arrived, volunteer: Volunteer, code: int | None) -> str:
    """Somebody else is asked; nobody needs a reason to pass."""
    if code is None and len(volunteer.offers) > 1:
        return say(desk, cause, text, talks_en.which_offer(_open_codes(desk, volunteer)))
    contact = _meant(desk, volunteer, code)
    if contact is None or volunteer.id not in contact.offered:
        return say(desk, cause, text, talks_en.offer_unknown())
    plan = {
        "left": Effects(
            texts=reply(text, cause, talks_en.passed(contact.alias)),
            legs=_quiet(desk, contact, volunteer),
            journal={"event": "passed", "contact": contact.id, "volunteer": volunteer.id},
            bell=(desk.store.keys.contact(contact.id), desk.store.keys.waiting()),
        ),
    }
    word = desk.store.contacts.leave_offer(
        contact, volunteer.id, Tried.PASSED, now=desk.clock.now(), plan=plan, cause=cause
    )
    return desk.settle(plan, word)


def _quiet(desk: Desk, contact: Contact, volunteer: Volunteer) -> tuple[Order, ...]:
    """A phone that rings for a caller rings no longer."""
    return quiet(desk, contact, volunteer.id) if contact.channel is Channel.VOICE else ()


def _meant(desk: Desk, volunteer: Volunteer, code: int | None) -> Contact | None:
    if code is not None:
        return desk.store.contacts.by_code(code)
    only = next(iter(volunteer.offers), None) or next(iter(volunteer.talks), None)
    return desk.store.contacts.get(only) if only else None


def _was_asked(contact: Contact, volunteer: Volunteer) -> bool:
    """Whether this person was ever offered to them: a late TAKE is welcome, a guessed code is not."""
    return (
        volunteer.id == contact.peer
        or volunteer.id in contact.offered
        or volunteer.id in contact.tried
    )


def _open_codes(desk: Desk, volunteer: Volunteer) -> list[int]:
    contacts = (desk.store.contacts.get(contact) for contact in volunteer.offers)
    return sorted(contact.code for contact in contacts if contact)


def _accepted(
    desk: Desk, contact: Contact, peer: Volunteer, number: PhoneNumber, now: datetime
) -> Effects:
    shared = number.e164 in peer.talks.values()
    begins = to_peer(
        desk,
        peer,
        contact,
        talks_en.talk_begins(contact.alias, contact.code, shared=shared),
        number=number,
    )
    held = words_to_peer(desk, peer, contact, *desk.store.contacts.words(contact.id), number=number)
    notes = notes_on_taking(desk, peer, contact, number)
    others: Texts = tuple(
        text
        for other in desk.store.roster.get_all(v for v in contact.offered if v != peer.id)
        for text in to_volunteer(desk, other, talks_en.offer_taken_by_other(contact.alias))
    )
    return Effects(
        texts=(
            *begins,
            *held,
            *notes,
            *to_caller(contact, _welcome(desk, contact, peer, now)),
            *others,
        ),
        journal={
            "event": "accepted",
            "contact": contact.id,
            "volunteer": peer.id,
            "waited": str((now - contact.since).seconds),
        },
        due={desk.store.keys.contact(contact.id): now},
    )


def _welcome(desk: Desk, contact: Contact, peer: Volunteer, now: datetime) -> str:
    words = words_for(contact)
    if not contact.told_nobody:
        return words.peer_is_here(peer.first_name)
    since = times.moment(contact.opened, desk.line.zone, now=now, language=contact.language)
    return words.peer_is_here_after_wait(peer.first_name, since)
