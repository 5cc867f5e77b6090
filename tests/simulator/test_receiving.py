"""A phone texts a number of the customer's, who is told by a signed webhook and may answer."""

from __future__ import annotations

import time

import pytest
import requests
from twilio.rest import Client

from tests.simulator.conftest import LINE
from tests.simulator.customer import Customer
from warmline.simulator.handset import Handsets, Phone


def test_a_text_to_the_line_reaches_the_customer_signed(ada: Phone, customer: Customer) -> None:
    sid = ada.texts("Is anybody there? ❤", to=LINE)
    (told,) = customer.wait_for(1)
    assert told.is_signed
    assert told.path == "/sms"
    expected = {"MessageSid": sid, "From": ada.number, "To": LINE, "Body": "Is anybody there? ❤"}
    assert expected.items() <= told.params.items()
    assert told.params["NumSegments"] == "1"
    assert told.params["FromCountry"] == "US"


def test_the_customers_answer_goes_back_to_the_phone(ada: Phone, customer: Customer) -> None:
    customer.answers("<Response><Message>We are here.</Message></Response>")
    ada.texts("Hello?", to=LINE)
    ada.expects("We are here.", sender=LINE)


def test_every_parameter_of_the_provider_is_there(ada: Phone, customer: Customer) -> None:
    ada.texts("Hi", to=LINE)
    (told,) = customer.wait_for(1)
    assert told.params.keys() == set(
        "AccountSid ApiVersion Body From FromCity FromCountry FromState FromZip MessageSid NumMedia "
        "NumSegments SmsMessageSid SmsSid SmsStatus To ToCity ToCountry ToState ToZip".split()
    )
    assert told.params["SmsStatus"] == "received"


def test_a_picture_is_told_and_can_be_fetched(ada: Phone, customer: Customer, api: Client) -> None:
    sid = ada.texts("Look", to=LINE, media=["image/jpeg", "image/png"])
    (told,) = customer.wait_for(1)
    assert sid.startswith("MM")
    assert told.params["NumMedia"] == "2"
    assert told.params["MediaContentType1"] == "image/png"
    picture = requests.get(told.params["MediaUrl0"], timeout=5)
    assert (picture.status_code, picture.headers["Content-Type"]) == (200, "image/jpeg")
    first, second = api.messages(sid).media.list()
    assert api.messages(sid).media(first.sid).fetch().content_type == "image/jpeg"
    assert api.messages(sid).media(second.sid).delete()
    assert len(api.messages(sid).media.list()) == 1


def test_texts_of_one_sender_come_in_order_however_slow_the_customer(
    ada: Phone, customer: Customer
) -> None:
    customer.is_slow(0.02)
    for n in range(10):
        ada.texts(str(n), to=LINE)
    assert [told.params["Body"] for told in customer.wait_for(10)] == [str(n) for n in range(10)]


def test_different_senders_do_not_wait_for_each_other(
    handsets: Handsets, customer: Customer
) -> None:
    customer.is_slow(0.3)
    begun = time.monotonic()
    for n in range(8):
        handsets.phone(f"+1555777100{n}").texts("Hi", to=LINE)
    customer.wait_for(8)
    handsets.come_to_rest()
    assert time.monotonic() - begun < 8 * 0.3


def test_several_answers_come_in_order_with_their_statuses(ada: Phone, customer: Customer) -> None:
    customer.answers(
        "<Response><Message action='/told'><Body>One</Body></Message>"
        "<Message>Two<Media>https://line.example/cat.png</Media></Message></Response>"
    )
    ada.texts("Hi", to=LINE)
    ada.expects("One")
    assert ada.expects("Two").media == ("https://line.example/cat.png",)
    told = customer.wait_for(2, at="/told")
    assert [one.params["MessageStatus"] for one in told] == ["sent", "delivered"]


def test_an_answer_in_plain_text_is_sent_as_it_is(ada: Phone, customer: Customer) -> None:
    customer.answers("Just so.", mimetype="text/plain")
    ada.texts("Hi", to=LINE)
    ada.expects("Just so.")


def test_more_than_ten_answers_are_cut_off(
    ada: Phone, customer: Customer, handsets: Handsets
) -> None:
    customer.answers("<Response>" + "<Message>Again</Message>" * 12 + "</Response>")
    ada.texts("Hi", to=LINE)
    for _ in range(10):
        ada.expects("Again")
    assert 14109 in _errors(handsets)


@pytest.mark.parametrize(
    ("body", "mimetype", "code"),
    [
        ("<Response><Mess", "text/xml", 12100),
        ("<Response><Dance/></Response>", "text/xml", 12200),
        ("<html></html>", "text/html", 12200),
        ('{"say": "hi"}', "application/json", 12300),
        ("x" * 70_000, "text/plain", 11750),
    ],
)
def test_an_answer_that_is_no_twiml_is_an_error_in_the_log(
    ada: Phone, customer: Customer, handsets: Handsets, body: str, mimetype: str, code: int
) -> None:
    customer.answers(body, mimetype)
    ada.texts("Hi", to=LINE)
    customer.wait_for(1)
    ada.expects_nothing()
    assert _errors(handsets) == [code]


def _errors(handsets: Handsets) -> list[int]:
    handsets.come_to_rest()
    return [entry["error_code"] for entry in handsets.get("log") if entry["kind"] == "error"]
