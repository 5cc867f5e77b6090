"""A coordinator listens to a call: only where the operator allows it, and never before the peer has heard so."""

from __future__ import annotations

import pytest

from tests.stories.calling import in_a_talk, phone_of
from tests.stories.handing import crisis_line
from tests.stories.line import MAIN, Line
from tests.stories.listening import asks, code_of, listens, nobody_listens
from warmline.simulator.handset import Phone
from warmline.simulator.telephone import Calling


@pytest.fixture(autouse=True)
def allowed(environ: dict[str, str]) -> None:
    environ["WARMLINE_LISTENING_IN"] = "yes"


@pytest.fixture
def kit(line: Line) -> Phone:
    _, phone = line.volunteer("Kit", coordinator=True)
    phone.answers_by_hand()
    return phone


def only_listens(call: Calling, *others: Calling) -> None:
    """Hears each of these, and is heard by none (`hears` and `is_heard` are told of the others)."""
    call.goes_on()
    now = call.now()
    assert {one["sid"] for one in now["with"]} == {one.sid for one in others}
    assert all(one["is_heard"] and not one["hears"] for one in now["with"])


def journal_of(line: Line) -> str:
    return line.everything_stored()["wl:{main}:journal"]


def test_they_hear_both_and_are_heard_by_nobody(line: Line, kit: Phone) -> None:
    caller, peer = in_a_talk(line)
    call = listens(line, kit, peer)
    only_listens(call, caller, peer)
    caller.is_with(peer)
    caller.hears_nothing()
    peer.hears_nothing()
    call.hangs_up()
    nobody_listens(peer)
    caller.is_with(peer)
    caller.hears_nothing()
    written = journal_of(line)
    for what in ("asked", "peer_knows", "began", "over"):
        assert f"'what': '{what}'" in written


def test_no_phone_rings_before_the_peer_has_heard_it(line: Line, kit: Phone) -> None:
    caller, peer = in_a_talk(line)
    line.phones.goes_wrong("rest_error", operation="participants.update", count=3)
    asks(line, kit, peer)
    peer.hears_nothing()
    kit.does_not_ring()
    line.passes(seconds=20)
    peer.hears("A coordinator is about to listen")
    call = kit.rings().picks_up()
    call.presses("1")
    only_listens(call, caller, peer)
    call.hangs_up()
    nobody_listens(peer)


def test_a_peer_in_the_menu_hears_it_first_when_they_come_back(line: Line, kit: Phone) -> None:
    caller, peer = in_a_talk(line)
    peer.presses("*")
    peer.hears("press")
    caller.hears("in a moment")
    asks(line, kit, peer)
    line.passes(seconds=1)
    kit.does_not_ring()
    peer.presses("1")
    line.passes(seconds=5)
    peer.hears("Back to", "A coordinator is about to listen")
    kit.rings().declines()
    nobody_listens(peer)
    caller.is_with(peer)


def test_where_the_peer_cannot_be_told_nobody_listens(line: Line, kit: Phone) -> None:
    caller, peer = in_a_talk(line)
    line.phones.goes_wrong("rest_error", operation="participants.update", status=503)
    asks(line, kit, peer)
    line.passes(minutes=3)
    kit.expects("could not tell the peer")
    nobody_listens(peer)
    assert kit.all_calls() == []
    caller.is_with(peer)


def test_2_or_a_machine_changes_nothing_of_the_talk(line: Line, kit: Phone) -> None:
    caller, peer = in_a_talk(line)
    asks(line, kit, peer)
    peer.hears("A coordinator is about to listen")
    call = kit.rings().picks_up()
    call.presses("2")
    call.hears("nothing to listen to now")
    call.is_over()
    nobody_listens(peer)
    kit.has_voicemail()
    asks(line, kit, peer)
    peer.hears("A coordinator is about to listen")
    line.passes(minutes=2)
    nobody_listens(peer)
    caller.is_with(peer)
    caller.hears_nothing()


def test_the_listener_s_call_ends_with_the_talk(line: Line, kit: Phone) -> None:
    caller, peer = in_a_talk(line)
    call = listens(line, kit, peer)
    caller.hangs_up()
    call.is_over()
    peer.hears("hung up")
    phone_of(peer).expects("ended the talk")
    nobody_listens(peer)


def test_the_listener_s_call_ends_when_the_peer_s_is_lost(line: Line, kit: Phone) -> None:
    caller, peer = in_a_talk(line)
    call = listens(line, kit, peer)
    phone_of(peer).never_answers()
    peer.loses_network()
    line.passes(seconds=40)
    call.is_over()
    nobody_listens(peer)
    caller.hears("broke off")
    caller.hangs_up()


def test_the_listener_s_call_ends_when_the_crisis_line_is_rung(line: Line, kit: Phone) -> None:
    crisis = crisis_line(line)
    caller, peer = in_a_talk(line)
    call = listens(line, kit, peer)
    peer.presses("*").presses("2")
    kit.expects("has offered")
    peer.presses("1")
    call.is_over()
    nobody_listens(peer)
    third = crisis.rings().picks_up()
    caller.is_with(third)
    kit.texts(f"LISTEN {code_of(line)}", to=MAIN)
    kit.expects("Nobody listens to that")


def test_one_listens_at_a_time(line: Line, kit: Phone) -> None:
    _, lou = line.volunteer("Lou", coordinator=True)
    caller, peer = in_a_talk(line)
    call = listens(line, kit, peer)
    lou.texts(f"LISTEN {code_of(line)}", to=MAIN)
    lou.expects("Only one can at a time")
    kit.texts(f"LISTEN {code_of(line)}", to=MAIN)
    kit.expects("all is well")
    assert lou.all_calls() == []
    only_listens(call, caller, peer)


def test_there_must_be_a_call_and_it_must_be_another_s(line: Line, kit: Phone) -> None:
    kit.texts("LISTEN 77", to=MAIN)
    kit.expects("Nobody with the code 77")
    waits = line.phone().calls(MAIN)
    kit.texts(f"LISTEN {code_of(line)}", to=MAIN)
    kit.expects("not on the phone with a peer")
    kit.texts("ON", to=MAIN)
    kit.expects("You are on")
    ring = kit.rings().picks_up()
    ring.presses("1")
    ring.is_with(waits)
    kit.texts(f"LISTEN {code_of(line)}", to=MAIN)
    kit.expects("You are with", "yourself")


def test_callers_are_told_before_anybody_talks(line: Line, kit: Phone) -> None:
    line.phone().calls(MAIN).hears("Coordinators may listen", "crisis line")
