"""A coordinator listens to a call, where the operator allows it: only after the peer has heard that they will."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from warmline.ids import LegId
from warmline.routing.call import DIALLED, Call, Listening, Stage
from warmline.routing.contact import Contact, State
from warmline.routing.leg import Leg, Side
from warmline.volunteers.roster import Volunteer

IS_TOLD_WITHIN = timedelta(minutes=2)  # a peer in the menu hears it when they come back


class Refusal(StrEnum):
    """Why this coordinator cannot listen now."""

    NO_CALL = "no_call"
    CRISIS_LINE = "crisis_line"
    OWN = "own"  # they are in that call themselves
    APART = "apart"  # the two are kept apart
    ENGAGED = "engaged"  # their phone is needed for another call
    ALREADY = "already"
    SOMEBODY = "somebody"  # one listener at a time


def refused(contact: Contact, coordinator: Volunteer, *, apart: bool = False) -> Refusal | None:
    """None if the peer may be told that this coordinator will listen; `apart`: from this caller they are kept."""
    call = contact.call
    if apart:
        return Refusal.APART
    if call and (call.stage is Stage.CRISIS or call.handoff in DIALLED):
        return Refusal.CRISIS_LINE
    if contact.state is not State.ACTIVE or call is None or call.stage is not Stage.TOGETHER:
        return Refusal.NO_CALL
    if call.peer_leg is None:
        return Refusal.NO_CALL
    if contact.peer == coordinator.id:
        return Refusal.OWN
    if call.listening:
        return Refusal.ALREADY if call.listened_by == coordinator.id else Refusal.SOMEBODY
    return Refusal.ENGAGED if coordinator.on_the_phone else None


def begun(call: Call, leg: LegId, coordinator: Volunteer, now: datetime) -> Call:
    """The peer is to be told; no phone rings before they have been."""
    return replace(
        call,
        listening=Listening.TELLING,
        listener=leg,
        listened_by=coordinator.id,
        listening_since=now,
    )


def ended(call: Call) -> Call:
    """Nobody listens."""
    return replace(call, listening=None, listener=None, listened_by=None, listening_since=None)


def is_listener(leg: Leg) -> bool:
    """Whether a leg is that of somebody who listens; a page's, or that of messages, belongs to no contact."""
    return leg.side is Side.COORDINATOR and leg.contact is not None


def may_hear(leg: Leg, contact: Contact) -> Listening | None:
    """How far the listening of this leg is: None where it has no part in the call."""
    call = contact.call
    if call is None or call.listener != leg.id or not is_listener(leg):
        return None
    together = contact.state is State.ACTIVE and call.stage is Stage.TOGETHER and call.peer_leg
    knows = call.listening in {Listening.RINGING, Listening.THERE}
    return call.listening if together and knows and call.handoff not in DIALLED else None


def is_over_at(call: Call, legs: Mapping[LegId, Leg], now: datetime) -> datetime | None:
    """When it is over: now, as their leg is, or once the peer could not be told. None where nobody listens, or goes on to."""
    if call.listening is Listening.TELLING:
        return (call.listening_since or now) + IS_TOLD_WITHIN
    if call.listening is None:
        return None
    leg = legs.get(call.listener) if call.listener else None
    return now if leg is None or leg.is_over else None
