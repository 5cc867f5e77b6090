"""A coordinator who is kept apart from a caller does not listen to their call, however it is come by."""

from __future__ import annotations

import pytest

from tests.stories.calling import in_a_talk, phone_of
from tests.stories.line import MAIN, Line
from tests.stories.listening import asks, code_of, listens, nobody_listens
from warmline.flows.office import contacts
from warmline.simulator.handset import Phone
from warmline.volunteers.roster import Volunteer


@pytest.fixture(autouse=True)
def allowed(environ: dict[str, str]) -> None:
    environ["WARMLINE_LISTENING_IN"] = "yes"


@pytest.fixture
def kit(line: Line) -> tuple[Volunteer, Phone]:
    kit, phone = line.volunteer("Kit", coordinator=True)
    phone.answers_by_hand()
    return kit, phone


def parted(line: Line, kit: Volunteer) -> None:
    """An operator keeps the two apart, in the middle of the call."""
    (contact,) = line.desk.store.contacts.open()
    found = line.desk.store.contacts.get(contact)
    assert found
    contacts.keep_apart(line.desk, found, kit)


def test_whoever_is_kept_apart_is_told_so_and_nobody_else_hears_of_it(
    line: Line, kit: tuple[Volunteer, Phone]
) -> None:
    caller, peer = in_a_talk(line)
    line.keeps_apart(phone_of(caller), kit[0])
    kit[1].texts(f"LISTEN {code_of(line)}", to=MAIN)
    kit[1].expects("kept apart", "another coordinator")
    line.passes(minutes=3)
    assert kit[1].all_calls() == []
    peer.hears_nothing()
    caller.is_with(peer)


def test_whoever_is_kept_apart_while_they_listen_does_not_any_more(
    line: Line, kit: tuple[Volunteer, Phone]
) -> None:
    caller, peer = in_a_talk(line)
    call = listens(line, kit[1], peer)
    parted(line, kit[0])
    call.is_over()
    nobody_listens(peer)
    caller.is_with(peer)


def test_whoever_is_kept_apart_while_their_phone_rings_is_rung_no_longer(
    line: Line, kit: tuple[Volunteer, Phone]
) -> None:
    caller, peer = in_a_talk(line)
    asks(line, kit[1], peer)
    peer.hears("A coordinator is about to listen")
    rings = kit[1].rings()
    parted(line, kit[0])
    rings.is_over()
    nobody_listens(peer)
    caller.is_with(peer)


def test_a_key_pressed_in_that_very_moment_lets_nobody_in(
    line: Line, kit: tuple[Volunteer, Phone]
) -> None:
    caller, peer = in_a_talk(line)
    asks(line, kit[1], peer)
    peer.hears("A coordinator is about to listen")
    rings = kit[1].rings().picks_up()
    line.keeps_apart(phone_of(caller), kit[0])  # and nobody has looked at the call yet
    rings.presses("1")
    line.passes(minutes=1)
    rings.is_over()
    nobody_listens(peer)
    caller.is_with(peer)
    assert "'what': 'began'" not in line.everything_stored()["wl:{main}:journal"]
