"""What a call needs in which two talk, or the crisis line comes in; and that no open call is ever without a next moment."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import datetime

import pytest

from tests.routing.calling import (
    ADA,
    CALLER,
    CRISIS,
    HERE,
    JOINED,
    LATER,
    PEER,
    WITH_PEER,
    a_call,
    a_caller,
    a_leg,
    a_talk,
    after,
    on_the_line,
    over,
    rings,
    step,
    together,
)
from tests.routing.people import NOW
from warmline.routing.call import Call, Handoff, Stage
from warmline.routing.call_steps import (
    BringTogether,
    CallerLeft,
    CallerNotReached,
    CallStep,
    CrisisLineLeft,
    HandoffNews,
    PeerDropped,
    StartOver,
    TellLength,
)
from warmline.routing.care import Care
from warmline.routing.contact import Contact, State
from warmline.routing.handoff import Event
from warmline.routing.leg import Leg, LegState, Side
from warmline.routing.next_call_step import HEAL_AFTER
from warmline.routing.next_step import LOOK_AGAIN, Nothing, Wait
from warmline.routing.policy import Policy
from warmline.safety.reading import Band

# --- two people talk


def test_two_who_talk_are_left_in_peace() -> None:
    assert step(a_talk(), JOINED, WITH_PEER, at=500) == Wait(after(530))


@pytest.mark.parametrize(
    ("caller", "peer", "then"),
    [
        (over(), WITH_PEER, CallerLeft()),
        (over(), over(PEER, Side.PEER), CallerLeft()),
        (None, WITH_PEER, CallerLeft()),
        (JOINED, over(PEER, Side.PEER), PeerDropped()),
        (JOINED, None, PeerDropped()),
    ],
)
def test_when_one_side_goes_the_other_is_seen_to(
    caller: Leg | None, peer: Leg | None, then: CallStep
) -> None:
    assert step(a_talk(), *[leg for leg in (caller, peer) if leg]) == then


def test_a_caller_in_a_talk_without_a_peer_s_leg_is_not_left_alone() -> None:
    assert step(a_talk(together(peer_leg=None)), JOINED) == PeerDropped()
    assert step(a_talk(together(leg=None)), WITH_PEER) == Wait(LATER)  # the peer's end is seen


@pytest.mark.parametrize("stage", [Stage.HELD, Stage.RING_BACK, Stage.DROPPED])
def test_a_peer_of_somebody_who_is_in_no_room_is_given_back(stage: Stage) -> None:
    assert step(a_talk(a_call(stage, peer_leg=PEER)), HERE, WITH_PEER) == StartOver()


def test_a_caller_who_does_not_come_into_the_room_is_sent_there_again() -> None:
    due = HEAL_AFTER.total_seconds()
    contact = a_talk()
    assert step(contact, HERE, WITH_PEER) == Wait(after(due))
    assert step(contact, HERE, WITH_PEER, at=due) == BringTogether(CALLER)
    late = a_talk(together(since=None))
    assert step(late, HERE, WITH_PEER, at=due) == Wait(after(2 * due))
    for fine in (JOINED, on_the_line(order="now"), on_the_line(answered=None)):
        assert step(contact, fine, WITH_PEER, at=due) == Wait(after(due + 30))
    in_the_menu = rings(answered=NOW)
    assert step(contact, JOINED, in_the_menu, at=due) == Wait(after(due + 30))


def test_whoever_is_rung_back_has_as_long_as_a_phone_may_ring() -> None:
    ringing = a_talk(a_call(Stage.RINGING, peer_leg=PEER))
    back = a_leg(CALLER, Side.CALLER)
    ends = Policy().ring_for.total_seconds()
    assert step(ringing, back, WITH_PEER) == Wait(LATER)
    assert step(ringing, back, WITH_PEER, at=ends - 1) == Wait(after(ends))
    assert step(ringing, back, WITH_PEER, at=ends) == CallerNotReached()
    assert step(ringing, over(), WITH_PEER) == CallerNotReached()
    assert step(ringing, back, over(PEER, Side.PEER)) == PeerDropped()
    assert step(a_talk(a_call(Stage.RINGING)), back) == PeerDropped()
    since_when = a_talk(a_call(Stage.RINGING, peer_leg=PEER, since=None))
    assert step(since_when, back, WITH_PEER) == Wait(LATER)


def test_a_peer_hears_once_how_long_a_call_has_been_but_not_where_there_is_risk() -> None:
    policy = Policy(call_minutes=30)
    contact, at = a_talk(policy=policy), 30 * 60
    legs = (JOINED, WITH_PEER)
    assert step(contact, *legs, at=at - 5) == Wait(after(at))
    assert step(contact, *legs, at=at) == TellLength()
    for quiet in (
        a_talk(together(told_length=True), policy=policy),
        replace(contact, began=None),
        replace(contact, policy=Policy(call_minutes=0)),
        replace(contact, care=Care(band=Band.HIGH)),
        replace(contact, rank=2),
    ):
        assert step(quiet, *legs, at=at) == Wait(after(at + 30))
    assert step(contact, JOINED, rings(answered=NOW), at=at) == Wait(after(at + 30))
    assert step(replace(contact, rank=1), *legs, at=at) == TellLength()


# --- the crisis line is brought in


def handing_over(how: Handoff, since: datetime | None = NOW) -> Contact:
    return a_talk(together(handoff=how, handoff_since=since, crisis_leg=CRISIS))


LINE = a_leg(CRISIS, Side.CRISIS_LINE, answered=NOW, joined=NOW)
LINE_GONE = over(CRISIS, Side.CRISIS_LINE)


@pytest.mark.parametrize("how", [Handoff.ASKED, Handoff.RINGING, Handoff.THREE])
def test_a_side_that_goes_during_a_handoff_is_told_to_the_handoff_first(how: Handoff) -> None:
    line = replace(LINE, answered=None, joined=None) if how is Handoff.RINGING else LINE
    contact = handing_over(how)
    assert step(contact, over(), WITH_PEER, line) == HandoffNews(Event.CALLER_GONE)
    assert step(contact, JOINED, over(PEER, Side.PEER), line) == HandoffNews(Event.PEER_GONE)


def test_what_becomes_of_the_crisis_line_s_leg_is_told_to_the_handoff() -> None:
    legs = (JOINED, WITH_PEER)
    assert step(handing_over(Handoff.RINGING), *legs, LINE) == HandoffNews(Event.JOINED)
    assert step(handing_over(Handoff.THREE), *legs, LINE_GONE) == HandoffNews(Event.LINE_OVER)
    left = handing_over(Handoff.LEFT, None)
    assert step(left, JOINED, over(PEER, Side.PEER), LINE) == Wait(LATER)
    assert step(left, JOINED, over(PEER, Side.PEER), LINE_GONE) == CrisisLineLeft()
    assert step(left, over(), LINE) == CallerLeft()
    assert step(handing_over(Handoff.OFFERED, None), JOINED, over(PEER, Side.PEER)) == PeerDropped()


def test_a_handoff_that_takes_too_long_has_its_moment() -> None:
    ringing = handing_over(Handoff.RINGING)
    unanswered = a_leg(CRISIS, Side.CRISIS_LINE)
    said = step(ringing, JOINED, WITH_PEER, unanswered, at=80)
    assert said == Wait(after(90))
    assert step(ringing, JOINED, WITH_PEER, unanswered, at=90) == HandoffNews(Event.TOO_LONG)


# --- whatever its state

CALLERS: tuple[Leg | None, ...] = (
    None,
    a_leg(CALLER, Side.CALLER, LegState.QUEUED),
    a_leg(CALLER, Side.CALLER, LegState.PLACING),
    a_leg(CALLER, Side.CALLER),
    on_the_line(),
    on_the_line(joined=NOW),
    on_the_line(order="now"),
    over(),
)
PEERS: tuple[Leg | None, ...] = (
    None,
    a_leg(PEER, Side.PEER, LegState.QUEUED, volunteer=ADA),
    rings(),
    WITH_PEER,
    over(PEER, Side.PEER, volunteer=ADA),
)
LINES = (None, a_leg(CRISIS, Side.CRISIS_LINE), LINE, LINE_GONE)
STAYS = {Stage.DROPPED, Stage.RING_BACK, Stage.BY_TEXT}  # nobody has to be on the line


def all_calls() -> list[Call]:
    return [
        together(stage=stage, handoff=how, leg=leg, peer_leg=peer, crisis_leg=CRISIS)
        for stage in Stage
        for how in (None, *Handoff)
        for leg in (CALLER, None)
        for peer in (PEER, None)
    ]


@pytest.mark.parametrize("state", State)
def test_every_open_call_has_something_to_do_now_or_a_moment_to_come(state: State) -> None:
    """All states, stages and legs there can be: nobody is in a place in which nothing would ever happen."""
    offered = {ADA: after(20)} if state is State.OFFERED else {}
    checked = 0
    for call, caller, peer, line in itertools.product(all_calls(), CALLERS, PEERS, LINES):
        contact = a_caller(call, state=state, offered=offered, peer=ADA)
        legs = [leg for leg in (caller, peer, line) if leg]
        said = step(contact, *legs, at=9)
        checked += 1
        assert (said == Nothing()) == (state is State.CLOSED)
        if not isinstance(said, Wait):
            continue
        assert after(9) < said.until <= after(120)
        if call.stage is not Stage.DROPPED:
            assert said.until <= after(9) + LOOK_AGAIN
        gone = caller is None or caller.is_over
        if call.leg and gone and call.stage not in STAYS:
            pytest.fail(f"{call.stage} waits for a caller who has gone")
        if state is State.ACTIVE and call.handoff is not Handoff.LEFT:
            assert peer is not None
            assert not peer.is_over
    assert checked == len(all_calls()) * len(CALLERS) * len(PEERS) * len(LINES)
