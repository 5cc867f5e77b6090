"""Letting programs in from the command line, and reading back who changed what."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.cli.operator import Operator
from tests.stories.line import Line
from warmline import wiring
from warmline.app import create_app
from warmline.config import Settings


@pytest.fixture
def web_side(line: Line, environ: dict[str, str]) -> FlaskClient:
    settings = Settings.read(environ)
    return create_app(line.desk, wiring.signatures_of(settings)).test_client()


def asks(client: FlaskClient, secret: str) -> int:
    answer = client.get("/api/v1/now", headers={"Authorization": f"Bearer {secret}"})
    return answer.status_code


def test_a_token_is_shown_once_lets_a_program_in_and_is_taken_back(
    line: Line, operator: Operator, web_side: FlaskClient
) -> None:
    said = operator.does("tokens", "add", "rota screen", "--role", "viewer", "--days", "30")
    secret = said.out.strip()

    assert asks(web_side, secret) == 200
    (row,) = operator.reads("tokens", "list")
    assert (row["name"], row["role"], row["good"]) == ("rota screen", "viewer", True)
    assert secret not in operator.does("tokens", "list").out
    operator.does("tokens", "remove", row["id"])
    assert asks(web_side, secret) == 401
    assert "no such token" in operator.is_refused("tokens", "remove", row["id"])


@pytest.mark.parametrize("days", ["0", "367"])
def test_a_token_is_good_for_a_year_at_most(line: Line, operator: Operator, days: str) -> None:
    assert "1 to 366 days" in operator.is_refused("tokens", "add", "x", "--days", days)


def test_a_calendar_has_one_address_at_a_time(
    line: Line, operator: Operator, web_side: FlaskClient
) -> None:
    line.peer("Ada")
    first = operator.does("calendar", "volunteer", "ada").out.strip()
    second = operator.does("calendar", "volunteer", "ada").out.strip()
    whole = operator.does("calendar", "line").out.strip()

    def status(address: str) -> int:
        return web_side.get(address.removeprefix(line.desk.public_url)).status_code

    assert [status(address) for address in (first, second, whole)] == [404, 200, 200]
    assert [row["name"] for row in operator.reads("calendar", "list")] == ["Ada", ""]
    operator.does("calendar", "revoke", "ada")
    operator.does("calendar", "revoke", "line")
    assert [status(address) for address in (second, whole)] == [404, 404]
    assert "no address" in operator.is_refused("calendar", "revoke", "ada")


def test_the_journal_says_who_changed_the_roster(line: Line, operator: Operator) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    operator.does("shifts", "add", "2026-03-05 18:00", "2026-03-05 22:00")
    operator.does("claims", "add", "1", "ada")

    rows = operator.reads("journal")

    assert [row["event"] for row in rows[:2]] == ["claimed", "shift_added"]
    assert rows[0]["about"]["by"] == "operator"
    assert "contact" not in {name for row in rows for name in row["about"]}
    assert "volunteer Ada" in operator.does("journal", "--limit", "1").out
    assert operator.reads("journal", "--since", "2026-03-06 00:00") == []
    assert len(operator.reads("journal", "--limit", "1")) == 1
