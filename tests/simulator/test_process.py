"""The exchange as a process of its own."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.simulator.conftest import ACCOUNT, LINE
from tests.simulator.customer import Customer, sdk
from tests.simulator.voice import reads
from warmline.simulator.handset import Handsets


def test_it_runs_alone_and_stops_cleanly(tmp_path: Path, customer: Customer) -> None:
    command = [sys.executable, "-m", "warmline.simulator", "--port", "0"]
    command += ["--account-sid", ACCOUNT.sid, "--auth-token", ACCOUNT.token, "--number", LINE]
    command += ["--clock-file", str(tmp_path / "clock"), "--rate", "0", "--seed", "3"]
    command += [
        "--opt-out",
        "advanced",
        "--stop-text",
        "Be well.",
        "--sms-url",
        f"{customer.url}/sms",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        url = process.stdout.readline().strip()
        handsets = Handsets(url)
        ada = handsets.phone("+15557770001")
        ada.texts("STOP", to=LINE)
        ada.expects("Be well.")
        (told,) = customer.wait_for(1)
        assert told.params["OptOutType"] == "STOP"
        with sdk(url, ACCOUNT) as api:
            assert [message.body for message in api.messages.list()] == ["STOP"]
        handsets.close()
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=5) == 0


def test_calls_are_set_up_from_the_command_line(tmp_path: Path, customer: Customer) -> None:
    reads(customer, voice="<Say>one two</Say><Say>three</Say>")
    command = [sys.executable, "-m", "warmline.simulator", "--port", "0"]
    command += ["--account-sid", ACCOUNT.sid, "--auth-token", ACCOUNT.token, "--number", LINE]
    command += ["--voice-url", f"{customer.url}/voice", "--voice-fallback-url", customer.url]
    command += ["--status-callback", f"{customer.url}/ended", "--speech-wpm", "1200"]
    command += ["--calls-per-second", "5"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        handsets = Handsets(process.stdout.readline().strip())
        call = handsets.phone("+15557770001").calls(LINE)
        call.hears("one two", "three")
        call.is_over("completed")
        customer.wait_for(1, at="/ended")
        rules = handsets.get("rules")
        assert (rules["speech_wpm"], rules["calls_per_second"]) == (1200, 5)
        (number,) = handsets.get("numbers")
        assert number["voice_fallback_url"] == customer.url
        handsets.close()
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=5) == 0


def test_it_says_what_is_missing() -> None:
    with pytest.raises(subprocess.CalledProcessError) as failure:
        subprocess.run(
            [sys.executable, "-m", "warmline.simulator"], check=True, capture_output=True, text=True
        )
    assert failure.value.returncode == 2
    assert "--account-sid" in failure.value.stderr
