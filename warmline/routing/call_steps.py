"""What a contact by voice may need: one value for each step, which `next_call_step` decides and the flows take."""

from __future__ import annotations

from dataclasses import dataclass

from warmline.ids import LegId, VolunteerId
from warmline.routing.contact import Tried
from warmline.routing.handoff import Event
from warmline.routing.next_step import Nothing, TellPatience, Wait
from warmline.routing.nobody_there import NobodyStep


@dataclass(frozen=True, slots=True)
class RangInVain:
    """This volunteer's phone rang, and they did not take it."""

    volunteer: VolunteerId
    how: Tried


@dataclass(frozen=True, slots=True)
class CallerDropped:
    """The caller hung up while waiting: the place is kept for a while."""


@dataclass(frozen=True, slots=True)
class CloseAbandoned:
    """They did not ring again."""


@dataclass(frozen=True, slots=True)
class CallerLeft:
    """The caller hung up in the talk, or after it, or with the crisis line."""


@dataclass(frozen=True, slots=True)
class PeerDropped:
    """The peer's call ended in the middle of the talk."""


@dataclass(frozen=True, slots=True)
class CrisisLineLeft:
    """The crisis line's leg ended while the caller is still there."""


@dataclass(frozen=True, slots=True)
class CallerNotReached:
    """They were rung back and did not take it."""


@dataclass(frozen=True, slots=True)
class NotReached:
    """They were rung back as often as good manners allow."""


@dataclass(frozen=True, slots=True)
class MessageLeft:
    """They have left a message for the team."""


@dataclass(frozen=True, slots=True)
class GiveUpRingingBack:
    """They have waited for a ring back for so long that one would come out of nowhere."""


@dataclass(frozen=True, slots=True)
class BringTogether:
    """This leg should be in the room and is not: it is sent there (again)."""

    leg: LegId


@dataclass(frozen=True, slots=True)
class CallOff:
    """Phones ring for a caller who does not wait any more."""


@dataclass(frozen=True, slots=True)
class HangUp:
    """These phones ring, and nobody is behind it: whoever was asked has passed or gone off, or another took it."""

    legs: tuple[LegId, ...]


@dataclass(frozen=True, slots=True)
class StartOver:
    """Something besides the call changed who is with whom: whoever is still there waits again."""


@dataclass(frozen=True, slots=True)
class HandoffNews:
    """The crisis line has picked up, or gone, or a time has run out."""

    event: Event


@dataclass(frozen=True, slots=True)
class ListenerGone:
    """The coordinator who listened has hung up or did not come, or the peer could not be told."""


@dataclass(frozen=True, slots=True)
class TellLength:
    """The peer hears how long the call has been."""


CallStep = (
    RangInVain
    | CallerDropped
    | CloseAbandoned
    | CallerLeft
    | PeerDropped
    | CrisisLineLeft
    | CallerNotReached
    | NotReached
    | MessageLeft
    | NobodyStep
    | GiveUpRingingBack
    | BringTogether
    | CallOff
    | HangUp
    | StartOver
    | HandoffNews
    | ListenerGone
    | TellLength
    | TellPatience
    | Wait
    | Nothing
)
