"""A caller presses 3: a message for the team, recorded only with consent, deleted once it was heard or after seven days."""

from __future__ import annotations

from datetime import timedelta

from tests.stories.line import MAIN, Line
from tests.stories.messages_left import is_asked, leaves_a_message
from tests.stories.phoning import CRISIS_LINE, how_it_ended, speaks_spanish


def test_a_coordinator_is_told_texts_messages_and_hears_it_and_it_is_deleted(line: Line) -> None:
    _, cora = line.volunteer("Cora", coordinator=True)
    leaves_a_message(line, line.phone())
    assert how_it_ended(line) == "message_left"
    cora.expects("left a message of", "Text MESSAGES", "ACK")
    assert line.recordings() == 1

    cora.texts("messages", to=MAIN)
    cora.expects("There is 1 message", "We ring you now")
    ringing = cora.rings().picks_up()
    ringing.hears("There is 1 message", "press 1")
    ringing.presses("1")
    line.passes(seconds=2)
    ringing.hears("This message is from today", "/sounds/message/", "press 2")
    ringing.presses("2")
    line.passes(seconds=2)
    ringing.hears("/sounds/message/")
    assert line.recordings() == 1
    ringing.presses("1")

    ringing.hears("no more messages", "deleted")
    ringing.is_over()
    assert line.recordings() == 0
    assert [kept for key, kept in line.everything_stored().items() if ":message:" in key] == [
        "{'gone': '1'}"  # for three days, so that nobody is told of it once more
    ]
    cora.texts("MESSAGES", to=MAIN)
    cora.expects("no message")


def test_pressing_nothing_after_it_is_hearing_it_too_and_the_next_one_follows(line: Line) -> None:
    leaves_a_message(line, line.phone())
    leaves_a_message(line, line.phone())
    _, cora = line.volunteer("Cora", coordinator=True)
    cora.texts("messages", to=MAIN)
    cora.expects("There are 2 messages")

    ringing = cora.rings().picks_up()
    ringing.presses("1")
    line.passes(seconds=60)

    ringing.hears("2 are left", "/sounds/message/", "/sounds/message/", "no more messages")
    assert line.recordings() == 0


def test_whoever_hangs_up_in_the_middle_of_it_has_not_heard_it(line: Line) -> None:
    leaves_a_message(line, line.phone())
    _, cora = line.volunteer("Cora", coordinator=True)
    cora.texts("messages", to=MAIN)
    cora.expects("There is 1 message")
    ringing = cora.rings().picks_up()
    ringing.presses("1")
    ringing.hears("/sounds/message/")

    ringing.hangs_up()

    assert line.recordings() == 1


def test_a_coordinator_s_voicemail_is_played_nothing(line: Line) -> None:
    leaves_a_message(line, line.phone())
    _, cora = line.volunteer("Cora", coordinator=True)
    cora.has_voicemail()
    cora.texts("messages", to=MAIN)
    cora.expects("There is 1 message")
    line.passes(minutes=1)

    assert line.recordings() == 1


def test_what_nobody_has_heard_is_deleted_after_seven_days(line: Line) -> None:
    leaves_a_message(line, line.phone())
    line.sleeps_until(line.now() + timedelta(days=6, hours=23))
    assert line.recordings() == 1

    line.sleeps_until(line.now() + timedelta(hours=1, minutes=1))

    assert line.recordings() == 0
    assert [kept for key, kept in line.everything_stored().items() if ":message:" in key] == [
        "{'gone': '1'}"  # for three days, so that nobody is told of it once more
    ]


def test_without_consent_nothing_is_recorded_and_they_are_back_in_line(line: Line) -> None:
    calling = is_asked(line, line.phone())

    calling.presses("2")
    calling.hears("Nothing is recorded", "back in line")
    calling.is_held()
    calling.speaks(10)
    line.passes(seconds=15)

    assert line.recordings() == 0
    calling.presses("3")
    line.passes(seconds=25)  # pressing nothing is no consent
    calling.hears("Nothing is recorded")
    calling.hangs_up()
    line.passes(minutes=3)
    assert how_it_ended(line) == "abandoned"


def test_silence_is_no_message(line: Line) -> None:
    calling = is_asked(line, line.phone())
    calling.presses("1")
    line.passes(seconds=15)

    calling.hears("did not hear anything", "back in line")
    calling.is_held()
    calling.hangs_up()
    line.passes(minutes=3)
    assert how_it_ended(line) == "abandoned"


def test_whoever_hangs_up_after_speaking_has_left_it(line: Line) -> None:
    calling = is_asked(line, line.phone())
    calling.presses("1")
    calling.speaks(20)
    line.passes(seconds=5)

    calling.hangs_up()

    assert how_it_ended(line) == "message_left"
    assert line.recordings() == 1


def test_0_works_when_they_are_asked(line: Line) -> None:
    calling = is_asked(line, line.phone())

    calling.presses("0")

    line.phones.phone(CRISIS_LINE).rings().picks_up().is_with(calling)
    calling.hangs_up()
    assert how_it_ended(line) == "crisis_line"


def test_delete_takes_a_message_too(line: Line) -> None:
    caller = line.phone()
    leaves_a_message(line, caller)

    caller.texts("DELETE", to=MAIN)
    caller.expects("erased")

    assert line.recordings() == 0


def test_messages_is_a_word_for_coordinators_only(line: Line) -> None:
    leaves_a_message(line, line.phone())
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)

    ada.texts("messages", to=MAIN)

    caller.expects("messages")


def test_in_spanish_they_are_asked_in_spanish(line: Line) -> None:
    caller = line.phone()
    calling = speaks_spanish(caller)
    line.passes(seconds=15)
    calling.presses("3")
    calling.hears("Se graba", "oprime 1")
    calling.presses("1")
    calling.speaks(5)
    line.passes(seconds=20)

    calling.hears("después del tono", "Nuestro equipo")
    calling.is_over()
