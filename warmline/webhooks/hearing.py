"""What one side of a call should hear, as TwiML."""

from __future__ import annotations

from warmline.flows.desk import Desk
from warmline.routing import hears
from warmline.routing.contact import Contact, Tried
from warmline.routing.leg import Leg, Side
from warmline.telephony import voice
from warmline.telephony.voice import Addresses
from warmline.words import times_aloud
from warmline.words.spoken import TO_PEERS, spoken

CRISIS_RINGS_FOR = 45  # seconds


def now(desk: Desk, leg: Leg, contact: Contact | None) -> str:
    """The document for this moment."""
    return render(desk, leg, contact, hears.heard_by(leg, contact))


def render(desk: Desk, leg: Leg, contact: Contact | None, what: hears.Hears) -> str:
    """The document for `what`."""
    if contact is None or contact.call is None:
        return voice.goodbye(desk.line.language, *_last_words(leg, desk.line.language))
    if leg.side is Side.CALLER:
        return _to_caller(desk, leg, contact, what)
    return _to_others(desk, leg, contact, what)


def _last_words(leg: Leg, language: str) -> tuple[str, ...]:
    if leg.side is Side.CALLER:
        return (spoken(language).goodbye(),)
    return (TO_PEERS.too_late(),) if leg.side is Side.PEER else ()


def _to_caller(desk: Desk, leg: Leg, contact: Contact, what: hears.Hears) -> str:
    words, language, to = spoken(contact.language), contact.language, Addresses(leg.id)
    match what:
        case hears.Hold():
            return voice.hold(to, language)
        case hears.Room(name):
            return voice.room(
                name,
                language=language,
                words=[words.joining()],
                star=False,
                events=f"/webhooks/voice/room/{contact.id}",
                to=to,
            )
        case hears.CrisisLine():
            return _crisis(desk, leg, contact)
        case hears.AskRungBack():
            return voice.ask(language, [words.rung_back()], action=to.to("press"), times=2)
        case hears.WillRingBack():
            return voice.goodbye(language, words.will_ring_back())
        case hears.Nothing():
            return voice.goodbye(language)
        case _:
            return voice.goodbye(language, words.goodbye())


def _crisis(desk: Desk, leg: Leg, contact: Contact) -> str:
    words, to = spoken(contact.language), Addresses(leg.id)
    number = desk.line.crisis_number()
    if number is None:
        aloud = desk.line.crisis_aloud(contact.language)
        return voice.say_then(contact.language, [words.crisis_number(aloud)], to.to("over"))
    return voice.put_through(
        contact.language,
        [words.putting_through()],
        number=number.e164,
        sender=contact.line_number.e164,
        rings_for=CRISIS_RINGS_FOR,
        to=to,
    )


def _to_others(desk: Desk, leg: Leg, contact: Contact, what: hears.Hears) -> str:
    to = Addresses(leg.id)
    match what:
        case hears.Whisper():
            again = leg.volunteer and contact.tried.get(leg.volunteer) is Tried.DROPPED
            waited = times_aloud.length(desk.clock.now() - contact.since)
            whispered = (
                TO_PEERS.rung_back(desk.line.name, contact.alias)
                if again
                else TO_PEERS.whisper(desk.line.name, contact.alias, waited)
            )
            return voice.ask("en", [whispered], action=to.to("press"), times=2)
        case hears.Room(name, star):
            ringing = contact.call and contact.call.stage.value == "ringing"
            said = TO_PEERS.ringing_them if ringing else TO_PEERS.together
            return voice.room(
                name,
                language="en",
                words=[said(contact.alias)] if leg.side is Side.PEER else [],
                star=star,
                events=f"/webhooks/voice/room/{contact.id}",
                to=to,
            )
        case hears.TooLate():
            return voice.goodbye("en", TO_PEERS.too_late())
        case hears.CallerGone():
            return voice.goodbye("en", TO_PEERS.caller_gone())
        case hears.TalkOver():
            return voice.goodbye("en", TO_PEERS.talk_over())
        case _:
            return voice.goodbye("en")
