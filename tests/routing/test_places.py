"""Who is before somebody who waits: everyone who may yet be answered first, and nobody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from warmline.ids import MessageId
from warmline.routing.call import Call, Stage
from warmline.routing.places import may_come_first
from warmline.routing.policy import Policy

NOW = datetime(2026, 3, 4, 15, tzinfo=UTC)
POLICY = Policy()
STAYS = {Stage.HELD, Stage.MESSAGE, Stage.SPEAKING, Stage.TOGETHER, Stage.RINGING}


def comes(call: Call, *, after: timedelta = timedelta()) -> bool:
    return may_come_first(call, POLICY, NOW + after)


def at(stage: Stage) -> Call:
    return Call(stage, "r1", since=NOW)


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_is_decided(stage: Stage) -> None:
    assert comes(at(stage)) is (stage is not Stage.BY_TEXT)


def test_whoever_dropped_counts_as_long_as_the_place_is_kept() -> None:
    dropped = at(Stage.DROPPED)
    assert comes(dropped, after=POLICY.keeps_place - timedelta(seconds=1))
    assert not comes(dropped, after=POLICY.keeps_place)
    assert not comes(replace(dropped, connected=Stage.OUTSIDE))


@pytest.mark.parametrize("stage", [Stage.CRISIS, Stage.OUTSIDE])
def test_whoever_is_put_through_counts_until_somebody_there_has_answered(stage: Stage) -> None:
    assert comes(at(stage))
    assert not comes(replace(at(stage), connected=stage))


def test_whoever_is_to_be_rung_back_counts_unless_that_rests_beyond_patience() -> None:
    waits = at(Stage.RING_BACK)
    assert comes(replace(waits, rests_until=NOW + POLICY.patience))
    assert not comes(replace(waits, rests_until=NOW + POLICY.patience + timedelta(seconds=1)))
    assert not comes(replace(waits, rung_back=3))


def test_whoever_has_left_a_message_waits_for_nobody() -> None:
    assert not comes(replace(at(Stage.SPEAKING), message=MessageId("m1")))
