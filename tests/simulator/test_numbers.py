"""The account and its numbers, as `connect` reads and points them."""

from __future__ import annotations

from twilio.rest import Client

from tests.simulator.conftest import ACCOUNT, LINE, SECOND
from tests.simulator.customer import Customer
from warmline.simulator.handset import Phone


def test_the_account_can_be_looked_at(api: Client) -> None:
    account = api.api.accounts(ACCOUNT.sid).fetch()
    assert (account.sid, account.status, account.type) == (ACCOUNT.sid, "active", "Full")


def test_the_numbers_are_listed_and_found(api: Client) -> None:
    assert [n.phone_number for n in api.incoming_phone_numbers.list()] == [LINE, SECOND]
    (found,) = api.incoming_phone_numbers.list(phone_number=SECOND)
    assert api.incoming_phone_numbers(found.sid).fetch().phone_number == SECOND


def test_a_number_pointed_elsewhere_tells_its_texts_there(
    api: Client, ada: Phone, customer: Customer
) -> None:
    (line,) = api.incoming_phone_numbers.list(phone_number=LINE)
    changed = line.update(
        sms_url=f"{customer.url}/elsewhere#rc=3&rp=all",
        sms_fallback_url=f"{customer.url}/fallback",
        voice_url=f"{customer.url}/voice",
    )
    assert changed.sms_url == f"{customer.url}/elsewhere#rc=3&rp=all"
    assert changed.voice_url == f"{customer.url}/voice"
    ada.texts("Hello", to=LINE)
    (told,) = customer.wait_for(1)
    assert told.path == "/elsewhere"
    assert told.is_signed


def test_a_number_asked_by_get_is_signed_with_its_query(
    api: Client, ada: Phone, customer: Customer
) -> None:
    (line,) = api.incoming_phone_numbers.list(phone_number=LINE)
    line.update(sms_method="GET", sms_url=f"{customer.url}/sms?key=1")
    ada.texts("By GET, please", to=LINE)
    (told,) = customer.wait_for(1)
    assert told.params["Body"] == "By GET, please"
    assert told.params["key"] == "1"
    assert told.is_signed
