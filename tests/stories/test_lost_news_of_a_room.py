"""Nobody tells that caller and peer have come into their room: they are left in it, and whoever is not there is brought."""

from __future__ import annotations

from tests.stories.calling import in_a_talk, phone_of
from tests.stories.line import MAIN, Line

LOST = "conferences.callback"


def test_who_is_in_the_room_is_not_torn_out_of_it_though_nobody_told(line: Line) -> None:
    line.phones.goes_wrong("callback_lose", operation=LOST)
    caller, peer = in_a_talk(line)

    line.passes(minutes=2)

    caller.hears_nothing()
    peer.hears_nothing()
    caller.is_with(peer)
    peer.presses("*")  # what is announced knows of the room as well
    peer.hears("To go back")
    caller.hears("in a moment")
    peer.presses("1")
    caller.hangs_up()
    phone_of(peer).expects("ended the talk")


def test_where_nobody_can_be_asked_they_are_left_in_the_room(line: Line) -> None:
    line.phones.goes_wrong("callback_lose", operation=LOST)
    line.phones.goes_wrong("rest_error", operation="conferences.list", status=503)
    caller, peer = in_a_talk(line)

    line.passes(minutes=2)

    caller.hears_nothing()
    caller.is_with(peer)
    caller.hangs_up()
    phone_of(peer).expects("ended the talk")


def test_whoever_is_not_in_the_room_is_brought_there(line: Line) -> None:
    ada = line.peer("Ada")
    caller = line.phone().calls(MAIN)
    ring = ada.rings().picks_up()
    line.phones.goes_wrong("rest_error", operation="calls.update", status=400, count=1)
    ring.presses("1")
    ring.hears("You are with")

    line.passes(seconds=40)

    caller.hears("A peer is here with you now")
    caller.is_with(ring)
    caller.hangs_up()
    ada.expects("ended the talk")
