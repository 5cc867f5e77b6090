"""What somebody who comes in hears: the greeting, and the choice of a language where there is one."""

from __future__ import annotations

from warmline.flows.calls import holding, languages
from warmline.flows.desk import Desk
from warmline.routing import hears
from warmline.routing.contact import Contact
from warmline.routing.leg import Leg
from warmline.telephony import voice
from warmline.telephony.voice import Addresses
from warmline.webhooks import choosing, hearing
from warmline.words.spoken import spoken


def greeting(desk: Desk, leg: Leg, contact: Contact, word: str) -> str:
    """The document for a call that has just been taken in; `word` is what `arrival.arrive` gave."""
    words, to = spoken(contact.language), Addresses(leg.id)
    match word:
        case "ours":
            return voice.reject()
        case "opened":
            return welcome(desk, leg, contact, languages.to_choose(desk, contact))
        case "resumed" if isinstance(hears.heard_by(leg, contact), hears.Hold):
            return voice.welcome(contact.language, [words.welcome_back()], to)
        case _:
            return hearing.now(desk, leg, contact)


def chosen(desk: Desk, leg: Leg, contact: Contact, key: str) -> str:
    """A key was pressed in the first greeting: another language, or what it does everywhere."""
    if languages.choose(desk, contact, key):
        fresh = desk.store.contacts.get(contact.id) or contact
        return welcome(desk, leg, fresh, ())
    word = holding.press(desk, leg, key)
    return choosing.out_of_line(desk, leg, desk.store.contacts.get(contact.id) or contact, word)


def welcome(desk: Desk, leg: Leg, contact: Contact, choices: tuple[languages.Choice, ...]) -> str:
    to, language = Addresses(leg.id), contact.language
    said = [(choice.language, spoken(choice.language).choose(choice.key)) for choice in choices]
    said.append((language, spoken(language).welcome(desk.line.name)))
    action = to.to("language" if choices else "key")
    return voice.greeting(said, language=language, action=action, to=to)
