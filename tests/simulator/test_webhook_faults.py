"""Webhooks and callbacks that are lost, doubled, late or out of order, on demand."""

from __future__ import annotations

from datetime import timedelta

from twilio.rest import Client

from tests.simulator.conftest import LINE
from tests.simulator.customer import Customer
from warmline.simulator.handset import Handsets, Phone


def _bodies(customer: Customer, count: int) -> list[str]:
    return [told.params["Body"] for told in customer.wait_for(count)]


def test_a_lost_webhook_is_known_to_the_list_alone(
    api: Client, ada: Phone, customer: Customer, handsets: Handsets
) -> None:
    handsets.goes_wrong("webhook_lose", count=1)
    ada.texts("lost", to=LINE)
    ada.texts("found", to=LINE)
    assert _bodies(customer, 1) == ["found"]
    handsets.come_to_rest()
    assert len(customer.told) == 1
    assert [m.body for m in api.messages.list(to=LINE)] == ["found", "lost"]


def test_a_webhook_can_come_twice(ada: Phone, customer: Customer, handsets: Handsets) -> None:
    handsets.goes_wrong("webhook_duplicate", count=1)
    ada.texts("one", to=LINE)
    ada.texts("two", to=LINE)
    assert _bodies(customer, 3) == ["one", "one", "two"]
    assert len({told.params["MessageSid"] for told in customer.told}) == 2


def test_a_delayed_webhook_holds_up_what_follows(
    ada: Phone, customer: Customer, handsets: Handsets
) -> None:
    handsets.goes_wrong("webhook_delay", count=1, ms=60_000)
    ada.texts("one", to=LINE)
    ada.texts("two", to=LINE)
    handsets.phone("+15557770002").texts("somebody else", to=LINE)
    assert _bodies(customer, 1) == ["somebody else"]
    handsets.jump(timedelta(minutes=1))
    assert _bodies(customer, 3)[1:] == ["one", "two"]


def test_a_webhook_out_of_order_is_overtaken(
    ada: Phone, customer: Customer, handsets: Handsets
) -> None:
    handsets.goes_wrong("webhook_reorder", count=1, ms=60_000)
    ada.texts("one", to=LINE)
    ada.texts("two", to=LINE)
    assert _bodies(customer, 1) == ["two"]
    handsets.jump(timedelta(minutes=1))
    assert _bodies(customer, 2) == ["two", "one"]


def test_a_fault_can_be_kept_to_one_number(
    ada: Phone, customer: Customer, handsets: Handsets
) -> None:
    handsets.goes_wrong("webhook_lose", number=ada.number)
    ada.texts("lost", to=LINE)
    handsets.phone("+15557770002").texts("found", to=LINE)
    assert _bodies(customer, 1) == ["found"]
    handsets.come_to_rest()
    assert len(customer.told) == 1


def test_callbacks_can_be_lost_doubled_and_out_of_order(
    api: Client, ada: Phone, customer: Customer, handsets: Handsets
) -> None:
    def statuses(fault: str) -> list[str]:
        before = len(customer.at("/status"))
        handsets.goes_wrong(fault, count=1, ms=1000)
        api.messages.create(
            to=ada.number, from_=LINE, body=fault, status_callback=f"{customer.url}/status"
        )
        ada.expects(fault)
        handsets.come_to_rest()
        handsets.jump(timedelta(seconds=1))
        handsets.come_to_rest()
        return [told.params["MessageStatus"] for told in customer.at("/status")[before:]]

    assert statuses("callback_lose") == ["delivered"]
    assert statuses("callback_duplicate") == ["sent", "sent", "delivered"]
    assert statuses("callback_reorder") == ["delivered", "sent"]


def test_the_same_seed_brings_the_same_faults(
    ada: Phone, customer: Customer, handsets: Handsets
) -> None:
    def round_of_luck() -> list[str]:
        handsets.reset()
        customer.told.clear()
        handsets.goes_wrong("webhook_lose", probability=0.5)
        for n in range(20):
            ada.texts(str(n), to=LINE)
        handsets.come_to_rest()
        return [told.params["Body"] for told in customer.told]

    first = round_of_luck()
    assert 0 < len(first) < 20
    assert round_of_luck() == first
