"""The warm handoff: every event has an answer in every state, and no answer leaves somebody alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.routing.people import MAIN, NOW
from warmline.ids import CallSid, LegId
from warmline.routing.call import Call, Handoff, Stage
from warmline.routing.handoff import (
    CHANGES_NOTHING,
    DECISIONS,
    Decision,
    Do,
    Event,
    decide,
    news,
    next_moment,
)
from warmline.routing.leg import Fate, Leg, LegState, Side, Tell

STATES = [None, *Handoff]
MOVES = [
    pytest.param(state, event, decision, id=f"{state}-{event}")
    for state, events in DECISIONS.items()
    for event, decision in events.items()
]
CRISIS = LegId("gcrisis")
SECOND = timedelta(seconds=1)


def a_call(handoff: Handoff | None, *, since: timedelta = timedelta()) -> Call:
    return Call(
        Stage.TOGETHER, "r1", LegId("ia"), LegId("gp"), CRISIS, handoff, handoff_since=NOW - since
    )


def a_leg(**about: Any) -> Leg:
    leg = Leg(CRISIS, Side.CRISIS_LINE, LegState.PLACED, MAIN, sid=CallSid("CA" + "0" * 32))
    return replace(leg, **about)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("event", Event)
def test_every_event_is_decided_in_every_state(state: Handoff | None, event: Event) -> None:
    moves, changes_nothing = event in DECISIONS[state], event in CHANGES_NOTHING[state]
    assert moves != changes_nothing
    assert (decide(state, event) is not None) == moves


@pytest.mark.parametrize(("state", "event", "decision"), MOVES)
def test_the_crisis_line_is_dialled_only_with_consent_or_by_two_people(
    state: Handoff | None, event: Event, decision: Decision
) -> None:
    if Do.DIAL in decision.does or decision.to is Handoff.RINGING:
        assert (state, event) in {
            (Handoff.OFFERED, Event.AGREED),  # the person
            (Handoff.ASKED, Event.AGREED),  # the person, meanwhile
            (Handoff.ASKED, Event.ALLOWED),  # the peer, then a coordinator
        }


@pytest.mark.parametrize(("state", "event", "decision"), MOVES)
def test_whatever_goes_wrong_gives_the_number_and_asks_a_coordinator(
    state: Handoff | None, event: Event, decision: Decision
) -> None:
    chosen = {Event.LET_GO, Event.LEAVE, Event.NOT_NOW, Event.AGREED, Event.ALLOWED}
    if state in {None, Handoff.OFFERED} and event is not Event.NO_NUMBER:
        return
    went_wrong = event not in {*chosen, Event.JOINED} and decision.to != state
    if state is Handoff.LEFT and event is Event.CALLER_GONE:
        went_wrong = False  # they hung up after talking with the crisis line: it went well
    assert went_wrong == ({Do.TEXT_NUMBER, Do.PAGE} <= set(decision.does))


@pytest.mark.parametrize(("state", "event", "decision"), MOVES)
def test_no_leg_of_the_crisis_line_is_left_ringing_or_alone(
    state: Handoff | None, event: Event, decision: Decision
) -> None:
    there = state in {Handoff.RINGING, Handoff.THREE, Handoff.LEFT} and event is not Event.LINE_OVER
    if there and decision.to is None:
        assert Do.HANG_UP in decision.does


@pytest.mark.parametrize(("state", "event", "decision"), MOVES)
def test_a_peer_is_freed_only_when_the_crisis_line_is_there(
    state: Handoff | None, event: Event, decision: Decision
) -> None:
    assert (Do.FREE_PEER in decision.does) == (decision.to is Handoff.LEFT)
    if decision.to is Handoff.LEFT:
        assert state is Handoff.THREE
        assert event in {Event.LEAVE, Event.PEER_GONE}


def test_a_peer_who_drops_does_not_tear_anybody_from_the_crisis_line() -> None:
    decision = decide(Handoff.THREE, Event.PEER_GONE)
    assert decision
    assert Do.HANG_UP not in decision.does


def test_whoever_is_left_with_the_crisis_line_and_loses_it_is_held_first_of_all() -> None:
    decision = decide(Handoff.LEFT, Event.LINE_OVER)
    assert decision
    assert Do.HOLD_FIRST in decision.does


@pytest.mark.parametrize("fate", Fate)
def test_a_leg_that_ended_in_any_way_is_news(fate: Fate) -> None:
    over = a_leg(state=LegState.OVER, fate=fate)
    for state in (Handoff.RINGING, Handoff.THREE, Handoff.LEFT):
        assert news(a_call(state), over, NOW) is Event.LINE_OVER


def test_a_leg_that_nobody_remembers_is_over() -> None:
    for state in (Handoff.RINGING, Handoff.THREE, Handoff.LEFT):
        assert news(a_call(state), None, NOW) is Event.LINE_OVER


def test_it_may_ring_for_90_seconds() -> None:
    ringing = a_call(Handoff.RINGING, since=89 * SECOND)
    assert news(ringing, a_leg(), NOW) is None
    assert news(ringing, a_leg(), NOW + SECOND) is Event.TOO_LONG
    assert next_moment(ringing) == NOW + SECOND


def test_whoever_picked_up_in_time_has_joined_however_long_it_rang() -> None:
    assert (
        news(a_call(Handoff.RINGING, since=99 * SECOND), a_leg(answered=NOW), NOW) is Event.JOINED
    )


def test_the_peer_is_asked_once_whether_somebody_has_come_to_the_phone() -> None:
    three = a_call(Handoff.THREE, since=90 * SECOND)
    there = a_leg(answered=NOW)
    assert news(three, there, NOW) is Event.TOO_LONG
    asked = decide(Handoff.THREE, Event.TOO_LONG)
    assert asked == Decision(Handoff.THREE, tells=Tell.NOBODY_THERE)
    assert news(replace(three, handoff_since=None), there, NOW + 600 * SECOND) is None


def test_a_peer_hears_again_and_again_that_no_coordinator_has_answered() -> None:
    asked = a_call(Handoff.ASKED, since=120 * SECOND)
    assert news(asked, None, NOW) is Event.TOO_LONG
    decision = decide(Handoff.ASKED, Event.TOO_LONG)
    assert decision
    assert (decision.to, decision.again) == (Handoff.ASKED, True)


def test_while_the_peer_asks_them_there_is_no_hurry() -> None:
    assert news(a_call(Handoff.OFFERED, since=999 * SECOND), None, NOW) is None
    assert next_moment(a_call(Handoff.OFFERED)) is None
    assert next_moment(a_call(None)) is None
