"""One round of waiting, as TwiML."""

from __future__ import annotations

from dataclasses import replace

from warmline.flows.calls import holding
from warmline.flows.desk import Desk
from warmline.routing import waiting
from warmline.routing.contact import Contact
from warmline.routing.leg import Leg
from warmline.routing.waiting import Before
from warmline.telephony import voice
from warmline.telephony.voice import Addresses
from warmline.webhooks.sounds import CALM
from warmline.words.spoken import spoken


def round_of(desk: Desk, leg: Leg, contact: Contact, before: Before, pressed: str = "held") -> str:
    """What a caller who waits hears now. Nothing is written for a round."""
    stands = holding.standing(desk, contact)
    known = replace(before, language=contact.language)
    said, following = waiting.next_round(spoken(contact.language), stands, known, pressed)
    return _document(desk, Addresses(leg.id), said, following)


def _document(desk: Desk, to: Addresses, said: list[str], following: Before) -> str:
    room_for_words = voice.ROUND_SECONDS - voice.BREATH
    return voice.wait(
        following.language,
        said,
        sound=f"{desk.public_url}{CALM}",
        times=waiting.sounds(said, plays_for=voice.PLAYS_FOR, most=room_for_words),
        action=to.to("key", following.query()),
        following=to.to("wait", following.query()),
    )
