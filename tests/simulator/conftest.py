"""A running exchange, a customer's server for it to call, and the provider's own SDK to ask it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from twilio.rest import Client

from tests.simulator.customer import Customer, sdk
from warmline.clock import SharedClock
from warmline.simulator.account import Account
from warmline.simulator.exchange import Setup
from warmline.simulator.handset import Handsets, Phone
from warmline.simulator.server import ExchangeServer

ACCOUNT = Account("AC" + "7" * 32, "the-token-of-the-test")
LINE = "+15550100001"
SECOND = "+15550100002"


@pytest.fixture
def customer() -> Iterator[Customer]:
    with Customer(ACCOUNT.token) as customer:
        yield customer


@pytest.fixture
def clock(tmp_path: Path) -> SharedClock:
    return SharedClock(tmp_path / "clock")


@pytest.fixture
def setup(customer: Customer) -> Setup:
    return Setup(numbers=[LINE, SECOND], rate=0, seed=7, sms_url=f"{customer.url}/sms")


@pytest.fixture
def server(setup: Setup, clock: SharedClock) -> Iterator[ExchangeServer]:
    with ExchangeServer(ACCOUNT, setup, clock=clock) as server:
        yield server


@pytest.fixture
def api(server: ExchangeServer) -> Iterator[Client]:
    with sdk(server.url, ACCOUNT) as client:
        yield client


@pytest.fixture
def handsets(server: ExchangeServer) -> Iterator[Handsets]:
    handsets = Handsets(server.url, patience=20.0)
    yield handsets
    handsets.check_quiet()
    handsets.close()


@pytest.fixture
def ada(handsets: Handsets) -> Phone:
    return handsets.phone("+15557770001")


@pytest.fixture
def bo(handsets: Handsets) -> Phone:
    return handsets.phone("+15557770002")
