"""What one side of a call should hear now: state is truth, whatever was pressed or lost on the way here."""

from __future__ import annotations

from dataclasses import dataclass

from warmline.routing.call import WAITS, Call, Handoff, Listening, Stage
from warmline.routing.contact import Contact, Ended, State
from warmline.routing.leg import Leg, Side
from warmline.routing.listening import may_hear


@dataclass(frozen=True, slots=True)
class Hold:
    """The caller waits on the line."""


@dataclass(frozen=True, slots=True)
class Room:
    """In the conference of this name; `star`: whether * opens the peer's menu; `muted`: hears, and is not heard."""

    name: str
    star: bool
    muted: bool = False


@dataclass(frozen=True, slots=True)
class Whisper:
    """A peer hears who waits, and presses 1."""


@dataclass(frozen=True, slots=True)
class TooLate:
    """Somebody else was quicker, or the caller has gone."""


@dataclass(frozen=True, slots=True)
class AskToListen:
    """A coordinator picks up, and presses 1 to listen."""


@dataclass(frozen=True, slots=True)
class AskRungBack:
    """Whoever answers is asked to press 1: it may be a machine, or somebody else."""


@dataclass(frozen=True, slots=True)
class CrisisLine:
    """Put through to the crisis line."""


@dataclass(frozen=True, slots=True)
class Outside:
    """Put through to the fallback number: nobody of ours could come."""


@dataclass(frozen=True, slots=True)
class Speak:
    """They agreed to be recorded, and speak after the tone."""


@dataclass(frozen=True, slots=True)
class LeaveMessage:
    """Asked whether they want to leave a message for the team."""


@dataclass(frozen=True, slots=True)
class WillRingBack:
    """The place is kept; we ring."""


@dataclass(frozen=True, slots=True)
class WillText:
    """The place is kept; we text."""


@dataclass(frozen=True, slots=True)
class TalkOver:
    """The talk is over, and this side is still on the line; `how` it ended, if that is known."""

    how: Ended | None


@dataclass(frozen=True, slots=True)
class Parted:
    """The peer has left them with the crisis line."""


@dataclass(frozen=True, slots=True)
class CallerGone:
    """A peer hears that the caller has left, or did not pick up."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """This side has no part in anything any more."""


Hears = (
    Hold
    | Room
    | Whisper
    | TooLate
    | AskToListen
    | AskRungBack
    | CrisisLine
    | Outside
    | LeaveMessage
    | Speak
    | WillRingBack
    | WillText
    | TalkOver
    | Parted
    | CallerGone
    | Nothing
)


def heard_by(leg: Leg, contact: Contact | None) -> Hears:
    """What the provider should play to this leg."""
    if contact is None or contact.call is None:
        return Nothing()
    match leg.side:
        case Side.CALLER:
            return _caller(leg, contact, contact.call)
        case Side.PEER:
            return _peer(leg, contact, contact.call)
        case Side.CRISIS_LINE:
            known = contact.call.crisis_leg == leg.id and contact.is_open
            return Room(contact.call.room, star=False) if known else Nothing()
        case Side.COORDINATOR:
            return _listener(leg, contact, contact.call)


def _caller(leg: Leg, contact: Contact, call: Call) -> Hears:
    if call.leg != leg.id:
        return Nothing()
    if not contact.is_open:
        return TalkOver(contact.ended)
    match call.stage:
        case Stage.HELD:
            return Hold()
        case Stage.TOGETHER if contact.state is State.ACTIVE:
            return Room(call.room, star=False)
        case Stage.RINGING:
            return AskRungBack()
        case Stage.CRISIS:
            return CrisisLine()
        case Stage.OUTSIDE:
            return Outside()
        case Stage.MESSAGE:
            return LeaveMessage()
        case Stage.SPEAKING:
            return Speak()
        case Stage.RING_BACK:
            return WillRingBack()
        case Stage.BY_TEXT:
            return WillText()
        case Stage.TOGETHER | Stage.DROPPED:  # on the line after all
            return Hold()


def _listener(leg: Leg, contact: Contact, call: Call) -> Hears:
    match may_hear(leg, contact):
        case Listening.RINGING:
            return AskToListen()
        case Listening.THERE:
            return Room(call.room, star=False, muted=True)
        case _:
            return Nothing()


def _peer(leg: Leg, contact: Contact, call: Call) -> Hears:
    if call.peer_leg == leg.id:
        if contact.state is State.ACTIVE and call.handoff is not Handoff.LEFT:
            return Room(call.room, star=True)
        if call.handoff is Handoff.LEFT and contact.state is State.ACTIVE:
            return Parted()
        there_was_none = contact.is_open or contact.ended is Ended.NOT_REACHED
        return CallerGone() if there_was_none else TalkOver(contact.ended)
    if leg.volunteer in contact.offered and call.stage in WAITS:
        return Whisper()
    return TooLate()
