"""Whoever writes or calls is answered, also when Redis is away or the program itself is at fault."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.webhooks.provider import A_CALL, A_STATUS, A_TEXT, MARK
from warmline import wiring
from warmline.app import create_app
from warmline.config import Settings
from warmline.flows.desk import Desk
from warmline.logs import JsonLines

NO_ANSWER = "<Response />"
Dump = Callable[[], dict[bytes, bytes]]


@pytest.fixture
def bereft(environ: dict[str, str], tmp_path: Path) -> FlaskClient:
    """A web process whose Redis is gone."""
    settings = Settings.read(environ | {"REDIS_URL": f"unix://{tmp_path}/gone.sock"})
    return create_app(wiring.desk_of(settings), wiring.signatures_of(settings)).test_client()


@pytest.fixture
def faulty(client: FlaskClient, desk: Desk) -> FlaskClient:
    """A web process that meets something in Redis that its program never expected."""
    desk.store.connection.delete(desk.store.keys.due())
    desk.store.connection.set(desk.store.keys.due(), MARK)
    return client


def test_without_redis_a_text_is_answered_with_the_crisis_line(bereft: FlaskClient) -> None:
    answer = A_TEXT.sent_to(bereft)

    assert answer.status_code == 200
    assert "<Message>" in answer.text
    assert "call or text 988" in answer.text


@pytest.mark.parametrize("sender", ["12345", "PIZZA", "+15550100002", "+19005550100", "+1"])
def test_but_never_where_that_would_loop_or_pay_a_fraudster(
    bereft: FlaskClient, sender: str
) -> None:
    assert A_TEXT.saying(From=sender).sent_to(bereft).text.endswith(NO_ANSWER)


def test_without_redis_the_provider_is_asked_to_tell_a_status_again(bereft: FlaskClient) -> None:
    assert A_STATUS.sent_to(bereft).status_code == 503


def test_a_call_needs_no_redis(bereft: FlaskClient) -> None:
    answer = A_CALL.sent_to(bereft)

    assert answer.status_code == 200
    assert "<Say" in answer.text
    assert "9 8 8" in answer.text


def test_even_a_fault_of_the_program_ends_in_a_kind_answer(
    faulty: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    answer = A_TEXT.sent_to(faulty)

    assert answer.status_code == 200
    assert "call or text 988" in answer.text
    (told,) = [record for record in caplog.records if record.levelno >= logging.ERROR]
    line = JsonLines().format(told)
    assert '"event": "webhook failed"' in line
    assert '"endpoint": "texts.receive"' in line
    for secret in (MARK, A_TEXT.form["From"][1:], A_TEXT.form["Body"]):
        assert secret not in line + answer.text


def test_nobody_is_told_so_whose_text_gets_no_answer_anyway(faulty: FlaskClient) -> None:
    assert A_TEXT.saying(From="12345").sent_to(faulty).text.endswith(NO_ANSWER)


def test_a_text_to_a_number_that_is_not_ours_is_answered_and_not_kept(
    client: FlaskClient, dump: Dump
) -> None:
    before = dump()

    answer = A_TEXT.saying(To="+15550100777").sent_to(client)

    assert "call or text 988" in answer.text
    assert dump() == before


def test_a_refusal_is_no_fault(client: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    assert A_TEXT.saying(To="x").sent_to(client).status_code == 400

    assert [r for r in caplog.records if r.levelno >= logging.ERROR] == []
