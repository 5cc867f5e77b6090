"""Two who talk by text phone each other through the line: both say yes, both are rung, and then the texts go on."""

from __future__ import annotations

from tests.stories.line import MAIN, Line
from tests.stories.phoning_each_other import agreed, in_touch, they_go_on_by_text, together
from warmline.simulator.handset import Phone
from warmline.simulator.telephone import Calling


def phone_of(call: Calling) -> Phone:
    assert isinstance(call.phone, Phone)
    return call.phone


def test_both_agree_both_press_1_and_afterwards_they_go_on_by_text(line: Line) -> None:
    ring, back = together(line)
    ada, caller = phone_of(ring), phone_of(back)

    back.hangs_up()

    ring.hears("is over", "by text")
    ring.is_over()
    ada.expects("is over", "goes on by text")
    caller.expects("The call is over")
    they_go_on_by_text(line, ada, caller)
    ada.texts("DONE", to=MAIN)
    ada.expects("Take a breath")
    caller.expects()
    caller.expects()


def test_when_the_peer_hangs_up_the_caller_is_told_and_the_texts_go_on(line: Line) -> None:
    ring, back = together(line)
    ring.hangs_up()
    back.hears("is over", "by text")
    back.is_over()
    phone_of(ring).expects("is over")
    phone_of(back).expects("The call is over")
    they_go_on_by_text(line, phone_of(ring), phone_of(back))


def test_a_caller_may_be_the_one_who_wishes_it(line: Line) -> None:
    ada, caller = in_touch(line)
    caller.texts("CALL", to=MAIN)
    caller.expects("I am asking your peer")
    asked = ada.expects("would like to talk by phone", "CALL 1")
    assert caller.number not in asked.body
    ada.texts("CALL 1", to=MAIN)
    ada.expects("We ring you now")
    caller.expects("We ring you")
    ada.rings().picks_up().presses("1")
    caller.rings().picks_up().presses("1")
    caller.is_on_the_line().is_with(ada.is_on_the_line())
    caller.is_on_the_line().hangs_up()
    ada.expects("is over")
    caller.expects("is over")


def test_a_caller_who_says_nothing_is_not_rung_and_the_peer_hears_so(line: Line) -> None:
    ada, caller = in_touch(line)
    ada.texts("CALL", to=MAIN)
    ada.expects("I am asking")
    caller.expects("text CALL")
    caller.texts("rather not", to=MAIN)
    ada.expects("rather not")

    line.passes(minutes=6)

    ada.expects("has not said yes")
    assert ada.all_calls() == caller.all_calls() == []
    caller.texts("CALL", to=MAIN)  # too late for that, and a wish of its own
    caller.expects("I am asking your peer")
    ada.expects("would like to talk by phone")


def test_a_caller_who_is_a_machine_or_does_not_answer_is_no_end(line: Line) -> None:
    ada, caller = agreed(line)
    caller.has_voicemail(after=5)
    ring = ada.rings().picks_up()
    ring.presses("1")

    line.passes(seconds=90)

    ring.hears("by text")
    ring.is_over()
    ada.expects("did not come about")
    caller.expects("did not work out")
    they_go_on_by_text(line, ada, caller)


def test_a_peer_who_does_not_pick_up_keeps_the_caller_from_being_rung(line: Line) -> None:
    ada, caller = agreed(line)
    ada.rings().declines()
    ada.expects("did not come about")
    caller.expects("did not work out")
    assert caller.all_calls() == []
    they_go_on_by_text(line, ada, caller)


def test_whoever_is_on_the_phone_so_is_asked_for_nobody_else(line: Line) -> None:
    ring, back = together(line)
    other = line.phone()
    waits = other.calls(MAIN)
    waits.hears("Maple Line")
    line.passes(minutes=1)
    assert len(phone_of(ring).all_calls()) == 1
    waits.hangs_up()
    line.passes(minutes=3)
    back.hangs_up()
    phone_of(ring).expects("is over")
    phone_of(back).expects("is over")


def test_a_long_call_is_not_taken_for_silence(line: Line) -> None:
    ring, back = together(line)
    line.passes(minutes=90)
    back.is_with(ring)
    phone_of(back).expects_nothing()
    phone_of(ring).expects_nothing()
    back.hangs_up()
    phone_of(ring).expects("is over")
    phone_of(back).expects("is over")


def test_done_by_text_ends_both(line: Line) -> None:
    ring, back = together(line)
    phone_of(ring).texts("DONE", to=MAIN)
    back.is_over()
    ring.is_over()
    phone_of(ring).expects("Take a breath")
    phone_of(back).expects()
    phone_of(back).expects()


def test_call_988_is_talk_for_the_caller(line: Line) -> None:
    ada, caller = in_touch(line)
    ada.texts("Call 988", to=MAIN)
    caller.expects("Call 988")


def test_a_peer_who_was_lost_while_nobody_could_tell_us_is_asked_for_at_once(line: Line) -> None:
    ring, back = together(line)
    line.passes(seconds=30)
    line.phones.goes_wrong("callback_lose")
    line.phones.goes_wrong("webhook_lose", operation="calls.webhook")
    ring.hangs_up()
    line.phones.goes_right()

    line.reads_the_list()

    back.hears("is over", "by text")
    phone_of(ring).expects("is over")
    phone_of(back).expects("The call is over")
