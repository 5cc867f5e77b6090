"""A customer who does not answer well is asked again, or at the fallback, as the address says."""

from __future__ import annotations

import socket

import pytest
from flask import Response

from tests.simulator.conftest import LINE
from tests.simulator.customer import Customer, Told
from warmline.simulator.handset import Handsets, Phone


@pytest.fixture
def nowhere() -> str:
    """An address at which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}/sms"


def _point(handsets: Handsets, url: str, fallback: str = "") -> None:
    handsets.call("PUT", f"numbers/{LINE}", json={"sms_url": url, "sms_fallback_url": fallback})


def _attempts(handsets: Handsets) -> list[tuple[str, str, int | None]]:
    handsets.come_to_rest()
    log = handsets.get("log")
    return [(e["kind"], e["outcome"], e["status"]) for e in log if "attempt" in e]


def test_a_refused_connection_is_tried_once_more_and_then_given_up(
    ada: Phone, handsets: Handsets, nowhere: str
) -> None:
    _point(handsets, nowhere)
    ada.texts("Hello?", to=LINE)
    assert _attempts(handsets) == [("webhook", "ct", None)] * 2


def test_an_error_of_the_customers_is_not_tried_again_by_default(
    ada: Phone, handsets: Handsets, customer: Customer
) -> None:
    customer.answers("broken", status=500)
    ada.texts("Hello?", to=LINE)
    assert _attempts(handsets) == [("webhook", "5xx", 500)]


def test_the_address_can_ask_for_more_tries_which_carry_one_token(
    ada: Phone, handsets: Handsets, customer: Customer
) -> None:
    _point(handsets, f"{customer.url}/sms#rc=3&rp=all")
    statuses = iter([500, 503, 404, 200])
    customer.script = lambda _: Response("<Response/>", next(statuses), mimetype="text/xml")
    ada.texts("Hello?", to=LINE)
    told = customer.wait_for(4)
    assert [outcome for _, outcome, _ in _attempts(handsets)] == ["5xx", "5xx", "4xx", "answered"]
    assert len({one.headers["I-Twilio-Idempotency-Token"] for one in told}) == 1
    assert all(one.is_signed for one in told)


def test_a_policy_that_names_server_errors_leaves_others_alone(
    ada: Phone, handsets: Handsets, customer: Customer
) -> None:
    _point(handsets, f"{customer.url}/sms#rc=3&rp=5xx")
    customer.answers("no", status=403)
    ada.texts("Hello?", to=LINE)
    assert _attempts(handsets) == [("webhook", "4xx", 403)]


def test_a_slow_answer_runs_out_of_time(ada: Phone, handsets: Handsets, customer: Customer) -> None:
    _point(handsets, f"{customer.url}/sms#rt=100&rc=1&rp=rt")
    customer.is_slow(0.4)
    ada.texts("Hello?", to=LINE)
    assert _attempts(handsets) == [("webhook", "rt", None)] * 2


def test_the_total_time_ends_all_tries(ada: Phone, handsets: Handsets, customer: Customer) -> None:
    _point(handsets, f"{customer.url}/sms#tt=150&rc=5&rp=all")
    customer.is_slow(0.4)
    ada.texts("Hello?", to=LINE)
    assert _attempts(handsets) == [("webhook", "rt", None)]


def test_the_fallback_is_asked_and_told_why_and_its_answer_counts(
    ada: Phone, handsets: Handsets, customer: Customer
) -> None:
    _point(handsets, f"{customer.url}/sms#rc=0", f"{customer.url}/fallback")

    def script(told: Told) -> Response:
        if told.path == "/fallback":
            return Response("<Response><Message>Kind words.</Message></Response>", 200)
        return Response("broken", 500)

    customer.script = script
    sid = ada.texts("Hello?", to=LINE)
    ada.expects("Kind words.")
    (told,) = customer.at("/fallback")
    assert told.params["ErrorCode"] == "11200"
    assert told.params["ErrorUrl"] == f"{customer.url}/sms"
    assert told.params["MessageSid"] == sid
    assert told.is_signed


def test_an_unreadable_answer_goes_to_the_fallback_too(
    ada: Phone, handsets: Handsets, customer: Customer
) -> None:
    _point(handsets, f"{customer.url}/sms", f"{customer.url}/fallback")
    customer.answers("<Response><Mess")
    ada.texts("Hello?", to=LINE)
    _, told = customer.wait_for(2)
    assert (told.path, told.params["ErrorCode"]) == ("/fallback", "12100")


def test_a_public_address_may_be_served_elsewhere_and_is_signed_as_public(
    ada: Phone, handsets: Handsets, customer: Customer
) -> None:
    handsets.call("PUT", "rules", json={"reach": {"https://line.example": customer.url}})
    _point(handsets, "https://line.example/sms")
    ada.texts("Hello?", to=LINE)
    (told,) = customer.wait_for(1)
    assert told.headers["Host"] == "line.example"
    assert not told.is_signed  # for the real address; for the public one it is
    assert customer.is_signature_for("https://line.example/sms", told)
