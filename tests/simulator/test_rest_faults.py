"""Requests to the API that are refused, lost, broken or slow, on demand."""

from __future__ import annotations

import time

import pytest
import requests
from twilio.base.exceptions import TwilioRestException
from twilio.rest import Client

from tests.simulator.conftest import LINE
from warmline.simulator.handset import Handsets, Phone


def _send(api: Client, phone: Phone) -> None:
    api.messages.create(to=phone.number, from_=LINE, body="Hello")


def test_a_refused_connection_has_done_nothing(api: Client, ada: Phone, handsets: Handsets) -> None:
    handsets.goes_wrong("rest_refuse", count=1)
    with pytest.raises(requests.ConnectionError):
        _send(api, ada)
    assert api.messages.list() == []
    _send(api, ada)
    ada.expects("Hello")


def test_a_request_without_an_answer_has_sent_the_text_all_the_same(
    api: Client, ada: Phone, handsets: Handsets
) -> None:
    handsets.goes_wrong("rest_timeout", count=1, ms=0)
    with pytest.raises(requests.ConnectionError):
        _send(api, ada)
    ada.expects("Hello")
    assert len(api.messages.list(to=ada.number)) == 1


def test_a_request_can_be_held_until_the_customer_gives_up(
    api: Client, ada: Phone, handsets: Handsets
) -> None:
    handsets.goes_wrong("rest_timeout", count=1, ms=30_000)
    api.http_client.timeout = 0.2
    with pytest.raises(requests.Timeout):
        _send(api, ada)
    ada.expects("Hello")


@pytest.mark.parametrize(
    ("fault", "how", "code", "status"),
    [
        ("rest_error", {}, 20500, 500),
        ("rest_error", {"status": 503}, 20503, 503),
        ("rest_busy", {}, 20429, 429),
    ],
)
def test_a_broken_or_busy_api_has_done_nothing(
    api: Client,
    ada: Phone,
    handsets: Handsets,
    fault: str,
    how: dict[str, int],
    code: int,
    status: int,
) -> None:
    handsets.goes_wrong(fault, count=1, **how)
    with pytest.raises(TwilioRestException) as refusal:
        _send(api, ada)
    assert (refusal.value.code, refusal.value.status) == (code, status)
    assert api.messages.list() == []


def test_a_slow_api_answers_in_the_end(api: Client, ada: Phone, handsets: Handsets) -> None:
    handsets.goes_wrong("rest_slow", ms=100)
    begun = time.monotonic()
    _send(api, ada)
    assert time.monotonic() - begun >= 0.1
    ada.expects("Hello")


def test_a_fault_can_be_kept_to_one_operation(api: Client, ada: Phone, handsets: Handsets) -> None:
    handsets.goes_wrong("rest_busy", operation="create")
    assert api.messages.list() == []
    with pytest.raises(TwilioRestException):
        _send(api, ada)
