"""A peer keeps a note about a talk: for coordinators, never for the caller."""

from __future__ import annotations

from datetime import timedelta

from warmline.flows.answering import say
from warmline.flows.desk import Desk
from warmline.flows.peer_talk import open_talks, which
from warmline.flows.speaking import reply
from warmline.ids import ContactId
from warmline.routing.arrived import Arrived
from warmline.routing.contact import Contact
from warmline.store.effects import Cause, Effects
from warmline.store.notes import Note
from warmline.volunteers.commands import Note as Noting
from warmline.volunteers.roster import Volunteer
from warmline.words import notes_en

AFTERWARDS = timedelta(days=1)  # after the breathing space


def note(desk: Desk, cause: Cause, text: Arrived, peer: Volunteer, noted: Noting) -> str:
    """NOTE by text: about their talk, or the last one, for a day; with several, the code says whom."""
    talks = open_talks(desk, peer)
    named = next((talk for talk in talks if talk.code == noted.code), None)
    if not noted.words:
        return say(desk, cause, text, notes_en.how())
    if named:
        return _keep(desk, cause, text, peer, named, noted.words)
    if len(talks) > 1:
        return say(desk, cause, text, which("NOTE", talks))
    about = talks[0] if talks else _last(desk, peer)
    if about is None:
        return say(desk, cause, text, notes_en.about_nobody())
    return _keep(desk, cause, text, peer, about, noted.whole)


def _last(desk: Desk, peer: Volunteer) -> Contact | None:
    """The talk they have had, as long as a note on it may be kept; nothing is kept of whoever asked to be forgotten."""
    last = desk.store.contacts.get(peer.last_contact) if peer.last_contact else None
    if last is None or last.closed is None or desk.store.people.get(last.caller).last_peer is None:
        return None
    until = last.closed + last.policy.wrap_up + AFTERWARDS
    return last if desk.clock.now() <= until else None


def _keep(
    desk: Desk, cause: Cause, text: Arrived, peer: Volunteer, about: Contact, words: str
) -> str:
    desk.store.people.is_about(about.caller, cause.sid)  # so that DELETE takes it along
    now = desk.clock.now()
    plan = {
        "noted": Effects(
            texts=reply(text, cause, notes_en.kept(about.alias)),
            journal={"event": "noted", "contact": about.id, "volunteer": peer.id},
        )
    }
    word = desk.store.notes.keep(about, Note(now, peer.id, words), plan=plan, cause=cause)
    return desk.settle(plan, word)


def read(desk: Desk, contact: ContactId) -> list[Note]:
    """The notes of a contact. That they were read, and by whom, is written down first."""
    journal = {"event": "notes_read", "contact": contact, "by": desk.by}
    plan = {"answered": Effects(journal=journal)}
    desk.store.transitions.run("answer_text", now=desk.clock.now(), plan=plan)
    return desk.store.notes.of(contact)
