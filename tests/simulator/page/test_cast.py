"""Who is on the page, and what the page may do."""

from __future__ import annotations

import signal
import subprocess
import sys
from argparse import ArgumentTypeError

import pytest
import requests

from tests.simulator.conftest import ACCOUNT, LINE
from warmline.simulator.page.cast import DEFAULT, Person, Role, person
from warmline.simulator.server import ExchangeServer


def test_a_person_is_told_by_name_role_and_number() -> None:
    assert person("Ada|volunteer|+15550100201") == Person("Ada", Role.VOLUNTEER, "+15550100201")
    assert person(" Zoë Å | coordinator | +4930123456 ").name == "Zoë Å"


@pytest.mark.parametrize(
    "said",
    ["Ada", "Ada|friend|+15550100201", "|caller|+15550100201", "Ada|caller|555-0100", "a|b|c|d"],
)
def test_anything_else_is_refused(said: str) -> None:
    with pytest.raises(ArgumentTypeError, match=r"NAME|name"):
        person(said)


def test_everybody_of_the_usual_cast_has_a_phone_of_their_own() -> None:
    assert [someone.role.value for someone in DEFAULT] == [
        "caller", "volunteer", "volunteer", "coordinator", "crisis",
    ]  # fmt: skip
    assert len({someone.number for someone in DEFAULT}) == len(DEFAULT)


def test_the_cast_is_chosen_at_the_start() -> None:
    command = [sys.executable, "-m", "warmline.simulator", "--port", "0", "--number", LINE]
    command += ["--account-sid", ACCOUNT.sid, "--auth-token", ACCOUNT.token]
    command += ["--person", "Kim|caller|+15550100199", "--person", "Lee|volunteer|+15550100299"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        url = process.stdout.readline().strip()
        cast = requests.get(f"{url}/simulator/page/people", timeout=5).json()
        process.send_signal(signal.SIGTERM)
    assert cast["people"] == [
        {"name": "Kim", "role": "caller", "number": "+15550100199", "trouble": None},
        {"name": "Lee", "role": "volunteer", "number": "+15550100299", "trouble": None},
    ]
    assert cast["line"] == [LINE]


@pytest.mark.parametrize("path", ["/", "/simulator/", "/simulator/page/static/js/main.js"])
def test_the_page_may_load_nothing_from_elsewhere(server: ExchangeServer, path: str) -> None:
    answer = requests.get(f"{server.url}{path}", timeout=5)
    assert answer.status_code == 200
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
