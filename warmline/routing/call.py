"""The call of a contact: where the caller is at this moment, and what is still owed to them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from warmline.ids import LegId, VolunteerId


class Stage(StrEnum):
    """Where the caller is."""

    HELD = "held"  # on the line, waiting
    DROPPED = "dropped"  # hung up while waiting; whoever rings again soon keeps the place
    RING_BACK = "ring_back"  # at home; rung when a peer has taken them
    RINGING = "ringing"  # being rung back
    TOGETHER = "together"  # in the room with a peer, or on the way there
    CRISIS = "crisis"  # put through to the crisis line, at their wish
    OUTSIDE = "outside"  # put through to the fallback number: nobody of ours could come
    MESSAGE = "message"  # asked whether they agree to be recorded
    SPEAKING = "speaking"  # being recorded, with their consent
    BY_TEXT = "by_text"  # goes on by text, at their wish


CALLER = "caller"  # said yes, as the peer tells
PEER, CRISIS_LINE = "peer", "crisis_line"
WAITS = frozenset({Stage.HELD, Stage.RING_BACK})  # peers are asked for whoever is here


class Handoff(StrEnum):
    """How far the crisis line has been brought in."""

    OFFERED = "offered"  # the peer asks them
    ASKED = "asked"  # without consent: a coordinator is asked whether it may be dialled
    RINGING = "ringing"
    THREE = "three"  # all three talk
    LEFT = "left"  # the peer has gone, and the caller talks to the crisis line


DIALLED = frozenset({Handoff.RINGING, Handoff.THREE, Handoff.LEFT})


class Listening(StrEnum):
    """How far a coordinator is who listens to the talk."""

    TELLING = "telling"  # the peer is told; no phone rings yet
    RINGING = "ringing"  # the peer has heard it, and the coordinator's phone rings
    THERE = "there"


@dataclass(frozen=True, slots=True)
class Call:
    """Facts, as they were read at one moment."""

    stage: Stage
    room: str  # the conference's name: random, for names are seen by the whole account
    leg: LegId | None = None  # the caller's side
    peer_leg: LegId | None = None
    crisis_leg: LegId | None = None
    handoff: Handoff | None = None
    handoff_since: datetime | None = None  # when that began; None when its time runs no more
    handoffs: int = 0  # how often it was begun
    consent: str = (
        ""  # who wants the crisis line to join: CALLER, or the coordinator who allowed it
    )
    lost: str = ""  # whose call broke off, so that they wait again: PEER or CRISIS_LINE
    told_length: bool = False  # the peer has heard how long the call has been
    since: datetime | None = None  # when this stage began
    rests_until: datetime | None = (
        None  # before that nobody is asked for them: a ring back is due later
    )
    rung_back: int = 0  # how often they were rung back in vain
    asked_back: datetime | None = None  # when they asked to be rung back
    connected: Stage | None = None  # CRISIS or OUTSIDE, once somebody there has answered
    nobody_since: datetime | None = (
        None  # when there was nobody for them, and they heard what they can choose
    )
    outside_tried: bool = False  # the fallback number was dialled for them, in vain
    texted: bool = False  # the crisis line's number was sent to them
    message: str = ""  # the message that they left
    listening: Listening | None = None
    listener: LegId | None = None  # of the coordinator who listens, heard by nobody
    listened_by: VolunteerId | None = None
    listening_since: datetime | None = None
    # to whom they wrote before they phoned each other; with this peer they go on by text when the call is over
    texts_with: VolunteerId | None = None

    def moved(self, stage: Stage | None = None, *, since: datetime) -> Call:
        """The same call at another stage, or the same stage begun anew."""
        return replace(self, stage=stage or self.stage, since=since)
