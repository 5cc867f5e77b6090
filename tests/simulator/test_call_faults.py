"""Faults that strike calls: webhooks, reports and requests that are lost, doubled, late or refused."""

from __future__ import annotations

import pytest
import requests
from twilio.base.exceptions import TwilioRestException
from twilio.rest import Client

from tests.simulator.customer import Customer
from tests.simulator.voice import LINE, passes, pointed_at, reads, words
from warmline.simulator.exchange import Setup
from warmline.simulator.handset import Handsets, Phone


@pytest.fixture
def setup(customer: Customer) -> Setup:
    return pointed_at(customer)


def test_a_lost_webhook_is_a_failure_to_the_caller(
    customer: Customer, ada: Phone, handsets: Handsets
) -> None:
    reads(customer, voice="<Say>Hello.</Say>", fallback="<Say>From the fallback.</Say>")
    fallback = {"voice_fallback_url": f"{customer.url}/fallback"}
    handsets.call("PUT", f"numbers/{LINE}", json=fallback)
    handsets.goes_wrong("webhook_lose", count=1, operation="calls.webhook")
    assert ada.calls(LINE).hears() == "From the fallback."
    assert customer.at("/voice") == []
    assert words(customer.wait_for(1, at="/fallback"), "ErrorCode") == ["11205"]


def test_a_lost_webhook_is_made_again_as_often_as_its_address_says(
    customer: Customer, ada: Phone, handsets: Handsets
) -> None:
    then = '<Pause length="5"/><Redirect>/next#rc=2&amp;rp=all</Redirect>'
    reads(customer, voice=f"<Say>One moment.</Say>{then}", next="<Say>Hello.</Say>")
    call = ada.calls(LINE)
    call.hears("One moment.")
    handsets.goes_wrong("webhook_lose", count=2, operation="calls.webhook")
    passes(handsets, 10)
    call.hears("Hello.")


def test_a_doubled_webhook_is_heard_once(
    customer: Customer, ada: Phone, handsets: Handsets
) -> None:
    reads(customer, voice="<Say>Hello.</Say>")
    handsets.goes_wrong("webhook_duplicate", count=1, number=ada.number)
    call = ada.calls(LINE)
    assert call.hears() == "Hello."
    one, two = customer.wait_for(2, at="/voice")
    assert one.params == two.params


def test_a_late_webhook_keeps_the_caller_waiting(
    customer: Customer, ada: Phone, handsets: Handsets
) -> None:
    reads(customer, voice="<Say>Hello.</Say>")
    handsets.goes_wrong("webhook_delay", count=1, ms=4000)
    call = ada.calls(LINE)
    passes(handsets, 3)
    call.hears_nothing()
    passes(handsets, 1)
    call.hears("Hello.")


@pytest.mark.parametrize(
    ("fault", "reports"),
    [
        ("callback_lose", ["ringing", "completed"]),
        ("callback_duplicate", ["initiated", "initiated", "ringing", "completed"]),
        ("callback_reorder", ["ringing", "completed", "initiated"]),
    ],
)
def test_reports_can_be_lost_doubled_and_late(
    customer: Customer,
    ada: Phone,
    api: Client,
    handsets: Handsets,
    fault: str,
    reports: list[str],
) -> None:
    handsets.goes_wrong(fault, count=1, ms=5000, operation="calls.callback")
    api.calls.create(
        to=ada.number,
        from_=LINE,
        url=f"{customer.url}/there",
        status_callback=f"{customer.url}/leg",
        status_callback_event=["initiated", "ringing", "completed"],
    )
    ada.rings().picks_up().is_over()
    passes(handsets, 5)
    assert words(customer.at("/leg"), "CallStatus") == reports


def test_a_request_can_take_effect_without_an_answer(
    customer: Customer, ada: Phone, api: Client, handsets: Handsets
) -> None:
    handsets.goes_wrong("rest_timeout", count=1, ms=0, operation="calls.create")
    with pytest.raises(requests.ConnectionError):
        api.calls.create(to=ada.number, from_=LINE, url=f"{customer.url}/there")
    ada.rings().declines()
    assert len(api.calls.list(to=ada.number)) == 1


@pytest.mark.parametrize("operation", ["calls.update", "update"])
def test_a_fault_can_be_aimed_at_one_operation_of_calls(
    customer: Customer, ada: Phone, api: Client, handsets: Handsets, operation: str
) -> None:
    reads(customer, there="<Pause length='9'/>")
    made = api.calls.create(to=ada.number, from_=LINE, url=f"{customer.url}/there")
    leg = ada.rings()
    handsets.goes_wrong("rest_busy", count=1, operation="messages.update")
    handsets.goes_wrong("rest_error", status=503, operation=operation, number=ada.number)
    with pytest.raises(TwilioRestException) as refusal:
        api.calls(made.sid).update(status="canceled")
    assert refusal.value.status == 503
    ada.rings()
    handsets.goes_right()
    api.calls(made.sid).update(status="canceled")
    leg.is_over("canceled")


def test_a_new_call_may_be_late_in_lists(
    customer: Customer, ada: Phone, api: Client, handsets: Handsets
) -> None:
    handsets.goes_wrong("list_lag", ms=3000, operation="calls.list")
    made = api.calls.create(to=ada.number, from_=LINE, url=f"{customer.url}/there")
    assert api.calls.list() == []
    assert api.calls(made.sid).fetch().sid == made.sid
    passes(handsets, 3)
    assert [call.sid for call in api.calls.list()] == [made.sid]
    ada.rings().declines()


def test_a_text_goes_on_as_ever_while_calls_are_in_trouble(
    customer: Customer, ada: Phone, api: Client, handsets: Handsets
) -> None:
    handsets.goes_wrong("rest_busy", operation="calls.create")
    api.messages.create(to=ada.number, from_=LINE, body="Hello")
    ada.expects("Hello")
