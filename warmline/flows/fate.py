"""What became of a text: told by the provider, or asked for; and what follows from a failure."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from warmline.errors import PermanentError
from warmline.flows import ending, seating, watching
from warmline.flows.calls import text_instead
from warmline.flows.desk import Desk
from warmline.flows.duty import give_up_people
from warmline.flows.relay import words_to_peer
from warmline.flows.speaking import Texts, to_caller, to_peer, to_volunteer, words_for
from warmline.ids import MessageSid, TextId, VolunteerId
from warmline.routing.contact import Contact, Ended, State
from warmline.routing.delivery import Flag, GiveUp, Retry, what_next
from warmline.routing.phoning import they_talk
from warmline.store.effects import Effects, Purpose
from warmline.store.outbox import Queued
from warmline.volunteers.shifts import Channel
from warmline.words import duty_en, talks_en

log = logging.getLogger(__name__)

ASK_AGAIN_AFTER = timedelta(minutes=30)
STOP_ASKING_AFTER = timedelta(hours=12)  # beyond the provider's own validity period of ten hours
OF_THE_TEXT = {Flag.FILTERED, Flag.CONFIGURATION}  # the next volunteer would fare no better
RUNG = {"changed", "moved"}  # what becomes of someone who phoned before; "moved" is looked at again
LASTING = {Flag.OPTED_OUT, Flag.BAD_NUMBER, Flag.VOICE_ONLY, Flag.BLOCKED}


def note_status(desk: Desk, text: TextId, sid: MessageSid, status: str, code: int | None) -> str:
    """Write down a status callback: "noted", "known" or "unknown". One script; what follows is a job."""
    word = desk.store.outbox.note_status(text, sid, status, code, now=desk.clock.now())
    desk.steps.reach("called_back")
    return word


def follow_up(desk: Desk, text_id: TextId) -> None:
    """A text failed, or nobody told what became of it. Safe to run twice."""
    text = desk.store.outbox.get(text_id)
    if text is None or text.state in {"delivered", "settled"}:
        desk.store.schedule.done(desk.store.keys.out(text_id))
        return
    if text.state in {"failed", "undelivered"}:
        _after_failure(desk, text)
    elif text.sid:
        _ask(desk, text, text.sid)


def _ask(desk: Desk, text: Queued, sid: MessageSid) -> None:
    now = desk.clock.now()
    try:
        known = desk.provider.status(sid)
    except PermanentError:
        known = None
    if known:
        desk.store.outbox.note_status(text.id, sid, known[0], known[1], now=now)
        if known[0] in {"delivered", "failed", "undelivered"}:
            return
    if known is None or (text.tried and text.tried + STOP_ASKING_AFTER < now):
        desk.store.outbox.settle(text.id, {}, now=now, states="sending,sent,queued")
        return
    desk.store.schedule.set(desk.store.keys.out(text.id), now + ASK_AGAIN_AFTER)


def _after_failure(desk: Desk, text: Queued) -> None:
    now = desk.clock.now()
    if text.page and not desk.store.pages.is_open(text.page):
        desk.store.outbox.settle(text.id, {}, now=now)  # it may never have been sent: all is said
        return
    # a refusal at creation was judged before it came here; a callback's failure is judged now
    what = _within_patience(desk, text, what_next(text.code, text.attempts))
    if text.sid and isinstance(what, Retry):
        again = (text.failed or now) + what.after
        if again <= now:
            desk.store.outbox.send_again(text, now=now)
            desk.hand_over(desk.store.keys.lane(text.recipient))
        else:
            desk.store.schedule.set(desk.store.keys.out(text.id), again)
        return
    flag = what.flag if not isinstance(what, Retry) else Flag.UNREACHABLE
    log.warning(
        "text failed",
        extra={"text": text.id, "code": text.code, "flag": flag, "purpose": text.purpose},
    )
    person = desk.store.people.get(text.recipient)
    about = text.contact or person.contact  # an answer may belong to a contact it does not name
    contact = desk.store.contacts.get(about) if about else None
    volunteer = person.volunteer or (
        text.volunteer if text.purpose is not Purpose.TO_CALLER else None
    )
    if volunteer and not _is_for_caller(text, contact):
        _volunteer_unreachable(desk, text, flag, volunteer)
    elif contact and contact.is_open:
        if contact.channel is Channel.VOICE:  # a call goes on without texts
            _flag_person(desk, text, flag)
            return
        _caller_unreachable(desk, text, flag, contact)
    else:
        _flag_person(desk, text, flag)


def _within_patience(desk: Desk, text: Queued, what: Retry | GiveUp) -> Retry | GiveUp:
    """An offer, or a caller's words, may wait for a phone no longer than the caller should wait for a person."""
    urgent = text.purpose in {Purpose.TO_PEER, Purpose.OFFER}
    if urgent and isinstance(what, Retry) and what.after > desk.policy.patience:
        return GiveUp(Flag.UNREACHABLE)
    return what


def _is_for_caller(text: Queued, contact: Contact | None) -> bool:
    return contact is not None and text.recipient == contact.caller


def _volunteer_unreachable(desk: Desk, text: Queued, flag: Flag, volunteer_id: VolunteerId) -> None:
    """The peer's phone takes no texts: the person keeps the place, and words that did not arrive go to the next peer."""
    now = desk.clock.now()
    volunteer = desk.store.roster.get(volunteer_id)
    if flag in OF_THE_TEXT:
        _tell_not_delivered(desk, text)
        return
    if volunteer:
        news: Texts = ()
        if flag is Flag.UNREACHABLE and not volunteer.unreachable:  # read when the phone is on
            news = to_volunteer(desk, volunteer, duty_en.missed_your_phone())
        journal = {"event": "unreachable", "volunteer": volunteer.id, "why": flag}
        soon = seating.soon(desk, volunteer.id)  # their seats count as gaps from now on
        bell = (desk.store.keys.volunteer(volunteer.id), *soon)
        plan = {"kept": Effects(texts=news, journal=journal, bell=bell)}
        fields = {"unreachable": flag}
        word = desk.store.roster.keep(volunteer.id, fields, now=now, plan=plan, duty="off")
        desk.settle(plan, word)
        give_up_people(desk, volunteer, now)
        if text.page:  # whoever can be reached is asked now
            desk.store.pages.hurry(text.page, now=now)
    contact = desk.store.contacts.get(text.contact) if text.contact else None
    if text.purpose is Purpose.TO_PEER and contact and contact.is_open:
        _pass_to_next(desk, text, contact, now)
    else:
        desk.store.outbox.settle(text.id, {}, now=now)


def _pass_to_next(desk: Desk, text: Queued, contact: Contact, now: datetime) -> None:
    """Words that did not reach the last peer wait for the next, or go there at once. "moved" is looked at again."""
    if contact.peer == text.volunteer:
        return
    peer = desk.store.roster.get(contact.peer) if contact.peer else None
    plan = {"settled": Effects(texts=words_to_peer(desk, peer, contact, text.body) if peer else ())}
    word = desk.store.outbox.settle(
        text.id, plan, now=now, contact=contact, keep_words=peer is None
    )
    desk.settle(plan, word)


def _tell_not_delivered(desk: Desk, text: Queued) -> None:
    """A fault of this text or of ours says nothing about the volunteer: whoever wrote the words may say them again."""
    contact = desk.store.contacts.get(text.contact) if text.contact else None
    sorry: Texts = ()
    if text.purpose is Purpose.TO_PEER and contact and contact.is_open:
        sorry = to_caller(contact, words_for(contact).not_delivered())
    plan = {"settled": Effects(texts=sorry, journal={"event": "not_delivered", "text": text.id})}
    desk.settle(plan, desk.store.outbox.settle(text.id, plan, now=desk.clock.now()))


def _caller_unreachable(desk: Desk, text: Queued, flag: Flag, contact: Contact) -> None:
    """Words did not reach the caller: the peer is told; where it will not change, the contact ends."""
    if contact.channel is Channel.VOICE or they_talk(contact.phoning):  # whatever texts do
        _flag_person(desk, text, flag)
        return
    if flag in LASTING and (word := text_instead.ring_instead(desk, contact)) in RUNG:
        if word == "changed":
            _flag_person(desk, text, flag)
        return
    watching.texts_do_not_arrive(desk, contact)
    now = desk.clock.now()
    if flag in LASTING:
        _flag_person(desk, text, flag)
        ending.end(desk, contact, Ended.UNREACHABLE, cause=None, to_the_caller=(), why=flag)
        return
    peer = (
        desk.store.roster.get(contact.peer)
        if contact.peer and contact.state is State.ACTIVE
        else None
    )
    texts: Texts = ()
    if peer and text.purpose is Purpose.TO_CALLER:
        texts = to_peer(desk, peer, contact, talks_en.text_not_delivered(contact.alias))
    plan = {
        "settled": Effects(
            texts=texts, journal={"event": "not_delivered", "contact": contact.id, "why": flag}
        )
    }
    desk.settle(plan, desk.store.outbox.settle(text.id, plan, now=now))


def _flag_person(desk: Desk, text: Queued, flag: Flag) -> None:
    now = desk.clock.now()
    if flag is Flag.OPTED_OUT:
        desk.store.people.keep(
            text.recipient, {"opted_out": "1"}, now=now, plan={"kept": Effects()}
        )
    desk.store.outbox.settle(
        text.id, {"settled": Effects(journal={"event": "not_delivered", "why": flag})}, now=now
    )
