"""A call breaks off: whoever drops is rung back or may ring again, and whoever is left hears an honest word."""

from __future__ import annotations

from datetime import timedelta

from tests.stories.calling import in_a_talk, phone_of
from tests.stories.line import MAIN, Line
from warmline.simulator.voice.hands import FADES_S


def test_a_peer_who_drops_is_rung_back_at_once_and_goes_on(line: Line) -> None:
    caller, peer = in_a_talk(line)
    peer.hangs_up()
    caller.hears("Your peer's call broke off. Please stay")
    caller.is_held()
    again = peer.phone.rings().picks_up()
    again.hears("broke off", "press 1", "press 2")
    again.presses("1")
    caller.is_with(again)


def test_only_the_peer_who_dropped_is_rung_at_first(line: Line) -> None:
    caller, peer = in_a_talk(line)
    bo = line.peer("Bo")
    peer.hangs_up()
    peer.phone.rings()
    bo.does_not_ring()
    caller.hears("broke off")
    peer.phone.rings().declines()
    bo.rings().picks_up().presses("1")
    caller.is_with(bo)


def test_a_peer_who_lets_somebody_else_go_on_is_rung_no_more(line: Line) -> None:
    caller, peer = in_a_talk(line)
    bo = line.peer("Bo")
    peer.hangs_up()
    peer.phone.rings().picks_up().presses("2")
    bo.rings().picks_up().presses("1")
    caller.is_with(bo)
    peer.phone.does_not_ring()


def test_whoever_lost_their_peer_goes_before_all_who_wait(line: Line) -> None:
    caller, peer = in_a_talk(line)
    before = line.phone().calls(MAIN)
    line.passes(minutes=2)
    peer.hangs_up()
    peer.phone.rings().declines()
    bo = line.peer("Bo")
    bo.rings().picks_up().presses("1")
    caller.is_with(bo)
    peer.phone.rings().picks_up().presses("1")
    before.is_with(peer.phone)


def test_a_peer_who_does_not_come_back_is_not_rung_a_second_time(line: Line) -> None:
    caller, peer = in_a_talk(line)
    peer.hangs_up()
    ring = peer.phone.rings()
    line.passes(seconds=50)
    ring.is_over()
    peer.phone.does_not_ring()
    caller.goes_on()
    caller.hangs_up()
    line.passes(minutes=3)
    peer.phone.does_not_ring()


def test_a_peer_who_drops_twice_is_not_rung_back_again(line: Line) -> None:
    caller, peer = in_a_talk(line)
    bo = line.peer("Bo")
    peer.hangs_up()
    again = peer.phone.rings().picks_up().presses("1")
    caller.is_with(again)
    again.hangs_up()
    peer.phone.does_not_ring()
    bo.rings().picks_up().presses("1")
    caller.is_with(bo)


def test_a_peer_who_loses_the_network_is_rung_back_too(line: Line) -> None:
    caller, peer = in_a_talk(line)
    peer.loses_network()
    line.passes(seconds=FADES_S + 1)
    caller.hears("Your peer's call broke off")
    again = peer.phone.rings().picks_up().presses("1")
    caller.is_with(again)


def test_the_caller_hangs_up_and_the_peer_hears_so(line: Line) -> None:
    caller, peer = in_a_talk(line)
    caller.hangs_up()
    peer.hears("They have hung up", "Take a moment")
    peer.is_over()
    phone_of(peer).expects("has ended the talk", "Take a breath")


def test_who_rings_again_within_two_minutes_gets_the_same_peer_even_in_the_breathing_space(
    line: Line,
) -> None:
    caller, peer = in_a_talk(line)
    before = line.phone().calls(MAIN)
    caller.hangs_up()
    peer.hears("They have hung up")
    phone_of(peer).expects("has ended the talk")
    line.passes(seconds=30)
    again = caller.phone.calls(MAIN)
    ring = peer.phone.rings().picks_up().presses("1")
    again.is_with(ring)
    before.is_held()


def test_who_rings_again_later_is_somebody_who_waits_like_others(line: Line) -> None:
    caller, peer = in_a_talk(line)
    caller.hangs_up()
    peer.hears("They have hung up")
    phone_of(peer).expects("has ended the talk")
    line.passes(seconds=121)
    bo = line.peer("Bo")
    line.passes(seconds=10)
    again = caller.phone.calls(MAIN)
    ring = peer.phone.rings()
    bo.rings().picks_up().presses("1")
    ring.is_over()
    again.is_with(bo)


def test_after_a_kind_end_nobody_is_pulled_out_of_their_breathing_space(line: Line) -> None:
    caller, peer = in_a_talk(line)
    peer.presses("*").presses("3")
    phone_of(peer).expects("Your talk with")
    caller.phone.calls(MAIN).hears("Hello")
    peer.phone.does_not_ring()


def test_a_lost_call_of_which_nobody_tells_is_found(line: Line) -> None:
    caller, peer = in_a_talk(line)
    line.phones.goes_wrong("callback_lose")
    caller.hangs_up()
    line.phones.goes_right()
    line.passes(seconds=65)
    peer.hears("They have hung up")
    peer.is_over()
    phone_of(peer).expects("has ended the talk")


def test_whoever_left_the_room_is_soon_known_to_have_hung_up(line: Line) -> None:
    caller, peer = in_a_talk(line)
    line.phones.goes_wrong("callback_lose", operation="calls.callback")
    line.phones.goes_wrong("webhook_lose", operation="calls.webhook")
    caller.hangs_up()
    line.phones.goes_right()
    line.passes(seconds=6)
    peer.hears("They have hung up")
    phone_of(peer).expects("has ended the talk")


def test_the_record_counts_a_call_that_goes_on_as_one(line: Line) -> None:
    caller, peer = in_a_talk(line)
    caller.hangs_up()
    phone_of(peer).expects("has ended the talk")
    line.sleeps_until(line.now() + timedelta(seconds=20))
    caller.phone.calls(MAIN)
    peer.phone.rings().picks_up().presses("1")
    assert "'after': 'c" in line.everything_stored()["wl:{main}:journal"]
