"""A breathing space is one for texts and calls alike, and nothing about a shift cuts a call short."""

from __future__ import annotations

from tests.stories.calling import in_a_talk, phone_of
from tests.stories.line import MAIN, Line
from tests.stories.phoning_each_other import together
from warmline.simulator.handset import Phone


def someone_writes(line: Line) -> Phone:
    caller = line.phone()
    caller.texts("hello", to=MAIN)
    caller.expects("not an emergency service")
    caller.expects()
    return caller


def test_after_a_call_no_text_is_offered_until_the_breathing_space_is_over(line: Line) -> None:
    caller, ring = in_a_talk(line)
    ada = phone_of(ring)
    caller.hangs_up()
    ada.expects("Take a breath")
    someone_writes(line)

    line.passes(seconds=110)
    ada.expects_nothing()
    line.passes(seconds=30)
    ada.expects("TAKE")


def test_after_a_conversation_no_call_rings_until_the_breathing_space_is_over(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    ada.texts("DONE", to=MAIN)
    ada.expects("Take a breath")
    caller.expects()
    caller.expects()
    waits = line.phone().calls(MAIN)
    waits.hears("Maple Line")

    line.passes(seconds=100)
    ada.does_not_ring()
    line.passes(seconds=30)
    ada.rings().picks_up().presses("1")
    waits.is_with(ada.is_on_the_line())
    waits.hangs_up()
    ada.expects("Take a breath")


def test_phoning_out_is_no_end_so_the_breathing_space_comes_once(line: Line) -> None:
    ring, back = together(line)
    ada, caller = phone_of(ring), phone_of(back)
    back.hangs_up()
    ada.expects("goes on by text")
    caller.expects("The call is over")
    ada.expects_nothing()

    caller.texts("bye", to=MAIN)
    ada.expects("Take a breath")
    caller.expects()
    caller.expects()


def test_who_goes_off_while_on_the_phone_talks_on_and_is_asked_for_nobody_after_it(
    line: Line,
) -> None:
    caller, ring = in_a_talk(line)
    ada = phone_of(ring)

    ada.texts("OFF", to=MAIN)
    ada.expects()

    caller.is_with(ring)
    caller.hangs_up()
    ada.expects("ended the talk")
    someone_writes(line)
    line.passes(minutes=5)
    ada.expects_nothing()


def test_a_shift_that_ends_in_a_call_does_not_cut_it(line: Line) -> None:
    volunteer, ada = line.volunteer("Ada")
    line.shift(line.now(), line.minutes_from_now(20), volunteer, quiet=True)
    calling = line.phone().calls(MAIN)
    calling.hears("Maple Line")
    ring = ada.rings().picks_up()
    ring.presses("1")

    line.passes(minutes=40)

    calling.is_with(ring)
    calling.hangs_up()
    ada.expects("ended the talk")
