"""What goes wrong is shown in words, and the curious may make it go wrong."""

from __future__ import annotations

from datetime import datetime, timedelta

from selenium.webdriver.common.by import By

from tests.simulator.conftest import ACCOUNT, LINE
from tests.simulator.customer import Customer
from tests.simulator.page.conftest import ADA, Says
from tests.simulator.page.screen import Screen, until
from warmline.clock import SharedClock
from warmline.simulator.exchange import Setup
from warmline.simulator.server import ExchangeServer


def press(screen: Screen, label: str) -> None:
    """Press a button in the drawer, which is opened for it."""
    screen.one("#faults-toggle").click()
    drawer = screen.one("#faults")
    next(
        b for b in drawer.find_elements(By.CSS_SELECTOR, "button, label") if b.text == label
    ).click()


def close(screen: Screen) -> None:
    screen.one("#faults button[aria-label=Close]").click()
    assert not screen.one("#faults").is_displayed()


def test_a_text_that_does_not_arrive_is_told_with_its_reason(screen: Screen, says: Says) -> None:
    press(screen, "Ada")
    close(screen)
    ada = screen.phone("Ada")
    until(lambda: ada.one(".off").is_displayed(), "the phone to be off")
    assert not ada.box.is_enabled()
    says(ADA, "Juniper would like to talk.")
    ada.shows("not delivered: the phone is switched off or out of reach (30003)")
    press(screen, "Ada")
    close(screen)
    until(ada.box.is_enabled, "the phone to be on again")


def test_a_text_that_is_lost_stays_sent(
    screen: Screen, server: ExchangeServer, customer: Customer
) -> None:
    press(screen, "is lost on the way")
    until(lambda: screen.one(".armed").text == "Still to come: 1", "the fault to be set")
    close(screen)
    caller = screen.phone("Someone")
    caller.writes("lost")
    caller.writes("found")
    caller.shows("found", "Delivered")
    assert caller.shows("lost").find_element(By.CLASS_NAME, "state").text == "Sent"
    assert [told.params["Body"] for told in customer.told] == ["found"]
    screen.one("#faults-toggle").click()
    log = until(lambda: screen.all(".struck time"), "the fault in the list")
    assert "A text was lost on the way" in str(
        log[0].find_element(By.XPATH, "..").get_property("textContent")
    )


def test_a_fault_can_be_called_off(screen: Screen, server: ExchangeServer) -> None:
    press(screen, "is told twice")
    until(server.exchange.faults.all, "the fault")
    next(b for b in screen.all("#faults button") if b.text == "Call it off").click()
    until(lambda: not server.exchange.faults.all(), "the fault to be off")
    close(screen)


def test_a_line_that_does_not_answer_is_told_on_the_senders_phone(
    screen: Screen, customer: Customer
) -> None:
    customer.answers("broken", status=500)
    screen.phone("Someone").writes("hello?")
    screen.phone("Someone").shows("Sent, but the line has not answered")


def test_the_clock_is_shown_and_jumped(screen: Screen, clock: SharedClock) -> None:
    before = clock.now()
    until(lambda: screen.one("#clock button").is_displayed(), "the jumps")
    next(b for b in screen.all("#clock button") if "+20 min" in b.text).click()
    until(lambda: clock.now() - before >= timedelta(minutes=20), "the jump")

    def is_later() -> bool:
        shown = datetime.fromisoformat(str(screen.one("#clock time").get_attribute("datetime")))
        return shown - before >= timedelta(minutes=19)

    until(is_later, "the clock to show it")


def test_a_browser_that_cannot_be_pushed_asks_instead(screen: Screen, says: Says) -> None:
    without = "delete window.EventSource"
    made = screen.devtools("Page.addScriptToEvaluateOnNewDocument", source=without)
    screen.open()
    says(ADA, "Maple would like to talk.")
    screen.phone("Ada").shows("Maple would like to talk.")
    assert screen.one("#connection").text == "Live, by asking"
    screen.devtools("Page.removeScriptToEvaluateOnNewDocument", identifier=made["identifier"])


def is_anew(screen: Screen) -> bool:
    """Whether all phones are drawn again, and none has a text."""
    return bool(screen.all(".phone h2")) and not screen.all(".bubble .said")


def test_a_page_that_outlives_its_exchange_begins_anew(
    screen: Screen, server: ExchangeServer, clock: SharedClock, says: Says
) -> None:
    screen.is_trouble_expected = True
    says(ADA, "A text of yesterday.")
    screen.phone("Ada").shows("A text of yesterday.")
    server.stop()
    port = int(server.url.rpartition(":")[2])
    with ExchangeServer(ACCOUNT, Setup(numbers=[LINE], rate=0), clock=clock, port=port):
        until(lambda: is_anew(screen), "a new page", patience=20)
        until(lambda: screen.one("#connection").text == "Live", "the connection")
        screen.browser.get("about:blank")
