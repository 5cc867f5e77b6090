"""What a contact by voice needs now, from its state and what became of its legs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from warmline.ids import LegId, VolunteerId
from warmline.routing.call import WAITS, Call, Handoff, Stage
from warmline.routing.contact import Contact, State, Tried
from warmline.routing.leg import Fate, Leg, Side
from warmline.routing.matching import next_rung_at
from warmline.routing.next_step import LOOK_AGAIN, Nothing, TellPatience, Wait

HEAL_AFTER = timedelta(seconds=8)  # whoever should be in the room by then is sent there again


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
class GiveUpRingingBack:
    """They have waited for a ring back for so long that one would come out of nowhere."""


@dataclass(frozen=True, slots=True)
class BringTogether:
    """This leg should be in the room and is not: it is sent there (again)."""

    leg: LegId


CallStep = (
    RangInVain
    | CallerDropped
    | CloseAbandoned
    | CallerLeft
    | PeerDropped
    | CrisisLineLeft
    | CallerNotReached
    | GiveUpRingingBack
    | BringTogether
    | TellPatience
    | Wait
    | Nothing
)

_HOW = {Fate.BUSY: Tried.BUSY, Fate.FAILED: Tried.FAILED, Fate.SPARED: Tried.WITHDRAWN}


def next_call_step(
    contact: Contact, call: Call, legs: Mapping[LegId, Leg], *, now: datetime
) -> CallStep:
    """What to do now besides an offer, which `matching` makes in the order of all places."""
    match contact.state:
        case State.CLOSED:
            return Nothing()
        case State.ACTIVE:
            return _in_a_talk(call, legs, now)
        case State.WAITING | State.OFFERED:
            return _rung(contact, legs, now) or _waiting(contact, call, legs, now)


def legs_of(volunteer: VolunteerId, legs: Mapping[LegId, Leg]) -> Sequence[Leg]:
    """The legs to this volunteer that are not over."""
    return [
        leg
        for leg in legs.values()
        if leg.volunteer == volunteer and leg.side is Side.PEER and not leg.is_over
    ]


def _rung(contact: Contact, legs: Mapping[LegId, Leg], now: datetime) -> RangInVain | None:
    for volunteer, lapses_at in contact.offered.items():
        if not legs_of(volunteer, legs):
            fate = _last_fate(volunteer, legs)
            return RangInVain(volunteer, _HOW.get(fate, Tried.MISSED) if fate else Tried.MISSED)
        if lapses_at <= now:
            return RangInVain(volunteer, Tried.MISSED)
    return None


def _last_fate(volunteer: VolunteerId, legs: Mapping[LegId, Leg]) -> Fate | None:
    """How the last of the legs to this volunteer ended."""
    fates = {
        leg.tried: leg.fate
        for leg in legs.values()
        if leg.volunteer == volunteer and leg.side is Side.PEER and leg.tried
    }
    return fates[max(fates)] if fates else None


def _is_over(leg: LegId | None, legs: Mapping[LegId, Leg]) -> bool:
    """Whether a leg has ended; one that nobody remembers has."""
    return leg is not None and (leg not in legs or legs[leg].is_over)


def _waiting(contact: Contact, call: Call, legs: Mapping[LegId, Leg], now: datetime) -> CallStep:
    since = call.since or contact.opened
    over = _is_over(call.leg, legs)
    match call.stage:
        case Stage.HELD if over:
            return CallerDropped()
        case Stage.DROPPED:
            ends = since + contact.policy.keeps_place
            return CloseAbandoned() if ends <= now else Wait(ends)
        case Stage.CRISIS | Stage.MESSAGE:
            return CallerLeft() if over else Wait(now + LOOK_AGAIN)
        case Stage.RING_BACK:
            gives_up = contact.since + contact.policy.longest_wait
            if gives_up <= now and not contact.offered:
                return GiveUpRingingBack()
        case _:
            pass
    patience_ends = contact.looked_for_since + contact.policy.patience
    if not contact.told_patience and patience_ends <= now:
        return TellPatience()
    moments = [now + LOOK_AGAIN, *contact.offered.values()]
    if not contact.told_patience:
        moments.append(patience_ends)
    if call.rests_until and call.rests_until > now:
        moments.append(call.rests_until)
    if widens := next_rung_at(contact, now):
        moments.append(widens)
    return Wait(min(moments))


def _in_a_talk(call: Call, legs: Mapping[LegId, Leg], now: datetime) -> CallStep:
    if call.stage is Stage.RINGING and _is_over(call.leg, legs):
        return CallerNotReached()
    if _is_over(call.leg, legs):
        return CallerLeft()
    if call.handoff is Handoff.LEFT and _is_over(call.crisis_leg, legs):
        return CrisisLineLeft()
    if call.handoff is not Handoff.LEFT and _is_over(call.peer_leg, legs):
        return PeerDropped()
    for leg in (call.leg, call.peer_leg):
        if leg and (late := _should_be_in_the_room(call, legs.get(leg), now)):
            return late
    return Wait(now + LOOK_AGAIN)


def _should_be_in_the_room(call: Call, leg: Leg | None, now: datetime) -> BringTogether | None:
    if leg is None or call.stage is not Stage.TOGETHER or not leg.answered or leg.joined:
        return None
    if leg.side is not Side.CALLER or leg.order:  # a peer out of the room is in the menu
        return None
    due = (call.since or leg.answered) + HEAL_AFTER
    return BringTogether(leg.id) if due <= now else None


def may_be_taken(call: Call, now: datetime) -> bool:
    """Whether peers may be rung for this caller now."""
    return call.stage in WAITS and (call.rests_until is None or call.rests_until <= now)
