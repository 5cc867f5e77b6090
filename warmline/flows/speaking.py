"""Making the texts that a transition sends."""

from __future__ import annotations

from warmline.flows.desk import Desk
from warmline.ids import PageId
from warmline.phone import PhoneNumber
from warmline.routing.arrived import Arrived
from warmline.routing.contact import Contact
from warmline.store.effects import Cause, Outgoing, Purpose
from warmline.store.people import Person
from warmline.volunteers.roster import Volunteer
from warmline.words import callers, gsm7
from warmline.words.sentences import Callers

Texts = tuple[Outgoing, ...]


def words_for(contact: Contact) -> Callers:
    """The line's sentences in the caller's language."""
    return callers(contact.language)


def words_with(desk: Desk, person: Person, contact: Contact | None) -> tuple[Callers, str]:
    """The same for somebody of whom no contact may be open, with the language's code."""
    language = contact.language if contact else person.language or desk.line.language
    return callers(language), language


def reply(text: Arrived, cause: Cause, *bodies: str) -> Texts:
    """Answer whoever wrote, from the number they wrote to."""
    return tuple(
        Outgoing(cause.sender, text.sender, text.line_number, part)
        for body in bodies
        for part in gsm7.split(body)
    )


def to_caller(contact: Contact, *bodies: str, purpose: Purpose = Purpose.NOTICE) -> Texts:
    """Tell the caller of an open contact something, from the number that they text."""
    if contact.caller_number is None:
        return ()
    return tuple(
        Outgoing(
            contact.caller,
            contact.caller_number,
            contact.line_number,
            part,
            purpose=purpose,
            contact=contact.id,
            caller=contact.caller,
            volunteer=contact.peer,
        )
        for body in bodies
        for part in gsm7.split(body)
    )


def to_volunteer(
    desk: Desk,
    volunteer: Volunteer,
    *bodies: str,
    about: Contact | None = None,
    purpose: Purpose = Purpose.NOTICE,
    sender: PhoneNumber | None = None,
    page: PageId | None = None,
) -> Texts:
    """Tell a volunteer something, from the main number unless `sender` is given."""
    return tuple(
        Outgoing(
            volunteer.key,
            volunteer.number,
            sender or desk.line.main_number,
            part,
            purpose=purpose,
            contact=about.id if about else None,
            caller=about.caller if about else None,
            volunteer=volunteer.id,
            page=page,
        )
        for body in bodies
        for part in gsm7.split(body)
    )


def to_peer(
    desk: Desk,
    peer: Volunteer,
    contact: Contact,
    *bodies: str,
    number: PhoneNumber | None = None,
    purpose: Purpose = Purpose.NOTICE,
) -> Texts:
    """Tell the peer of a talk something, on the number that the talk runs on."""
    return to_volunteer(
        desk, peer, *bodies, about=contact, purpose=purpose, sender=number or contact.peer_number
    )


def label(contact: Contact, words: str, *, shared: bool) -> str:
    """A caller's words for a peer; they name the person when another talk runs on the same number."""
    return f"{contact.alias} ({contact.code}): {words}" if shared else words
