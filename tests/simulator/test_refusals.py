"""What the exchange refuses at once, in the provider's codes and shapes."""

from __future__ import annotations

from typing import Any

import pytest
import requests
from twilio.base.exceptions import TwilioRestException
from twilio.rest import Client

from tests.simulator.conftest import ACCOUNT, LINE
from tests.simulator.customer import sdk
from warmline.simulator.exchange import Setup
from warmline.simulator.handset import Handsets, Phone
from warmline.simulator.server import ExchangeServer

GOOD = {"to": "+15557770001", "from_": LINE, "body": "Hello"}


@pytest.mark.parametrize(
    ("change", "code", "status"),
    [
        ({"to": "nobody"}, 21211, 400),
        ({"to": "12345"}, 21211, 400),
        ({"to": LINE}, 21266, 400),
        ({"from_": "+15559990000"}, 21659, 400),
        ({"from_": ""}, 21603, 400),
        ({"to": ""}, 21604, 400),
        ({"body": ""}, 21602, 400),
        ({"body": "a" * 1601}, 21617, 400),
        ({"status_callback": "nowhere"}, 21609, 400),
        ({"media_url": ["file:///etc/passwd"]}, 21620, 400),
        ({"validity_period": 36_001}, 21624, 400),
        ({"to": "+15550221211"}, 21211, 400),
        ({"to": "+15550221408"}, 21408, 400),
        ({"to": "+15550221610"}, 21610, 400),
        ({"to": "+15550221611"}, 21611, 429),
        ({"to": "+15550221612"}, 21612, 400),
        ({"to": "+15550221614"}, 21614, 400),
        ({"to": "+15550220429"}, 20429, 429),
        ({"to": "+15550220500"}, 20500, 500),
        ({"to": "+15550220503"}, 20503, 503),
    ],
)
def test_a_text_that_cannot_be_is_refused_with_the_providers_code(
    api: Client, handsets: Handsets, change: dict[str, Any], code: int, status: int
) -> None:
    with pytest.raises(TwilioRestException) as refusal:
        api.messages.create(**(GOOD | change))
    assert (refusal.value.code, refusal.value.status) == (code, status)
    assert api.messages.list() == []


def test_a_text_of_1600_characters_is_taken(api: Client, ada: Phone) -> None:
    assert api.messages.create(**(GOOD | {"body": "a" * 1600})).num_segments == "11"
    ada.expects("aaa")


def test_a_number_written_the_home_way_is_understood(api: Client, ada: Phone) -> None:
    assert api.messages.create(**(GOOD | {"to": "(555) 777-0001"})).to == ada.number
    ada.expects("Hello")


def test_a_number_for_voice_alone_cannot_text(api: Client, handsets: Handsets) -> None:
    handsets.call("PUT", f"numbers/{LINE}", json={"sms": False})
    with pytest.raises(TwilioRestException) as refusal:
        api.messages.create(**GOOD)
    assert refusal.value.code == 21606


def test_wrong_credentials_open_nothing(server: ExchangeServer) -> None:
    with sdk(server.url, ACCOUNT, token="wrong") as stranger:
        with pytest.raises(TwilioRestException) as refusal:
            stranger.messages.create(**GOOD)
        assert (refusal.value.code, refusal.value.status) == (20003, 401)


def test_what_is_not_there_is_20404(api: Client) -> None:
    for ask in (
        api.messages("SM" + "0" * 32).fetch,
        api.messages("SM" + "0" * 32).delete,
        api.incoming_phone_numbers("PN" + "0" * 32).fetch,
        api.calls("CA" + "0" * 32).fetch,
        api.api.accounts("AC" + "0" * 32).fetch,
    ):
        with pytest.raises(TwilioRestException) as refusal:
            ask()
        assert (refusal.value.code, refusal.value.status) == (20404, 404)


def test_an_error_has_the_providers_shape(server: ExchangeServer) -> None:
    answer = requests.post(
        f"{server.url}{ACCOUNT.path}/Messages.json",
        data={"To": "+15550221614", "From": LINE, "Body": "Hello"},
        auth=(ACCOUNT.sid, ACCOUNT.token),
        timeout=5,
    )
    assert answer.json().keys() == {"code", "message", "more_info", "status"}
    assert answer.json()["more_info"] == "https://www.twilio.com/docs/errors/21614"


def test_a_token_does_not_show_in_the_accounts_repr(setup: Setup) -> None:
    assert ACCOUNT.token not in repr(ACCOUNT)
