"""Documents that cannot be had, read or followed, and what becomes of the call."""

from __future__ import annotations

import pytest
from flask import Response
from twilio.rest import Client

from tests.simulator.customer import Customer, Told
from tests.simulator.voice import LINE, passes, pointed_at, reads
from warmline.simulator.exchange import Setup
from warmline.simulator.handset import Handsets, Phone

SORRY = "an application error has occurred"


@pytest.fixture
def setup(customer: Customer) -> Setup:
    return pointed_at(customer)


def codes(handsets: Handsets) -> list[int]:
    return [entry["error_code"] for entry in handsets.get("log") if entry["kind"] == "error"]


@pytest.mark.parametrize(
    ("body", "mimetype", "status", "code"),
    [
        ("<Response><Say>Hi", "text/xml", 200, 12100),
        ("<Answer><Say>Hi</Say></Answer>", "text/xml", 200, 12100),
        ("", "text/xml", 200, 12100),
        ("{}", "application/json", 200, 12300),
        ("no", "text/plain", 500, 11200),
        ("no", "text/plain", 404, 11200),
    ],
)
def test_a_document_that_cannot_be_used_ends_the_call_with_an_apology(
    customer: Customer,
    ada: Phone,
    handsets: Handsets,
    body: str,
    mimetype: str,
    status: int,
    code: int,
) -> None:
    customer.answers(body, mimetype, status)
    call = ada.calls(LINE)
    call.hears(SORRY)
    call.is_over("completed")
    assert codes(handsets) == [code]


def test_a_server_that_is_not_there_is_as_bad(
    customer: Customer, ada: Phone, handsets: Handsets
) -> None:
    handsets.call("PUT", f"numbers/{LINE}", json={"voice_url": "http://127.0.0.1:1/voice#rc=0"})
    ada.calls(LINE).hears(SORRY)
    assert codes(handsets) == [11205]


def test_plain_words_are_said_as_they_stand(customer: Customer, ada: Phone) -> None:
    customer.answers("Just words.", "text/plain")
    ada.calls(LINE).hears("Just words.")


def test_the_fallback_is_asked_with_the_error_and_the_call_goes_on(
    customer: Customer, ada: Phone, handsets: Handsets
) -> None:
    fallback = {"voice_fallback_url": f"{customer.url}/fallback"}
    handsets.call("PUT", f"numbers/{LINE}", json=fallback)

    def script(told: Told) -> Response:
        pages = {"/fallback": "<Response><Say>We are here.</Say></Response>"}
        return Response(pages.get(told.path, "<Response><Sa"), mimetype="text/xml")

    customer.script = script
    assert ada.calls(LINE).hears() == "We are here."
    (told,) = customer.wait_for(1, at="/fallback")
    assert told.is_signed
    assert (told.params["ErrorCode"], told.params["ErrorUrl"]) == ("12100", f"{customer.url}/voice")


def test_the_fallback_serves_a_later_document_too_and_a_broken_fallback_ends_in_the_apology(
    customer: Customer, ada: Phone, handsets: Handsets
) -> None:
    fallback = {"voice_fallback_url": f"{customer.url}/fallback"}
    handsets.call("PUT", f"numbers/{LINE}", json=fallback)

    def script(told: Told) -> Response:
        pages = {"/voice": "<Response><Say>Hello.</Say><Redirect>/gone</Redirect></Response>"}
        return Response(pages.get(told.path, ""), mimetype="text/xml")

    customer.script = script
    ada.calls(LINE).hears("Hello.", SORRY)
    (told,) = customer.wait_for(1, at="/fallback")
    assert told.params["ErrorUrl"] == f"{customer.url}/gone"


def test_a_call_of_the_customers_own_has_a_fallback_of_its_own(
    customer: Customer, ada: Phone, api: Client
) -> None:
    reads(customer, fallback="<Say>Still here.</Say>")
    api.calls.create(
        to=ada.number,
        from_=LINE,
        url="http://127.0.0.1:1/no#rc=0",
        fallback_url=f"{customer.url}/fallback",
    )
    ada.rings().picks_up().hears("Still here.")


@pytest.mark.parametrize(
    "wrong",
    [
        "<Message>by text</Message>",
        "<Sms>by text</Sms>",
        "<Shout>loud</Shout>",
        "<Leave/>",
        "<Say volume='11'></Say>",
    ],
)
def test_what_has_no_place_in_a_call_is_left_out_with_a_warning(
    customer: Customer, ada: Phone, handsets: Handsets, wrong: str
) -> None:
    reads(customer, voice=f"<Say>One.</Say>{wrong}<Say>Two.</Say>")
    call = ada.calls(LINE)
    assert call.hears().split() == ["One.", "Two."]
    assert codes(handsets) == [12200]
    ada.expects_nothing()


def test_a_wait_may_hold_only_some_verbs(
    customer: Customer, ada: Phone, handsets: Handsets
) -> None:
    reads(
        customer,
        voice="<Enqueue waitUrl='/wait'>people</Enqueue>",
        wait="<Dial>+15557770002</Dial><Say>Wait.</Say><Pause length='30'/>",
    )
    call = ada.calls(LINE)
    call.is_held().hears("Wait.")
    assert codes(handsets) == [12200]
    handsets.phone("+15557770002").does_not_ring()
    call.hangs_up()


def test_a_whisper_that_fails_connects_nobody(
    customer: Customer, ada: Phone, handsets: Handsets
) -> None:
    number = "<Number url='http://127.0.0.1:1/no#rc=0'>+15557770002</Number>"
    reads(customer, voice=f"<Dial>{number}</Dial><Say>Nobody.</Say>")
    call = ada.calls(LINE)
    handsets.phone("+15557770002").rings().picks_up().is_over("completed")
    call.hears("Nobody.")
    passes(handsets, 1)
