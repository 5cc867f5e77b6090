"""One round of waiting, as TwiML."""

from __future__ import annotations

from dataclasses import replace

from warmline.flows.calls import holding, putting_through
from warmline.flows.desk import Desk
from warmline.routing import waiting
from warmline.routing.contact import Contact
from warmline.routing.leg import Leg
from warmline.routing.waiting import Before
from warmline.telephony import voice
from warmline.telephony.voice import Addresses
from warmline.webhooks import choosing
from warmline.webhooks.sounds import CALM
from warmline.words.spoken import spoken

TELL_EVERY = 3  # rounds


def round_of(desk: Desk, leg: Leg, contact: Contact, before: Before, pressed: str = "held") -> str:
    """What a caller who waits hears now. Written is only a place that is told, when it is better."""
    stands = holding.standing(desk, contact)
    known = replace(before, language=contact.language)
    if not stands.is_looked_after:
        return _nobody_looks(desk, leg, contact, known)
    if answer := choosing.said(desk, contact, pressed):
        return document(desk, Addresses(leg.id), answer, known)
    said, following = waiting.next_round(spoken(contact.language), stands, known, pressed)
    if following.place and (not stands.told or following.place < stands.told):
        desk.store.places.tell(contact.id, following.place, now=desk.clock.now())
    return document(desk, Addresses(leg.id), said, following)


def _nobody_looks(desk: Desk, leg: Leg, contact: Contact, before: Before) -> str:
    """No phone will ring for them: the truth, and somebody outside. Where nobody is there either, the crisis line aloud."""
    words = spoken(contact.language)
    tried = contact.call is not None and contact.call.outside_tried
    if not tried and putting_through.put_outside(desk, leg.id) == "outside":
        return voice.leave(contact.language, words.nobody_looks())
    aloud = desk.line.crisis_aloud(contact.language, contact.country)
    said = [] if before.rounds % TELL_EVERY else [words.nobody_looks_and_no_fallback(aloud)]
    return document(desk, Addresses(leg.id), said, replace(before, rounds=before.rounds + 1))


def document(desk: Desk, to: Addresses, said: list[str], following: Before) -> str:
    """The words, as much quiet sound as fits, and the way to the next round. Needs no Redis."""
    room_for_words = voice.ROUND_SECONDS - voice.BREATH
    return voice.wait(
        following.language,
        said,
        sound=f"{desk.public_url}{CALM}",
        times=waiting.sounds(said, plays_for=voice.PLAYS_FOR, most=room_for_words),
        action=to.to("key", following.query()),
        following=to.to("wait", following.query()),
    )
