"""Texts that are taken and then do not arrive."""

from __future__ import annotations

import pytest
from twilio.rest import Client

from tests.simulator.conftest import LINE
from tests.simulator.customer import Customer
from warmline.simulator.handset import Handsets, Phone


@pytest.mark.parametrize("code", [30003, 30004, 30005, 30006, 30007, 30008, 30022, 30034])
def test_a_reserved_number_is_never_reached(
    api: Client, customer: Customer, handsets: Handsets, code: int
) -> None:
    made = api.messages.create(
        to=f"+155502{code}", from_=LINE, body="Hi", status_callback=f"{customer.url}/status"
    )
    sent, undelivered = customer.wait_for(2, at="/status")
    assert sent.params["MessageStatus"] == "sent"
    assert undelivered.params["MessageStatus"] == "undelivered"
    assert undelivered.params["ErrorCode"] == str(code)
    found = api.messages(made.sid).fetch()
    assert (found.status, found.error_code) == ("undelivered", code)
    handsets.phone(f"+155502{code}").expects_nothing()


@pytest.mark.parametrize("code", [14107, 30001, 30002, 30036])
def test_some_fail_before_they_are_sent(
    api: Client, customer: Customer, handsets: Handsets, code: int
) -> None:
    api.messages.create(
        to=f"+155502{code}", from_=LINE, body="Hi", status_callback=f"{customer.url}/status"
    )
    (failed,) = customer.wait_for(1, at="/status")
    assert failed.params["MessageStatus"] == "failed"
    assert failed.params["ErrorCode"] == str(code)


def test_any_handset_can_be_in_trouble_for_a_while(
    api: Client, ada: Phone, handsets: Handsets
) -> None:
    handsets.is_in_trouble(ada.number, 30003)
    lost = api.messages.create(to=ada.number, from_=LINE, body="Are you there?")
    ada.expects_nothing()
    assert api.messages(lost.sid).fetch().error_code == 30003
    handsets.is_in_trouble(ada.number, None)
    api.messages.create(to=ada.number, from_=LINE, body="And now?")
    ada.expects("And now?")
