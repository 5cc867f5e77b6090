"""In a call within a conversation a peer presses *, as in any other: what they hear, and what becomes of it."""

from __future__ import annotations

from tests.stories.calling import phone_of
from tests.stories.line import MAIN, Line
from tests.stories.phoning_each_other import they_go_on_by_text, together
from warmline.simulator.telephone import Calling


def opens_menu(peer: Calling, caller: Calling) -> None:
    peer.presses("*")
    peer.hears("To go back", "press 1", "press 5")
    caller.hears("in a moment")


def test_1_nothing_and_a_key_that_means_nothing_lead_back(line: Line) -> None:
    peer, caller = together(line)
    for key in ("1", "9"):
        opens_menu(peer, caller)
        peer.presses(key)
        peer.hears("Back to")
        peer.is_with(caller)
    opens_menu(peer, caller)
    line.passes(seconds=40)
    peer.hears("Back to")
    peer.is_with(caller)


def test_3_ends_the_call_and_the_texts_go_on(line: Line) -> None:
    peer, caller = together(line)
    opens_menu(peer, caller)
    peer.presses("3")
    peer.hears("is over", "goes on by text")
    peer.is_over()
    caller.hears("is over", "by text")
    caller.is_over()
    phone_of(peer).expects("goes on by text")
    phone_of(caller).expects("The call is over")
    they_go_on_by_text(line, phone_of(peer), phone_of(caller))


def test_4_ends_all_of_it_with_a_break(line: Line) -> None:
    peer, caller = together(line)
    opens_menu(peer, caller)
    peer.presses("4")
    peer.hears("You need not explain")
    peer.is_over()
    caller.hears("You can call again another time")
    caller.is_over()
    phone_of(caller).expects("988")
    phone_of(peer).expects("break of 30 minutes")
    phone_of(peer).expects("Your talk with")
    phone_of(peer).texts("hello?", to=MAIN)
    phone_of(peer).expects()
    phone_of(caller).expects_nothing()


def test_5_asks_a_coordinator_and_the_caller_hears_nothing_of_it(line: Line) -> None:
    _, cleo = line.volunteer("Cleo", coordinator=True)
    peer, caller = together(line)
    opens_menu(peer, caller)
    peer.presses("5")
    peer.hears("A coordinator is asked")
    cleo.expects("Ada", "ACK")
    opens_menu(peer, caller)
    peer.presses("5")
    peer.hears("already", "text BACKUP")
    cleo.expects_nothing()
    caller.hears_nothing()
    peer.is_with(caller)


def test_5_says_when_no_coordinator_can_be_reached(line: Line) -> None:
    peer, caller = together(line)
    opens_menu(peer, caller)
    peer.presses("5")
    peer.hears("No coordinator is reachable now", "Star and 2")
    peer.is_with(caller)


def test_who_ends_the_talk_by_text_is_not_told_that_it_goes_on(line: Line) -> None:
    peer, caller = together(line)
    phone_of(peer).texts("DONE", to=MAIN)
    assert "goes on" not in peer.hears("is over")
    assert "by text" not in caller.hears("Your peer has ended this call")
    phone_of(peer).expects("Take a breath")
    phone_of(caller).expects()
    phone_of(caller).expects()
