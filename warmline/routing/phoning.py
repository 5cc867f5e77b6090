"""Two who talk by text phone each other through the line: asked, agreed, rung, together; then the talk goes on by text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from warmline.ids import LegId, VolunteerId
from warmline.routing.call import Call, Handoff, Stage
from warmline.routing.leg import Leg

LOOK_AGAIN = timedelta(seconds=30)
WAITS_FOR_YES = timedelta(minutes=5)
PICKS_UP = timedelta(seconds=30)  # on top of the ringing: to hear the question twice, and press
MARK = "o"  # what the legs of such a call are named by


class Step(StrEnum):
    """How far it has come."""

    ASKED_CALLER = "asked_caller"  # the peer wishes it
    ASKED_PEER = "asked_peer"  # the caller wishes it
    PEER = "peer"  # the peer's phone rings
    CALLER = "caller"  # the peer is there, and the caller's phone rings
    TOGETHER = "together"


ASKS = frozenset({Step.ASKED_CALLER, Step.ASKED_PEER})


class Over(StrEnum):
    """What became of it."""

    NO_ANSWER_YET = "no_answer"  # whoever was asked has not said yes
    PEER_NOT_REACHED = "peer_not_reached"
    CALLER_NOT_REACHED = "caller_not_reached"
    TALKED = "talked"
    CALLED_OFF = "called_off"  # the two are no longer in a talk


@dataclass(frozen=True, slots=True)
class Phoning:
    """A call within a conversation by text."""

    step: Step
    since: datetime
    room: str = ""
    peer_leg: LegId | None = None
    caller_leg: LegId | None = None
    agreed: datetime | None = None  # when the second of the two said yes
    offered: bool = False  # the crisis line's number was sent to the caller, at the peer's key


def they_talk(phoning: Phoning | None) -> bool:
    """Whether the two are on the phone with each other: that ends when one of them hangs up, whatever texts do."""
    return phoning is not None and phoning.step is Step.TOGETHER


def is_part(leg: LegId) -> bool:
    """Whether a leg belongs to such a call."""
    return leg.startswith(MARK)


def as_call(phoning: Phoning, peer: VolunteerId | None, before: Call | None) -> Call:
    """The same two as in any call, for what a call can and this cannot. `before` is a call of theirs that went on by text."""
    return Call(
        Stage.TOGETHER,
        phoning.room,
        leg=phoning.caller_leg,
        peer_leg=phoning.peer_leg,
        handoffs=before.handoffs if before else 0,  # pages are named by it
        told_length=True,  # they were together by text for longer
        since=phoning.since,
        texts_with=peer,
    )


def goes_on_by_text(call: Call | None, peer: VolunteerId | None) -> bool:
    """Whether the two wrote to each other before this call, so that it is not the end of their talk."""
    return (
        call is not None
        and call.stage is Stage.TOGETHER
        and call.handoff is not Handoff.LEFT
        and call.texts_with is not None
        and call.texts_with == peer
    )


def looked_at_by(phoning: Phoning, ring_for: timedelta, now: datetime) -> datetime:
    """When it must have been looked at again, whatever else its conversation waits for."""
    if they_talk(phoning):
        return now + LOOK_AGAIN
    return phoning.since + (WAITS_FOR_YES if phoning.step in ASKS else ring_for + PICKS_UP)


def what_became(
    phoning: Phoning, legs: Mapping[LegId, Leg], ring_for: timedelta, now: datetime
) -> Over | datetime:
    """How it ended, or when to look again."""

    def gone(leg: LegId | None) -> bool:
        return leg is None or leg not in legs or legs[leg].is_over

    until = looked_at_by(phoning, ring_for, now)
    match phoning.step:
        case Step.ASKED_CALLER | Step.ASKED_PEER:
            return Over.NO_ANSWER_YET if until <= now else until
        case Step.PEER:
            missed = gone(phoning.peer_leg) or until <= now
            return Over.PEER_NOT_REACHED if missed else until
        case Step.CALLER:
            if gone(phoning.peer_leg):
                return Over.PEER_NOT_REACHED
            missed = gone(phoning.caller_leg) or until <= now
            return Over.CALLER_NOT_REACHED if missed else until
        case Step.TOGETHER:
            over = gone(phoning.peer_leg) or gone(phoning.caller_leg)
            return Over.TALKED if over else until
