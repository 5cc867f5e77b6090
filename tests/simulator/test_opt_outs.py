"""STOP, START and HELP belong to the carriers; how much of it is ours depends on the mode."""

from __future__ import annotations

import pytest
from twilio.base.exceptions import TwilioRestException
from twilio.rest import Client

from tests.simulator.conftest import LINE, SECOND
from tests.simulator.customer import Customer
from warmline.simulator import optouts
from warmline.simulator.handset import Handsets, Phone
from warmline.simulator.optouts import Kind

OPTED_OUT = 21610
OURS = "You will hear no more from us. In a crisis call 988."


def _may_text(api: Client, phone: Phone, sender: str = LINE) -> bool:
    try:
        api.messages.create(to=phone.number, from_=sender, body="Hello")
    except TwilioRestException as refusal:
        if refusal.code == OPTED_OUT:
            return False
        raise
    phone.expects("Hello")
    return True


@pytest.mark.parametrize("word", sorted(optouts.STOP_WORDS))
def test_every_word_for_stop_silences_the_number_in_any_case(
    api: Client, ada: Phone, word: str
) -> None:
    ada.texts(f" {word.title()} ", to=LINE)
    ada.expects(optouts.STANDARD[Kind.STOP], sender=LINE)
    assert not _may_text(api, ada)


@pytest.mark.parametrize("word", sorted(optouts.START_WORDS))
def test_every_word_for_start_lets_it_speak_again(api: Client, ada: Phone, word: str) -> None:
    ada.texts("STOP", to=LINE)
    ada.expects("unsubscribed")
    ada.texts(word.lower(), to=LINE)
    ada.expects(optouts.STANDARD[Kind.START])
    assert _may_text(api, ada)


@pytest.mark.parametrize("word", sorted(optouts.HELP_WORDS))
def test_help_is_answered_by_the_exchange(ada: Phone, word: str) -> None:
    ada.texts(word, to=LINE)
    ada.expects(optouts.STANDARD[Kind.HELP])


@pytest.mark.parametrize("words", ["stop it", "please stop", "yes", "STOP.", "don't end"])
def test_other_words_are_just_words(api: Client, ada: Phone, words: str) -> None:
    ada.texts(words, to=LINE)
    ada.expects_nothing()
    assert _may_text(api, ada)


def test_by_default_the_customer_is_told_as_of_any_text(
    ada: Phone, customer: Customer, handsets: Handsets
) -> None:
    ada.texts("STOP", to=LINE)
    (told,) = customer.wait_for(1)
    assert told.params["Body"] == "STOP"
    assert "OptOutType" not in told.params
    ada.expects("unsubscribed")
    ada.texts("STOP", to=LINE)  # a second one is not confirmed again
    ada.expects_nothing()


def test_by_default_stop_is_for_one_number(api: Client, ada: Phone) -> None:
    ada.texts("STOP", to=LINE)
    ada.expects("unsubscribed")
    assert not _may_text(api, ada, LINE)
    assert _may_text(api, ada, SECOND)


def test_the_confirmations_are_not_in_the_customers_list(api: Client, ada: Phone) -> None:
    ada.texts("STOP", to=LINE)
    ada.expects("unsubscribed")
    assert [message.body for message in api.messages.list()] == ["STOP"]


def test_an_answer_to_stop_is_refused_and_noted(
    ada: Phone, customer: Customer, handsets: Handsets
) -> None:
    customer.answers("<Response><Message>But why?</Message></Response>")
    ada.texts("STOP", to=LINE)
    ada.expects("unsubscribed")
    ada.expects_nothing()
    assert [e["error_code"] for e in handsets.get("log") if e["kind"] == "error"] == [21610]


def test_advanced_says_the_operators_words_and_tells_the_kind(
    api: Client, ada: Phone, customer: Customer, handsets: Handsets
) -> None:
    handsets.call("PUT", "rules", json={"opt_out": "advanced", "confirmations": {"STOP": OURS}})
    ada.texts("Quit", to=LINE)
    ada.expects(OURS)
    (told,) = customer.wait_for(1)
    assert told.params["OptOutType"] == "STOP"
    assert not _may_text(api, ada, LINE)
    assert not _may_text(api, ada, SECOND)  # a messaging service is silent as a whole


def test_off_leaves_everything_to_the_customer(
    api: Client, ada: Phone, customer: Customer, handsets: Handsets
) -> None:
    handsets.call("PUT", "rules", json={"opt_out": "off"})
    ada.texts("STOP", to=LINE)
    customer.wait_for(1)
    ada.expects_nothing()
    assert _may_text(api, ada)
