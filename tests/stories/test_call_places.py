"""Which of those before them a caller is told of: whoever may yet be answered first; and no place that was told goes back."""

from __future__ import annotations

from tests.stories.calling import in_a_talk, phone_of
from tests.stories.line import MAIN, Line
from tests.stories.phoning import CRISIS_LINE
from warmline.simulator.telephone import Calling

NEXT, ONE = "You are next", "There is one person before you"


def two_wait(line: Line) -> tuple[Calling, Calling, Calling, Calling]:
    """A peer is in a talk with somebody, and two more wait."""
    talks, ring = in_a_talk(line)
    first = line.phone().calls(MAIN)
    first.hears("Maple Line")
    second = line.phone().calls(MAIN)
    line.passes(seconds=2)
    first.hears(NEXT)
    second.hears(ONE)
    return talks, ring, first, second


def test_whoever_the_crisis_line_has_answered_is_before_nobody(line: Line) -> None:
    talks, ring, first, second = two_wait(line)
    first.presses("0")
    rings = line.phones.phone(CRISIS_LINE).rings()
    line.passes(seconds=30)
    assert NEXT not in second.hears()
    crisis = rings.picks_up()
    crisis.is_with(first)
    line.passes(seconds=30)
    second.hears(NEXT)
    crisis.hangs_up()
    first.is_over()
    second.hangs_up()
    line.passes(minutes=3)
    talks.hangs_up()
    phone_of(ring).expects("ended the talk")


def test_whoever_dropped_is_before_them_until_the_place_is_kept_no_longer(line: Line) -> None:
    talks, ring, first, second = two_wait(line)
    first.hangs_up()
    line.passes(seconds=80)
    assert NEXT not in second.hears()
    line.passes(seconds=80)
    second.hears(NEXT)
    second.hangs_up()
    line.passes(minutes=3)
    talks.hangs_up()
    phone_of(ring).expects("ended the talk")


def test_who_rings_again_is_not_told_a_worse_place_than_before(line: Line) -> None:
    talks, ring = in_a_talk(line)
    caller = line.phone()
    waits = caller.calls(MAIN)
    line.passes(seconds=2)
    waits.hears("Maple Line", NEXT)
    ada = phone_of(ring)
    ada.never_answers()
    ring.loses_network()
    line.passes(seconds=20)
    talks.hears("broke off")  # and goes first now
    waits.hangs_up()
    again = caller.calls(MAIN)
    again.hears("kept your place")
    line.passes(seconds=70)
    assert "before you" not in again.hears()
    talks.hangs_up()
    again.hangs_up()
    line.passes(minutes=3)
    ada.texts("OFF", to=MAIN)
    ada.expects()
