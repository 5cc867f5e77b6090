"""A caller presses 3: a message for the team, recorded only with consent, deleted once it was heard or after seven days."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from werkzeug.serving import BaseWSGIServer

from tests.stories.line import MAIN, Line
from tests.stories.phoning import CRISIS_LINE, how_it_ended, speaks_spanish
from warmline import wiring
from warmline.app import create_app
from warmline.config import Settings
from warmline.rehearsal import Steps
from warmline.simulator.handset import Phone
from warmline.simulator.telephone import Calling


def is_asked(line: Line, caller: Phone) -> Calling:
    """A caller who has pressed 3 and heard what happens to a message."""
    calling = caller.calls(MAIN)
    line.passes(seconds=15)
    calling.presses("3")
    calling.hears("up to two minutes", "It is recorded", "seven days", "press 1")
    return calling


def leaves_a_message(line: Line, caller: Phone) -> None:
    calling = is_asked(line, caller)
    calling.presses("1")
    calling.hears("after the tone")
    calling.speaks(30)
    line.passes(seconds=45)
    calling.hears("Our team will listen to it")
    calling.is_over()


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
    assert not [key for key in line.everything_stored() if ":message" in key]
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
    assert not [key for key in line.everything_stored() if ":message" in key]


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


def speaks_and_nobody_tells_us(line: Line, caller: Phone) -> None:
    calling = is_asked(line, caller)
    calling.presses("1")
    calling.speaks(10)
    line.phones.goes_wrong("webhook_lose", operation="calls.webhook")
    line.phones.goes_wrong("callback_lose", operation="recordings.callback")
    calling.hangs_up()
    line.phones.goes_right()


def test_a_message_of_which_nobody_told_us_is_found_in_the_provider_s_list(line: Line) -> None:
    _, cora = line.volunteer("Cora", coordinator=True)
    speaks_and_nobody_tells_us(line, line.phone())
    cora.expects_nothing()

    line.reads_the_list()

    cora.expects("left a message of", "Text MESSAGES", "ACK")
    assert how_it_ended(line) == "message_left"
    cora.texts("messages", to=MAIN)
    cora.expects("There is 1 message")
    cora.rings().picks_up().presses("1")
    line.passes(seconds=20)
    assert line.recordings() == 0


def test_who_has_rung_again_since_goes_on_waiting_when_their_message_is_found(line: Line) -> None:
    _, cora = line.volunteer("Cora", coordinator=True)
    caller = line.phone()
    speaks_and_nobody_tells_us(line, caller)
    again = caller.calls(MAIN)
    again.hears("kept your place")

    line.reads_the_list()

    cora.expects("left a message of")
    cora.texts("ACK 1", to=MAIN)
    cora.expects("yours")
    line.passes(seconds=20)
    again.is_held()
    again.hangs_up()
    line.passes(minutes=3)
    assert how_it_ended(line) == "abandoned"
    assert line.recordings() == 1


class _DiesWhenItIsKept(Steps):
    def reach(self, step: str) -> None:
        if step == "message_kept":
            raise SystemError(step)


def test_whoever_is_to_hear_it_is_told_though_web_dies_as_soon_as_it_is_written(
    line: Line, environ: dict[str, str], web: BaseWSGIServer
) -> None:
    dies = replace(line.desk, steps=_DiesWhenItIsKept(), hand_over=line.desk.store.schedule.ring)
    web.app = create_app(dies, wiring.signatures_of(Settings.read(environ)))
    line.phones.phone(CRISIS_LINE).is_busy()  # dialled by the apology that the caller hears
    _, cora = line.volunteer("Cora", coordinator=True)
    calling = is_asked(line, line.phone())
    calling.presses("1")
    calling.speaks(10)

    line.passes(seconds=30)

    cora.expects("left a message of", "Text MESSAGES", "ACK")
    assert how_it_ended(line) == "message_left"


def test_a_message_that_could_not_be_played_is_kept(line: Line) -> None:
    leaves_a_message(line, line.phone())
    _, cora = line.volunteer("Cora", coordinator=True)
    line.phones.goes_wrong("rest_error", operation="recordings.listen_to")
    cora.texts("messages", to=MAIN)
    cora.expects("There is 1 message")
    ringing = cora.rings().picks_up()
    ringing.presses("1")

    line.passes(seconds=20)

    ringing.hears("cannot be played just now", "kept")
    ringing.is_over()
    assert line.recordings() == 1
    line.phones.goes_right()
    cora.texts("messages", to=MAIN)
    cora.expects("There is 1 message")
    cora.rings().picks_up().presses("1")
    line.passes(seconds=20)
    assert line.recordings() == 0
