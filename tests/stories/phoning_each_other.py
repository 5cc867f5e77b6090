"""Two who write to each other agree to phone: what such stories begin with."""

from __future__ import annotations

from tests.stories.line import MAIN, Line
from warmline.simulator.handset import Phone
from warmline.simulator.telephone import Calling


def in_touch(line: Line) -> tuple[Phone, Phone]:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    return ada, caller


def agreed(line: Line) -> tuple[Phone, Phone]:
    """The peer texted CALL, and the caller agreed."""
    ada, caller = in_touch(line)
    they_agree(ada, caller)
    return ada, caller


def they_agree(ada: Phone, caller: Phone) -> None:
    ada.texts("CALL", to=MAIN)
    ada.expects("I am asking")
    caller.expects("talk by phone", "Your number stays hidden", "text CALL")
    ada.does_not_ring()
    caller.texts("call", to=MAIN)
    ada.expects("We ring you now")
    caller.expects("We ring you in a moment", "Press 1")


def together(line: Line) -> tuple[Calling, Calling]:
    return they_phone(*in_touch(line))


def they_phone(ada: Phone, caller: Phone) -> tuple[Calling, Calling]:
    """Two who write to each other agree, and are on the phone together."""
    they_agree(ada, caller)
    ring = ada.rings()
    assert ring.shows == MAIN
    ring.picks_up().hears("Maple Line", "press 1")
    caller.does_not_ring()
    ring.presses("1")
    ring.hears("ringing", "stay on")
    back = caller.rings()
    assert back.shows == MAIN
    said = back.picks_up().hears("Hello", "press 1")
    assert "Maple" not in said
    back.presses("1")
    back.hears("is here with you")
    back.is_with(ring)
    return ring, back


def they_go_on_by_text(line: Line, ada: Phone, caller: Phone) -> None:
    ada.texts("still here", to=MAIN)
    caller.expects("still here")
    caller.texts("me too", to=MAIN)
    ada.expects("me too")
