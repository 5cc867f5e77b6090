"""The page in a real browser, with an exchange behind it and nobody at the line unless a test is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from selenium.webdriver import Chrome
from twilio.rest import Client

from tests.simulator.conftest import LINE
from tests.simulator.page import chromium
from tests.simulator.page.screen import Screen
from warmline.simulator.page.cast import DEFAULT
from warmline.simulator.server import ExchangeServer

CALLER, ADA, BO, SAM, CRISIS = (person.number for person in DEFAULT)

Says = Callable[..., None]


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    with chromium.running(tmp_path_factory.mktemp("profile")) as browser:
        yield browser


@pytest.fixture
def screen(browser: Chrome, server: ExchangeServer) -> Iterator[Screen]:
    """The page, open at 1280 pixels, by day."""
    screen = Screen(browser, server.url)
    screen.resize(1280, 800)
    screen.prefers("light")
    yield screen.open()
    complaints = screen.complaints()
    browser.get("about:blank")
    assert screen.is_trouble_expected or not complaints


@pytest.fixture
def says(api: Client) -> Says:
    """Let the line text somebody."""

    def say(to: str, body: str, sender: str = LINE) -> None:
        api.messages.create(to=to, from_=sender, body=body)

    return say
