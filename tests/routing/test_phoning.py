"""What becomes of a call within a conversation, from its legs and the time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from warmline.ids import LegId
from warmline.phone import PhoneNumber
from warmline.routing.leg import Fate, Leg, LegState, Side
from warmline.routing.phoning import (
    LOOK_AGAIN,
    PICKS_UP,
    WAITS_FOR_YES,
    Over,
    Phoning,
    Step,
    what_became,
)

NOW = datetime(2026, 3, 4, 15, tzinfo=UTC)
RINGS = timedelta(seconds=20)
PEER, CALLER = LegId("o1"), LegId("o2")
MAIN = PhoneNumber("+15550100001")


def a_leg(leg: LegId, *, over: bool = False) -> Leg:
    found = Leg(leg, Side.PEER if leg == PEER else Side.CALLER, LegState.PLACED, MAIN)
    return replace(found, state=LegState.OVER, fate=Fate.COMPLETED) if over else found


def became(step: Step, *over: LegId, after: timedelta = timedelta()) -> Over | datetime:
    phoning = Phoning(step, NOW, peer_leg=PEER, caller_leg=CALLER)
    legs = {leg: a_leg(leg, over=leg in over) for leg in (PEER, CALLER)}
    return what_became(phoning, legs, RINGS, NOW + after)


@pytest.mark.parametrize("step", [Step.ASKED_CALLER, Step.ASKED_PEER])
def test_a_question_lapses(step: Step) -> None:
    assert became(step) == NOW + WAITS_FOR_YES
    assert became(step, after=WAITS_FOR_YES) is Over.NO_ANSWER_YET


def test_whoever_does_not_press_in_time_is_not_reached() -> None:
    late = RINGS + PICKS_UP
    assert became(Step.PEER) == NOW + late
    assert became(Step.PEER, after=late) is Over.PEER_NOT_REACHED
    assert became(Step.PEER, PEER) is Over.PEER_NOT_REACHED
    assert became(Step.CALLER, after=late) is Over.CALLER_NOT_REACHED
    assert became(Step.CALLER, CALLER) is Over.CALLER_NOT_REACHED
    assert became(Step.CALLER, PEER) is Over.PEER_NOT_REACHED


def test_together_lasts_until_either_hangs_up() -> None:
    assert became(Step.TOGETHER, after=timedelta(hours=2)) == NOW + timedelta(hours=2) + LOOK_AGAIN
    assert became(Step.TOGETHER, PEER) is Over.TALKED
    assert became(Step.TOGETHER, CALLER) is Over.TALKED
