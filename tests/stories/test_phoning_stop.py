"""CALL with somebody whose number is hidden, and with somebody who wants no texts: what each hears, and who is told what."""

from __future__ import annotations

from tests.stories.calling import in_a_talk, phone_of
from tests.stories.line import MAIN, Line
from tests.stories.phoning_each_other import agreed, in_touch, together
from warmline.simulator.handset import Phone

UNSUBSCRIBED = "successfully been unsubscribed"


def texts_stop(caller: Phone) -> None:
    caller.texts("STOP", to=MAIN)
    caller.expects(UNSUBSCRIBED)


def test_whoever_says_stop_when_asked_is_not_rung_and_asked_no_more(line: Line) -> None:
    ada, caller = in_touch(line)
    ada.texts("CALL", to=MAIN)
    ada.expects("I am asking")
    caller.expects("text CALL")
    texts_stop(caller)
    ada.expects("they texted STOP", "this talk is closed")
    ada.texts("CALL", to=MAIN)
    ada.expects("You are with nobody")
    line.passes(minutes=6)
    assert ada.all_calls() == caller.all_calls() == []


def test_stop_while_the_peer_s_phone_rings_ends_the_ringing(line: Line) -> None:
    ada, caller = agreed(line)
    ring = ada.rings()
    texts_stop(caller)
    ring.is_over()
    ada.expects("they texted STOP")
    assert caller.all_calls() == []


def test_stop_in_the_middle_of_the_call_ends_texts_and_not_the_call(line: Line) -> None:
    ring, back = together(line)
    ada, caller = phone_of(ring), phone_of(back)
    texts_stop(caller)
    ada.expects("texted STOP", "Your call goes on", "so is your talk")
    ada.texts("I am still on the phone", to=MAIN)
    line.passes(minutes=2)
    back.is_with(ring)
    back.hears_nothing()

    back.hangs_up()

    assert "by text" not in ring.hears("is over")
    ring.is_over()
    ada.expects("they texted STOP", "this talk is closed")
    caller.expects_nothing()


def test_after_stop_the_peer_s_own_end_of_the_call_promises_no_texts(line: Line) -> None:
    ring, back = together(line)
    texts_stop(phone_of(back))
    phone_of(ring).expects("texted STOP")
    ring.presses("*")
    ring.hears("To go back")
    back.hears("in a moment")
    ring.presses("3")
    assert "by text" not in ring.hears("is over")
    assert "by text" not in back.hears("Take care")
    back.is_over()
    phone_of(ring).expects("this talk is closed")
    phone_of(back).expects_nothing()


def test_a_peer_who_wants_no_texts_talks_on_and_then_the_caller_keeps_the_place(line: Line) -> None:
    ring, back = together(line)
    ada, caller = phone_of(ring), phone_of(back)
    ada.texts("STOP", to=MAIN)
    ada.expects(UNSUBSCRIBED)
    line.passes(minutes=2)
    ring.is_with(back)
    ring.hangs_up()
    back.hears("is over")
    caller.expects("The call is over")
    caller.expects("keep")
    caller.expects("No peer is here")


def test_with_a_hidden_number_there_is_nobody_to_phone_but_who_is_on_the_phone(line: Line) -> None:
    ada = line.peer("Ada")
    caller = line.phone().calls(MAIN, hidden=True)
    ring = ada.rings().picks_up()
    ring.presses("1")
    caller.is_with(ring)
    ada.texts("CALL", to=MAIN)
    ada.expects("on the phone already")
    caller.is_with(ring)
    caller.hangs_up()
    ada.expects("ended the talk")
    ada.texts("CALL", to=MAIN)
    ada.expects("You are with nobody")


def test_whoever_wants_no_texts_may_phone_and_call_by_text_changes_nothing(line: Line) -> None:
    caller, peer = in_a_talk(line)
    texts_stop(phone_of(caller))
    phone_of(caller).texts("CALL", to=MAIN)
    phone_of(peer).texts("CALL", to=MAIN)
    phone_of(peer).expects("on the phone already")
    caller.is_with(peer)
