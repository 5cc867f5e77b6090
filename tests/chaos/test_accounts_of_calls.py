"""The accounts of the crisis line, of listeners and of CALL notice what must not be."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.chaos.accounts import Account
from tests.chaos.chronicle import Line, Story
from tests.chaos.crisis_accounts import Figures, check_handoffs
from tests.chaos.wire import Wire
from warmline.ids import ContactId, LegId
from warmline.phone import PhoneNumber
from warmline.routing.leg import Leg, LegState, Side

LINE = PhoneNumber("+15550100001")


def a_leg(name: str, side: Side, at: float) -> Leg:
    tried = datetime.fromtimestamp(at, UTC)
    contact = ContactId("c1") if side is Side.COORDINATOR else None
    return Leg(LegId(name), side, LegState.PLACED, LINE, contact=contact, tried=tried)


def handoff(at: float, what: str, before: str = "", to: str = "") -> Line:
    about = {"what": what, "from": before, "to": to}
    return Line(at, "handoff", {name: word for name, word in about.items() if word})


OFFERED = handoff(1.0, "offered", to="offered")
AGREED = handoff(2.0, "agreed", "offered", "ringing")
JOINED = handoff(5.0, "joined", "ringing", "three")
LEFT = handoff(8.0, "leave", "three", "left")


def test_a_crisis_line_s_leg_is_wanted_until_its_handoff_has_fallen_back_to_staying() -> None:
    story = Story("c1", lines=[OFFERED, AGREED, JOINED, LEFT])
    leg = a_leg("g1", Side.CRISIS_LINE, 3.0)
    assert story.unwanted_since(leg) is None
    story.ends.append((20.0, "handed_over", ""))
    assert story.unwanted_since(leg) == 20.0
    story.lines[-1] = handoff(8.0, "let_go", "three")
    assert story.unwanted_since(leg) == 8.0


def test_a_leg_that_is_rung_when_all_is_over_already_is_wanted_by_nobody() -> None:
    story = Story("c1", lines=[OFFERED, AGREED, handoff(2.5, "let_go", "ringing")])
    assert story.unwanted_since(a_leg("g1", Side.CRISIS_LINE, 3.0)) == 3.0
    phoned = Story("c1", lines=[Line(1.0, "phone_agreed", {}), Line(2.0, "phone_over", {})])
    assert phoned.unwanted_since(a_leg("o1", Side.CALLER, 3.0)) == 3.0
    heard = [Line(at, "listening", {"what": what}) for at, what in ((1.0, "asked"), (4.0, "over"))]
    assert Story("c1", lines=heard).unwanted_since(a_leg("g1", Side.COORDINATOR, 3.0)) == 4.0


@pytest.mark.parametrize(
    ("lines", "how", "faults"),
    [
        ([OFFERED, AGREED, JOINED, LEFT], "handed_over", 0),
        ([OFFERED], "by_caller", 0),
        ([OFFERED, AGREED, JOINED, LEFT], "by_caller", 1),
        ([OFFERED, AGREED, JOINED], "by_caller", 1),
        ([OFFERED, JOINED, handoff(9.0, "line_over", "three")], "by_caller", 1),
        ([OFFERED, AGREED, handoff(9.0, "line_over", "ringing")], "by_caller", 0),
    ],
)
def test_each_handoff_comes_to_something_by_a_name(
    lines: list[Line], how: str, faults: int
) -> None:
    account = Account()
    check_handoffs(account, Figures(), Story("c1", lines=lines, ends=[(30.0, how, "")]))
    assert len(account.faults) == faults


def _tell(wire: Wire, kind: str, sid: str, at: float, **facts: object) -> None:
    moment = datetime.fromtimestamp(at, UTC).isoformat()
    wire.follow({"kind": kind, "sid": sid, "handset": f"phone of {sid}", "at": moment, **facts})


def test_whoever_is_with_a_listener_alone_is_alone() -> None:
    wire = Wire()
    _tell(wire, "call_answered", "one", 0.0)
    _tell(wire, "joined_conference", "one", 1.0, conference="room")
    _tell(wire, "joined_conference", "listener", 2.0, conference="room", is_muted=True)
    assert not wire.calls["one"].has_company
    _tell(wire, "joined_conference", "two", 3.0, conference="room")
    _tell(wire, "left_conference", "two", 6.0, conference="room")
    _tell(wire, "call_ended", "one", 9.0, status="completed", by="handset")
    assert wire.calls["one"].alone() == [(0.0, 3.0), (6.0, 9.0)]


def test_who_hears_another_phone_ring_is_not_in_silence() -> None:
    wire = Wire()
    _tell(wire, "call_placed", "one", 0.0)
    _tell(wire, "call_rings", "outside", 1.0, parent="one")
    _tell(wire, "call_ended", "outside", 5.0, parent="one", status="no-answer", by="line")
    assert wire.calls["one"].signs[-2:] == [(1.0, True), (5.0, False)]
