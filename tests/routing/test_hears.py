"""What one side of a call hears: a document for every side in every state, and nobody's music without an end."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.routing.calling import (
    ADA,
    BO,
    CRISIS,
    PEER,
    a_call,
    a_caller,
    a_leg,
    a_talk,
    after,
    on_the_line,
    rings,
    together,
)
from warmline.ids import LegId
from warmline.routing.call import Handoff, Stage
from warmline.routing.contact import Ended, State, Tried
from warmline.routing.hears import (
    AskRungBack,
    CallerGone,
    CrisisLine,
    Hears,
    Hold,
    LeaveMessage,
    Nothing,
    Outside,
    Parted,
    Room,
    Speak,
    TalkOver,
    TooLate,
    Whisper,
    WillRingBack,
    WillText,
    heard_by,
)
from warmline.routing.leg import Leg, Side
from warmline.routing.policy import Policy
from warmline.volunteers.shifts import Channel

HERE, LINE = on_the_line(), a_leg(CRISIS, Side.CRISIS_LINE)
LISTENS = a_leg(LegId("glistens"), Side.COORDINATOR)
ROOM = "a room"
ALL_LEGS = [HERE, rings(), LINE, LISTENS, on_the_line(LegId("iolder")), rings(BO, LegId("gbo"))]


@pytest.mark.parametrize("leg", ALL_LEGS)
def test_a_leg_that_belongs_to_nothing_hears_nothing(leg: Leg) -> None:
    assert heard_by(leg, None) == Nothing()
    assert heard_by(leg, replace(a_caller(), call=None, channel=Channel.TEXT)) == Nothing()


@pytest.mark.parametrize(
    ("stage", "waiting", "active"),
    [
        (Stage.HELD, Hold(), Hold()),
        (Stage.DROPPED, Hold(), Hold()),
        (Stage.TOGETHER, Hold(), Room(ROOM, star=False)),
        (Stage.RINGING, AskRungBack(), AskRungBack()),
        (Stage.RING_BACK, WillRingBack(), WillRingBack()),
        (Stage.CRISIS, CrisisLine(), CrisisLine()),
        (Stage.OUTSIDE, Outside(), Outside()),
        (Stage.MESSAGE, LeaveMessage(), LeaveMessage()),
        (Stage.SPEAKING, Speak(), Speak()),
        (Stage.BY_TEXT, WillText(), WillText()),
    ],
)
def test_what_a_caller_hears_at_each_stage(stage: Stage, waiting: Hears, active: Hears) -> None:
    call = a_call(stage)
    assert heard_by(HERE, a_caller(call)) == waiting
    offered = a_caller(call, state=State.OFFERED, offered={ADA: after(20)})
    assert heard_by(HERE, offered) == waiting
    assert heard_by(HERE, a_talk(call)) == active
    closed = a_caller(call, state=State.CLOSED, ended=Ended.BY_PEER)
    assert heard_by(HERE, closed) == TalkOver(Ended.BY_PEER)
    older = on_the_line(LegId("iolder"))
    for contact in (a_caller(call), a_talk(call), closed):
        assert heard_by(older, contact) == Nothing()  # they have rung again since


@pytest.mark.parametrize("stage", Stage)
def test_a_peer_s_phone_whispers_only_while_the_caller_waits(stage: Stage) -> None:
    contact = a_caller(a_call(stage), state=State.OFFERED, offered={ADA: after(20)})
    waits = stage in {Stage.HELD, Stage.RING_BACK}
    assert heard_by(rings(), contact) == (Whisper() if waits else TooLate())
    assert heard_by(rings(BO), contact) == TooLate()
    assert heard_by(rings(), replace(contact, offered={})) == TooLate()
    resting = replace(contact, call=a_call(stage, rests_until=after(60)))
    assert heard_by(rings(), resting) == heard_by(rings(), contact)


@pytest.mark.parametrize(
    ("handoff", "hears"),
    [
        (None, Room(ROOM, star=True)),
        (Handoff.OFFERED, Room(ROOM, star=True)),
        (Handoff.ASKED, Room(ROOM, star=True)),
        (Handoff.RINGING, Room(ROOM, star=True)),
        (Handoff.THREE, Room(ROOM, star=True)),
        (Handoff.LEFT, Parted()),
    ],
)
def test_the_peer_is_in_the_room_until_they_have_handed_over(
    handoff: Handoff | None, hears: Hears
) -> None:
    talk = a_talk(together(handoff=handoff))
    assert heard_by(rings(), talk) == hears
    assert heard_by(rings(leg=LegId("gother")), talk) == TooLate()
    assert heard_by(rings(), replace(talk, state=State.WAITING)) == CallerGone()
    over = replace(talk, state=State.CLOSED, ended=Ended.BY_CALLER)
    assert heard_by(rings(), over) == TalkOver(Ended.BY_CALLER)
    assert heard_by(rings(leg=LegId("gother")), over) == TooLate()


def test_a_peer_hears_that_the_caller_did_not_pick_up_also_when_that_was_the_last_try() -> None:
    over = replace(a_talk(a_call(Stage.RING_BACK, peer_leg=PEER)), state=State.CLOSED)
    assert heard_by(rings(), replace(over, ended=Ended.NOT_REACHED)) == CallerGone()


def test_a_peer_hears_the_room_while_the_caller_is_rung_back() -> None:
    ringing = a_talk(a_call(Stage.RINGING, peer_leg=PEER))
    assert heard_by(rings(), ringing) == Room(ROOM, star=True)


def test_the_crisis_line_is_in_the_room_while_it_is_part_of_the_talk() -> None:
    talk = a_talk(together(crisis_leg=CRISIS))
    assert heard_by(LINE, talk) == Room(ROOM, star=False)
    assert heard_by(LINE, replace(talk, state=State.CLOSED)) == Nothing()
    assert heard_by(LINE, a_talk()) == Nothing()


def test_a_coordinator_s_leg_has_no_part_in_a_call_of_somebody() -> None:
    assert heard_by(LISTENS, a_talk()) == Nothing()


# --- how many phones ring


@pytest.mark.parametrize(
    ("about", "at_once"),
    [
        ({}, 2),
        ({"tried": {ADA: Tried.MISSED}}, 3),
        ({"tried": {ADA: Tried.BUSY, BO: Tried.FAILED}}, 4),
        ({"tried": {ADA: Tried.PASSED, BO: Tried.WITHDRAWN}}, 2),
        ({"tried": {ADA: Tried.LEFT, BO: Tried.DROPPED}}, 2),
        ({"tried": {f"v{n}": Tried.MISSED for n in range(20)}}, 10),
        ({"policy": Policy(rings_at_once=1)}, 1),
        ({"channel": Channel.TEXT, "tried": {ADA: Tried.MISSED}}, 2),
        ({"channel": Channel.TEXT, "policy": Policy(offers_at_once=5)}, 5),
    ],
)
def test_with_every_phone_that_rang_in_vain_one_more_rings(
    about: dict[str, Any], at_once: int
) -> None:
    assert a_caller(**about).asked_at_once == at_once
