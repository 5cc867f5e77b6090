"""Whoever hangs up while waiting, or is cut off, and rings again within two minutes keeps the place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.stories.line import MAIN, Line
from tests.stories.phoning import how_it_ended
from warmline.simulator.handset import Phone
from warmline.simulator.telephone import Calling


def hangs_up(calling: Calling) -> None:
    calling.hangs_up()


def loses_network(calling: Calling) -> None:
    calling.loses_network()


def goes_first(line: Line, again: Calling) -> None:
    """The next free peer is with this caller."""
    ada = line.peer("Ada")
    ada.rings().picks_up().presses("1")
    ada.is_on_the_line().is_with(again)
    again.hangs_up()
    ada.expects("ended the talk")


@pytest.mark.parametrize("goes", [hangs_up, loses_network])
def test_in_the_greeting(line: Line, goes: Callable[[Calling], None]) -> None:
    first, second = line.phone(), line.phone()
    dropped = first.calls(MAIN)
    behind = second.calls(MAIN)

    goes(dropped)
    line.passes(seconds=30)
    again = first.calls(MAIN)

    again.hears("kept your place")
    goes_first(line, again)
    behind.hangs_up()
    line.passes(minutes=3)


def test_while_phones_ring_for_them(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    dropped = caller.calls(MAIN)
    ringing = ada.rings()

    dropped.hangs_up()
    ringing.is_over("canceled")
    line.passes(seconds=100)
    again = caller.calls(MAIN)

    again.hears("kept your place")
    ada.rings().picks_up().presses("1")
    ada.is_on_the_line().is_with(again)
    again.hangs_up()
    ada.expects("ended the talk")


def test_whoever_had_picked_up_meanwhile_is_thanked(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    dropped = caller.calls(MAIN)
    ringing = ada.rings().picks_up()

    dropped.hangs_up()

    ringing.hears("Thank you")
    ringing.is_over()
    line.passes(minutes=3)
    assert how_it_ended(line) == "abandoned"


def test_after_two_minutes_the_place_is_gone(line: Line) -> None:
    first, second = line.phone(), line.phone()
    dropped = first.calls(MAIN)
    behind = second.calls(MAIN)
    dropped.hangs_up()

    line.passes(seconds=75)
    behind.hangs_up()
    behind = second.calls(MAIN)
    line.passes(seconds=50)
    again = first.calls(MAIN)

    again.hears("Maple Line")
    goes_first(line, behind)
    again.hangs_up()
    line.passes(minutes=3)


def test_of_two_calls_at_once_from_one_number_the_newer_has_the_place(line: Line) -> None:
    caller, other = line.phone(), line.phone()
    older = caller.calls(MAIN)
    behind = other.calls(MAIN)

    newer = caller.calls(MAIN)

    older.is_over()
    newer.hears("kept your place")
    goes_first(line, newer)
    behind.hangs_up()
    line.passes(minutes=3)


def test_a_call_from_the_same_number_does_not_cut_somebody_off_from_the_crisis_line(
    line: Line,
) -> None:
    shared = line.phone()  # of a shelter, say
    older = shared.calls(MAIN)
    older.presses("0")
    there = line.phones.phone("+18002738255").rings().picks_up()
    there.is_with(older)

    newer = shared.calls(MAIN)
    line.passes(seconds=5)

    there.is_with(older)
    newer.is_held()
    older.hangs_up()
    newer.hangs_up()
    line.passes(minutes=3)


def test_who_hides_the_number_is_somebody_new_each_time(line: Line) -> None:
    caller: Phone = line.phone()
    first = caller.calls(MAIN, hidden=True)
    first.hangs_up()

    again = caller.calls(MAIN, hidden=True)

    again.hears("Maple Line")
    again.hangs_up()
    line.passes(minutes=3)
    assert how_it_ended(line) == "abandoned"
