"""A caller presses 0: the crisis line, at any time, and their place should it not answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.stories.line import MAIN, Line
from tests.stories.phoning import CRISIS_LINE, how_it_ended, speaks_spanish
from warmline.simulator.handset import Phone


def test_0_in_the_greeting_puts_the_caller_through_and_ends_as_that(line: Line) -> None:
    crisis_line, caller = line.phones.phone(CRISIS_LINE), line.phone()
    calling = caller.calls(MAIN)
    calling.hears("press 0 at any time")

    calling.presses("0")
    calling.hears("calling the crisis line")
    there = crisis_line.rings()
    assert there.shows == MAIN
    there.picks_up().is_with(calling)

    there.hangs_up()
    calling.hears("Thank you for calling")
    calling.is_over()
    assert how_it_ended(line) == "crisis_line"


def test_whoever_hangs_up_after_talking_with_the_crisis_line_was_with_it(line: Line) -> None:
    crisis_line, caller = line.phones.phone(CRISIS_LINE), line.phone()
    calling = caller.calls(MAIN)
    calling.presses("0")
    crisis_line.rings().picks_up().is_with(calling)

    calling.hangs_up()

    assert how_it_ended(line) == "crisis_line"


def test_a_phone_that_rings_for_them_is_quiet_at_once(line: Line) -> None:
    ada, crisis_line = line.peer("Ada"), line.phones.phone(CRISIS_LINE)
    calling = line.phone().calls(MAIN)
    ringing = ada.rings()

    calling.presses("0")

    ringing.is_over("canceled")
    crisis_line.rings().picks_up().is_with(calling)
    calling.hangs_up()


def busy(crisis_line: Phone) -> None:
    crisis_line.rings().declines()


def rings_for_long(crisis_line: Phone) -> None:
    crisis_line.rings()


@pytest.mark.parametrize("does_not_answer", [busy, rings_for_long])
def test_a_crisis_line_that_does_not_answer_brings_them_back_to_their_place_with_its_number(
    line: Line, does_not_answer: Callable[[Phone], None]
) -> None:
    crisis_line = line.phones.phone(CRISIS_LINE)
    _, coordinator = line.volunteer("Cora", coordinator=True)
    first, second = line.phone(), line.phone()
    calling, behind = first.calls(MAIN), second.calls(MAIN)

    calling.presses("0")
    coordinator.expects("we are putting them through", "ACK")
    does_not_answer(crisis_line)
    line.passes(seconds=50)

    calling.hears(
        "did not answer", "your place is kept", "9 8 8", "Again", "sent it to you as a text"
    )
    first.expects("988")
    coordinator.expects("could not put them through", "ACK")
    calling.is_held()
    ada = line.peer("Ada")
    ada.rings().picks_up().presses("1")
    ada.is_on_the_line().is_with(calling)
    calling.hangs_up()
    ada.expects("ended the talk")
    behind.hangs_up()
    line.passes(minutes=3)


def test_whoever_hangs_up_while_it_rings_keeps_the_place_for_two_minutes(line: Line) -> None:
    crisis_line, caller = line.phones.phone(CRISIS_LINE), line.phone()
    calling = caller.calls(MAIN)
    calling.presses("0")
    there = crisis_line.rings()

    calling.hangs_up()
    there.is_over("canceled")
    line.passes(seconds=100)
    again = caller.calls(MAIN)
    again.hears("kept your place")
    again.presses("0")
    crisis_line.rings()
    again.hangs_up()
    line.passes(minutes=3)

    assert how_it_ended(line) == "abandoned"


def test_a_number_that_nobody_confirmed_is_never_dialled_and_they_keep_their_place(
    environ: dict[str, str], request: pytest.FixtureRequest
) -> None:
    environ["WARMLINE_CRISIS_LINES_CONFIRMED"] = ""
    line: Line = request.getfixturevalue("line")
    caller = line.phone()
    calling = caller.calls(MAIN)

    calling.presses("0")
    calling.hears("cannot put you through", "Again", "sent this to you as a text")
    caller.expects("findahelpline.com")
    calling.is_held()
    line.passes(seconds=20)
    calling.presses("0")
    calling.hears("cannot put you through")  # not sent twice

    calling.hangs_up()
    line.passes(minutes=3)
    assert how_it_ended(line) == "abandoned"


def test_in_spanish_the_crisis_line_is_as_near(line: Line) -> None:
    crisis_line, caller = line.phones.phone(CRISIS_LINE), line.phone()
    calling = speaks_spanish(caller)

    calling.presses("0")
    calling.hears("línea de crisis")
    crisis_line.rings().declines()
    calling.hears("no contestó", "guardamos tu lugar")
    caller.expects("988")

    calling.hangs_up()
    line.passes(minutes=3)
