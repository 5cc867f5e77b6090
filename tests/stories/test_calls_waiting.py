"""What a caller hears while they wait, in their own language, and what their keys do."""

from __future__ import annotations

from tests.stories.line import MAIN, Line
from tests.stories.phoning import CRISIS_LINE

CALM = "/webhooks/sounds/calm.wav"


def test_a_language_is_chosen_once_and_kept_for_the_next_call_and_for_texts(line: Line) -> None:
    caller = line.phone()
    calling = caller.calls(MAIN)
    calling.hears("Para español, oprime 2", "Maple Line", "press 0 at any time")

    calling.presses("2")
    calling.hears("Hola, esta es Maple Line", "oprime 0 cuando quieras")
    line.passes(seconds=5)
    calling.hears("no hay nadie de turno").strip()
    calling.hangs_up()
    line.passes(minutes=3)

    again = caller.calls(MAIN)
    assert "press" not in again.hears("Hola, esta es Maple Line")
    again.hangs_up()
    line.passes(minutes=3)
    caller.texts("hola", to=MAIN)
    caller.expects("somos Maple Line")
    caller.expects("no hay nadie de turno")


def test_nothing_pressed_goes_on_in_the_first_language_and_the_choice_comes_again(
    line: Line,
) -> None:
    caller = line.phone()
    calling = caller.calls(MAIN)
    calling.hears("Para español")
    line.passes(seconds=5)
    calling.hears("No peer is here")
    calling.hangs_up()
    line.passes(minutes=3)

    again = caller.calls(MAIN)
    again.hears("Para español", "Hello, this is Maple Line")
    again.hangs_up()
    line.passes(minutes=3)


def test_0_and_1_work_in_the_greeting_already(line: Line) -> None:
    caller = line.phone()
    calling = caller.calls(MAIN)
    calling.presses("1")

    calling.hears("We will try to ring you").strip()
    calling.is_over()
    line.passes(minutes=2)
    ada = line.peer("Ada")
    ada.rings().picks_up().presses("1")
    caller.rings().picks_up().presses("1")
    caller.is_on_the_line().is_with(ada.is_on_the_line()).hangs_up()
    ada.expects("ended the talk")


def test_who_waits_hears_the_place_once_and_again_when_it_is_better(line: Line) -> None:
    ada = line.peer("Ada")
    first, second = line.phone().calls(MAIN), line.phone().calls(MAIN)
    line.passes(seconds=2)
    first.hears("You are next")
    second.hears("There is one person before you")
    ada.rings().picks_up().presses("1")
    line.passes(seconds=50)

    assert second.hears("You are next").count("You are next") == 1
    line.passes(seconds=120)
    assert "next" not in second.hears(CALM)
    second.hangs_up()
    line.passes(minutes=3)
    first.hangs_up()
    ada.expects("ended the talk")


def test_the_exercise_is_read_step_by_step_and_a_peer_may_come_in_the_middle_of_it(
    line: Line,
) -> None:
    caller = line.phone()
    calling = caller.calls(MAIN)
    line.passes(seconds=5)
    calling.presses("4")
    calling.hears("five things")
    line.passes(seconds=25)
    calling.hears("four things that you can feel")

    ada = line.peer("Ada")
    ada.rings().picks_up().presses("1")
    calling.hears("A peer is here with you now")
    calling.is_with(ada.is_on_the_line()).hangs_up()
    ada.expects("ended the talk")


def test_a_key_that_means_nothing_brings_the_choices_back(line: Line) -> None:
    calling = line.phone().calls(MAIN)
    line.passes(seconds=60)
    calling.hears("press 1")

    calling.presses("9")

    calling.hears("To be rung back when a peer is here, press 1")
    calling.hangs_up()
    line.passes(minutes=3)


def test_the_line_does_not_answer_itself(line: Line) -> None:
    itself = line.phones.phone("+15550100002")

    calling = itself.calls(MAIN)

    calling.is_over("busy")
    assert line.desk.store.contacts.open() == []


def test_a_key_counts_also_in_the_very_first_round_of_someone_who_has_waited_long(
    line: Line,
) -> None:
    caller, crisis_line = line.phone(), line.phones.phone(CRISIS_LINE)
    calling = caller.calls(MAIN)
    for _ in range(5):  # dropped and back again and again, for longer than patience lasts
        line.passes(seconds=50)
        calling.hangs_up()
        calling = caller.calls(MAIN)
        calling.hears("kept your place")
    line.passes(seconds=3)

    calling.presses("0")

    ringing = crisis_line.rings()
    assert calling.hears("We are calling the crisis line").count("We are calling") == 1
    calling.is_with(ringing.picks_up()).hangs_up()
