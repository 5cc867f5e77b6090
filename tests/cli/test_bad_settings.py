"""A start with bad settings: one message with all faults, no traceback, no secret."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import environment, warmline

FAULTS = {
    "WARMLINE_NUMBERS": "555-secret-0100",
    "WARMLINE_PUBLIC_URL": "line.secret.example",
    "WARMLINE_TIMEZONE": "Mars/Secret",
    "WARMLINE_OFFER_SECONDS": "soon-secret",
    "WARMLINE_SECRET_KEYS": "short-secret",
    "TWILIO_ACCOUNT_SID": "not-secret",
    "PORT": "high-secret",
    "REDIS_URL": "http://secret",
}


@pytest.mark.parametrize("command", ["up", "web", "work", "sweep", "doctor", "connect"])
def test_it_is_told_in_one_message_that_names_every_fault(command: str, tmp_path: Path) -> None:
    environ = environment(WARMLINE_DATA_DIR=str(tmp_path), **FAULTS)

    told = warmline(command, environ=environ)

    assert told.returncode == 1
    for name in (*FAULTS, "TWILIO_AUTH_TOKEN"):
        assert name in told.stderr
    assert told.stderr.count("The settings need attention") == 1
    assert "Traceback" not in told.stderr
    assert "secret" not in (told.stderr + told.stdout).replace("WARMLINE_SECRET_KEYS", "")


@pytest.mark.parametrize(
    "words",
    [
        ["volunteers", "add", "Ada"],
        ["volunteers", "add", "Ada", "+15550110901", "--capacity", "many"],
        ["claims", "add", "one", "Ada"],
        ["shifts", "repeat", "2030-01-01 10:00", "2030-01-01 12:00", "--weeks", "0"],
        ["volunteers", "import", "no-such-file.csv"],
        ["no-such-command"],
        ["now", "--no-such-option"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_told_by_a_code_of_its_own(words: list[str], tmp_path: Path) -> None:
    told = warmline(*words, environ=environment(WARMLINE_DATA_DIR=str(tmp_path)))

    assert told.returncode == 2
    assert "Usage:" in told.stderr


def test_without_a_redis_address_a_command_starts_one_for_the_moment(tmp_path: Path) -> None:
    environ = environment(WARMLINE_DATA_DIR=str(tmp_path), WARMLINE_NUMBERS="+15550100001")

    added = warmline("volunteers", "add", "Ada", "+15550110901", environ=environ)
    listed = warmline("volunteers", "list", "--json", environ=environ)
    again = warmline("volunteers", "add", "Eve", "+15550110901", environ=environ)

    assert (added.returncode, listed.returncode) == (0, 0), added.stderr + listed.stderr
    assert '"name": "Ada"' in listed.stdout
    assert again.returncode == 1
    assert "on the roster already" in again.stderr
