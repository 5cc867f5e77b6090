"""What the two sides of a call within a conversation hear, as TwiML."""

from __future__ import annotations

from warmline.flows.calls import phoning_out
from warmline.flows.desk import Desk
from warmline.routing.contact import Contact, State
from warmline.routing.leg import Leg, Side
from warmline.routing.phoning import Phoning, Step
from warmline.telephony import voice
from warmline.telephony.voice import Addresses
from warmline.words import phoning_words as words

TRIES = 5


def document(desk: Desk, leg: Leg, contact: Contact | None) -> str:
    """For this moment."""
    phoning = _of(leg, contact)
    if contact is None or phoning is None:
        return _goodbye(desk, leg, contact)
    to = Addresses(leg.id)
    if leg.side is Side.PEER:
        if phoning.step is Step.PEER:
            said = [words.pick_up(desk.line.name, contact.alias)]
            return voice.ask("en", said, action=to.to("press"), times=2)
        rings = [words.ringing(contact.alias)] if phoning.step is Step.CALLER else []
        return _room(leg, contact, phoning, "en", rings)
    theirs = words.to_caller(contact.language)
    if phoning.step is Step.CALLER:
        return voice.ask(contact.language, [theirs.picked_up()], action=to.to("press"), times=2)
    return _room(leg, contact, phoning, contact.language, [theirs.joining()])


def pressed(desk: Desk, leg: Leg, key: str) -> str:
    """The document for a key."""
    contact = None
    for _ in range(TRIES):
        contact = desk.store.contacts.get(leg.contact) if leg.contact else None
        phoning = _of(leg, contact)
        if contact is None or phoning is None or key != "1" or _press(desk, leg, contact, phoning):
            break
    return document(desk, leg, desk.store.contacts.get(contact.id) if contact else None)


def _press(desk: Desk, leg: Leg, contact: Contact, phoning: Phoning) -> bool:
    """Whether it had its effect, or needs none."""
    if leg.side is Side.PEER and phoning.step is Step.PEER:
        return phoning_out.peer_is_there(desk, contact, phoning) == "kept"
    if leg.side is Side.CALLER and phoning.step is Step.CALLER:
        return phoning_out.caller_is_there(desk, contact, phoning) == "kept"
    return True


def _of(leg: Leg, contact: Contact | None) -> Phoning | None:
    """The call that this leg has a part in now."""
    phoning = contact.phoning if contact and contact.state is State.ACTIVE else None
    return phoning if phoning and leg.id in {phoning.peer_leg, phoning.caller_leg} else None


def _room(leg: Leg, contact: Contact, phoning: Phoning, language: str, said: list[str]) -> str:
    return voice.room(
        phoning.room,
        language=language,
        words=said,
        star=False,
        events=f"/webhooks/voice/room/{contact.id}",
        to=Addresses(leg.id),
    )


def _goodbye(desk: Desk, leg: Leg, contact: Contact | None) -> str:
    if contact is None:
        return voice.goodbye(desk.line.language)
    if leg.side is Side.PEER:
        return voice.goodbye("en", words.goodbye(contact.alias))
    return voice.goodbye(contact.language, words.to_caller(contact.language).goodbye())
