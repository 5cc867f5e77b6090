"""No message for the team is lost or kept for ever, whatever dies, and nobody who hears one is disturbed."""

from __future__ import annotations

from dataclasses import replace

from werkzeug.serving import BaseWSGIServer

from tests.stories.line import MAIN, Line
from tests.stories.messages_left import is_asked, leaves_a_message
from tests.stories.phoning import CRISIS_LINE, how_it_ended, soon_rings
from warmline import wiring
from warmline.app import create_app
from warmline.config import Settings
from warmline.rehearsal import Steps
from warmline.simulator.handset import Phone
from warmline.simulator.telephone import Calling


def speaks_and_nobody_tells_us(line: Line, caller: Phone) -> None:
    calling = is_asked(line, caller)
    calling.presses("1")
    _speaks_and_nobody_tells_us(line, calling)


def _speaks_and_nobody_tells_us(line: Line, calling: Calling) -> None:
    calling.speaks(10)
    line.phones.goes_wrong("webhook_lose", operation="calls.webhook")
    line.phones.goes_wrong("callback_lose", operation="recordings.callback")
    calling.hangs_up()
    line.phones.goes_right()


def is_rung_back_and_left_by_their_peer(line: Line) -> Calling:
    """A call that the line has placed, and in which the caller waits."""
    caller = line.phone()
    calling = caller.calls(MAIN)
    line.passes(seconds=15)
    calling.presses("1")
    ada = line.peer("Ada")
    soon_rings(line, ada, minutes=2)
    peer = ada.rings().picks_up().presses("1")
    back = caller.rings().picks_up().presses("1")
    back.is_with(ada)
    ada.texts("off", to=MAIN)
    ada.expects("off")
    peer.hangs_up()
    back.hears("Your peer's call broke off")
    return back


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


def test_a_message_left_in_a_call_that_we_placed_is_found_as_well(line: Line) -> None:
    back = is_rung_back_and_left_by_their_peer(line)
    line.passes(seconds=15)
    back.presses("3").presses("1")
    back.hears("after the tone")
    _speaks_and_nobody_tells_us(line, back)
    _, cora = line.volunteer("Cora", coordinator=True)

    line.reads_the_list()

    cora.expects("left a message of", "Text MESSAGES", "ACK")
    assert how_it_ended(line) == "message_left"


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


def test_two_coordinators_who_ask_at_once_do_not_disturb_each_other(line: Line) -> None:
    leaves_a_message(line, line.phone())
    phones = [line.volunteer(name, coordinator=True)[1] for name in ("Cora", "Lou")]
    for phone in phones:
        phone.texts("messages", to=MAIN)
        phone.expects("There is 1 message")

    calls = [phone.rings().picks_up() for phone in phones]

    for call in calls:
        assert call.hears("press 1").count("To listen, press 1") == 1
