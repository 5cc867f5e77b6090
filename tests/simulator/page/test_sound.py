"""Sound is off until somebody turns it on, and only this machine's own voices read what is said."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.simulator import voice
from tests.simulator.customer import Customer
from tests.simulator.page.calling import calls_the_line, hears, presses
from tests.simulator.page.screen import Screen, until
from warmline.simulator.exchange import Setup

# The voices of a browser are its maker's and its machine's; a page that is tested without a loudspeaker has none.
VOICES = """
    window.spoken = [];
    const synthesis = {
        getVoices: () => window.voices.map(([name, lang, localService]) => ({ name, lang, localService })),
        addEventListener: () => undefined,
        cancel: () => window.spoken.push("(cut off)") && window.now?.onend(),
        speak: (what) => { window.now = what; window.spoken.push(`${what.voice.name}: ${what.text}`); },
    };
    Object.defineProperty(window, "speechSynthesis", { value: synthesis });
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    window.voices = [["Far", "en-US", false], ["Clara", "es-MX", true], ["Joe", "en-GB", true]];
"""
WORDS = """<Gather numDigits="1" timeout="600" action="/chosen"><Say language="en-US">Press 1.</Say>
<Say language="es-US">Oprime 1.</Say></Gather>"""


@pytest.fixture
def setup(customer: Customer) -> Setup:
    return voice.pointed_at(customer)


@pytest.fixture
def loud(screen: Screen, customer: Customer) -> Iterator[Screen]:
    """The page in a browser that has voices, of which the first is not of this machine."""
    voice.reads(customer, voice=WORDS, chosen="<Pause length='600'/>")
    made = screen.devtools("Page.addScriptToEvaluateOnNewDocument", source=VOICES)
    yield screen.open()
    screen.devtools("Page.removeScriptToEvaluateOnNewDocument", identifier=made["identifier"])


def spoken(screen: Screen) -> list[str]:
    return list(screen.run("return window.spoken"))


def test_nothing_is_heard_until_sound_is_turned_on(loud: Screen) -> None:
    calls_the_line(loud.phone("Someone"))
    hears(loud.phone("Someone"), "Press 1.")
    assert spoken(loud) == []
    assert loud.one("#sound").get_attribute("aria-pressed") == "false"


def test_words_are_read_one_after_another_each_by_a_voice_of_its_language(loud: Screen) -> None:
    loud.one("#sound").click()
    calls_the_line(loud.phone("Someone"))
    hears(loud.phone("Someone"), "Press 1.", "Oprime 1.")
    until(lambda: spoken(loud) == ["Joe: Press 1."], "the first words")
    loud.run("window.now.onend()")
    assert spoken(loud) == ["Joe: Press 1.", "Clara: Oprime 1."]


def test_a_key_cuts_off_what_is_being_read(loud: Screen) -> None:
    loud.one("#sound").click()
    calls_the_line(loud.phone("Someone"))
    hears(loud.phone("Someone"), "Oprime 1.")
    presses(loud.phone("Someone"), "1")
    until(lambda: spoken(loud) == ["Joe: Press 1.", "(cut off)"], "silence")


def test_turned_off_it_is_quiet_at_once(loud: Screen) -> None:
    loud.one("#sound").click()
    calls_the_line(loud.phone("Someone"))
    until(lambda: spoken(loud) == ["Joe: Press 1."], "the first words")
    loud.one("#sound").click()
    assert spoken(loud) == ["Joe: Press 1.", "(cut off)"]


def test_a_browser_without_a_voice_of_its_own_says_so(loud: Screen) -> None:
    loud.run("window.voices = [['Far', 'en-US', false]]")
    loud.one("#sound").click()
    assert "no voice here" in loud.one("#sound").text
    calls_the_line(loud.phone("Someone"))
    hears(loud.phone("Someone"), "Oprime 1.")
    assert spoken(loud) == []
