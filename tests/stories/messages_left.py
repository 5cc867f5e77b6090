"""A caller who leaves a message for the team: what such stories begin with."""

from __future__ import annotations

from tests.stories.line import MAIN, Line
from warmline.simulator.handset import Phone
from warmline.simulator.telephone import Calling


def is_asked(line: Line, caller: Phone) -> Calling:
    """A caller who has pressed 3 and heard what happens to a message."""
    calling = caller.calls(MAIN)
    line.passes(seconds=15)
    calling.presses("3")
    calling.hears("up to two minutes", "It is recorded", "seven days", "press 1")
    return calling


def leaves_a_message(line: Line, caller: Phone) -> None:
    calling = is_asked(line, caller)
    calling.presses("1")
    calling.hears("after the tone")
    calling.speaks(30)
    line.passes(seconds=45)
    calling.hears("Our team will listen to it")
    calling.is_over()
