"""Calls on the page's phones, as a person makes and takes them."""

from __future__ import annotations

from selenium.webdriver.remote.webelement import WebElement

from tests.simulator.page.screen import OnScreen, until

PATIENCE_S = 30.0  # what is said takes its time


def calls_the_line(phone: OnScreen) -> None:
    chosen(phone, "Call").click()


def answers(phone: OnScreen) -> None:
    is_in(phone, "The line is calling")
    chosen(phone, "Answer").click()


def declines(phone: OnScreen) -> None:
    is_in(phone, "The line is calling")
    chosen(phone, "Decline").click()


def hangs_up(phone: OnScreen) -> None:
    chosen(phone, "Hang up").click()


def is_in(phone: OnScreen, state: str) -> None:
    """Wait until the phone shows that its call is in this state."""
    until(
        lambda: phone.one(".call-state").text == state,
        f"{state!r} on the phone of {phone.name}",
        PATIENCE_S,
    )


def hears(phone: OnScreen, *pieces: str) -> None:
    """Wait until the captions hold all the pieces."""
    until(
        lambda: all(piece in caption(phone) for piece in pieces),
        f"{pieces} in the captions of {phone.name}",
        PATIENCE_S,
    )


def caption(phone: OnScreen) -> str:
    """All that was heard in the call that is shown."""
    return str(phone.one(".captions").get_property("textContent"))


def open_keys(phone: OnScreen) -> dict[str, str]:
    """The keys that make sense now, each with what it is for."""
    chips = [chip.text for chip in phone.all(".key-chip") if chip.is_displayed()]
    return {text[:1]: text[1:].strip() for text in chips}


def presses(phone: OnScreen, key: str) -> None:
    """Press a key that the captions invite."""

    def pressed() -> bool:  # one that was redrawn under the finger is found again
        chips = phone.all(f".key-chip[data-key='{key}']")
        invited = [chip for chip in chips if chip.is_displayed()]
        if invited:
            invited[0].click()
        return bool(invited)

    until(pressed, f"the key {key} on the phone of {phone.name}", PATIENCE_S)


def chosen(phone: OnScreen, label: str) -> WebElement:
    """The button that begins with these words, once it is there."""

    def found() -> list[WebElement]:
        buttons = [one for one in phone.all(".way, .call-start") if one.is_displayed()]
        return [one for one in buttons if one.text.startswith(label) and one.is_enabled()]

    return until(found, f"{label!r} on the phone of {phone.name}", PATIENCE_S)[0]
