"""The customer sends a text through the API, and a phone receives it."""

from __future__ import annotations

from datetime import timedelta

from twilio.rest import Client

from tests.simulator.conftest import LINE, SECOND
from tests.simulator.customer import Customer
from warmline.simulator.handset import Handsets, Phone


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


def test_a_text_between_two_of_our_numbers_comes_in_again(api: Client, customer: Customer) -> None:
    api.messages.create(to=SECOND, from_=LINE, body="Note to self")
    (told,) = customer.wait_for(1)
    assert (told.params["From"], told.params["To"]) == (LINE, SECOND)


def test_a_picture_goes_with_its_text(api: Client, ada: Phone) -> None:
    made = api.messages.create(
        to=ada.number, from_=LINE, body="Look", media_url=["https://line.example/cat.png"]
    )
    assert made.sid.startswith("MM")
    assert ada.expects("Look").media == ("https://line.example/cat.png",)
    (medium,) = api.messages(made.sid).media.list()
    assert medium.content_type == "image/png"


def test_the_way_to_the_phone_can_take_time(api: Client, ada: Phone, handsets: Handsets) -> None:
    handsets.call("PUT", "rules", json={"transit_ms": 4000})
    made = api.messages.create(to=ada.number, from_=LINE, body="Slowly")
    ada.expects_nothing()
    assert api.messages(made.sid).fetch().status == "sent"
    handsets.jump(timedelta(seconds=4))
    ada.expects("Slowly")


def test_people_can_text_each_other_without_the_line(ada: Phone, handsets: Handsets) -> None:
    ada.texts("Lunch?", to="+15557770002")
    handsets.phone("+15557770002").expects("Lunch?", sender=ada.number)
