"""The line is open while a peer is there and a coordinator could help them; below that it says so, and when it opens next."""

from __future__ import annotations

from datetime import timedelta

from tests.stories.line import A_WEDNESDAY, MAIN, Line
from warmline.simulator.handset import Phone

HOUR = timedelta(hours=1)


def stops(phone: Phone) -> None:
    phone.texts("STOP", to=MAIN)
    phone.expects("unsubscribed")


def starts(phone: Phone) -> None:
    phone.texts("START", to=MAIN)
    phone.expects("re-subscribed")
    phone.expects("Welcome back")


def reaches_out(line: Line) -> Phone:
    caller = line.phone()
    caller.texts("hello", to=MAIN)
    caller.expects("Maple Line")
    return caller


def test_with_a_peer_and_a_coordinator_the_line_is_open(line: Line) -> None:
    line.volunteer("Kit", coordinator=True)
    ada = line.peer("Ada")
    reaches_out(line).expects("looking for a peer")
    ada.expects("TAKE")


def test_when_the_only_coordinator_cannot_be_reached_nobody_is_offered_to_a_peer(
    line: Line,
) -> None:
    _, kit = line.volunteer("Kit", coordinator=True)
    line.peer("Ada")
    stops(kit)

    caller = reaches_out(line)

    assert "due" not in caller.expects("No peer is here", "988").body


def test_when_a_coordinator_is_back_whoever_waits_is_offered_at_once(line: Line) -> None:
    _, kit = line.volunteer("Kit", coordinator=True)
    ada = line.peer("Ada")
    stops(kit)
    caller = reaches_out(line)
    caller.expects("No peer is here")

    starts(kit)

    line.takes(ada)
    ada.expects("hello")
    caller.expects("Ada is here now")


def test_one_coordinator_of_two_is_enough(line: Line) -> None:
    _, kit = line.volunteer("Kit", coordinator=True)
    line.volunteer("Mo", coordinator=True)
    ada = line.peer("Ada")
    stops(kit)
    reaches_out(line).expects("looking for a peer")
    ada.expects("TAKE")


def test_a_line_without_any_coordinator_stays_open(line: Line) -> None:
    ada = line.peer("Ada")
    reaches_out(line).expects("looking for a peer")
    ada.expects("TAKE")


def test_a_talk_that_runs_goes_on_when_the_line_closes(line: Line) -> None:
    _, kit = line.volunteer("Kit", coordinator=True)
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    stops(kit)

    caller.texts("are you there?", to=MAIN)
    ada.expects("are you there?")
    ada.texts("I am", to=MAIN)

    caller.expects("I am")


def test_a_peer_on_a_closed_line_is_on_still_and_may_go_off(line: Line) -> None:
    _, kit = line.volunteer("Kit", coordinator=True)
    ada = line.peer("Ada")
    stops(kit)
    ada.texts("OFF", to=MAIN)
    ada.expects("You are off. Thank you")


def test_on_a_shift_of_somebody_whom_no_text_reaches_nobody_is_here(line: Line) -> None:
    ada, phone = line.volunteer("Ada")
    bo, other = line.volunteer("Bo")
    line.shift(A_WEDNESDAY - HOUR, A_WEDNESDAY + 2 * HOUR, ada, quiet=True)
    line.shift(A_WEDNESDAY + 8 * HOUR, A_WEDNESDAY + 9 * HOUR, bo, quiet=True)
    stops(phone)
    other.expects("Someone is needed")
    caller = reaches_out(line)
    caller.expects("No peer is here", "today at 6 pm")


def test_an_opening_at_which_nobody_could_be_reached_is_passed_over(line: Line) -> None:
    ada, phone = line.volunteer("Ada")
    bo, other = line.volunteer("Bo")
    line.shift(A_WEDNESDAY + 8 * HOUR, A_WEDNESDAY + 9 * HOUR, ada, quiet=True)
    line.shift(A_WEDNESDAY + 26 * HOUR, A_WEDNESDAY + 30 * HOUR, bo, quiet=True)
    stops(phone)
    other.expects("Someone is needed")

    caller = reaches_out(line)

    caller.expects("No peer is here", "tomorrow at noon")
