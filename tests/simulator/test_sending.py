"""The customer sends a text through the API, and a phone receives it."""

from __future__ import annotations

from twilio.rest import Client

from tests.simulator.conftest import LINE
from tests.simulator.customer import Customer
from warmline.simulator.handset import Phone


def test_a_text_that_the_customer_sends_arrives_on_the_phone(api: Client, ada: Phone) -> None:
    made = api.messages.create(to=ada.number, from_=LINE, body="Hello Ada")
    assert made.status == "queued"
    assert made.direction == "outbound-api"
    assert ada.expects("Hello Ada", sender=LINE).sid == made.sid
    assert api.messages(made.sid).fetch().status == "delivered"


def test_the_customer_is_told_of_each_status_in_order(
    api: Client, ada: Phone, customer: Customer
) -> None:
    made = api.messages.create(
        to=ada.number, from_=LINE, body="Hi", status_callback=f"{customer.url}/status"
    )
    told = customer.wait_for(2, at="/status")
    assert [one.params["MessageStatus"] for one in told] == ["sent", "delivered"]
    assert all(one.is_signed for one in told)
    assert {one.params["MessageSid"] for one in told} == {made.sid}
    ada.expects("Hi")
