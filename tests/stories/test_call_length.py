"""How long a call has been: said to the peer alone, once, and never where there is risk."""

from __future__ import annotations

import pytest

from tests.stories.calling import in_a_talk
from tests.stories.handing import crisis_line
from tests.stories.line import Line


@pytest.fixture(autouse=True)
def five_minutes(environ: dict[str, str]) -> None:
    environ["WARMLINE_CALL_MINUTES"] = "5"


def test_the_peer_alone_hears_it_once(line: Line) -> None:
    caller, peer = in_a_talk(line)
    line.passes(minutes=4)
    peer.hears_nothing()
    line.passes(minutes=2)
    peer.hears("You have talked for 5 minutes", "Nothing ends by itself")
    line.passes(minutes=10)
    peer.hears_nothing()
    caller.hears_nothing()
    caller.is_with(peer)


def test_a_peer_in_the_menu_hears_it_afterwards(line: Line) -> None:
    caller, peer = in_a_talk(line)
    line.sleeps_until(line.minutes_from_now(4.9))
    peer.presses("*")
    caller.hears("in a moment")
    line.passes(seconds=15)
    peer.presses("1")
    line.passes(seconds=31)
    peer.hears("Back to", "You have talked for 5 minutes")


def test_with_the_crisis_line_there_nobody_is_hurried(line: Line) -> None:
    caller, peer = in_a_talk(line)
    peer.presses("*").presses("2").presses("1")
    third = crisis_line(line).rings().picks_up()
    line.passes(minutes=10)
    assert "You have talked" not in peer.hears("has picked up")
    caller.is_with(third)


def test_where_there_is_risk_nobody_is_hurried(line: Line) -> None:
    caller, peer = in_a_talk(line)
    (contact,) = line.desk.store.contacts.open()
    fresh = line.desk.store.contacts.get(contact)
    assert fresh
    line.desk.store.contacts.keep(fresh, {"band": "high"}, now=line.now(), plan={})
    line.passes(minutes=10)
    peer.hears_nothing()
    caller.is_with(peer)
