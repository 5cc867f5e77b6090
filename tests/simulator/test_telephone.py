"""The telephones of tests themselves: they fail in words that help, and miss nothing."""

from __future__ import annotations

import re

import pytest
from twilio.rest import Client

from tests.simulator.customer import Customer
from tests.simulator.voice import LINE, pointed_at, reads
from warmline.simulator.exchange import Setup
from warmline.simulator.handset import Handsets, Phone


@pytest.fixture
def setup(customer: Customer) -> Setup:
    return pointed_at(customer)


@pytest.fixture
def hasty(handsets: Handsets) -> Handsets:
    """Phones that do not wait, for what is meant to fail."""
    handsets.patience = 0.1
    return handsets


def test_what_was_heard_is_taken_once_and_in_order(customer: Customer, ada: Phone) -> None:
    reads(customer, voice="<Say>One two.</Say><Say>Three.</Say><Pause length='9'/>")
    call = ada.calls(LINE)
    call.hears("One", "two", re.compile("Th.ee"))
    call.hears_nothing().hangs_up()


def test_words_that_were_not_said_fail_and_show_what_was(
    customer: Customer, ada: Phone, hasty: Handsets
) -> None:
    reads(customer, voice="<Say>One two.</Say><Say>Three.</Say>")
    call = ada.calls(LINE)
    with pytest.raises(AssertionError) as failure:
        call.hears("Three.", "two")
    assert "expected to hear 'two'" in str(failure.value)
    assert "'One two.'\n  'Three.'" in str(failure.value)
    with pytest.raises(AssertionError, match="expected silence"):
        call.hears_nothing()
    call.hears("Three.")


def test_a_phone_that_does_not_ring_cannot_be_picked_up(
    ada: Phone, api: Client, customer: Customer, hasty: Handsets
) -> None:
    with pytest.raises(AssertionError, match="was to ring, and there is: no call at all"):
        ada.rings()
    api.calls.create(to=ada.number, from_=LINE, url=f"{customer.url}/there")
    leg = ada.rings()
    with pytest.raises(AssertionError, match="rings"):
        ada.does_not_ring()
    with pytest.raises(AssertionError, match="could not keys: rings"):
        leg.presses("1")
    leg.picks_up().is_over()
    with pytest.raises(AssertionError, match="could not answer: over"):
        leg.picks_up()


def test_being_with_somebody_means_to_hear_and_be_heard(
    customer: Customer, ada: Phone, hasty: Handsets
) -> None:
    reads(customer, voice="<Dial><Conference muted='true'>den</Conference></Dial>")
    bo = hasty.phone("+15557770002")
    first, second = ada.calls(LINE), bo.calls(LINE)
    with pytest.raises(AssertionError, match="conference"):
        first.is_with(bo)
    with pytest.raises(AssertionError, match="conference"):
        first.is_alone()
    with pytest.raises(AssertionError, match="conference"):
        first.is_held()
    with pytest.raises(AssertionError, match="be over"):
        first.is_over()
    for call in (first, second):
        call.hangs_up()
    with pytest.raises(AssertionError, match="be over as busy"):
        first.is_over("busy")
    with pytest.raises(AssertionError, match="go on"):
        first.goes_on()


def test_quiet_means_that_no_phone_rings_or_rang_unseen(
    customer: Customer, api: Client, hasty: Handsets
) -> None:
    made = api.calls.create(to="+15557779999", from_=LINE, url=f"{customer.url}/there")
    for state in ("rings", "over"):
        with pytest.raises(AssertionError, match=f"Nobody expected these calls:\n.*{state}"):
            hasty.check_quiet()
        if state == "rings":
            api.calls(made.sid).update(status="canceled")
    hasty.phone("+15557779999").never_answers()
    hasty.check_quiet()


def test_a_leg_that_still_rings_is_a_fault_whoever_knows_of_it(
    customer: Customer, api: Client, hasty: Handsets, ada: Phone
) -> None:
    api.calls.create(to=ada.number, from_=LINE, url=f"{customer.url}/there")
    leg = ada.rings()
    with pytest.raises(AssertionError, match="rings"):
        hasty.check_quiet()
    leg.declines()
    hasty.check_quiet()


def test_a_call_that_the_test_holds_may_go_on(
    customer: Customer, hasty: Handsets, ada: Phone
) -> None:
    reads(customer, voice="<Say>Hello.</Say><Pause length='60'/>")
    call = ada.calls(LINE)
    call.hears("Hello.")
    hasty.check_quiet()
    assert ada.is_on_the_line() is call
