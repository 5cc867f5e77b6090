"""What is watched beyond words: silence towards someone at risk, leaving, texts that do not arrive, coming and going."""

from __future__ import annotations

import pytest

from tests.stories.line import MAIN, Line
from tests.stories.taking_pages import acks
from warmline.simulator.handset import Phone

HIGH = "I can't stop thinking about killing myself"
IMMINENT = "I have the pills in my hand and I'm going to take them all tonight to kill myself"


@pytest.fixture
def kit(line: Line) -> Phone:
    phone = line.volunteer("Kit", coordinator=True)[1]
    phone.never_answers()
    return phone


def _at_risk(line: Line, kit: Phone) -> tuple[Phone, Phone]:
    """A talk with someone at risk; Kit knows of it, and the peer has answered."""
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    caller.texts(HIGH, to=MAIN)
    caller.expects("glad you told us")
    ada.expects(HIGH)
    ada.expects("may be thinking of ending their life")
    acks(kit, "ending their life")
    ada.expects("Kit knows about")
    ada.texts("I am here", to=MAIN)
    caller.expects("I am here")
    return caller, ada


def test_a_peer_who_leaves_someone_at_risk_unanswered_for_three_minutes_gets_help(
    line: Line, kit: Phone
) -> None:
    caller, ada = _at_risk(line, kit)
    caller.texts("are you there", to=MAIN)
    ada.expects("are you there")
    line.passes(seconds=100)
    caller.texts("hello?", to=MAIN)
    ada.expects("hello?")

    line.passes(seconds=79)
    kit.expects_nothing()
    line.passes(seconds=5)

    kit.expects("Ada has not answered them", "ACK")
    ada.expects("waiting for your answer", "BACKUP")
    ada.texts("Sorry, here I am", to=MAIN)
    caller.expects("Sorry, here I am")
    line.passes(minutes=5)
    kit.expects_nothing()


def test_a_second_silence_is_a_page_of_its_own(line: Line, kit: Phone) -> None:
    caller, ada = _at_risk(line, kit)
    for words in ("one", "two"):
        caller.texts(words, to=MAIN)
        ada.expects(words)
        line.passes(seconds=185)
        acks(kit, "Ada has not answered them")
        ada.expects("waiting for your answer")
        ada.expects("Kit knows about")
        ada.texts("here", to=MAIN)
        caller.expects("here")


def test_whoever_writes_in_danger_after_stop_is_not_left_to_themselves(
    line: Line, kit: Phone
) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    caller.texts("STOP", to=MAIN)
    caller.expects("unsubscribed")
    ada.expects("they texted STOP")
    caller.texts("it is raining", to=MAIN)
    kit.expects_nothing()

    caller.texts(HIGH, to=MAIN)
    acks(kit, "written again after asking us for no more texts", "can't write to them")
    caller.texts(HIGH, to=MAIN)

    line.passes(minutes=10)
    kit.expects_nothing()
    caller.expects_nothing()


def test_whoever_writes_in_danger_of_minutes_after_stop_is_sought_until_somebody_has_it(
    line: Line, kit: Phone
) -> None:
    caller = line.phone()
    caller.texts("STOP", to=MAIN)
    caller.expects("unsubscribed")
    caller.texts(HIGH, to=MAIN)
    kit.expects("written again after asking us for no more texts", "ACK 1")

    caller.texts(IMMINENT, to=MAIN)

    kit.expects("URGENT", "may be about to end their life", "can't write to them", "ACK 2")
    kit.answers_by_hand()
    line.passes(seconds=16)
    call = kit.rings().picks_up()
    call.hears("A life may be in danger", "press 1")
    call.presses("1")
    call.hears("It is yours")
    caller.texts(HIGH, to=MAIN)
    line.passes(minutes=10)
    kit.expects_nothing()
    caller.expects_nothing()


def test_a_peer_s_silence_towards_anyone_else_is_no_page(line: Line, kit: Phone) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    line.passes(minutes=10)
    kit.expects_nothing()


def test_stop_in_a_talk_at_risk_is_a_page(line: Line, kit: Phone) -> None:
    caller, ada = _at_risk(line, kit)

    caller.texts("END", to=MAIN)

    caller.expects("unsubscribed")
    ada.expects("is closed")
    kit.expects("asked us to text them no more", "may still call", "ACK")


def test_where_stop_is_ours_to_answer_the_last_text_names_the_crisis_line(
    line: Line, kit: Phone
) -> None:
    caller, ada = _at_risk(line, kit)

    caller.texts("*Stop*", to=MAIN)  # written so that the exchange takes no notice

    caller.expects("no more texts", "988")
    ada.expects("is closed")
    kit.expects("asked us to text them no more")


def test_someone_at_risk_who_says_goodbye_is_a_page(line: Line, kit: Phone) -> None:
    caller, ada = _at_risk(line, kit)

    caller.texts("DONE", to=MAIN)

    caller.expects("Thank you for talking")
    caller.expects("AGAIN")
    caller.expects("text TOMORROW")
    ada.expects("has ended")
    kit.expects("is no longer in touch with us")


def test_a_goodbye_that_may_be_for_ever_ends_nothing_and_reaches_a_person(
    line: Line, kit: Phone
) -> None:
    caller, ada = _at_risk(line, kit)

    caller.texts("bye", to=MAIN)

    ada.expects("bye")
    ada.expects("Are you safe right now?")
    ada.expects("asking a coordinator")
    caller.expects("glad you told us")
    kit.expects("URGENT", "Ada is with them")


def test_someone_at_risk_whose_phone_takes_no_texts_is_a_page(line: Line, kit: Phone) -> None:
    caller, ada = _at_risk(line, kit)
    line.phones.is_in_trouble(caller.number, 30006)

    ada.texts("How are you now?", to=MAIN)

    ada.expects("is closed")
    kit.expects("our texts do not reach their phone")


def test_handoff_tells_a_coordinator_too(line: Line, kit: Phone) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)

    ada.texts("HANDOFF", to=MAIN)

    caller.expects("Your peer thought a crisis line")
    ada.expects("how to reach the crisis line")
    kit.expects("Ada has offered", "ACK")


def _tries_in_vain(line: Line, caller: Phone) -> None:
    caller.texts("hello", to=MAIN)
    caller.expects("No peer is here")
    caller.texts("DONE", to=MAIN)
    caller.expects("stopped looking")


def test_whoever_leaves_twice_within_an_hour_before_anyone_came_is_told_of(
    line: Line, kit: Phone
) -> None:
    caller = line.phone()
    caller.texts("CRISIS", to=MAIN)
    caller.expects("988")
    caller.texts("hello", to=MAIN)
    caller.expects("not an emergency service")
    caller.expects("No peer is here")
    caller.texts("DONE", to=MAIN)
    caller.expects("stopped looking")
    line.passes(minutes=61)
    _tries_in_vain(line, caller)
    kit.expects_nothing()
    line.passes(minutes=40)

    _tries_in_vain(line, caller)

    acks(kit, "has left twice within an hour")


def test_many_contacts_in_a_day_are_a_note_for_a_plan_and_close_nothing(
    line: Line, kit: Phone
) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    for time in range(2, 7):
        ada.texts("DONE", to=MAIN)
        ada.expects("has ended")
        caller.expects("has ended")
        caller.expects("AGAIN")
        line.passes(minutes=10)
        caller.texts("hello", to=MAIN)
        caller.expects("looking for a peer")
        line.takes(ada)
        ada.expects("hello")
        caller.expects("is here with you")
        if time < 6:
            kit.expects_nothing()

    acks(kit, "has reached out 6 times today", "nothing is closed to them")


def test_a_worrying_text_while_no_peer_is_on_is_a_page(line: Line, kit: Phone) -> None:
    caller = line.phone()
    caller.texts("I wish I was dead", to=MAIN)
    caller.expects("not an emergency service")
    caller.expects("No peer is here")
    acks(kit, "No peer is on", "may need a person soon")
