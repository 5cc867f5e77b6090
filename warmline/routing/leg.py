"""A leg: one side of a call, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from warmline.ids import CallSid, ContactId, LegId, PageId, VolunteerId
from warmline.phone import PhoneNumber


class Side(StrEnum):
    """Whose phone is at the other end."""

    CALLER = "caller"
    PEER = "peer"
    CRISIS_LINE = "crisis_line"
    COORDINATOR = "coordinator"  # paged, or listening in


class LegState(StrEnum):
    QUEUED = "queued"  # still to be placed
    PLACING = "placing"  # the provider is being asked; nobody knows yet whether it rings
    PLACED = "placed"  # the provider has it
    OVER = "over"


class Fate(StrEnum):
    """How a leg ended, in the provider's words and one of ours."""

    COMPLETED = "completed"
    BUSY = "busy"
    NO_ANSWER = "no-answer"
    FAILED = "failed"
    CANCELED = "canceled"
    SPARED = "spared"  # no longer wanted before it was placed


class Tell(StrEnum):
    """What may be announced to one side of a talk, heard by nobody else."""

    MOMENT = "moment"  # to the caller: the peer is in the menu
    LENGTH = "length"  # to the peer, as all others: how long the call has been
    RINGS = "rings"  # the crisis line is rung, as a coordinator has agreed
    THREE = "three"  # it has picked up
    FAILED = "failed"
    GONE = "gone"
    NO_NUMBER = "no_number"
    NOT_ALLOWED_YET = "not_allowed_yet"
    LISTENS = "listens"  # a coordinator is about to listen
    NOBODY_THERE = "nobody_there"  # has somebody come to the crisis line's phone?


HANG_UP = "hang_up"
NOW = "now"  # ask us again what this side should hear


@dataclass(frozen=True, slots=True)
class Leg:
    """As it was read at one moment."""

    id: LegId
    side: Side
    state: LegState
    sender: PhoneNumber
    # forgotten when it is over; None for a caller whose number is withheld
    to: PhoneNumber | None = None
    contact: ContactId | None = None
    volunteer: VolunteerId | None = None
    page: PageId | None = None
    sid: CallSid | None = None
    rings_for: int = 20  # seconds
    order: str = ""  # HANG_UP or NOW, until the provider has done it
    tell: str = ""  # what is to be announced to it, until that is done
    conference: str = ""  # the provider's name for the one it came into last
    attempts: int = 0
    tried: datetime | None = None
    # when the provider began to ring it; before that it waits its turn there
    rang: datetime | None = None
    answered: datetime | None = None
    joined: datetime | None = None  # came into the room
    pressed: str = ""  # what they pressed when asked whether they take it
    fate: Fate | None = None

    @property
    def is_over(self) -> bool:
        return self.state is LegState.OVER


def inbound_leg(sid: CallSid) -> LegId:
    """The leg of a call that came in: named by the provider, so that whatever tells of it finds it."""
    return LegId(f"i{sid[2:]}")
