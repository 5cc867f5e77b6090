"""What the two sides of a call within a conversation hear, as TwiML."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from warmline.flows.calls import phoning_menu, phoning_out
from warmline.flows.desk import Desk
from warmline.routing.contact import Contact, Ended, State
from warmline.routing.leg import Leg, Side
from warmline.routing.phoning import Phoning, Step, is_part
from warmline.telephony import voice
from warmline.telephony.voice import Addresses
from warmline.telephony.voice.menu import menu as menu_document
from warmline.volunteers.commands import USUAL_PAUSE
from warmline.volunteers.shifts import Channel
from warmline.words import phoning_words as words
from warmline.words import spoken_menu
from warmline.words.spoken import spoken
from warmline.words.talk_aloud import talk

TRIES = 5
_BACK: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "back": spoken_menu.back,
        "crisis": words.crisis_offered,
        "asked": words.coordinator_asked,
        "asked_before": words.coordinator_asked_before,
        "nobody": words.no_coordinator,
    }
)


def is_within(leg: Leg, contact: Contact | None) -> bool:
    """Whether a leg belongs to a call within a conversation, or to one that was and is over; not while it is a call like any other."""
    if contact is None or contact.channel is Channel.VOICE:
        return is_part(leg.id) and contact is None
    return is_part(leg.id) or (contact.call is None and leg.side in {Side.CALLER, Side.PEER})


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


def star(desk: Desk, leg: Leg) -> str:
    """The peer's menu; for whoever has no part in the call any more, what is true now."""
    found = phoning_menu.talk_of(desk, leg)
    if found is None:
        return _elsewhere(desk, leg)
    phoning_menu.reassure(desk, *found)
    said, to = [words.menu(found[0].alias)], Addresses(leg.id)
    return menu_document(
        "en", said, action=to.to("menu", f"/{phoning_menu.SHOWN}"), back=to.to("back")
    )


def after_key(desk: Desk, leg: Leg, word: str) -> str:
    """What follows a key in the menu, or none, by what it did: the room again, or the end."""
    found = phoning_menu.talk_of(desk, leg)
    if found is None:
        return _elsewhere(desk, leg)
    return _room(leg, *found, "en", [_BACK.get(word, spoken_menu.back)(found[0].alias)])


def _elsewhere(desk: Desk, leg: Leg) -> str:
    return document(desk, leg, desk.store.contacts.get(leg.contact) if leg.contact else None)


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
        star=leg.side is Side.PEER,
        events=Addresses.of_room(contact.id),
        to=Addresses(leg.id),
    )


def _goodbye(desk: Desk, leg: Leg, contact: Contact | None) -> str:
    if contact is None:
        return voice.goodbye(desk.line.language)
    if leg.side is Side.PEER:
        return voice.goodbye("en", _peer_s_goodbye(contact))
    if contact.ended is Ended.ABUSE:
        aloud = desk.line.crisis_aloud(contact.language, contact.country)
        return voice.goodbye(contact.language, talk(contact.language).ended_for_now(aloud))
    if contact.ended is Ended.BY_PEER:
        return voice.goodbye(contact.language, talk(contact.language).ended_by_peer())
    if not contact.is_open:
        return voice.goodbye(contact.language, spoken(contact.language).goodbye())
    return voice.goodbye(contact.language, words.to_caller(contact.language).goodbye())


def _peer_s_goodbye(contact: Contact) -> str:
    if contact.ended is Ended.ABUSE:
        return spoken_menu.ended_for_abuse(USUAL_PAUSE)
    return words.goodbye(contact.alias) if contact.is_open else words.all_over(contact.alias)
