"""Keys pressed in a call: when they count, and what the customer is told."""

from __future__ import annotations

import pytest

from tests.simulator.customer import Customer
from tests.simulator.voice import LINE, facts, passes, pointed_at, reads, words
from warmline.simulator.exchange import Setup
from warmline.simulator.handset import Handsets, Phone


@pytest.fixture
def setup(customer: Customer) -> Setup:
    return pointed_at(customer)


def test_a_key_ends_the_words_and_is_told_to_the_action(customer: Customer, ada: Phone) -> None:
    reads(
        customer,
        voice="<Gather numDigits='1' action='/key'><Say>Press 1.</Say><Pause length='60'/></Gather>",
        key="<Say>Thank you.</Say>",
    )
    call = ada.calls(LINE)
    call.hears("Press 1.")
    call.presses("1")
    call.hears("Thank you.")
    (told,) = customer.wait_for(1, at="/key")
    assert (told.params["Digits"], told.params["FinishedOnKey"]) == ("1", "")


@pytest.mark.parametrize(
    ("attributes", "keys", "digits", "finished_by"),
    [
        ("numDigits='2'", "123", "12", ""),
        ("", "42#", "42", "#"),
        ("finishOnKey='*'", "4#*", "4#", "*"),
        ("finishOnKey='' numDigits='2'", "*#", "*#", ""),
    ],
)
def test_what_was_typed_is_told_once_it_is_complete(
    customer: Customer, ada: Phone, attributes: str, keys: str, digits: str, finished_by: str
) -> None:
    reads(customer, voice=f"<Gather action='/key' {attributes}/>")
    ada.calls(LINE).presses(keys)
    (told,) = customer.wait_for(1, at="/key")
    assert (told.params["Digits"], told.params["FinishedOnKey"]) == (digits, finished_by)


def test_a_pause_after_some_keys_ends_the_typing_too(
    customer: Customer, ada: Phone, handsets: Handsets
) -> None:
    reads(customer, voice="<Gather timeout='4' action='/key'/>")
    ada.calls(LINE).presses("12")
    passes(handsets, 4)
    assert words(customer.wait_for(1, at="/key"), "Digits") == ["12"]


def test_without_a_key_the_document_just_goes_on(
    customer: Customer, ada: Phone, handsets: Handsets
) -> None:
    reads(customer, voice="<Gather action='/key' timeout='6'/><Say>Nothing came.</Say>")
    call = ada.calls(LINE)
    passes(handsets, 5)
    call.hears_nothing()
    passes(handsets, 1)
    call.hears("Nothing came.")
    assert customer.at("/key") == []


@pytest.mark.parametrize("keys", ["", "#"])
def test_no_key_is_told_where_the_document_asks_for_that(
    customer: Customer, ada: Phone, handsets: Handsets, keys: str
) -> None:
    reads(customer, voice="<Gather action='/key' timeout='3' actionOnEmptyResult='true'/>")
    call = ada.calls(LINE)
    call.presses(keys)
    passes(handsets, 3)
    assert words(customer.wait_for(1, at="/key"), "Digits") == [""]


def test_keys_that_nobody_waits_for_are_lost(
    customer: Customer, ada: Phone, handsets: Handsets
) -> None:
    reads(
        customer,
        voice="<Say>Listen.</Say><Pause length='2'/><Gather numDigits='1' action='/key' timeout='3'/>",
    )
    call = ada.calls(LINE)
    call.presses("7")
    passes(handsets, 2)
    call.presses("8")
    assert facts(customer.wait_for(1, at="/key"), "Digits") == [{"Digits": "8"}]


def test_without_an_action_the_document_itself_is_asked_again(
    customer: Customer, ada: Phone
) -> None:
    reads(customer, voice="<Gather numDigits='1'><Say>Press a key.</Say></Gather>")
    call = ada.calls(LINE)
    call.presses("5")
    assert words(customer.wait_for(2, at="/voice")[1:], "Digits") == ["5"]


def test_who_hangs_up_while_keys_are_awaited_asks_for_nothing_more(
    customer: Customer, ada: Phone, handsets: Handsets
) -> None:
    reads(
        customer, voice="<Gather action='/key' actionOnEmptyResult='true'><Say>Hi.</Say></Gather>"
    )
    call = ada.calls(LINE)
    call.hears("Hi.")
    call.hangs_up()
    passes(handsets, 6)
    assert customer.at("/key") == []
    assert len(customer.wait_for(1, at="/ended")) == 1
