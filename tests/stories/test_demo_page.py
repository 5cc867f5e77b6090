"""The demo as a newcomer meets it: started as a process, and used through its page in a real browser."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.simulator.page import calling, chromium
from tests.simulator.page.screen import Screen, until
from warmline.simulator.page.cast import DEFAULT

CALLER, ADA = DEFAULT[0].number, DEFAULT[1].number
SHORT = {
    "WARMLINE_RING_SECONDS": "5"
}  # a story of phones that nobody answers need not last as long as life


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[str]:
    """The address of the page of a demo on free ports."""
    command = [sys.executable, "-m", "warmline", "demo", "--data-dir", str(tmp_path / "demo")]
    command += ["--port", free_port(), "--phones-port", free_port()]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=os.environ | SHORT
    ) as process:
        try:
            assert process.stdout
            told = (re.search(r"http://127\.0\.0\.1:\d+", line) for line in process.stdout)
            yield next(address[0] for address in told if address)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=30)


@pytest.fixture
def screen(demo: str, tmp_path: Path) -> Iterator[Screen]:
    with chromium.running(tmp_path / "profile") as browser:
        screen = Screen(browser, demo)
        screen.resize(1280, 800)
        yield screen.open()
        assert screen.complaints() == []


@pytest.mark.timeout(180)
def test_two_people_talk_on_the_page_and_see_no_number_of_each_other(screen: Screen) -> None:
    caller, ada = screen.phone("Someone"), screen.phone("Ada")
    caller.writes("I can't sleep and my head won't stop")
    caller.shows("not an emergency service")
    take = until(lambda: [reply for reply in ada.invites() if "TAKE" in reply], "the offer")[0]
    ada.presses(take)
    ada.shows("I can't sleep and my head won't stop")
    caller.shows("Ada is here with you now")
    ada.writes("I know that kind of night. I'm here.")
    caller.shows("I know that kind of night. I'm here.")
    caller.writes("thank you for answering")
    ada.shows("thank you for answering")
    assert mentions(screen, "Ada", ADA)  # her own she sees
    assert not mentions(screen, "Ada", CALLER)
    assert not mentions(screen, "Someone", ADA)
    caller.presses("DONE")
    ada.shows("has ended the talk")
    until(lambda: "neither saw the other's number" in screen.one("#guide").text, "the guide's end")


@pytest.mark.timeout(240)
def test_someone_phones_and_a_volunteer_who_presses_1_is_with_them(screen: Screen) -> None:
    caller, ada, bo = (screen.phone(name) for name in ("Someone", "Ada", "Bo"))
    calling.calls_the_line(caller)
    calling.hears(caller, "You can talk with a peer", "not an emergency service")
    calling.declines(bo)
    calling.is_in(bo, "Declined")
    calling.answers(ada)
    calling.hears(ada, "To answer, press 1")
    calling.presses(ada, "1")
    calling.is_in(caller, "Connected")
    calling.is_in(ada, "Connected")
    assert not mentions(screen, "Ada", CALLER)
    assert not mentions(screen, "Someone", ADA)
    calling.presses(ada, "*")
    calling.hears(ada, "end the call kindly, press 3")
    calling.hears(caller, "will be with you again in a moment")
    assert set(calling.open_keys(ada)) == set("1234")
    calling.presses(ada, "1")
    calling.is_in(ada, "Connected")
    calling.is_in(caller, "Connected")
    calling.hangs_up(caller)
    calling.is_in(caller, "Call ended")
    calling.hears(ada, "They have hung up")
    calling.is_in(ada, "Call ended")


@pytest.mark.timeout(240)
def test_who_does_not_answer_is_followed_by_the_next(screen: Screen) -> None:
    caller, ada, bo = (screen.phone(name) for name in ("Someone", "Ada", "Bo"))
    bo.presses("OFF")
    bo.shows("You are off")
    calling.calls_the_line(caller)
    calling.is_in(ada, "The line is calling")
    calling.is_in(caller, "In the line, waiting")
    calling.is_in(ada, "Missed call")
    bo.presses("ON")
    calling.answers(bo)
    calling.presses(bo, "1")
    calling.is_in(caller, "Connected")


@pytest.mark.timeout(240)
def test_the_crisis_line_joins_and_the_peer_leaves_the_two_together(screen: Screen) -> None:
    caller, ada = screen.phone("Someone"), screen.phone("Ada")
    desk = screen.phone("The crisis line")
    calling.calls_the_line(caller)
    calling.answers(ada)
    for key in ("1", "*", "2", "1"):
        calling.presses(ada, key)
    calling.answers(desk)
    for phone in (caller, ada, desk):
        calling.is_in(phone, "Connected, 3 on the line")
    calling.presses(ada, "*")
    calling.presses(ada, "3")
    calling.hears(ada, "Thank you for bringing them together")
    calling.is_in(caller, "Connected")
    calling.is_in(desk, "Connected")


@pytest.mark.timeout(240)
def test_the_caller_presses_0_and_is_put_through_to_the_crisis_line(screen: Screen) -> None:
    caller, desk = screen.phone("Someone"), screen.phone("The crisis line")
    calling.calls_the_line(caller)
    calling.presses(caller, "0")
    calling.answers(desk)
    calling.is_in(caller, "Connected")
    calling.is_in(desk, "Connected")
    calling.hangs_up(desk)
    calling.is_in(caller, "Call ended")


def mentions(screen: Screen, name: str, number: str) -> bool:
    """Whether the number is anywhere on this person's phone, however it is written."""
    written = str(screen.phone(name).element.get_property("textContent"))
    return number[1:] in re.sub(r"\D", "", written)


def free_port() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])
