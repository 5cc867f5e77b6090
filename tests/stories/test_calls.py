"""Somebody phones the line: greeted, held, answered by a peer on their own phone; neither sees the other's number."""

from __future__ import annotations

from tests.stories.line import MAIN, Line


def test_a_caller_is_held_a_peer_presses_1_and_they_talk(line: Line) -> None:
    ada = line.peer("Ada")
    caller = line.phone()

    calling = caller.calls(MAIN)
    calling.hears("Maple Line", "not an emergency service", "press 0")
    ringing = ada.rings()
    assert ringing.shows == MAIN
    ringing.picks_up().hears("would like to talk", "press 1")
    ringing.presses("1")

    calling.hears("A peer is here")
    ringing.is_with(calling)

    calling.hangs_up()
    ringing.hears("hung up").strip()
    ringing.is_over()
    ada.expects("ended the talk")


def test_the_first_to_press_1_has_the_caller_and_the_other_is_thanked(line: Line) -> None:
    ada, bo = line.peer("Ada"), line.peer("Bo")
    calling = line.phone().calls(MAIN)
    calling.hears("Maple Line")
    first, second = ada.rings().picks_up(), bo.rings().picks_up()

    first.presses("1")
    second.is_over()
    first.is_with(calling)

    first.hangs_up()
    calling.is_held()
    ada.rings().picks_up().presses("2")  # rung back once: "I ended it"
    bo.rings().picks_up().presses("1")
    bo.is_on_the_line().is_with(calling)
    calling.hangs_up()
    bo.expects("ended the talk")


def test_who_drops_and_rings_again_keeps_the_place(line: Line) -> None:
    first, second = line.phone(), line.phone()
    dropped = first.calls(MAIN)
    dropped.hears("Maple Line")
    behind = second.calls(MAIN)
    behind.hears("Maple Line")
    dropped.hangs_up()
    line.passes(seconds=60)
    again = first.calls(MAIN)
    again.hears("kept your place")

    ada = line.peer("Ada")
    ada.rings().picks_up().presses("1")
    ada.is_on_the_line().is_with(again)
    again.hangs_up()
    ada.expects("ended the talk")
    behind.is_held().hangs_up()
    line.passes(minutes=3)


def test_no_second_phone_rings_for_one_caller_while_another_has_none(line: Line) -> None:
    first, second = line.phone().calls(MAIN), line.phone().calls(MAIN)
    line.passes(seconds=5)

    ada, bo = line.peer("Ada"), line.peer("Bo")

    ada.rings().picks_up().presses("1")
    bo.rings().picks_up().presses("1")
    ada.is_on_the_line().is_with(first)
    bo.is_on_the_line().is_with(second)
    for calling, peer in ((first, ada), (second, bo)):
        calling.hangs_up()
        peer.expects("ended the talk")
