"""Two people talk: words pass through the line, and neither sees the other's number."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from warmline.clock import milliseconds
from warmline.flows import hearing
from warmline.flows.desk import Desk
from warmline.flows.speaking import Texts, label, reply, to_caller, to_peer, words_for
from warmline.phone import PhoneNumber
from warmline.routing.arrived import Arrived
from warmline.routing.contact import Contact
from warmline.store.effects import Cause, Effects, Heard, Purpose
from warmline.volunteers.roster import Volunteer
from warmline.words import callers, talks_en


def passable(desk: Desk, text: Arrived) -> tuple[tuple[str, ...], bool]:
    """What of a text may be passed on, in order; and whether a picture had to be left out."""
    words = (text.body,) if text.body.strip() else ()
    if not text.media:
        return words, False
    if not desk.line.pass_pictures:
        return words, True
    return (*words, *(talks_en.picture_link(url) for url in text.media)), False


def to_the_peer(desk: Desk, cause: Cause, text: Arrived, contact: Contact) -> str:
    """A caller's words go to their peer."""
    peer = desk.store.roster.get(contact.peer) if contact.peer else None
    if (
        peer is None
    ):  # taken off the roster in the middle of a talk cannot happen; a wait is better than a loss
        return desk.store.contacts.requeue(
            contact, now=desk.clock.now(), plan={"requeued": Effects()}
        )
    passed_on, refused = passable(desk, text)
    texts: Texts = words_to_peer(desk, peer, contact, *passed_on)
    if refused:
        note = talks_en.picture_arrived(contact.alias)
        texts = (*texts, *to_peer(desk, peer, contact, note))
        texts = (*texts, *to_caller(contact, words_for(contact).picture_not_passed()))
    now = desk.clock.now()
    fields = {"last_words": str(milliseconds(now)), "asked": ""}
    if contact.care.owed_since is None:
        fields["owed"] = str(milliseconds(now))
    gone_at = now + contact.policy.patience if contact.reminded else None
    if contact.care.at_risk and contact.care.owed_since is None:
        gone_at = now  # a look now finds out by when they must have an answer
    heard = hearing.remembered(contact.id, text)
    return _pass_on(desk, cause, contact, texts, fields, said=heard, look_at=gone_at)


def to_the_caller(
    desk: Desk, cause: Cause, text: Arrived, contact: Contact, body: str | None = None
) -> str:
    """A peer's words go to the caller; `body` is given when a label was taken off."""
    desk.store.people.is_about(contact.caller, cause.sid)  # so that DELETE takes it along
    passed_on, refused = passable(desk, text)
    if body is not None:
        passed_on = (body, *passed_on[1:])
    texts: Texts = to_caller(contact, *passed_on, purpose=Purpose.TO_CALLER)
    if refused:
        texts = (*texts, *reply(text, cause, callers("en").picture_not_passed()))
    heard = hearing.remembered(contact.id, text, by_peer=True)
    return _pass_on(desk, cause, contact, texts, peer_wrote(desk.clock.now()), said=heard)


def peer_wrote(now: datetime) -> dict[str, str]:
    """What is noted in a contact when its peer has written."""
    at = str(milliseconds(now))
    return {
        "last_words": at,
        "peer_words": at,
        "asked": "",
        "reminded": "",
        "owed": "",
        "silence_paged": "",
    }


def words_to_peer(
    desk: Desk, peer: Volunteer, contact: Contact, *words: str, number: PhoneNumber | None = None
) -> Texts:
    """A caller's words as they reach the peer, named where two talks share a number."""
    number = number or contact.peer_number or desk.line.main_number
    shared = any(talk != contact.id and other == number.e164 for talk, other in peer.talks.items())
    labelled = (label(contact, part, shared=shared) for part in words)
    return to_peer(desk, peer, contact, *labelled, number=number, purpose=Purpose.TO_PEER)


def _pass_on(
    desk: Desk,
    cause: Cause,
    contact: Contact,
    texts: Texts,
    fields: Mapping[str, str],
    *,
    said: tuple[Heard, ...],
    look_at: datetime | None = None,
) -> str:
    now = desk.clock.now()
    due = {desk.store.keys.contact(contact.id): look_at} if look_at else {}
    plan = {"kept": Effects(texts=texts, due=due, said=said)}
    return desk.settle(
        plan, desk.store.contacts.keep(contact, fields, now=now, plan=plan, cause=cause)
    )
