"""A process of ours dies with a question of the provider in its hands: it is asked again, and nobody is cut off."""

from __future__ import annotations

from tests.stories.calling import in_a_talk, phone_of
from tests.stories.line import MAIN, Line

ASKED = "calls.webhook"


def dies(line: Line) -> None:
    """The next question gets no answer, nor does it the second time."""
    line.phones.goes_wrong("webhook_lose", operation=ASKED, count=2)


def test_a_peer_who_presses_1_in_that_moment_is_with_the_caller(line: Line) -> None:
    ada = line.peer("Ada")
    caller = line.phone().calls(MAIN)
    caller.hears("Maple Line")
    ring = ada.rings().picks_up()
    ring.hears("press 1")

    dies(line)
    ring.presses("1")

    ring.hears("You are with")
    caller.is_with(ring)
    caller.hangs_up()
    ada.expects("ended the talk")


def test_a_caller_who_waits_goes_on_waiting(line: Line) -> None:
    line.volunteer("Cora", coordinator=True)[1].has_voicemail()
    caller = line.phone().calls(MAIN)
    line.passes(seconds=5)
    caller.hears("No peer is here")

    dies(line)
    line.passes(seconds=30)

    caller.hears("press 1")
    caller.is_held()
    caller.hangs_up()
    line.passes(minutes=3)


def test_a_peer_in_the_menu_comes_back(line: Line) -> None:
    caller, peer = in_a_talk(line)
    dies(line)
    peer.presses("*")
    peer.hears("To go back")
    caller.hears("in a moment")
    dies(line)
    peer.presses("1")
    peer.hears("Back to")
    caller.is_with(peer)
    caller.hangs_up()
    phone_of(peer).expects("ended the talk")
