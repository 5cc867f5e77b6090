"""`warmline demo`: two minutes from a checkout to two people talking."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import requests

from tests.cli.running import environment, until, warmline
from tests.ports import a_free_port
from warmline.simulator.handset import Handsets

LINE = "+15550100001"
SOMEONE, ADA, SAM = "+15550100101", "+15550100201", "+15550100301"


@contextmanager
def demo(data_dir: Path) -> Iterator[str]:
    """A demo of the test's own; gives the address that it told."""
    said = data_dir.with_suffix(".said")
    command = ["demo", "--data-dir", str(data_dir), "--port", str(a_free_port())]
    with (
        said.open("w") as out,
        subprocess.Popen(
            [sys.executable, "-m", "warmline", *command, "--phones-port", str(a_free_port())],
            env=environment(TWILIO_AUTH_TOKEN="a real line's"),
            stdout=out,
        ) as process,
    ):
        try:
            until(lambda: "Ctrl-C" in said.read_text(), "the demo to be up")
            (address,) = re.findall(r"http://\S+", said.read_text())
            yield address
        finally:
            process.send_signal(signal.SIGINT)
            assert process.wait(20) == 0


def test_it_shows_the_page_and_someone_who_texts_is_offered_to_a_volunteer(tmp_path: Path) -> None:
    with demo(tmp_path / "demo") as address:
        assert "<html" in requests.get(address, timeout=5).text
        phones = Handsets(address, patience=20)
        ada = phones.phone(ADA)
        ada.expects("volunteer")
        ada.expects("You are on")
        phones.phone(SAM).expects("volunteer")

        phones.phone(SOMEONE).texts("is anybody there", to=LINE)

        phones.phone(SOMEONE).expects("peers", "988 (number not yet checked by us)")
        ada.expects("TAKE")
        phones.close()


def test_someone_who_phones_is_put_through_to_whoever_presses_1(tmp_path: Path) -> None:
    with demo(tmp_path / "demo") as address:
        phones = Handsets(address, patience=20)
        call = phones.phone(SOMEONE).calls(LINE)
        call.hears("You can talk with a peer", "not an emergency service")
        leg = phones.phone(ADA).rings().picks_up()
        leg.hears("To answer, press 1")
        leg.presses("1").is_with(call)
        phones.close()


def test_a_second_one_on_the_same_data_is_refused_and_a_later_one_starts_afresh(
    tmp_path: Path,
) -> None:
    with demo(tmp_path / "demo"):
        told = warmline("demo", "--data-dir", str(tmp_path / "demo"), environ=environment())
        assert told.returncode == 1
        assert "Another warmline" in told.stderr

    with demo(tmp_path / "demo") as address:
        phones = Handsets(address, patience=20)
        phones.phone(ADA).expects("volunteer")
        phones.close()
