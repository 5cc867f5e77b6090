"""What stories of calls have in common."""

from __future__ import annotations

from datetime import timedelta

from tests.stories.line import MAIN, Line
from warmline.simulator.handset import Phone
from warmline.simulator.telephone import Calling

CRISIS_LINE = "+18002738255"  # 988, for programs
LANDLINE = 30006  # the error of a text to one


def how_it_ended(line: Line) -> str:
    """The name of the latest end."""
    ends = (one for one in line.desk.store.journal.before() if one.event == "ended")
    return next((one.about["how"] for one in ends), "nothing has ended")


def soon_rings(line: Line, phone: Phone, **within: float) -> None:
    """Let time pass until the phone rings; it must, within this time."""
    until = line.now() + timedelta(**within)
    while not any(call["state"] == "rings" for call in phone.all_calls()):
        assert line.now() < until, f"{phone.number} did not ring"
        line.passes(seconds=5)


def speaks_spanish(caller: Phone) -> Calling:
    """A caller who has chosen Spanish before."""
    caller.texts("español", to=MAIN)
    caller.expects("espa")
    return caller.calls(MAIN)


def chooses_texts(line: Line, caller: Phone) -> None:
    """A caller who is told what happens, and hung up on."""
    calling = caller.calls(MAIN)
    line.passes(seconds=15)
    calling.presses("2")
    calling.hears("go on by text", "keep your place", "hang up now")
    calling.is_over()
