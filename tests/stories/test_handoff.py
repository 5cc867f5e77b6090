"""The warm handoff: the crisis line joins, the peer introduces and leaves."""

from __future__ import annotations

from tests.stories.calling import in_a_talk, phone_of
from tests.stories.handing import (
    all_three_talk,
    asks_for_the_crisis_line,
    leaves_them_together,
)
from tests.stories.line import MAIN, Line
from warmline.simulator.handset import Phone


def test_the_crisis_line_is_brought_in_and_the_peer_leaves(line: Line, crisis: Phone) -> None:
    caller, peer = in_a_talk(line)
    third = all_three_talk(caller, peer, crisis)
    leaves_them_together(peer)
    caller.is_with(third)
    caller.hears_nothing()
    caller.hangs_up()
    third.is_over()
    line.passes(minutes=3)


def test_caller_and_peer_keep_talking_while_it_rings(line: Line, crisis: Phone) -> None:
    caller, peer = in_a_talk(line)
    asks_for_the_crisis_line(caller, peer)
    caller.is_with(peer)
    crisis.rings().picks_up()
    peer.hears("has picked up")
    leaves_them_together(peer)


def test_the_crisis_line_sees_the_line_s_own_number(line: Line, crisis: Phone) -> None:
    caller, peer = in_a_talk(line)
    asks_for_the_crisis_line(caller, peer)
    ring = crisis.rings()
    assert ring.shows == line.desk.line.main_number.e164
    ring.picks_up().hears_nothing()
    peer.hears("has picked up")


def test_the_peer_goes_back_to_ask_first_and_then_says_what_was_answered(
    line: Line, crisis: Phone
) -> None:
    caller, peer = in_a_talk(line)
    for key in ("2", "*"):
        peer.presses("*" if key == "2" else "")
        peer.presses(key)
    peer.hears("Please ask", "Back to")
    caller.is_with(peer)
    caller.hears("in a moment")
    asks_for_the_crisis_line(caller, peer)
    crisis.rings().declines()
    peer.hears("did not answer")
    phone_of(caller).expects("We could not keep the crisis line on your call")


def test_not_now_means_that_nobody_is_rung(line: Line, crisis: Phone) -> None:
    caller, peer = in_a_talk(line)
    peer.presses("*").presses("2").presses("2")
    peer.hears("The crisis line is not rung")
    crisis.does_not_ring()
    caller.is_with(peer)


def test_the_peer_may_stop_the_ringing(line: Line, crisis: Phone) -> None:
    caller, peer = in_a_talk(line)
    asks_for_the_crisis_line(caller, peer)
    ring = crisis.rings()
    peer.presses("*")
    peer.hears("is being rung", "To stop ringing it, press 2")
    peer.presses("2")
    peer.hears("is let go")
    ring.is_over()
    caller.is_with(peer)


def test_the_peer_may_let_the_crisis_line_go_and_stay(line: Line, crisis: Phone) -> None:
    caller, peer = in_a_talk(line)
    third = all_three_talk(caller, peer, crisis)
    peer.presses("*").presses("2")
    peer.hears("is let go")
    third.is_over()
    caller.is_with(peer)


def test_while_it_only_rings_nobody_can_be_left_with_it(line: Line, crisis: Phone) -> None:
    caller, peer = in_a_talk(line)
    asks_for_the_crisis_line(caller, peer)
    peer.presses("*").presses("3")
    peer.hears("Back to")
    caller.is_with(peer)
    crisis.rings().picks_up()
    peer.hears("has picked up")


def test_a_key_meant_for_an_older_menu_is_asked_again(line: Line, crisis: Phone) -> None:
    caller, peer = in_a_talk(line)
    asks_for_the_crisis_line(caller, peer)
    peer.presses("*")
    peer.hears("To stop ringing it, press 2")
    third = crisis.rings().picks_up()
    # it has picked up since: nobody is sent away by a key that meant something else
    peer.presses("2")
    peer.hears("press 3, and they stay together")
    third.goes_on()
    peer.presses("1")
    caller.is_with(third)
    caller.hears("in a moment")


def test_a_peer_who_has_left_has_a_breathing_space_and_is_then_asked_again(
    line: Line, crisis: Phone
) -> None:
    caller, peer = in_a_talk(line)
    third = all_three_talk(caller, peer, crisis)
    leaves_them_together(peer)
    waits = line.phone().calls(MAIN)
    peer.phone.does_not_ring()
    line.passes(seconds=125)
    peer.phone.rings().picks_up().presses("1")
    waits.is_with(peer.phone)
    caller.is_with(third)


def test_the_peer_is_asked_once_whether_somebody_has_come_to_the_phone(
    line: Line, crisis: Phone
) -> None:
    caller, peer = in_a_talk(line)
    all_three_talk(caller, peer, crisis)
    line.passes(seconds=95)
    peer.hears("If nobody is there at the crisis line yet")
    line.passes(minutes=10)
    peer.hears_nothing()
    caller.hears_nothing()


def test_the_record_says_whose_consent_it_stood_on(line: Line, crisis: Phone) -> None:
    caller, peer = in_a_talk(line)
    all_three_talk(caller, peer, crisis)
    written = line.everything_stored()["wl:{main}:journal"]
    assert "'what': 'agreed'" in written
    assert "'consent': 'caller'" in written
    assert "'told_by': 'v" in written
