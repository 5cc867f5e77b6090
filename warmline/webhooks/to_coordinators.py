"""What a coordinator hears whose phone the line has rung, as TwiML."""

from __future__ import annotations

from warmline.flows.calls import paged
from warmline.flows.desk import Desk
from warmline.routing.leg import Leg
from warmline.telephony import voice
from warmline.telephony.voice import Addresses
from warmline.words import spoken_coordinators as words


def document(desk: Desk, leg: Leg) -> str:
    """Asked to press 1, as long as nobody has it."""
    page = desk.store.pages.get(leg.page) if leg.page else None
    if page is None or page.owner:
        return voice.goodbye("en", words.somebody_has_it())
    said = [words.page(desk.line.name, str(page.reason))]
    return voice.ask("en", said, action=Addresses(leg.id).to("press"), times=2)


def pressed(desk: Desk, leg: Leg, key: str) -> str:
    """The document for their key."""
    match paged.press(desk, leg, key):
        case "yours":
            return voice.goodbye("en", words.yours())
        case "cannot":
            return voice.goodbye("en", words.cannot())
        case "taken":
            return voice.goodbye("en", words.somebody_has_it())
        case _:
            return document(desk, leg)
