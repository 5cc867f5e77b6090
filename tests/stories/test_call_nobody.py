"""Nobody is there for a caller: honest words, choices, and a person or a kept place for whoever presses nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.stories.line import MAIN, Line
from tests.stories.phoning import CRISIS_LINE, how_it_ended, speaks_spanish
from warmline.flows.look import look


def test_it_is_said_at_once_and_when_a_peer_is_due_and_the_choices_three_times(line: Line) -> None:
    ada, _ = line.volunteer("Ada")
    line.shift(line.now() + timedelta(hours=3), line.now() + timedelta(hours=5), ada, quiet=True)
    calling = line.phone().calls(MAIN)

    line.passes(seconds=10)
    calling.hears("No peer is here", "We expect the next peer today at 1")
    line.passes(seconds=52)
    said = calling.hears("press 1", "press 2", "press 3")

    assert said.count("To be rung back when a peer is here, press 1") == 3
    calling.hangs_up()
    line.passes(minutes=3)
    assert how_it_ended(line) == "abandoned"


def test_whoever_presses_nothing_reaches_a_coordinator(line: Line) -> None:
    _, cora = line.volunteer("Cora", coordinator=True)
    calling = line.phone().calls(MAIN)
    line.passes(seconds=95)

    ringing = cora.rings()
    calling.hears("trying to reach somebody else")
    ringing.picks_up().hears("has waited", "press 1")
    ringing.presses("1")

    ringing.is_with(calling)
    calling.hangs_up()
    cora.expects("ended the talk")


def test_a_look_at_a_coordinator_who_is_off_duty_leaves_their_phone_ringing(line: Line) -> None:
    kit, cora = line.volunteer("Cora", coordinator=True)
    calling = line.phone().calls(MAIN)
    line.passes(seconds=82)
    ringing = cora.rings()

    look(line.desk, line.desk.store.keys.volunteer(kit.id))
    line.settles()

    ringing.picks_up().presses("1")
    ringing.is_with(calling)
    calling.hangs_up()
    cora.expects("ended the talk")


def test_a_coordinator_who_does_not_take_it_is_rung_once_and_then_somebody_outside(
    line: Line,
) -> None:
    _, cora = line.volunteer("Cora", coordinator=True)
    crisis_line = line.phones.phone(CRISIS_LINE)
    calling = line.phone().calls(MAIN)
    line.passes(seconds=82)
    cora.rings().declines()
    line.settles()

    cora.does_not_ring()
    calling.hears("Nobody of ours can be reached")
    crisis_line.rings().picks_up().is_with(calling)
    calling.hangs_up()

    assert how_it_ended(line) == "put_through"


def test_a_coordinator_is_not_rung_again_for_the_same_caller(line: Line) -> None:
    _, cora = line.volunteer("Cora", coordinator=True)
    calling = line.phone().calls(MAIN)
    line.passes(seconds=82)
    cora.rings().declines()
    line.phones.phone(CRISIS_LINE).rings()
    line.passes(seconds=60)

    cora.does_not_ring()
    calling.hears("Nobody answered there", "Your place is kept")
    calling.is_over()


def test_at_night_coordinators_sleep_if_somebody_outside_is_there(line: Line) -> None:
    _, cora = line.volunteer("Cora", coordinator=True)
    line.sleeps_until(line.now() + timedelta(hours=16))  # 2 am
    calling = line.phone().calls(MAIN)
    line.passes(seconds=82)

    cora.does_not_ring()
    line.phones.phone(CRISIS_LINE).rings().picks_up().is_with(calling)
    calling.hangs_up()


def test_when_nobody_at_all_answers_the_place_is_kept_and_they_are_rung_when_a_peer_is_here(
    line: Line,
) -> None:
    caller = line.phone()
    calling = caller.calls(MAIN)
    line.passes(seconds=82)
    line.phones.phone(CRISIS_LINE).rings().declines()

    calling.hears("Nobody answered there", "9 8 8", "Your place is kept", "try to ring you")
    calling.is_over()
    line.passes(minutes=20)
    ada = line.peer("Ada")
    ada.rings().picks_up().presses("1")
    back = caller.rings().picks_up()
    back.hears("You asked to be rung back", "press 1")
    back.presses("1")
    ada.is_on_the_line().is_with(back)
    back.hangs_up()
    ada.expects("ended the talk")


@pytest.fixture
def _nothing_to_dial(environ: dict[str, str]) -> None:
    environ["WARMLINE_CRISIS_LINES_CONFIRMED"] = ""


@pytest.mark.usefixtures("_nothing_to_dial")
def test_where_nothing_may_be_dialled_the_place_is_kept(line: Line) -> None:
    caller = line.phone()
    calling = caller.calls(MAIN)
    line.passes(seconds=82)

    calling.hears("Your place is kept")
    calling.is_over()
    line.sleeps_until(line.now() + timedelta(hours=73))
    caller.expects("nobody could be with you")
    assert how_it_ended(line) == "unanswered"


@pytest.mark.usefixtures("_nothing_to_dial")
def test_whoever_hides_their_number_hears_whom_to_call_instead(line: Line) -> None:
    calling = line.phone().calls(MAIN, hidden=True)
    line.passes(seconds=20)
    calling.presses("1")
    calling.hears("cannot ring you")
    line.passes(seconds=70)

    calling.hears("call again at any time", "Again")
    calling.is_over()
    assert how_it_ended(line) == "unanswered"


def test_somebody_whose_number_is_hidden_is_put_through_like_everyone(line: Line) -> None:
    calling = line.phone().calls(MAIN, hidden=True)
    line.passes(seconds=82)

    line.phones.phone(CRISIS_LINE).rings().picks_up().is_with(calling)
    calling.hangs_up()


def test_peers_who_have_all_passed_are_nobody(line: Line) -> None:
    ada = line.peer("Ada")
    calling = line.phone().calls(MAIN)
    ada.rings().picks_up().presses("2")
    line.passes(seconds=20)

    calling.hears("No peer is here")
    line.passes(seconds=85)
    line.phones.phone(CRISIS_LINE).rings().picks_up().is_with(calling)
    calling.hangs_up()


def test_whoever_waits_past_patience_may_be_taken_by_a_coordinator(line: Line) -> None:
    ada, busy = line.peer("Ada"), line.phone()
    _, cora = line.volunteer("Cora", coordinator=True)
    first = busy.calls(MAIN)
    ada.rings().picks_up().presses("1")
    calling = line.phone().calls(MAIN)
    cora.does_not_ring()
    line.passes(seconds=190)

    cora.expects("has waited", "ACK")
    cora.rings().picks_up().presses("1")
    cora.is_on_the_line().is_with(calling)
    first.hangs_up()
    ada.expects("ended the talk")
    calling.hangs_up()
    cora.expects("ended the talk")


def test_in_spanish_too_nobody_is_left_with_sounds_alone(line: Line) -> None:
    caller = line.phone()
    calling = speaks_spanish(caller)
    line.passes(seconds=85)
    calling.hears("no hay nadie", "nadie de nuestro equipo")
    line.phones.phone(CRISIS_LINE).rings().declines()

    calling.hears("Guardamos tu lugar")
    calling.is_over()
