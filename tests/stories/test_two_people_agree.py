"""Without consent, and with a life in danger, it takes a peer and a coordinator, and a reason that is kept."""

from __future__ import annotations

import pytest

from tests.stories.calling import in_a_talk, phone_of
from tests.stories.line import MAIN, Line
from warmline.simulator.handset import Phone
from warmline.simulator.telephone import Calling

WHY = "Has taken pills, does not answer any more"


@pytest.fixture
def cleo(line: Line) -> Phone:
    """A coordinator, not on duty."""
    _, phone = line.volunteer("Cleo", coordinator=True)
    return phone


def says_that_a_life_is_in_danger(caller: Calling, peer: Calling, coordinator: Phone) -> None:
    peer.presses("*").presses("2")
    coordinator.expects("has offered", "ACK")
    peer.presses("3")
    peer.hears("it takes two people", "asking a coordinator")
    caller.is_with(peer)


def code_of(page: str) -> str:
    return page.partition("ALLOW ")[2].split()[0]


def test_nobody_is_rung_before_a_coordinator_has_agreed_with_a_reason(
    line: Line, crisis: Phone, cleo: Phone
) -> None:
    caller, peer = in_a_talk(line)
    says_that_a_life_is_in_danger(caller, peer, cleo)
    code = code_of(cleo.expects("URGENT", "without their consent", "ALLOW").body)
    crisis.does_not_ring()
    cleo.texts(f"ALLOW {code}", to=MAIN)
    cleo.expects("Please say why", f"ALLOW {code}")
    crisis.does_not_ring()
    cleo.texts(f"allow {code} {WHY}", to=MAIN)
    cleo.expects("is being rung", "Your reason is kept")
    peer.hears("A coordinator has agreed")
    third = crisis.rings().picks_up()
    peer.hears("has picked up")
    caller.is_with(third)
    line.passes(minutes=10)
    cleo.expects_nothing()


def test_the_reason_is_kept_sealed_and_the_record_names_who_agreed(
    line: Line, crisis: Phone, cleo: Phone
) -> None:
    caller, peer = in_a_talk(line)
    says_that_a_life_is_in_danger(caller, peer, cleo)
    cleo.texts(f"ALLOW {code_of(cleo.expects('ALLOW').body)} {WHY}", to=MAIN)
    cleo.expects("is being rung")
    crisis.rings().picks_up()
    stored = line.everything_stored()
    assert not [key for key, held in stored.items() if WHY in held and "inbox" not in key]
    (contact,) = line.desk.store.contacts.open()
    held = stored[f"wl:{{main}}:contact:{contact}"]
    assert WHY in [line.unsealed(seal) for seal in line.seals_in(held)]
    assert "'what': 'allowed'" in stored["wl:{main}:journal"]
    assert "'what': 'danger'" in stored["wl:{main}:journal"]


def test_the_peer_cannot_be_the_second_person(line: Line, crisis: Phone, cleo: Phone) -> None:
    _, phone = line.volunteer("Dora", coordinator=True)
    phone.texts("ON", to=MAIN)
    phone.expects("You are on")
    caller = line.phone().calls(MAIN)
    peer = phone.rings().picks_up().presses("1")
    caller.is_with(peer)
    says_that_a_life_is_in_danger(caller, peer, cleo)
    code = code_of(cleo.expects("Dora wants", "ALLOW").body)
    phone.texts(f"ALLOW {code} I am sure of it", to=MAIN)
    phone.expects("somebody else has to agree")
    crisis.does_not_ring()


def test_if_they_agree_meanwhile_no_coordinator_is_needed(
    line: Line, crisis: Phone, cleo: Phone
) -> None:
    caller, peer = in_a_talk(line)
    says_that_a_life_is_in_danger(caller, peer, cleo)
    code = code_of(cleo.expects("ALLOW").body)
    peer.presses("*").presses("2").presses("1")
    crisis.rings().picks_up()
    line.passes(minutes=10)
    cleo.texts(f"ALLOW {code} {WHY}", to=MAIN)
    cleo.expects("nothing left to allow")
    caller.is_with(peer)


def test_the_peer_may_take_it_back(line: Line, crisis: Phone, cleo: Phone) -> None:
    caller, peer = in_a_talk(line)
    says_that_a_life_is_in_danger(caller, peer, cleo)
    cleo.expects("ALLOW")
    peer.presses("*").presses("2").presses("2")
    peer.hears("The crisis line is not rung")
    line.passes(minutes=10)
    cleo.expects_nothing()
    crisis.does_not_ring()


def test_the_peer_hears_that_nobody_has_answered_yet(
    line: Line, crisis: Phone, cleo: Phone
) -> None:
    caller, peer = in_a_talk(line)
    says_that_a_life_is_in_danger(caller, peer, cleo)
    cleo.expects("ALLOW")
    line.passes(seconds=125)
    peer.hears("No coordinator has answered yet", "emergency number")
    cleo.expects("ALLOW")
    caller.is_with(peer)
    crisis.does_not_ring()


def test_a_life_in_danger_is_not_forgotten_when_the_call_breaks_off(
    line: Line, crisis: Phone, cleo: Phone
) -> None:
    caller, peer = in_a_talk(line)
    says_that_a_life_is_in_danger(caller, peer, cleo)
    cleo.expects("ALLOW")
    caller.hangs_up()
    peer.hears("They have hung up")
    phone_of(peer).expects("has ended the talk")
    phone_of(caller).expects("To reach them yourself", "988")
    cleo.expects("could not be brought in", "ACK")
    crisis.does_not_ring()


def test_words_that_only_sound_like_it_reach_the_person(line: Line, cleo: Phone) -> None:
    ada = line.peer("Ada")
    caller = line.phone()
    line.in_touch(caller, ada)
    ada.texts("Allow 5 minutes for yourself", to=MAIN)
    caller.expects("Allow 5 minutes for yourself")
