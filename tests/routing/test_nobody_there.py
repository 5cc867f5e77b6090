"""What is tried for a caller whom nobody takes, and when somebody may be rung back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.routing.people import a_contact
from warmline.ids import LegId
from warmline.phone import PhoneNumber
from warmline.routing.call import Call, Stage
from warmline.routing.call_steps import CallerNotReached
from warmline.routing.contact import State
from warmline.routing.leg import Leg, LegState, Side
from warmline.routing.next_call_step import next_call_step
from warmline.routing.next_step import Wait
from warmline.routing.nobody_there import (
    HEARS_CHOICES,
    Around,
    CloseWithNobody,
    KeepToRingBack,
    NobodyIsThere,
    PutThrough,
    asks_coordinators,
    step_for,
)
from warmline.routing.ringing_back import is_last_try, may_ring, next_try
from warmline.volunteers.limits import Limits
from warmline.volunteers.shifts import Channel

NOW = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)  # 10 am in New York
NEW_YORK = ZoneInfo("America/New_York")
HELD = Call(Stage.HELD, "r1", since=NOW)
HEARD = replace(HELD, nobody_since=NOW - HEARS_CHOICES)
NOBODY = Around(peers=False)
NUMBER = PhoneNumber("+15550110001")


@pytest.mark.parametrize(
    ("call", "around", "expected"),
    [
        (HELD, Around(), None),
        (HELD, NOBODY, NobodyIsThere()),
        (replace(HELD, nobody_since=NOW), NOBODY, None),  # they are told, and choose
        (HEARD, Around(), None),  # a peer is here after all
        (HEARD, Around(peers=False, coordinators=True, outside=True), None),  # who is rung
        (HEARD, Around(peers=False, outside=True), PutThrough()),
        (replace(HEARD, outside_tried=True), Around(peers=False, outside=True), KeepToRingBack()),
        (HEARD, NOBODY, KeepToRingBack()),
        (replace(HEARD, stage=Stage.RING_BACK), NOBODY, None),
        (replace(HEARD, stage=Stage.CRISIS), NOBODY, None),
    ],
)
def test_one_after_another_is_tried(call: Call, around: Around, expected: object) -> None:
    contact = a_contact(channel=Channel.VOICE, call=call, caller_number=NUMBER)

    assert step_for(contact, call, around, NOW) == expected


def test_a_number_that_cannot_be_rung_is_told_so_at_the_end() -> None:
    contact = a_contact(channel=Channel.VOICE, call=HEARD, caller_number=None)

    assert step_for(contact, HEARD, NOBODY, NOW) == CloseWithNobody()


@pytest.mark.parametrize(
    ("call", "peers", "waited", "expected"),
    [
        (HELD, True, 179, False),
        (HELD, True, 180, True),  # patience is over, though peers are on
        (HELD, False, 10, False),
        (HEARD, False, 90, True),
        (HEARD, True, 90, False),
        (replace(HEARD, stage=Stage.RING_BACK), False, 999, False),  # nobody waits on the line
    ],
)
def test_coordinators_are_rung_like_peers_when_there_is_nobody_else_or_it_takes_too_long(
    *, call: Call, peers: bool, waited: int, expected: bool
) -> None:
    contact = a_contact(channel=Channel.VOICE, call=call, since=NOW - timedelta(seconds=waited))

    assert asks_coordinators(contact, call, peers=peers, now=NOW) is expected


def test_a_peer_waits_for_somebody_who_is_rung_no_longer_than_a_phone_rings_and_is_answered() -> (
    None
):
    call = replace(HELD, stage=Stage.RINGING, leg=LegId("g1"), peer_leg=LegId("g2"))
    contact = a_contact(channel=Channel.VOICE, call=call, state=State.ACTIVE)
    legs = {
        name: Leg(name, side, LegState.PLACED, NUMBER)
        for name, side in ((LegId("g1"), Side.CALLER), (LegId("g2"), Side.PEER))
    }

    def step(seconds: int) -> object:
        return next_call_step(contact, call, legs, now=NOW + timedelta(seconds=seconds))

    assert step(44) == Wait(NOW + timedelta(seconds=45))
    assert step(45) == CallerNotReached()


def test_three_tries_with_longer_pauses_and_then_no_more() -> None:
    tries = [replace(HELD, rung_back=n) for n in range(4)]

    assert [is_last_try(call) for call in tries] == [False, False, False, True]
    assert [next_try(call, NOW) - NOW for call in tries[:3]] == [
        timedelta(minutes=5),
        timedelta(minutes=20),
        timedelta(minutes=20),
    ]


@pytest.mark.parametrize(
    ("hours", "asked_minutes_ago", "expected"),
    [
        (0, 600, True),  # 10 am
        (11, 600, False),  # 9 pm
        (11, 59, True),  # they have just asked
        (11, 60, False),
        (21, 600, False),  # 7 am
        (22, 600, True),  # 8 am
    ],
)
def test_nobody_is_rung_in_their_night_unless_they_have_just_asked(
    *, hours: int, asked_minutes_ago: int, expected: bool
) -> None:
    now = NOW + timedelta(hours=hours)
    call = replace(HELD, asked_back=now - timedelta(minutes=asked_minutes_ago))

    assert may_ring(call, now, quiet=Limits(), zone=NEW_YORK) is expected
