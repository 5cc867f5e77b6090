"""The demo as a newcomer meets it: started as a process, and used through its page in a real browser."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.simulator.page import chromium
from tests.simulator.page.screen import Screen, until
from warmline.simulator.page.cast import DEFAULT

CALLER, ADA = DEFAULT[0].number, DEFAULT[1].number


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[str]:
    """The address of the page of a demo on free ports."""
    command = [sys.executable, "-m", "warmline", "demo", "--data-dir", str(tmp_path / "demo")]
    command += ["--port", free_port(), "--phones-port", free_port()]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
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


def mentions(screen: Screen, name: str, number: str) -> bool:
    """Whether the number is anywhere on this person's phone, however it is written."""
    written = str(screen.phone(name).element.get_property("textContent"))
    return number[1:] in re.sub(r"\D", "", written)


def free_port() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])
