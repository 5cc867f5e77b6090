"""The call of a contact: where the caller is at this moment, and what is still owed to them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from warmline.ids import LegId


class Stage(StrEnum):
    """Where the caller is."""

    HELD = "held"  # on the line, waiting
    DROPPED = "dropped"  # hung up while waiting; whoever rings again soon keeps the place
    RING_BACK = "ring_back"  # at home; rung when a peer has taken them
    RINGING = "ringing"  # being rung back
    TOGETHER = "together"  # in the room with a peer, or on the way there
    CRISIS = "crisis"  # put through to the crisis line
    MESSAGE = "message"  # leaving a message for the team


WAITS = frozenset({Stage.HELD, Stage.RING_BACK})  # peers are asked for whoever is here


class Handoff(StrEnum):
    """How far the crisis line has been brought in."""

    RINGING = "ringing"
    THREE = "three"  # all three talk
    LEFT = "left"  # the peer has gone, and the caller talks to the crisis line


@dataclass(frozen=True, slots=True)
class Call:
    """Facts, as they were read at one moment."""

    stage: Stage
    room: str  # the conference's name: random, for names are seen by the whole account
    leg: LegId | None = None  # the caller's side
    peer_leg: LegId | None = None
    crisis_leg: LegId | None = None
    handoff: Handoff | None = None
    since: datetime | None = None  # when this stage began
    rests_until: datetime | None = (
        None  # before that nobody is asked for them: a ring back is due later
    )
    rung_back: int = 0  # how often they were rung back in vain

    def moved(self, stage: Stage | None = None, *, since: datetime) -> Call:
        """The same call at another stage, or the same stage begun anew."""
        return replace(self, stage=stage or self.stage, since=since)
