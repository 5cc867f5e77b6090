"""What stories of calls begin with."""

from __future__ import annotations

from typing import cast

from tests.stories.line import MAIN, Line
from warmline.simulator.handset import Phone
from warmline.simulator.telephone import Calling


def in_a_talk(line: Line, name: str = "Ada") -> tuple[Calling, Calling]:
    """A new caller and a new peer, on the phone with each other: their two calls, with all heard that was said so far."""
    peer = line.peer(name)
    caller = line.phone().calls(MAIN)
    ring = peer.rings().picks_up()
    ring.hears("press 1", "press 2")
    ring.presses("1")
    ring.hears("You are with")
    caller.hears("A peer is here with you now")
    caller.is_with(ring)
    return caller, ring


def phone_of(call: Calling) -> Phone:
    """The phone on which somebody is in a call; it takes texts as well."""
    return cast("Phone", call.phone)
