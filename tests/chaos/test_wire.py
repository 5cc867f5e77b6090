"""The account of calls notices what must not be: three in a room, a leg that nobody needs, a wait that no kill explains."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.chaos.chronicle import Story, wait_of
from tests.chaos.kills import Kill
from tests.chaos.wire import Wire
from warmline.ids import LegId, VolunteerId
from warmline.phone import PhoneNumber
from warmline.routing.leg import Leg, LegState, Side


def _tell(wire: Wire, kind: str, sid: str, at: float, **facts: str) -> None:
    moment = datetime.fromtimestamp(at, UTC).isoformat()
    wire.follow({"kind": kind, "sid": sid, "handset": f"phone of {sid}", "at": moment, **facts})


def test_a_third_voice_in_a_room_is_a_crowd_and_two_are_company() -> None:
    wire = Wire()
    _tell(wire, "joined_conference", "one", 1.0, conference="room")
    _tell(wire, "joined_conference", "two", 2.0, conference="room")
    assert wire.crowds == []
    assert [call.has_company for call in wire.calls.values()] == [True, True]
    _tell(wire, "left_conference", "two", 3.0, conference="room")
    assert [call.has_company for call in wire.calls.values()] == [False, False]
    _tell(wire, "joined_conference", "two", 4.0, conference="room")
    _tell(wire, "joined_conference", "three", 5.0, conference="room")
    assert len(wire.crowds) == 1


def test_a_leg_is_unwanted_once_another_peer_has_the_caller_or_all_is_over() -> None:
    volunteer = VolunteerId("v1")
    line, began = PhoneNumber("+15550100001"), datetime.fromtimestamp(10, UTC)
    leg = Leg(LegId("g1"), Side.PEER, LegState.PLACED, line, volunteer=volunteer, tried=began)
    story = Story("c1", accepted=[(5.0, "v2"), (12.0, "v1")])
    assert story.unwanted_since(leg) is None
    story.accepted.append((20.0, "v2"))
    assert story.unwanted_since(leg) == 20.0
    story.ends.append((15.0, "by_caller", "v1"))
    assert story.unwanted_since(leg) == 15.0


def test_a_wait_counts_from_when_the_line_was_whole_again_if_a_kill_fell_into_it() -> None:
    kill = Kill("posted", "worker", at=3.0, whole_at=6.0)
    assert wait_of([kill], 1.0, 10.0) == 4.0
    assert wait_of([kill], 7.0, 10.0) == 3.0
    assert wait_of([], 1.0, 10.0) == 9.0
