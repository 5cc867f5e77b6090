"""The guide leads a newcomer through a first conversation and ticks its steps off."""

from __future__ import annotations

from tests.simulator.conftest import LINE
from tests.simulator.page.conftest import BO, Says
from tests.simulator.page.screen import Screen, until


def done(screen: Screen) -> int:
    return len(screen.all("#guide li.done"))


def test_steps_are_ticked_off_as_they_happen(screen: Screen, says: Says) -> None:
    assert done(screen) == 0
    assert screen.one("#guide li.current").text.startswith("1\nAda texts ON")
    screen.phone("Ada").presses("ON")
    until(lambda: done(screen) == 1, "step 1")
    screen.phone("Someone").writes("I can't sleep")
    until(lambda: done(screen) == 2, "step 2")
    says(BO, "Juniper would like to talk. Text TAKE 3 or PASS 3.")
    until(lambda: "Bo is offered" in screen.one("#guide li.current").text, "whom it is offered to")
    screen.phone("Bo").presses("TAKE 3")
    until(lambda: done(screen) == 3, "step 3")
    screen.phone("Bo").presses("MENU")
    screen.phone("Bo").writes("I'm here.")
    until(lambda: done(screen) == 4, "step 4")
    screen.phone("Someone").presses("DONE")
    until(lambda: "neither saw the other's number" in screen.one("#guide").text, "the end")


def test_it_leads_to_the_phone_in_question(screen: Screen) -> None:
    screen.resize(390)
    screen.one("#guide .go").click()
    assert screen.phone("Ada").box == screen.browser.switch_to.active_element


def test_it_can_be_sent_away_and_stays_away(screen: Screen) -> None:
    screen.one("#guide button[aria-label='Hide the guide']").click()
    assert screen.browser.switch_to.active_element == screen.one("#guide-toggle")
    screen.open()
    assert not screen.one("#guide").is_displayed()
    screen.one("#guide-toggle").click()
    assert screen.one("#guide").is_displayed()


def test_what_has_happened_before_is_ticked_off(screen: Screen) -> None:
    screen.phone("Ada").writes("on 90")
    screen.phone("Ada").shows("on 90")
    screen.open()
    until(lambda: done(screen) == 1, "step 1")
    assert LINE[-4:] in screen.phone("Ada").one(".with").text
