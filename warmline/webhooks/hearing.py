"""What one side of a call should hear, as TwiML."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from warmline.flows.calls import holding, playing
from warmline.flows.desk import Desk
from warmline.routing import hears
from warmline.routing.call import CRISIS_LINE, PEER, Call, Stage
from warmline.routing.care import AT_RISK
from warmline.routing.contact import Contact, Ended, Tried
from warmline.routing.leg import Leg, Side
from warmline.routing.listening import is_listener
from warmline.telephony import voice
from warmline.telephony.voice import Addresses
from warmline.volunteers.commands import USUAL_PAUSE
from warmline.webhooks import outside, phoning, to_coordinators
from warmline.words import messages_en, spoken_coordinators, spoken_menu, times_aloud
from warmline.words.choices_aloud import choices_aloud
from warmline.words.spoken import TO_PEERS, spoken
from warmline.words.talk_aloud import talk

CRISIS_RINGS_FOR = 45  # seconds
JUST_NOW = timedelta(seconds=20)


def now(desk: Desk, leg: Leg, contact: Contact | None) -> str:
    """The document for this moment."""
    if playing.may_hear(desk, leg):
        return _to_play(desk, leg)
    if phoning.is_within(leg, contact):
        return phoning.document(desk, leg, contact)
    if leg.side is Side.COORDINATOR and not is_listener(leg):
        return to_coordinators.document(desk, leg)
    return render(desk, leg, contact, hears.heard_by(leg, contact))


def _to_play(desk: Desk, leg: Leg) -> str:
    _, waiting = playing.next_message(desk)
    said = [messages_en.ask(desk.line.name, waiting)]
    return voice.ask("en", said, action=Addresses(leg.id).to("play"), times=2)


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
            return voice.hold(to, language, *_why_they_wait(desk, contact))
        case hears.Room(name):
            return voice.room(
                name,
                language=language,
                words=[words.joining()],
                star=False,
                events=Addresses.of_room(contact.id),
                to=to,
            )
        case hears.CrisisLine() | hears.Outside():
            return outside.document(desk, leg, contact, what)
        case hears.AskRungBack():
            return voice.ask(language, [words.rung_back()], action=to.to("press"), times=2)
        case hears.WillRingBack():
            return voice.goodbye(language, _will_ring(desk, contact))
        case hears.TalkOver(Ended.UNANSWERED):
            aloud = desk.line.crisis_aloud(language, contact.country)
            choices = choices_aloud(language)
            return voice.goodbye(language, choices.nobody_at_all(_opening(desk, language), aloud))
        case hears.WillText() | hears.TalkOver(Ended.MOVED_TO_TEXT):
            return voice.goodbye(language, choices_aloud(language).will_text())
        case hears.LeaveMessage():
            said = [choices_aloud(language).ask_consent()]
            return voice.ask(
                language, said, action=to.to("consent"), times=2, then=to.to("consent")
            )
        case hears.Speak():
            return voice.record(language, [choices_aloud(language).speak()], to)
        case hears.TalkOver(Ended.MESSAGE_LEFT):
            return voice.goodbye(language, choices_aloud(language).message_left())
        case hears.Nothing():
            return voice.goodbye(language)
        case hears.TalkOver(Ended.BY_PEER):
            return voice.goodbye(language, talk(language).ended_by_peer())
        case hears.TalkOver(Ended.ABUSE):
            aloud = desk.line.crisis_aloud(language, contact.country)
            return voice.goodbye(language, talk(language).ended_for_now(aloud))
        case _:
            return voice.goodbye(language, words.goodbye())


def _why_they_wait(desk: Desk, contact: Contact) -> tuple[str, ...]:
    """What has just happened to a talk, said once, on the way back into the line."""
    call, language = contact.call, contact.language
    if call is None or call.since is None or desk.clock.now() - call.since > JUST_NOW:
        return ()
    if call.lost == PEER:
        return (talk(language).peer_dropped(),)
    if call.lost == CRISIS_LINE:
        return (talk(language).crisis_line_gone(desk.line.crisis_aloud(language, contact.country)),)
    return ()


def _will_ring(desk: Desk, contact: Contact) -> str:
    """Where nobody could be reached, it was not their wish alone: when a peer is due is said too."""
    language, call = contact.language, contact.call
    if call and call.nobody_since:
        return choices_aloud(language).will_ring_back_later(_opening(desk, language))
    return spoken(language).will_ring_back()


def _opening(desk: Desk, language: str) -> str | None:
    return holding.opening_aloud(desk, language, desk.clock.now())


def _to_others(desk: Desk, leg: Leg, contact: Contact, what: hears.Hears) -> str:
    to = Addresses(leg.id)
    match what:
        case hears.Whisper():
            again = leg.volunteer and contact.tried.get(leg.volunteer) is Tried.DROPPED
            waited = times_aloud.about(desk.clock.now() - contact.since)
            whispered = (
                TO_PEERS.rung_back(desk.line.name, contact.alias)
                if again
                else TO_PEERS.whisper(desk.line.name, contact.alias, waited)
            )
            return voice.ask("en", [whispered], action=to.to("press"), times=2)
        case hears.AskToListen():
            asked = spoken_coordinators.ask_to_listen(desk.line.name, contact.alias)
            return voice.ask("en", [asked], action=to.to("press"), times=2)
        case hears.Room(muted=True):
            words = [spoken_coordinators.listening(contact.alias)]
            return room_again(leg, contact, contact.call, words=words)
        case hears.Room():
            ringing = contact.call and contact.call.stage is Stage.RINGING
            said = TO_PEERS.ringing_them if ringing else TO_PEERS.together
            known = contact.care.known.rank >= AT_RISK.rank
            note = f" {TO_PEERS.may_be_at_risk()}" if known else ""
            words = [said(contact.alias) + note] if leg.side is Side.PEER else []
            return room_again(leg, contact, contact.call, words=words)
        case hears.Nothing() if is_listener(leg):
            return voice.goodbye("en", spoken_coordinators.nothing_to_hear())
        case hears.TooLate():
            return voice.goodbye("en", TO_PEERS.too_late())
        case hears.CallerGone():
            return voice.goodbye("en", TO_PEERS.caller_gone())
        case hears.Parted() | hears.TalkOver(Ended.HANDED_OVER):
            return voice.goodbye("en", spoken_menu.left(contact.alias))
        case hears.TalkOver(Ended.BY_PEER):
            return voice.goodbye("en", spoken_menu.ended_kindly(contact.alias))
        case hears.TalkOver(Ended.ABUSE):
            return voice.goodbye("en", spoken_menu.ended_for_abuse(USUAL_PAUSE))
        case hears.TalkOver():
            return voice.goodbye("en", TO_PEERS.talk_over())
        case _:
            return voice.goodbye("en")


def room_again(leg: Leg, contact: Contact, call: Call | None, *, words: Sequence[str]) -> str:
    """Into the room of this talk, for anyone but the caller, after these words."""
    return voice.room(
        call.room if call else "",
        language="en",
        words=words,
        star=leg.side is Side.PEER,
        muted=is_listener(leg),
        events=Addresses.of_room(contact.id),
        to=Addresses(leg.id),
    )
