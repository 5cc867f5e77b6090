"""A peer who is on the phone with somebody texts the line: nothing of it reaches the caller by text."""

from __future__ import annotations

from tests.stories.calling import in_a_talk, phone_of
from tests.stories.handing import crisis_line
from tests.stories.line import MAIN, Line


def test_done_ends_the_call_kindly(line: Line) -> None:
    caller, peer = in_a_talk(line)
    phone_of(peer).texts("DONE", to=MAIN)
    caller.hears("Your peer has ended this call")
    caller.is_over()
    peer.hears("Thank you for being there")
    peer.is_over()
    phone_of(peer).expects("Your talk with")


def test_backup_asks_a_coordinator(line: Line) -> None:
    _, cleo = line.volunteer("Cleo", coordinator=True)
    caller, peer = in_a_talk(line)
    phone_of(peer).texts("BACKUP", to=MAIN)
    phone_of(peer).expects("coordinator")
    cleo.expects("Ada", "ACK")
    caller.is_with(peer)


def test_handoff_tells_the_peer_what_to_ask_and_press(line: Line) -> None:
    caller, peer = in_a_talk(line)
    phone_of(peer).texts("HANDOFF", to=MAIN)
    phone_of(peer).expects("Ask", "press * and 2", "1 if they agree")
    phone_of(peer).texts("handoff", to=MAIN)
    phone_of(peer).expects("press * and 2")
    caller.is_with(peer)
    crisis_line(line).does_not_ring()


def test_words_are_kept_from_the_caller_and_the_peer_is_told_so(line: Line) -> None:
    caller, peer = in_a_talk(line)
    for words in ("I think she is calmer now", "1: hello", "confirm"):
        phone_of(peer).texts(words, to=MAIN)
        phone_of(peer).expects("on the phone with", "sent them nothing")
    phone_of(caller).expects_nothing()
    caller.is_with(peer)


def test_with_the_crisis_line_there_a_text_ends_nothing(line: Line) -> None:
    caller, peer = in_a_talk(line)
    peer.presses("*").presses("2").presses("1")
    third = crisis_line(line).rings().picks_up()
    peer.hears("has picked up")
    phone_of(peer).texts("DONE", to=MAIN)
    phone_of(peer).expects("Press * and 3 to leave them together")
    caller.is_with(third)
    caller.is_with(peer)


def test_off_says_how_a_call_ends(line: Line) -> None:
    caller, peer = in_a_talk(line)
    phone_of(peer).texts("OFF", to=MAIN)
    answer = phone_of(peer).expects("off for new people", "on the phone with", "press * and 3")
    assert "DONE" not in answer.body
    caller.is_with(peer)
    peer.presses("*")
    peer.hears("press 3")
    caller.hears("in a moment")
    peer.presses("3")
    peer.is_over()
    phone_of(peer).expects("Your talk with")


def test_off_and_stop_let_the_call_go_on(line: Line) -> None:
    caller, peer = in_a_talk(line)
    phone_of(peer).texts("STOP", to=MAIN)
    phone_of(peer).expects("unsubscribed")
    caller.is_with(peer)


def test_tag_abuse_ends_the_call_with_a_break(line: Line) -> None:
    caller, peer = in_a_talk(line)
    phone_of(peer).texts("TAG ABUSE", to=MAIN)
    caller.hears("You can call again another time")
    peer.hears("You need not explain")
    phone_of(peer).expects("break of 30 minutes")
    phone_of(peer).expects("Your talk with")
