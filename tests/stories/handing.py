"""What stories of the warm handoff begin with."""

from __future__ import annotations

from tests.stories.line import Line
from warmline.simulator.handset import Phone
from warmline.simulator.telephone import Calling


def crisis_line(line: Line) -> Phone:
    """The crisis line's own telephone."""
    number = line.desk.line.crisis_number()
    assert number
    return line.phones.phone(number.e164)


def asks_for_the_crisis_line(
    caller: Calling, peer: Calling, coordinator: Phone | None = None
) -> None:
    """The peer opens the menu and says that the person agrees; a coordinator who is there is told."""
    peer.presses("*")
    caller.hears("in a moment")
    peer.presses("2")
    peer.hears("Please ask", "press star", "If they agree, press 1")
    caller.hears("in a moment")
    if coordinator:
        coordinator.expects("Ada has offered", "ACK")
    peer.presses("1")


def all_three_talk(
    caller: Calling, peer: Calling, crisis: Phone, coordinator: Phone | None = None
) -> Calling:
    asks_for_the_crisis_line(caller, peer, coordinator)
    third = crisis.rings().picks_up()
    peer.hears("The crisis line is being rung", "The crisis line has picked up", "star and 3")
    for one in (caller, peer):
        one.is_with(third)
    return third


def leaves_them_together(peer: Calling) -> None:
    peer.presses("*")
    peer.hears("press 3, and they stay together")
    peer.presses("3")
    peer.hears("goes on with the crisis line", "Goodbye")
    peer.is_over()
