"""A caller presses 1: they hang up, keep their place, and are rung when a peer has taken them; with manners."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.stories.line import MAIN, Line
from tests.stories.phoning import CRISIS_LINE, how_it_ended, soon_rings, speaks_spanish
from warmline.simulator.handset import Phone
from warmline.simulator.telephone import Calling


def asks_to_be_rung(line: Line, caller: Phone) -> Calling:
    """A caller who has pressed 1 and hung up."""
    calling = caller.calls(MAIN)
    calling.presses("1")
    calling.hears("You can hang up now")
    calling.is_over()
    line.passes(seconds=15)
    return calling


def is_taken(line: Line, peer: Phone) -> Calling:
    """The peer takes whoever asked to be rung, and hears that we ring them."""
    soon_rings(line, peer, minutes=21)
    ringing = peer.rings().picks_up()
    ringing.presses("1")
    ringing.hears("ringing")
    return ringing


def test_a_peer_is_rung_first_and_then_the_caller_who_hears_nothing_of_what_we_are(
    line: Line,
) -> None:
    caller = line.phone()
    asks_to_be_rung(line, caller)
    line.passes(minutes=10)
    ada = line.peer("Ada")
    taken = is_taken(line, ada)

    back = caller.rings()
    assert back.shows == MAIN
    said = back.picks_up().hears("Hello", "press 1", "press 2")
    assert "Maple" not in said
    assert "peer" not in said
    back.presses("1")

    back.is_with(taken)
    back.hangs_up()
    ada.expects("ended the talk")
    assert how_it_ended(line) == "by_caller"


def declines(caller: Phone) -> None:
    caller.rings().declines()


def does_not_answer(caller: Phone) -> None:
    caller.rings()


def has_voicemail(caller: Phone) -> None:
    caller.rings().picks_up()  # and nobody presses a key


@pytest.mark.parametrize("in_vain", [declines, does_not_answer, has_voicemail])
def test_whoever_is_not_reached_is_tried_again_later_and_the_peer_is_free_at_once(
    line: Line, in_vain: Callable[[Phone], None]
) -> None:
    caller, other = line.phone(), line.phone()
    asks_to_be_rung(line, caller)
    ada = line.peer("Ada")
    waits = is_taken(line, ada)

    in_vain(caller)
    line.passes(seconds=50)

    waits.hears("did not pick up", "Thank you")
    waits.is_over()
    caller.does_not_ring()
    calling = other.calls(MAIN)
    ada.rings().picks_up().presses("1")  # no wrap-up for a call that did not happen
    ada.is_on_the_line().is_with(calling)
    calling.hangs_up()
    ada.expects("ended the talk")
    is_taken(line, ada)
    caller.rings().picks_up().presses("1")
    caller.is_on_the_line().hangs_up()
    ada.expects("ended the talk")


def test_2_is_not_now_and_they_are_tried_later(line: Line) -> None:
    caller = line.phone()
    asks_to_be_rung(line, caller)
    ada = line.peer("Ada")
    waits = is_taken(line, ada)

    back = caller.rings().picks_up()
    back.presses("2")

    back.hears("once more later", "place is kept")
    back.is_over()
    waits.hears("did not")
    waits.is_over()
    soon_rings(line, ada, minutes=6)
    ada.rings().declines()
    caller.does_not_ring()
    ada.texts("OFF", to=MAIN)
    ada.expects("You are off")


def test_after_three_tries_a_text_says_so_and_names_nothing(line: Line) -> None:
    caller = line.phone()
    asks_to_be_rung(line, caller)
    ada = line.peer("Ada")
    for _ in range(3):
        waits = is_taken(line, ada)
        caller.rings().declines()
        waits.hears("did not")
    line.passes(minutes=21)

    said = caller.expects("did not reach you", "any time").body
    assert "Maple" not in said
    assert "988" not in said
    assert how_it_ended(line) == "not_reached"


def test_nobody_is_rung_in_their_night_unless_they_have_just_asked(line: Line) -> None:
    line.sleeps_until(line.now() + timedelta(hours=10, minutes=50))  # 8:50 pm
    caller, ada = line.phone(), line.peer("Ada")
    asks_to_be_rung(line, caller)
    waits = is_taken(line, ada)
    caller.rings().declines()
    waits.hears("did not")
    waits = is_taken(line, ada)  # 9 pm has passed, and they asked a few minutes ago
    caller.rings().declines()
    waits.hears("did not")
    ada.texts("OFF", to=MAIN)
    ada.expects("You are off")

    line.sleeps_until(line.now() + timedelta(hours=5))
    bo = line.peer("Bo")
    line.passes(minutes=5)
    bo.does_not_ring()
    line.sleeps_until(line.now() + timedelta(hours=6))

    is_taken(line, bo)
    caller.rings().picks_up().presses("1")
    caller.is_on_the_line().hangs_up()
    bo.expects("ended the talk")


def test_their_night_is_where_their_number_is_from(line: Line) -> None:
    from_hawaii = line.phones.phone("+18085550123")  # 5 am there, when it is 10 am here
    asks_to_be_rung(line, from_hawaii)
    line.passes(minutes=65)
    ada = line.peer("Ada")
    line.passes(minutes=1)
    ada.does_not_ring()

    line.sleeps_until(line.now() + timedelta(hours=2))  # past 8 am there
    is_taken(line, ada)
    from_hawaii.rings().picks_up().presses("1")
    from_hawaii.is_on_the_line().hangs_up()
    ada.expects("ended the talk")


def test_whoever_rings_themselves_has_their_place_back(line: Line) -> None:
    first, second = line.phone(), line.phone()
    asks_to_be_rung(line, first)
    behind = second.calls(MAIN)

    again = first.calls(MAIN)
    again.hears("kept your place")
    ada = line.peer("Ada")
    ada.rings().picks_up().presses("1")

    ada.is_on_the_line().is_with(again)
    again.hangs_up()
    ada.expects("ended the talk")
    behind.hangs_up()
    line.passes(minutes=3)


def test_whoever_rings_while_we_ring_them_is_together_with_the_peer(line: Line) -> None:
    caller = line.phone()
    asks_to_be_rung(line, caller)
    ada = line.peer("Ada")
    waits = is_taken(line, ada)
    ringing = caller.rings()

    again = caller.calls(MAIN)

    ringing.is_over("canceled")
    again.is_with(waits)
    again.hangs_up()
    ada.expects("ended the talk")


def test_a_hidden_number_cannot_be_rung_and_is_told_so_kindly(line: Line) -> None:
    line.peer("Ada").never_answers()
    calling = line.phone().calls(MAIN, hidden=True)
    line.passes(seconds=5)

    calling.presses("1")

    calling.hears("cannot ring you", "You keep your place")
    calling.is_held()
    calling.hangs_up()
    line.passes(minutes=3)


def test_0_works_when_we_ring_them_too(line: Line) -> None:
    caller = line.phone()
    asks_to_be_rung(line, caller)
    waits = is_taken(line, line.peer("Ada"))
    back = caller.rings().picks_up()

    back.presses("0")

    waits.is_over()
    line.phones.phone(CRISIS_LINE).rings().picks_up().is_with(back)
    back.hangs_up()
    assert how_it_ended(line) == "crisis_line"


def test_in_spanish_they_are_asked_in_spanish(line: Line) -> None:
    caller = line.phone()
    calling = speaks_spanish(caller)
    calling.presses("1")
    calling.hears("Ya puedes colgar")
    line.passes(seconds=15)
    is_taken(line, line.peer("Ada"))

    back = caller.rings().picks_up()
    back.hears("oprime 1", "oprime 2")
    back.presses("2")
    back.hears("otra vez más tarde")
    back.is_over()
