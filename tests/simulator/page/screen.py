"""The page as a person sees it: phones with texts, quick replies and a box to write in."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

Found = TypeVar("Found")
PATIENCE_S = 30.0  # a busy machine is no fault of the page


def until(look: Callable[[], Found], what: str, patience: float = PATIENCE_S) -> Found:
    """What `look` gives, as soon as it gives anything true."""
    deadline = time.monotonic() + patience
    while True:
        try:
            found = look()
        except StaleElementReferenceException:  # redrawn just now; look again
            found = None
        if found:
            return found
        assert time.monotonic() < deadline, f"waited in vain for {what}"
        time.sleep(0.03)


@dataclass(frozen=True)
class OnScreen:
    """One phone on the page."""

    screen: Screen
    name: str

    @property
    def element(self) -> WebElement:
        for phone in self.screen.all(".phone"):
            if phone.find_element(By.TAG_NAME, "h2").get_property("textContent") == self.name:
                return phone
        raise AssertionError(f"there is no phone of {self.name}")

    @property
    def box(self) -> WebElement:
        return self.one("textarea")

    def writes(self, words: str) -> None:
        """Type the words and press Enter."""
        self.box.send_keys(words, Keys.ENTER)

    def presses(self, label: str) -> None:
        """Press one of the quick replies."""
        wanted = until(lambda: [c for c in self.all(".chip") if c.text == label], f"a chip {label}")
        wanted[0].click()

    def invites(self) -> list[str]:
        """The quick replies that the texts on it call for."""
        return [chip.text for chip in self.all(".chip.invited")]

    def shows(self, *pieces: str) -> WebElement:
        """Wait for a text that holds all the pieces."""

        def look() -> WebElement | None:
            for bubble in self.all(".bubble, .note"):
                if all(piece in bubble.text for piece in pieces):
                    return bubble
            return None

        return until(look, f"{pieces} on the phone of {self.name}") or self.element

    def texts(self) -> list[str]:
        """The words of all texts of the open thread, oldest first."""
        return [words.text for words in self.all(".bubble .said")]

    def threads(self) -> list[str]:
        return [thread.text for thread in self.all(".thread")]

    def one(self, selector: str) -> WebElement:
        return self.element.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector: str) -> list[WebElement]:
        return self.element.find_elements(By.CSS_SELECTOR, selector)


class Screen:
    """The page in a browser window of some size."""

    def __init__(self, browser: Chrome, url: str) -> None:
        self.browser = browser
        self.url = url
        self.is_trouble_expected = False

    def open(self) -> Screen:
        """Open the page and wait until it is live."""
        self.browser.get(f"{self.url}/")
        until(lambda: self.one("#connection").text.startswith("Live"), "the connection")
        return self

    def phone(self, name: str) -> OnScreen:
        return OnScreen(self, name)

    def resize(self, width: int, height: int = 844) -> None:
        """As on a screen of this many CSS pixels; a window cannot be made as narrow as a phone."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.devtools("Emulation.setDeviceMetricsOverride", **size)

    def prefers(self, scheme: str, motion: str = "no-preference") -> None:
        """Light or dark, and with or without motion, as the reader's system would ask for."""
        wishes = {"prefers-color-scheme": scheme, "prefers-reduced-motion": motion}
        features = [{"name": name, "value": value} for name, value in wishes.items()]
        self.devtools("Emulation.setEmulatedMedia", features=features)

    def devtools(self, command: str, **said: Any) -> Any:
        return self.browser.execute_cdp_cmd(command, said)

    def run(self, script: str, *arguments: Any) -> Any:
        return self.browser.execute_script(script, *arguments)

    def module(self, name: str, script: str, *arguments: Any) -> Any:
        """Run `script` with the page's module `name` at hand as `module`."""
        return self.run(
            f"return import('/simulator/page/static/js/{name}').then((module) => {{ {script} }})",
            *arguments,
        )

    def one(self, selector: str) -> WebElement:
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector: str) -> list[WebElement]:
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def keys(self, *keys: str) -> None:
        """Press these on whatever has the focus."""
        self.browser.switch_to.active_element.send_keys(*keys)

    def complaints(self) -> list[str]:
        """What the console has complained of, such as a breach of the content policy."""
        log = self.browser.get_log("browser")  # type: ignore[no-untyped-call]
        return [entry["message"] for entry in log if entry["level"] in {"SEVERE", "WARNING"}]
