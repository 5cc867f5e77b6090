"""Two people on the phone: the peer's menu behind *, and how either of them ends it."""

from __future__ import annotations

from tests.stories.calling import in_a_talk, phone_of
from tests.stories.line import MAIN, Line


def test_nothing_pressed_in_the_menu_leads_back(line: Line) -> None:
    caller, peer = in_a_talk(line)
    peer.presses("*")
    peer.hears(
        "To go back to", "press 1", "bring in the crisis line, press 2", "press 3", "press 4"
    )
    peer.is_alone()
    line.passes(seconds=30)
    peer.hears("Back to")
    caller.is_with(peer)


def test_the_caller_hears_that_the_peer_will_be_back(line: Line) -> None:
    caller, peer = in_a_talk(line)
    peer.presses("*")
    caller.hears("will be with you again in a moment")
    peer.presses("1")
    peer.hears("Back to")
    caller.is_with(peer)
    caller.hears_nothing()


def test_a_key_that_means_nothing_leads_back(line: Line) -> None:
    caller, peer = in_a_talk(line)
    peer.presses("*")
    peer.presses("7")
    peer.hears("Back to")
    caller.is_with(peer)


def test_a_peer_ends_the_call_kindly(line: Line) -> None:
    caller, peer = in_a_talk(line)
    peer.presses("*")
    caller.hears("in a moment")
    peer.presses("3")
    peer.hears("hears a kind goodbye")
    peer.is_over()
    caller.hears("Your peer has ended this call", "welcome to call or text again")
    caller.is_over()
    phone_of(peer).expects("Your talk with", "Take a breath")
    line.passes(minutes=5)


def test_a_peer_ends_it_because_of_abuse_and_has_a_break(line: Line) -> None:
    caller, peer = in_a_talk(line)
    peer.presses("*")
    caller.hears("in a moment")
    peer.presses("4")
    peer.hears("You need not explain", "break of 30 minutes")
    peer.is_over()
    caller.hears("Your peer has ended this call", "You can call again another time", "9 8 8")
    caller.is_over()
    phone_of(peer).expects("ended the talk", "break of 30 minutes", "RESUME")
    phone_of(peer).expects("Your talk with")
    again = line.phone().calls(MAIN)
    peer.phone.does_not_ring()
    again.hangs_up()
    line.passes(minutes=31)
    later = line.phone().calls(MAIN)
    peer.phone.rings().picks_up().presses("1")
    later.is_with(peer.phone)


def test_a_key_pressed_when_the_call_is_over_ends_nothing_else(line: Line) -> None:
    caller, peer = in_a_talk(line)
    peer.presses("*")
    caller.hangs_up()
    peer.hears("They have hung up")
    peer.is_over()
    phone_of(peer).expects("has ended the talk")


def test_neither_leg_ends_the_conference_for_the_other(line: Line) -> None:
    caller, peer = in_a_talk(line)
    for _ in range(3):
        peer.presses("*")
        caller.goes_on()
        peer.presses("1")
        caller.is_with(peer)


def test_the_room_has_a_name_that_says_nothing(line: Line) -> None:
    first, _ = in_a_talk(line)
    second, _ = in_a_talk(line)
    store = line.desk.store.contacts
    contacts = [store.get(one) for one in store.open()]
    names = {one.call.room for one in contacts if one and one.call}
    assert len(names) == 2
    for name in names:
        assert name.startswith("r")
        assert first.phone.number[1:] not in name
        assert second.phone.number[1:] not in name


def test_whoever_is_being_rung_back_is_not_ended_by_a_key(line: Line) -> None:
    ada = line.peer("Ada")
    ada.texts("PAUSE", to=MAIN)
    ada.expects("Paused until")
    caller = line.phone().calls(MAIN)
    caller.presses("1")
    caller.hears("We will try to ring you")
    caller.is_over()
    ada.texts("RESUME", to=MAIN)
    ada.expects("offers")
    line.passes(seconds=15)
    peer = ada.rings().picks_up().presses("1")
    ring = caller.phone.rings()
    peer.presses("*").presses("3")
    peer.hears("We are ringing")
    ring.picks_up().presses("1")
    ring.is_with(peer)
