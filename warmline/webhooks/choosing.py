"""What a caller hears in answer to a key, where it is more than the next round of waiting."""

from __future__ import annotations

from warmline.flows.calls import crisis
from warmline.flows.desk import Desk
from warmline.routing.contact import Contact
from warmline.routing.leg import Leg
from warmline.telephony import voice
from warmline.telephony.voice import Addresses
from warmline.webhooks import hearing
from warmline.words.choices_aloud import choices_aloud


def said(desk: Desk, contact: Contact, word: str) -> list[str]:
    """The answer to what `holding.press` gave; nothing where the round itself says it."""
    choices = choices_aloud(contact.language)
    match word:
        case "crisis_aloud":
            aloud = desk.line.crisis_aloud(contact.language, contact.country)
            return [choices.crisis_number(aloud, texted=crisis.was_texted(desk, contact))]
        case "cannot_text":
            return [choices.cannot_text()]
        case _:
            return []


def out_of_line(desk: Desk, leg: Leg, contact: Contact, word: str) -> str:
    """The document for a key that was pressed before the line, as in the greeting."""
    if answer := said(desk, contact, word):
        return voice.say_then(contact.language, answer, Addresses(leg.id).to("now"))
    return hearing.now(desk, leg, contact)


def rung_back(desk: Desk, leg: Leg, contact: Contact, word: str) -> str:
    """The document for somebody who was rung back and pressed a key."""
    if word == "not_now":
        return voice.goodbye(contact.language, choices_aloud(contact.language).not_now())
    fresh = desk.store.contacts.get(contact.id) or contact
    if answer := said(desk, fresh, word):  # they are asked again afterwards
        return voice.say_then(contact.language, answer, Addresses(leg.id).to("now"))
    return hearing.now(desk, leg, fresh)
