"""Phoning by the page: calls are made, taken, declined and missed, and what is said can be read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys
from twilio.rest import Client

from tests.simulator import voice
from tests.simulator.conftest import LINE
from tests.simulator.customer import Customer
from tests.simulator.page.calling import (
    answers,
    calls_the_line,
    caption,
    chosen,
    declines,
    hangs_up,
    hears,
    is_in,
    open_keys,
    presses,
)
from tests.simulator.page.conftest import ADA, CALLER, CRISIS, SAM, Says
from tests.simulator.page.screen import Screen, until
from warmline.simulator.exchange import Setup
from warmline.simulator.server import ExchangeServer

Rings = Callable[[str], None]
LOOK = (Path(__file__).parent / "look.js").read_text()
MENU = """<Gather numDigits="1" timeout="600" action="/chosen">
<Say language="en-US">Hello. For the crisis line, press 0 at any time. To hear a sound, press 4.</Say></Gather>"""
ROOM = """<Say>You are with Maple. For the menu, press star.</Say>
<Dial hangupOnStar="true" action="/menu"><Conference>r1</Conference></Dial>"""


@pytest.fixture
def setup(customer: Customer) -> Setup:
    return voice.pointed_at(customer)


@pytest.fixture(autouse=True)
def _documents(customer: Customer) -> None:
    voice.reads(
        customer,
        voice=MENU,
        chosen="<Say>Thank you.</Say><Pause length='600'/>",
        room=ROOM,
        menu="<Gather timeout='600'><Say>To go back to Maple, press 1.</Say></Gather>",
    )


@pytest.fixture
def rings(api: Client, customer: Customer) -> Rings:
    """Let the line ring somebody, who is in a room on answering."""

    def ring(number: str) -> None:
        api.calls.create(to=number, from_=LINE, url=f"{customer.url}/room")

    return ring


def test_a_call_is_made_heard_answered_by_keys_and_ended(
    screen: Screen, customer: Customer
) -> None:
    caller = screen.phone("Someone")
    calls_the_line(caller)
    hears(caller, "For the crisis line, press 0")
    is_in(caller, "On the phone")
    assert customer.wait_for(1)[0].params["From"] == CALLER
    assert open_keys(caller) == {"0": "crisis line", "4": "hear a sound"}
    presses(caller, "4")
    assert customer.wait_for(1, at="/chosen")[0].params["Digits"] == "4"
    hears(caller, "You pressed 4.", "Thank you.")
    assert open_keys(caller) == {}
    hangs_up(caller)
    is_in(caller, "Call ended")
    chosen(caller, "Close").click()
    assert caller.box == screen.browser.switch_to.active_element


def test_each_key_of_the_keypad_reaches_the_line(screen: Screen, customer: Customer) -> None:
    voice.reads(customer, voice="<Gather finishOnKey='' numDigits='12' action='/chosen'/>")
    caller = screen.phone("Someone")
    calls_the_line(caller)
    keys = until(lambda: [k for k in caller.all(".key") if k.is_displayed()], "the keypad")
    for key in keys:
        key.click()
    assert customer.wait_for(1, at="/chosen")[0].params["Digits"] == "123456789*0#"


def test_the_keys_of_the_keyboard_are_those_of_the_phone(
    screen: Screen, customer: Customer
) -> None:
    caller = screen.phone("Someone")
    calls_the_line(caller)
    hears(caller, "press 0")
    caller.one(".captions").send_keys("0")
    assert customer.wait_for(1, at="/chosen")[0].params["Digits"] == "0"


def test_two_who_are_in_a_room_are_shown_connected_and_star_brings_the_menu(
    screen: Screen, rings: Rings
) -> None:
    ada, sam = screen.phone("Ada"), screen.phone("Sam")
    for phone, number in ((ada, ADA), (sam, SAM)):
        rings(number)
        answers(phone)
    is_in(ada, "Connected")
    is_in(sam, "Connected")
    until(lambda: open_keys(ada) == {"*": "menu"}, "the menu's key")
    presses(ada, "*")
    hears(ada, "You pressed star.", "To go back to Maple")
    is_in(sam, "On the phone")
    assert open_keys(ada) == {"1": "go back to Maple"}


def test_a_call_is_declined_and_the_line_is_told(screen: Screen, rings: Rings, api: Client) -> None:
    ada = screen.phone("Ada")
    rings(ADA)
    declines(ada)
    is_in(ada, "Declined")
    assert api.calls.list()[0].status == "busy"


def test_a_call_that_was_not_answered_is_shown_above_the_texts(
    screen: Screen, rings: Rings, api: Client
) -> None:
    ada = screen.phone("Ada")
    rings(ADA)
    is_in(ada, "The line is calling")
    api.calls(api.calls.list()[0].sid).update(status="canceled")
    is_in(ada, "Missed call")
    assert ada.box.is_displayed()
    chosen(ada, "Close").click()
    assert not ada.one(".call").is_displayed()


def test_a_phone_in_use_goes_on_showing_its_texts_when_it_rings(
    screen: Screen, rings: Rings
) -> None:
    ada = screen.phone("Ada")
    ada.box.send_keys("I am just writ")
    rings(ADA)
    is_in(ada, "The line is calling")
    assert ada.box.is_displayed()
    ada.box.send_keys("ing this")
    assert ada.box.get_property("value") == "I am just writing this"
    chosen(ada, "Answer").click()
    is_in(ada, "On the phone")
    assert not ada.box.is_displayed()
    assert ada.one(".keypad").is_displayed()


def test_texts_that_come_during_a_call_are_counted_and_can_be_read(
    screen: Screen, rings: Rings, says: Says
) -> None:
    ada = screen.phone("Ada")
    rings(ADA)
    answers(ada)
    chosen(ada, "Texts")
    says(ADA, "Maple has waited long.")
    until(lambda: "1 new text" in ada.one(".way .badge").text, "the count")
    chosen(ada, "Texts").click()
    ada.shows("Maple has waited long.")
    assert ada.one(".call").is_displayed()
    chosen(ada, "Keypad").click()
    assert ada.one(".keypad").is_displayed()


def test_the_crisis_line_is_a_desk_telephone_that_is_only_called(
    screen: Screen, rings: Rings
) -> None:
    desk = screen.phone("The crisis line")
    assert desk.all("textarea, .call-start, .chip") == []
    rings(CRISIS)
    answers(desk)
    hears(desk, "You are with Maple")
    hangs_up(desk)
    is_in(desk, "Call ended")


def test_a_call_goes_on_when_the_page_is_opened_anew_and_a_past_one_does_not_show(
    screen: Screen, rings: Rings
) -> None:
    calls_the_line(screen.phone("Someone"))
    rings(ADA)
    declines(screen.phone("Ada"))
    hears(screen.phone("Someone"), "press 0")
    is_in(screen.phone("Ada"), "Declined")
    screen.open()
    is_in(screen.phone("Someone"), "On the phone")
    assert "press 0" in caption(screen.phone("Someone"))
    assert not screen.phone("Ada").one(".call").is_displayed()


def test_ringing_and_what_is_heard_are_announced(screen: Screen, rings: Rings) -> None:
    screen.resize(390)  # Ada's phone is not shown, but it is heard of
    rings(ADA)

    def told() -> list[str]:
        return [str(one.get_property("textContent")) for one in screen.all("#announcements p")]

    until(lambda: "Ada's phone: The line is calling." in told(), "the ringing to be announced")
    ada = next(b for b in screen.all("#switcher button") if b.text.startswith("Ada"))
    assert "(The line is calling)" in str(ada.get_property("textContent"))
    ada.click()
    answers(screen.phone("Ada"))
    until(lambda: any("Ada hears: You are with Maple." in one for one in told()), "the words")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_contrast_and_sizes_are_good_during_calls(
    screen: Screen, rings: Rings, scheme: str, width: int
) -> None:
    calls_the_line(screen.phone("Someone"))
    rings(ADA)
    rings(CRISIS)
    hears(screen.phone("Someone"), "press 0")
    is_in(screen.phone("Ada"), "The line is calling")
    is_in(screen.phone("The crisis line"), "The line is calling")
    screen.prefers(scheme, motion="reduce")
    screen.resize(width)
    for name in ("Someone", "Ada", "Crisis line"):
        if width == 390:  # one at a time
            next(b for b in screen.all("#switcher button") if b.text.startswith(name)).click()
        assert screen.run(LOOK) == []
    assert screen.run("return document.documentElement.scrollWidth") <= width
    assert screen.run("return document.getAnimations().length") == 0


def test_a_call_that_could_not_be_made_is_told(screen: Screen, server: ExchangeServer) -> None:
    screen.is_trouble_expected = True
    server.stop()
    until(lambda: "Trying again" in screen.one("#connection").text, "the loss to be told")
    caller = screen.phone("Someone")
    calls_the_line(caller)
    until(lambda: "try again" in caller.one(".compose [role=alert]").text, "the failure")


def test_by_keyboard_alone_a_call_is_answered_and_the_focus_is_not_lost(
    screen: Screen, rings: Rings
) -> None:
    rings(ADA)
    ada = screen.phone("Ada")
    is_in(ada, "The line is calling")
    chosen(ada, "Answer").send_keys(Keys.ENTER)
    is_in(ada, "On the phone")
    until(
        lambda: screen.run("return document.activeElement.closest('.call') !== null"),
        "the focus in the call",
    )
