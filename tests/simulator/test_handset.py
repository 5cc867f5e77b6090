"""The phones of tests themselves: they read in order, and fail in words that help."""

from __future__ import annotations

import re

import pytest
from twilio.rest import Client

from tests.simulator.conftest import LINE
from warmline.simulator.handset import Handsets, Phone
from warmline.simulator.server import ExchangeServer


def _send(api: Client, to: Phone, *bodies: str) -> None:
    for body in bodies:
        api.messages.create(to=to.number, from_=LINE, body=body)


def test_texts_are_taken_one_by_one_in_order(api: Client, ada: Phone) -> None:
    _send(api, ada, "one", "two", "three")
    assert ada.expects("one").n == 1
    ada.expects(re.compile(r"^tw."))
    assert ada.expects("th", "ree", sender=LINE).body == "three"
    ada.expects_nothing()


def test_a_text_without_the_wanted_words_fails_and_shows_what_came(api: Client, ada: Phone) -> None:
    _send(api, ada, "something else", "and this")
    ada.exchange.come_to_rest()
    with pytest.raises(AssertionError) as failure:
        ada.expects("TAKE", re.compile("[0-9]+"))
    assert "a text with 'TAKE' and /[0-9]+/" in str(failure.value)
    assert "'something else'" in str(failure.value)
    assert "'and this'" in str(failure.value)
    ada.expects("and this")


def test_a_text_from_the_wrong_number_fails(api: Client, ada: Phone) -> None:
    _send(api, ada, "Hello")
    with pytest.raises(AssertionError, match="from \\+15550100002"):
        ada.expects("Hello", sender="+15550100002")


def test_no_text_at_all_fails(server: ExchangeServer) -> None:
    handsets = Handsets(server.url, patience=0.05)
    with pytest.raises(AssertionError, match="no text came"):
        handsets.phone("+15557770001").expects("Hello")
    handsets.close()


def test_an_unexpected_text_fails(api: Client, ada: Phone) -> None:
    _send(api, ada, "surprise")
    with pytest.raises(AssertionError, match="surprise"):
        ada.expects_nothing()
    assert [text.body for text in ada.unread()] == ["surprise"]
    ada.expects("surprise")


def test_quiet_means_no_unread_text_on_any_phone(
    api: Client, ada: Phone, handsets: Handsets
) -> None:
    _send(api, ada, "read", "unread")
    ada.expects("read")
    with pytest.raises(AssertionError, match="'unread'"):
        handsets.check_quiet()
    ada.expects("unread")
    handsets.check_quiet()


def test_a_phone_nobody_spoke_of_counts_too(api: Client, server: ExchangeServer) -> None:
    handsets = Handsets(server.url)
    api.messages.create(to="+15557779999", from_=LINE, body="wrong number")
    with pytest.raises(AssertionError, match="wrong number"):
        handsets.check_quiet()
    handsets.close()


def test_settling_is_done_before_every_look(api: Client, server: ExchangeServer) -> None:
    pending = ["one", "two"]

    def settle() -> None:
        while pending:
            api.messages.create(to="+15557770001", from_=LINE, body=pending.pop(0))
        while not handsets.is_idle():
            pass

    handsets = Handsets(server.url, settle=settle)
    phone = handsets.phone("+15557770001")
    phone.expects("one")
    phone.expects("two")
    phone.expects_nothing()
    handsets.close()
