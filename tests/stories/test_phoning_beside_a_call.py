"""Somebody who is on the phone with us is rung for no other talk: not for CALL, and not back."""

from __future__ import annotations

from tests.stories.line import MAIN, Line
from tests.stories.phoning import soon_rings
from tests.stories.phoning_each_other import in_touch, they_agree, they_go_on_by_text, they_phone
from warmline.simulator.handset import Phone
from warmline.simulator.telephone import Calling


def on_the_phone_and_by_text(line: Line) -> tuple[Phone, Phone, Calling, Calling]:
    """They write to Ada, and talk with Bob."""
    ada, caller = in_touch(line)
    bob = line.peer("Bob")
    calling = caller.calls(MAIN)
    with_bob = bob.rings().picks_up().presses("1")
    calling.is_with(with_bob)
    return ada, caller, calling, with_bob


def test_a_peer_is_told_that_they_are_on_the_phone_with_us(line: Line) -> None:
    ada, caller, calling, with_bob = on_the_phone_and_by_text(line)
    ada.texts("CALL", to=MAIN)
    ada.expects("is on the phone with us already", "still together by text")
    caller.expects_nothing()
    they_go_on_by_text(line, ada, caller)
    calling.is_with(with_bob)


def test_who_is_on_the_phone_with_us_is_not_rung_at_their_own_wish_either(line: Line) -> None:
    ada, caller, calling, with_bob = on_the_phone_and_by_text(line)
    caller.texts("CALL", to=MAIN)
    caller.expects("did not work out just now", "still here by text")
    ada.expects_nothing()
    calling.is_with(with_bob)


def test_who_phones_us_after_they_agreed_is_not_rung_and_both_are_told(line: Line) -> None:
    ada, caller = in_touch(line)
    they_agree(ada, caller)
    ring = ada.rings().picks_up()
    calling = caller.calls(MAIN)

    ring.presses("1")

    ring.hears("is over", "goes on by text")
    ring.is_over()
    ada.expects("did not come about")
    caller.expects("did not work out just now")
    calling.hears("Hello, this is Maple Line")
    assert len(caller.all_calls()) == 1


def test_who_wished_to_be_rung_back_is_rung_when_the_call_with_their_peer_is_over(
    line: Line,
) -> None:
    ada, caller = in_touch(line)
    first = caller.calls(MAIN)
    first.presses("1")
    first.hears("You keep your place")
    first.is_over()
    peer, back = they_phone(ada, caller)

    bob = line.peer("Bob")
    line.passes(minutes=2)
    bob.does_not_ring()
    back.is_with(peer)
    back.hangs_up()
    ada.expects("goes on by text")
    caller.expects("The call is over")

    soon_rings(line, bob, minutes=2)
    bob.rings().picks_up().presses("1")
    caller.rings().picks_up().presses("1")
