"""A caller presses 2: they go on by text, with the place they had."""

from __future__ import annotations

import pytest

from tests.stories.line import MAIN, Line
from tests.stories.phoning import LANDLINE, chooses_texts, how_it_ended, speaks_spanish

BLOCKED, OPTED_OUT = 30004, 21610


def test_they_are_greeted_by_text_and_a_peer_has_them_in_their_place(line: Line) -> None:
    first, second = line.phone(), line.phone()
    calling = first.calls(MAIN)
    line.passes(seconds=15)
    second.texts("hello", to=MAIN)
    second.expects("not an emergency service")
    second.expects("No peer is here")

    calling.presses("2")
    calling.hears("go on by text")
    first.expects("not an emergency service")
    first.expects("by text, as you asked on the phone", "kept your place")
    first.expects("No peer is here right now", "We will text you when someone is here")
    first.texts("can you read this", to=MAIN)
    ada = line.peer("Ada")
    line.takes(ada)

    ada.expects("can you read this")
    first.expects("Ada is here")
    ada.texts("yes", to=MAIN)
    first.expects("yes")
    waits = line.desk.store.people.get(line.key_of(second)).contact
    assert line.desk.store.contacts.waiting() == [waits]


def test_a_phone_that_rings_for_them_is_quiet_and_the_peer_is_asked_by_text(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    calling = caller.calls(MAIN)
    ringing = ada.rings()
    line.passes(seconds=15)

    calling.presses("2")

    ringing.is_over("canceled")
    caller.expects("not an emergency service")
    caller.expects("as you asked on the phone")
    line.takes(ada)
    caller.expects("Ada is here")


def test_whoever_has_texts_open_goes_on_there_with_the_earlier_place(line: Line) -> None:
    caller, other = line.phone(), line.phone()
    calling = caller.calls(MAIN)
    other.texts("hello", to=MAIN)
    other.expects("not an emergency service")
    other.expects("No peer is here")
    caller.texts("I am on the phone too", to=MAIN)
    caller.expects("not an emergency service")
    caller.expects("No peer is here")
    line.passes(seconds=15)

    calling.presses("2")
    calling.hears("go on by text")
    calling.is_over()

    caller.expects("as you asked on the phone")
    assert how_it_ended(line) == "moved_to_text"
    ada = line.peer("Ada")
    line.takes(ada)
    ada.expects("on the phone too")
    caller.expects("Ada is here")


def test_a_hidden_number_gets_no_texts_and_is_told_so(line: Line) -> None:
    calling = line.phone().calls(MAIN, hidden=True)
    line.passes(seconds=15)

    calling.presses("2")

    calling.hears("cannot send texts to your number", "keep your place")
    calling.is_held()
    calling.hangs_up()
    line.passes(minutes=3)


def test_whoever_said_stop_gets_no_texts_and_is_told_so(line: Line) -> None:
    caller = line.phone()
    caller.texts("STOP", to=MAIN)
    line.settles()
    caller.expects("unsubscribed")
    calling = caller.calls(MAIN)
    line.passes(seconds=15)

    calling.presses("2")

    calling.hears("cannot send texts to your number")
    calling.is_held()
    calling.hangs_up()
    line.passes(minutes=3)


@pytest.mark.parametrize("error", [LANDLINE, BLOCKED])
def test_where_no_text_arrives_they_are_rung_back_instead(line: Line, error: int) -> None:
    caller = line.phone()
    line.phones.is_in_trouble(caller.number, error)
    chooses_texts(line, caller)
    line.passes(seconds=30)
    ada = line.peer("Ada")

    ada.rings().picks_up().presses("1")
    back = caller.rings().picks_up()
    back.hears("You asked to be rung back")
    back.presses("1")

    ada.is_on_the_line().is_with(back)
    back.hangs_up()
    ada.expects("ended the talk")


def test_in_a_call_a_text_that_does_not_arrive_ends_nothing(line: Line) -> None:
    caller = line.phone()
    line.phones.is_in_trouble(caller.number, LANDLINE)
    calling = caller.calls(MAIN)
    calling.presses("0")
    line.phones.phone("+18002738255").rings().declines()
    line.passes(seconds=5)

    calling.hears("did not answer")
    calling.is_held()
    calling.hangs_up()
    line.passes(minutes=3)


def test_in_spanish_they_go_on_in_spanish(line: Line) -> None:
    caller = line.phone()
    calling = speaks_spanish(caller)
    line.passes(seconds=15)

    calling.presses("2")

    calling.hears("Seguimos por mensajes de texto", "guardamos tu lugar")
    caller.expects("no un servicio de emergencia")
    caller.expects("Conservas tu lugar")
    caller.expects("no hay nadie de turno")
