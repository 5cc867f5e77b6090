"""What a volunteer or a coordinator can ask of the line by text."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.stories.line import A_WEDNESDAY, MAIN, POOL, Line
from warmline.simulator.handset import Phone


def _writes(line: Line) -> Phone:
    caller = line.phone()
    caller.texts("hello", to=MAIN)
    caller.expects("Maple Line")
    return caller


def test_on_and_off(line: Line) -> None:
    _, ada = line.volunteer("Ada")

    for words, answer in (
        ("on", "You are on. Thank you"),
        ("ON!", "on already"),
        ("Off", "You are off"),
        ("OFF", "off already"),
    ):
        ada.texts(words, to=MAIN)
        ada.expects(answer)


def test_on_for_90_minutes_ends_by_itself(line: Line) -> None:
    _, ada = line.volunteer("Ada")

    ada.texts("ON 90", to=MAIN)
    ada.expects("on until today at 11:30 am")
    line.passes(minutes=89)
    first = _writes(line)
    first.expects("looking")
    ada.texts(f"PASS {ada.expects('TAKE').body.split('TAKE ')[1].split()[0]}", to=MAIN)
    ada.expects("someone else")
    line.passes(minutes=2)

    _writes(line).expects("No peer is here")
    first.expects("No peer is here")


@pytest.mark.parametrize("words", ["ON 90", "on 90 min", "On 1.5", "ON 9:30", "on 0", "ON 5000"])
def test_an_odd_length_of_time_is_asked_back_and_nobody_is_sent_it(line: Line, words: str) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)

    ada.texts(words, to=MAIN)

    ada.expects(
        "You are on until"
        if "90" in words
        else "from 1 to 1440"
        if words.split()[1] in {"0", "5000"}
        else "could not read that time"
    )
    caller.expects_nothing()


def test_pause_and_resume(line: Line) -> None:
    ada = line.peer("Ada")

    ada.texts("PAUSE 30", to=MAIN)
    ada.expects("Paused until today at 10:30 am", "RESUME")
    caller = _writes(line)
    caller.expects("looking")
    ada.expects_nothing()
    ada.texts("resume", to=MAIN)
    ada.expects("Welcome back")

    ada.expects("TAKE")


def test_a_pause_ends_by_itself(line: Line) -> None:
    ada = line.peer("Ada")
    ada.texts("pause", to=MAIN)
    ada.expects("10:30 am")
    caller = _writes(line)
    caller.expects("looking")

    line.passes(minutes=30, seconds=5)

    caller.expects("still looking")
    ada.expects("TAKE")


def test_pause_hands_an_open_offer_on(line: Line) -> None:
    ada = line.peer("Ada")
    caller = _writes(line)
    caller.expects("looking")
    ada.expects("TAKE")
    bo = line.peer("Bo")
    bo.expects("TAKE")
    cy = line.peer("Cy")

    ada.texts("PAUSE 10", to=MAIN)

    ada.expects("Paused")
    cy.expects("TAKE")


def test_resume_when_off_says_so(line: Line) -> None:
    _, ada = line.volunteer("Ada")

    ada.texts("RESUME", to=MAIN)

    ada.expects("off already", "Text ON")


def test_menu_names_every_command_and_a_coordinators_more(line: Line) -> None:
    _, ada = line.volunteer("Ada")
    _, kit = line.volunteer("Kit", coordinator=True)

    for phone in (ada, kit):
        phone.texts("menu", to=MAIN)
    assert "STATUS" not in ada.expects("ON 90", "PAUSE 30", "TAKE 7", "HANDOFF", "AGAIN").body
    kit.expects("ON 90", "ACK 5", "STATUS")


def test_status_shows_a_coordinator_who_is_on_who_waits_and_the_gaps(line: Line) -> None:
    _, kit = line.volunteer("Kit", coordinator=True)
    ada, first = line.peer("Ada"), line.phone()
    line.in_touch(first, ada)
    _writes(line).expects("looking")
    line.shift(A_WEDNESDAY + timedelta(hours=8), A_WEDNESDAY + timedelta(hours=10))
    line.passes(minutes=2)

    kit.texts("STATUS", to=MAIN)

    kit.expects("On: Ada", "Waiting: ", "(2 min)", "Gaps in 24 h: 1 today at 6 pm (nobody)")


@pytest.mark.parametrize("words", ["STATUS", "ACK 5"])
def test_what_only_coordinators_can_do_is_kindly_said_to_others(line: Line, words: str) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)

    ada.texts(words, to=MAIN)

    ada.expects("Only coordinators", "MENU")
    caller.expects_nothing()


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("SHIFTS", "No shift is open"),
        ("MINE", "no shift ahead"),
        ("CLAIM 12", "no shift 12"),
        ("claim tue 6pm", "no shift at that time"),
        ("release 12", "no shift 12"),
        ("Cover 12", "no shift 12"),
        ("swap 12 15", "no shift 12"),
        ("UNDO", "nothing of the last 5 minutes"),
    ],
)
def test_commands_about_the_roster_are_answered_and_not_passed_on(
    line: Line, words: str, answer: str
) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)

    ada.texts(words, to=MAIN)

    ada.expects(answer)
    caller.expects_nothing()


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("TAKE l2", "Use digits"),
        ("take seven", "Use digits"),
        ("PASS 99999", "Use digits"),
        ("CLAIM", "needs the code"),
        ("pause 0", "1 to 1440"),
    ],
)
def test_an_unclear_command_is_asked_back_and_nobody_is_sent_it(
    line: Line, words: str, answer: str
) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)

    ada.texts(words, to=MAIN)

    ada.expects(answer, "Nothing was sent to anyone")
    caller.expects_nothing()


def test_handoff_offers_the_crisis_line_and_the_peer_stays(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)

    ada.texts("Hand-off", to=MAIN)

    caller.expects("988", "It is your choice", "keep talking here")
    ada.expects("It is their choice", "Stay if you can")
    caller.texts("thank you, I will stay", to=MAIN)
    ada.expects("I will stay")


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("DONE", "not with anyone"),
        ("HANDOFF", "not with anyone"),
        ("BACKUP", "not with anyone"),
        ("AGAIN", "nobody to note"),
        ("hello?", "went to no one"),
        ("7", "went to no one"),
    ],
)
def test_without_anyone_there_a_volunteer_is_told_so(line: Line, words: str, answer: str) -> None:
    ada = line.peer("Ada")  # who has never been with anyone

    ada.texts(words, to=MAIN)

    ada.expects(answer)


def test_again_during_a_talk_waits_for_its_end(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)

    ada.texts("AGAIN", to=MAIN)

    ada.expects("once the talk has ended")
    caller.expects_nothing()


def test_commands_work_on_every_number_of_the_line_and_are_answered_there(line: Line) -> None:
    _, ada = line.volunteer("Ada")

    ada.texts("ON", to=POOL[2])

    ada.expects("You are on", sender=POOL[2])
