"""What somebody who comes in hears: the greeting, and the choice of a language where there is one."""

from __future__ import annotations

from functools import lru_cache

from warmline.flows.calls import holding, languages
from warmline.flows.calls.arrival import TakenIn
from warmline.flows.desk import Desk
from warmline.ids import LegId
from warmline.routing import hears
from warmline.routing.contact import Contact
from warmline.routing.leg import Leg
from warmline.telephony import voice
from warmline.telephony.voice import Addresses
from warmline.webhooks import choosing, hearing
from warmline.words.spoken import spoken

SOME_LEG = LegId("leg-of-this-call")  # stands in a document for the leg that will hear it


def greeting(desk: Desk, came: TakenIn) -> str | None:
    """The document for a call that has just been taken in; None where nobody knows who that is."""
    if came.word == "ours":
        return voice.reject()
    if came.word == "opened":
        choices = () if came.has_chosen else languages.choices(desk)
        return welcome(desk, came.leg, came.language, choices)
    leg = desk.store.legs.get(came.leg)
    contact = desk.store.contacts.get(leg.contact) if leg and leg.contact else None
    return again(desk, leg, contact, came.word) if leg and contact else None


def again(desk: Desk, leg: Leg, contact: Contact, word: str) -> str:
    """For somebody whom the line knows: their place was kept, or this was told before."""
    words, to = spoken(contact.language), Addresses(leg.id)
    if word == "resumed" and isinstance(hears.heard_by(leg, contact), hears.Hold):
        return voice.welcome(contact.language, [words.welcome_back()], to)
    return hearing.now(desk, leg, contact)


def chosen(desk: Desk, leg: Leg, contact: Contact, key: str) -> str:
    """A key was pressed in the first greeting: another language, or what it does everywhere."""
    if languages.choose(desk, contact, key):
        fresh = desk.store.contacts.get(contact.id) or contact
        return welcome(desk, leg.id, fresh.language, ())
    word = holding.press(desk, leg, key)
    return choosing.out_of_line(desk, leg, desk.store.contacts.get(contact.id) or contact, word)


def welcome(desk: Desk, leg: LegId, language: str, choices: tuple[languages.Choice, ...]) -> str:
    """The first words of a call."""
    listened = desk.line.listening_in
    return _welcome(desk.line.name, language, choices, listened=listened).replace(SOME_LEG, leg)


# the same for every caller but for the leg; to build it takes longer than all else
@lru_cache(maxsize=64)
def _welcome(
    line_name: str, language: str, choices: tuple[languages.Choice, ...], *, listened: bool
) -> str:
    to = Addresses(SOME_LEG)
    said = [(choice.language, spoken(choice.language).choose(choice.key)) for choice in choices]
    words = spoken(language)
    welcomes = words.welcome_listened if listened else words.welcome
    said.append((language, welcomes(line_name)))
    action = to.to("language" if choices else "key")
    return voice.greeting(said, language=language, action=action, to=to)
