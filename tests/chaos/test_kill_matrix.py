"""The short form of the kill matrix, as everyone's test run does it; the long form is scripts/chaos --long."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.chaos.rig import ROOT
from warmline.store.outbox import LEASE, SENDING_TAKES
from warmline.telephony.http import ANSWER_SECONDS, CONNECT_SECONDS


@pytest.mark.timeout(600)
def test_whoever_is_killed_wherever_every_text_arrives_once_on_the_right_phone() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tests.chaos", "--short"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "No fault found." in run.stdout


def test_a_lease_outlives_the_longest_try_to_send() -> None:
    assert SENDING_TAKES.total_seconds() >= CONNECT_SECONDS + ANSWER_SECONDS
    assert LEASE > SENDING_TAKES
