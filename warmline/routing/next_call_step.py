"""What a contact by voice needs now, from its state and what became of its legs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from warmline.ids import LegId, VolunteerId
from warmline.routing import handoff, listening, nobody_there
from warmline.routing.call import WAITS, Call, Handoff, Stage
from warmline.routing.call_steps import (
    BringTogether,
    CallerDropped,
    CallerLeft,
    CallerNotReached,
    CallOff,
    CallStep,
    CloseAbandoned,
    CrisisLineLeft,
    GiveUpRingingBack,
    HandoffNews,
    HangUp,
    ListenerGone,
    MessageLeft,
    NotReached,
    PeerDropped,
    RangInVain,
    StartOver,
    TellLength,
)
from warmline.routing.contact import Contact, State, Tried
from warmline.routing.leg import Fate, Leg, Side
from warmline.routing.matching import next_rung_at
from warmline.routing.next_step import LOOK_AGAIN, Nothing, TellPatience, Wait
from warmline.routing.nobody_there import HEARS_CHOICES, Around
from warmline.routing.ringing_back import is_last_try

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
JUST_INTERRUPTED = (
    1  # the rank of whoever lost their peer: before all who wait; a higher one is a matter of risk
)
HEAL_AFTER = timedelta(seconds=8)  # whoever should be in the room by then is sent there again


_HOW = {
    Fate.BUSY: Tried.BUSY,
    Fate.FAILED: Tried.FAILED,
    Fate.SPARED: Tried.WITHDRAWN,  # it was we who ended these two
    Fate.CANCELED: Tried.WITHDRAWN,
}


def next_call_step(
    contact: Contact,
    call: Call,
    legs: Mapping[LegId, Leg],
    *,
    now: datetime,
    around: Around = Around(),  # noqa: B008 - a frozen value
) -> CallStep:
    """What to do now besides an offer, which `matching` makes in the order of all places."""
    if contact.state is State.CLOSED:
        return Nothing()
    if astray := _ringing_for_nobody(contact, call, legs):
        return HangUp(astray)
    if contact.state is State.ACTIVE:
        return _in_a_talk(contact, call, legs, now)
    if call.stage not in WAITS and contact.offered:
        return CallOff()
    return _rung(contact, legs, now) or _waiting(contact, call, legs, around, now)


def _ringing_for_nobody(
    contact: Contact, call: Call, legs: Mapping[LegId, Leg]
) -> tuple[LegId, ...]:
    """Legs that nobody has answered, and that have no part in anything; whoever has answered hears so and goes."""
    parts = {call.leg, call.peer_leg, call.crisis_leg}
    return tuple(
        leg.id
        for leg in legs.values()
        if leg.side in {Side.CALLER, Side.PEER}
        and leg.id not in parts
        and leg.volunteer not in contact.offered
        and not (leg.is_over or leg.answered or leg.order)
    )


def legs_of(volunteer: VolunteerId, legs: Mapping[LegId, Leg]) -> Sequence[Leg]:
    """The legs to this volunteer that are not over."""
    return [
        leg
        for leg in legs.values()
        if leg.volunteer == volunteer and leg.side is Side.PEER and not leg.is_over
    ]


def _rung(contact: Contact, legs: Mapping[LegId, Leg], now: datetime) -> RangInVain | None:
    for volunteer, lapses_at in contact.offered.items():
        ringing = legs_of(volunteer, legs)
        if not ringing:
            fate = _last_fate(volunteer, legs)
            return RangInVain(volunteer, _HOW.get(fate, Tried.MISSED) if fate else Tried.MISSED)
        if _lapses(lapses_at, ringing, contact.policy.ring_for) <= now:
            rang = any(leg.rang for leg in ringing)
            return RangInVain(volunteer, Tried.MISSED if rang else Tried.WITHDRAWN)
    return None


def _lapses(at: datetime, ringing: Sequence[Leg], ring_for: timedelta) -> datetime:
    """When an offer lapses: its time begins as the phone rings, for the provider places one call a second, and others come first.

    Who was never rung has missed nothing.
    """
    if rang := [leg.rang for leg in ringing if leg.rang]:
        return max(at, max(rang) + ring_for)
    return at + ring_for if any(leg.sid for leg in ringing) else at


def _last_fate(volunteer: VolunteerId, legs: Mapping[LegId, Leg]) -> Fate | None:
    """How the last of the legs to this volunteer ended."""
    ended = [leg for leg in legs.values() if leg.volunteer == volunteer and leg.side is Side.PEER]
    return max(ended, key=lambda leg: leg.tried or _NEVER).fate if ended else None


def _is_over(leg: LegId | None, legs: Mapping[LegId, Leg]) -> bool:
    """Whether a leg has ended; one that nobody remembers has."""
    return leg is not None and (leg not in legs or legs[leg].is_over)


def _waiting(
    contact: Contact, call: Call, legs: Mapping[LegId, Leg], around: Around, now: datetime
) -> CallStep:
    if step := _where_they_are(contact, call, over=_is_over(call.leg, legs), now=now):
        return step
    if step := nobody_there.step_for(contact, call, around, now):
        return step
    patience_ends = contact.looked_for_since + contact.policy.patience
    if not contact.told_patience and patience_ends <= now:
        return TellPatience()
    lapse = [
        _lapses(at, legs_of(volunteer, legs), contact.policy.ring_for)
        for volunteer, at in contact.offered.items()
    ]
    moments = [now + LOOK_AGAIN, *lapse]
    if not contact.told_patience:
        moments.append(patience_ends)
    if call.rests_until and call.rests_until > now:
        moments.append(call.rests_until)
    if call.nobody_since and (heard := call.nobody_since + HEARS_CHOICES) > now:
        moments.append(heard)
    if widens := next_rung_at(contact, now):
        moments.append(widens)
    return Wait(min(moments))


def _where_they_are(contact: Contact, call: Call, *, over: bool, now: datetime) -> CallStep | None:
    """What follows from the caller's own side alone; None while they wait for a peer."""
    since = call.since or contact.opened
    if call.message:
        return MessageLeft()
    match call.stage:
        case Stage.DROPPED:
            if call.connected:  # told late that somebody outside had answered
                return CallerLeft()
            ends = since + contact.policy.keeps_place
            return CloseAbandoned() if ends <= now else Wait(ends)
        case Stage.HELD if over or call.leg is None:
            return CallerDropped()
        case Stage.TOGETHER | Stage.RINGING:  # without a peer
            return StartOver()
        case Stage.CRISIS | Stage.OUTSIDE | Stage.MESSAGE | Stage.SPEAKING:
            if over or call.leg is None:
                return CallerLeft() if call.connected else CallerDropped()
            return Wait(now + LOOK_AGAIN)
        case Stage.RING_BACK if is_last_try(call):
            return NotReached()
        case Stage.RING_BACK:
            gives_up = contact.since + contact.policy.longest_wait
            return GiveUpRingingBack() if gives_up <= now and not contact.offered else None
        case _:
            return None


def _in_a_talk(contact: Contact, call: Call, legs: Mapping[LegId, Leg], now: datetime) -> CallStep:
    if call.stage in {Stage.HELD, Stage.RING_BACK, Stage.DROPPED}:
        return StartOver()
    if call.stage is Stage.RINGING:
        return _being_rung_back(contact, call, legs, now)
    if _is_over(call.leg, legs):
        tells = handoff.Event.CALLER_GONE
        return HandoffNews(tells) if call.handoff in handoff.FAILS_ALONE else CallerLeft()
    crisis = legs.get(call.crisis_leg) if call.crisis_leg else None
    if event := handoff.news(call, crisis, now):
        return CrisisLineLeft() if call.handoff is Handoff.LEFT else HandoffNews(event)
    if call.handoff is not Handoff.LEFT and (
        call.peer_leg is None or _is_over(call.peer_leg, legs)
    ):
        tells = handoff.Event.PEER_GONE
        return HandoffNews(tells) if call.handoff in handoff.FAILS_ALONE else PeerDropped()
    moments = [now + LOOK_AGAIN]
    if over := listening.is_over_at(call, legs, now):
        if over <= now:
            return ListenerGone()
        moments.append(over)
    if length := _length_is_told_at(contact, call, legs):
        if length <= now:
            return TellLength()
        moments.append(length)
    if ends := handoff.next_moment(call):
        moments.append(ends)
    caller = legs.get(call.leg) if call.leg else None
    if caller and call.stage is Stage.TOGETHER and _is_on_the_way(caller):
        due = (call.since or now) + HEAL_AFTER
        if due <= now:
            return BringTogether(caller.id)
        moments.append(due)
    return Wait(min(moments))


def _length_is_told_at(contact: Contact, call: Call, legs: Mapping[LegId, Leg]) -> datetime | None:
    """When a peer hears how long the call has been; never where there is risk, nor while they are in the menu."""
    peer = legs.get(call.peer_leg) if call.peer_leg else None
    at_risk = contact.care.at_risk or contact.rank > JUST_INTERRUPTED or call.handoff
    if at_risk or call.told_length or peer is None or not peer.joined:
        return None
    limit = contact.policy.call_minutes
    return contact.began + timedelta(minutes=limit) if limit and contact.began else None


def _being_rung_back(
    contact: Contact, call: Call, legs: Mapping[LegId, Leg], now: datetime
) -> CallStep:
    """The peer is there already, and waits no longer than a phone may ring and be answered."""
    until = (call.since or now) + contact.policy.ring_for
    if _is_over(call.leg, legs) or until <= now:
        return CallerNotReached()
    if call.peer_leg is None or _is_over(call.peer_leg, legs):
        return PeerDropped()
    return Wait(min(now + LOOK_AGAIN, until))


def _is_on_the_way(leg: Leg) -> bool:
    """Whether a caller should be in the room and is not. Of a peer nobody can say: they may be in the menu."""
    return bool(leg.answered and not leg.joined and not leg.order)


def may_be_taken(call: Call, now: datetime) -> bool:
    """Whether peers may be rung for this caller now."""
    return call.stage in WAITS and (call.rests_until is None or call.rests_until <= now)
