"""Keys that page: 0, for whoever waits on the phone, and the peer's * and 2."""

from __future__ import annotations

import pytest

from tests.stories.calling import in_a_talk, phone_of
from tests.stories.handing import (
    all_three_talk,
    asks_for_the_crisis_line,
    leaves_them_together,
)
from tests.stories.line import MAIN, Line
from tests.stories.taking_pages import acks
from warmline.simulator.handset import Phone


@pytest.fixture
def kit(line: Line) -> Phone:
    phone = line.volunteer("Kit", coordinator=True)[1]
    phone.never_answers()
    return phone


def test_star_and_2_tell_a_coordinator_who_takes_it_by_text(
    line: Line, crisis: Phone, kit: Phone
) -> None:
    caller, peer = in_a_talk(line)
    peer.presses("*").presses("2")
    caller.hears("in a moment")

    acks(kit, "Ada has offered", "the crisis line")

    phone_of(peer).expects("Kit knows about")
    crisis.does_not_ring()  # nobody is rung for a key that only asks
    line.passes(minutes=10)
    kit.expects_nothing()


def test_star_and_2_are_a_page_that_rings_and_is_taken_by_pressing_1(
    line: Line, crisis: Phone, kit: Phone
) -> None:
    caller, peer = in_a_talk(line)
    asks_for_the_crisis_line(caller, peer, kit)
    kit.answers_by_hand()
    ring = crisis.rings()
    peer.presses("*")
    caller.hears("in a moment")
    peer.presses("2")  # it is let go again, and the peer is alone with it
    ring.is_over()
    line.passes(seconds=140)

    kit.expects("Ada has offered")
    call = kit.rings().picks_up()
    call.hears("needs a coordinator", "A peer offers the crisis line", "press 1")
    call.presses("1")

    call.hears("It is yours")
    phone_of(peer).expects("Kit knows about")
    line.passes(minutes=10)
    kit.expects_nothing()


def test_not_now_takes_it_back(line: Line, crisis: Phone, kit: Phone) -> None:
    caller, peer = in_a_talk(line)
    peer.presses("*").presses("2")
    kit.expects("Ada has offered")

    peer.presses("2")
    caller.is_with(peer)

    line.passes(minutes=10)
    kit.expects_nothing()
    crisis.does_not_ring()


def test_once_the_crisis_line_is_there_nobody_else_has_to_come(
    line: Line, crisis: Phone, kit: Phone
) -> None:
    caller, peer = in_a_talk(line)
    third = all_three_talk(caller, peer, crisis, kit)
    leaves_them_together(peer)

    line.passes(minutes=10)

    caller.is_with(third)
    kit.expects_nothing()


def test_0_is_a_page_and_over_when_the_crisis_line_answers(
    line: Line, crisis: Phone, kit: Phone
) -> None:
    calling = line.phone().calls(MAIN)
    calling.presses("0")
    kit.expects("asked for the crisis line", "we are putting them through", "ACK")
    crisis.rings().picks_up().is_with(calling)

    line.passes(minutes=10)

    kit.expects_nothing()


def test_0_that_leads_to_nobody_is_a_page_for_whoever_has_the_first(
    line: Line, crisis: Phone, kit: Phone
) -> None:
    lou = line.volunteer("Lou", coordinator=True)[1]
    caller = line.phone()
    calling = caller.calls(MAIN)
    calling.presses("0")
    (first,) = [one for one in (kit, lou) if one.unread()]
    acks(first, "we are putting them through")

    crisis.rings().declines()

    caller.expects("988")
    calling.hears("did not answer", "your place is kept")
    acks(first, "could not put them through", "may still wait")
    calling.hangs_up()
    line.passes(minutes=10)


def test_0_that_leads_to_nobody_rings_until_somebody_presses_1(
    line: Line, crisis: Phone, kit: Phone
) -> None:
    in_a_talk(line)  # so that a peer is there, and busy
    caller = line.phone()
    calling = caller.calls(MAIN)
    calling.presses("0")
    kit.expects("we are putting them through")
    crisis.rings().declines()
    caller.expects("988")
    kit.expects("could not put them through")
    kit.answers_by_hand()

    line.passes(seconds=140)

    kit.expects("could not put them through")
    call = kit.rings().picks_up()
    call.hears("could not reach the crisis line", "press 1")
    call.presses("1")
    call.hears("It is yours")


def test_0_where_no_number_may_be_dialled_asks_for_a_person(
    environ: dict[str, str], request: pytest.FixtureRequest
) -> None:
    environ["WARMLINE_CRISIS_LINES_CONFIRMED"] = ""
    line: Line = request.getfixturevalue("line")
    kit, caller = line.volunteer("Kit", coordinator=True)[1], line.phone()
    calling = caller.calls(MAIN)

    calling.presses("0")

    caller.expects("findahelpline.com")
    acks(kit, "could not put them through")
    calling.hangs_up()
    line.passes(minutes=3)
