"""Whatever goes wrong in a warm handoff: staying, the number by text, and a page; nobody is left alone."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.stories.calling import in_a_talk, phone_of
from tests.stories.handing import (
    all_three_talk,
    asks_for_the_crisis_line,
    leaves_them_together,
)
from tests.stories.line import MAIN, Line
from warmline.simulator.handset import Phone
from warmline.simulator.telephone import Calling


@pytest.fixture
def cleo(line: Line) -> Phone:
    """A coordinator, not on duty."""
    _, phone = line.volunteer("Cleo", coordinator=True)
    return phone


@pytest.fixture
def nothing_confirmed(environ: dict[str, str]) -> None:
    environ["WARMLINE_CRISIS_LINES_CONFIRMED"] = ""


def falls_back_to_staying(caller: Calling, peer: Calling, cleo: Phone) -> None:
    """They still talk; the caller has the number, and a coordinator knows."""
    caller.is_with(peer)
    phone_of(caller).expects("We could not keep the crisis line on your call", "988")
    cleo.expects("could not be brought in", "Ada is with them", "ACK")


def test_it_is_busy(line: Line, crisis: Phone, cleo: Phone) -> None:
    caller, peer = in_a_talk(line)
    crisis.is_busy()
    asks_for_the_crisis_line(caller, peer, cleo)
    peer.hears("did not answer. Please stay")
    falls_back_to_staying(caller, peer, cleo)


def test_nobody_answers(line: Line, crisis: Phone, cleo: Phone) -> None:
    caller, peer = in_a_talk(line)
    crisis.never_answers()
    asks_for_the_crisis_line(caller, peer, cleo)
    line.passes(seconds=91)
    peer.hears("did not answer. Please stay")
    falls_back_to_staying(caller, peer, cleo)


def test_its_number_does_not_work(line: Line, crisis: Phone, cleo: Phone) -> None:
    caller, peer = in_a_talk(line)
    crisis.fails()
    asks_for_the_crisis_line(caller, peer, cleo)
    peer.hears("did not answer. Please stay")
    falls_back_to_staying(caller, peer, cleo)


def test_the_exchange_takes_no_call(line: Line, crisis: Phone, cleo: Phone) -> None:
    caller, peer = in_a_talk(line)
    line.phones.goes_wrong("rest_error", operation="calls.create")
    asks_for_the_crisis_line(caller, peer, cleo)
    line.passes(seconds=95)
    peer.hears("did not answer. Please stay")
    falls_back_to_staying(caller, peer, cleo)
    line.phones.goes_right()
    line.passes(minutes=1)
    crisis.does_not_ring()


@pytest.mark.usefixtures("nothing_confirmed")
def test_no_number_is_confirmed(line: Line, cleo: Phone) -> None:
    caller, peer = in_a_talk(line)
    peer.presses("*").presses("2")
    cleo.expects("Ada has offered")
    peer.presses("1")
    peer.hears("its number is not confirmed")
    caller.is_with(peer)
    phone_of(caller).expects("We could not keep the crisis line on your call")
    cleo.expects("could not be brought in", "ACK")


def test_it_hangs_up_before_the_peer_has_left(line: Line, crisis: Phone, cleo: Phone) -> None:
    caller, peer = in_a_talk(line)
    all_three_talk(caller, peer, crisis, cleo).hangs_up()
    peer.hears("The crisis line has hung up. Please stay")
    falls_back_to_staying(caller, peer, cleo)


def test_it_hangs_up_after_the_peer_has_left(line: Line, crisis: Phone, cleo: Phone) -> None:
    caller, peer = in_a_talk(line)
    third = all_three_talk(caller, peer, crisis, cleo)
    leaves_them_together(peer)
    before = line.phone().calls(MAIN)
    line.passes(seconds=30)
    third.hangs_up()
    caller.hears("The call with the crisis line has ended", "next in line", "9 8 8")
    caller.is_held()
    phone_of(caller).expects("We could not keep the crisis line on your call")
    cleo.expects("could not be brought in", "ACK")
    other = line.peer("Bo")
    other.rings().picks_up().presses("1")
    caller.is_with(other)
    before.is_held()


def test_the_caller_hangs_up_while_it_rings(line: Line, crisis: Phone, cleo: Phone) -> None:
    caller, peer = in_a_talk(line)
    asks_for_the_crisis_line(caller, peer, cleo)
    ring = crisis.rings()
    caller.hangs_up()
    ring.is_over()
    peer.hears("They have hung up")
    peer.is_over()
    phone_of(peer).expects("has ended the talk")
    phone_of(caller).expects("We could not keep the crisis line on your call")
    cleo.expects("could not be brought in", "ACK")


def test_the_caller_hangs_up_while_three_talk(line: Line, crisis: Phone, cleo: Phone) -> None:
    caller, peer = in_a_talk(line)
    third = all_three_talk(caller, peer, crisis, cleo)
    caller.hangs_up()
    third.is_over()
    peer.is_over()
    phone_of(peer).expects("has ended the talk")
    phone_of(caller).expects("We could not keep the crisis line on your call")
    cleo.expects("could not be brought in", "ACK")


def test_the_peer_drops_while_it_rings(line: Line, crisis: Phone, cleo: Phone) -> None:
    caller, peer = in_a_talk(line)
    asks_for_the_crisis_line(caller, peer, cleo)
    ring = crisis.rings()
    peer.hangs_up()
    ring.is_over()
    caller.hears("Your peer's call broke off")
    phone_of(caller).expects("We could not keep the crisis line on your call")
    cleo.expects("could not be brought in", "ACK")
    again = peer.phone.rings().picks_up()
    again.presses("1")
    caller.is_with(again)


def test_the_peer_drops_while_three_talk(line: Line, crisis: Phone, cleo: Phone) -> None:
    caller, peer = in_a_talk(line)
    third = all_three_talk(caller, peer, crisis, cleo)
    peer.hangs_up()
    caller.is_with(third)
    caller.hears_nothing()
    phone_of(caller).expects("We could not keep the crisis line on your call")
    cleo.expects("could not be brought in", "ACK")
    peer.phone.does_not_ring()


def test_the_news_that_it_has_picked_up_is_lost(line: Line, crisis: Phone) -> None:
    caller, peer = in_a_talk(line)
    asks_for_the_crisis_line(caller, peer)
    line.phones.goes_wrong("callback_lose")
    third = crisis.rings().picks_up()
    line.phones.goes_right()
    line.passes(seconds=95)
    caller.is_with(third)


def test_a_caller_who_stopped_our_texts_is_sent_none(
    line: Line, crisis: Phone, cleo: Phone
) -> None:
    caller, peer = in_a_talk(line)
    phone_of(caller).texts("STOP", to=MAIN)
    phone_of(caller).expects("unsubscribed")
    crisis.is_busy()
    asks_for_the_crisis_line(caller, peer, cleo)
    peer.hears("did not answer. Please stay")
    cleo.expects("could not be brought in", "ACK")
    phone_of(caller).expects_nothing()
    caller.is_with(peer)


def test_a_number_that_takes_no_texts_does_not_end_the_call(
    line: Line, crisis: Phone, cleo: Phone
) -> None:
    caller, peer = in_a_talk(line)
    line.phones.is_in_trouble(caller.phone.number, 30006)  # a landline
    crisis.is_busy()
    asks_for_the_crisis_line(caller, peer, cleo)
    peer.hears("did not answer. Please stay")
    cleo.expects("could not be brought in", "ACK")
    caller.is_with(peer)
    line.phones.is_in_trouble(caller.phone.number, None)


def test_it_is_never_tried_twice_by_itself(line: Line, crisis: Phone, cleo: Phone) -> None:
    caller, peer = in_a_talk(line)
    asks_for_the_crisis_line(caller, peer, cleo)
    crisis.rings().declines()
    peer.hears("did not answer. Please stay")
    falls_back_to_staying(caller, peer, cleo)
    line.sleeps_until(line.now() + timedelta(minutes=1))
    crisis.does_not_ring()


def test_the_exchange_s_answer_is_lost_and_still_it_rings_once(line: Line, crisis: Phone) -> None:
    caller, peer = in_a_talk(line)
    line.phones.goes_wrong("rest_timeout", operation="calls.create", count=1, ms=10)
    asks_for_the_crisis_line(caller, peer)
    line.passes(seconds=5)
    third = crisis.rings().picks_up()
    peer.hears("has picked up")
    caller.is_with(third)
    assert len(crisis.all_calls()) == 1


def test_somebody_else_s_call_to_the_crisis_line_is_not_taken_for_the_one_in_doubt(
    line: Line, crisis: Phone
) -> None:
    other = line.phone().calls(MAIN)
    other.presses("0")
    theirs = crisis.rings().picks_up()
    theirs.is_with(other)
    caller, peer = in_a_talk(line)
    line.phones.goes_wrong("rest_timeout", operation="calls.create", count=1, ms=10)
    line.phones.goes_wrong("callback_lose")  # so that only the provider's list tells
    asks_for_the_crisis_line(caller, peer)
    line.passes(seconds=5)
    line.phones.goes_right()

    third = crisis.rings().picks_up()
    caller.is_with(third)
    leaves_them_together(peer)
    caller.hangs_up()

    third.is_over()
    theirs.is_with(other)


def test_an_announcement_that_fails_is_made_again(line: Line, crisis: Phone) -> None:
    caller, peer = in_a_talk(line)
    asks_for_the_crisis_line(caller, peer)
    line.phones.goes_wrong("rest_error", operation="participants.update", count=2)
    third = crisis.rings().picks_up()
    line.passes(seconds=5)
    peer.hears("has picked up")
    caller.is_with(third)


def test_who_is_left_with_the_crisis_line_and_hangs_up_is_a_handoff_that_went_well(
    line: Line, crisis: Phone, cleo: Phone
) -> None:
    caller, peer = in_a_talk(line)
    third = all_three_talk(caller, peer, crisis, cleo)
    leaves_them_together(peer)
    (contact,) = line.desk.store.contacts.open()
    caller.hangs_up()
    third.is_over()
    ended = line.desk.store.contacts.get(contact)
    assert ended
    assert ended.ended == "handed_over"
    cleo.expects_nothing()
    phone_of(caller).expects_nothing()
