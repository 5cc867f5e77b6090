"""On a small screen there is one phone at a time, and by keyboard alone all of it can be used."""

from __future__ import annotations

import pytest
from selenium.webdriver.common.keys import Keys

from tests.simulator.customer import Customer
from tests.simulator.page.conftest import ADA, Says
from tests.simulator.page.screen import Screen, until


def shown(screen: Screen) -> list[str]:
    names = screen.all(".phone h2")
    return [name.text for name in names if name.is_displayed()]


def choose(screen: Screen, name: str) -> None:
    next(b for b in screen.all("#switcher button") if b.text.startswith(name)).click()


def test_a_wide_screen_shows_all_phones_side_by_side(screen: Screen) -> None:
    assert shown(screen) == ["Someone", "Ada", "Bo", "Sam", "The crisis line"]
    *side_by_side, desk = (phone.rect["y"] for phone in screen.all(".phone"))
    assert len(set(side_by_side)) == 1
    assert desk > side_by_side[0]  # a strip below them
    assert not screen.one("#switcher").is_displayed()


def test_a_small_screen_shows_one_phone_and_counts_what_came_on_the_others(
    screen: Screen, says: Says
) -> None:
    screen.resize(390)
    assert shown(screen) == ["Someone"]
    says(ADA, "Juniper would like to talk.")
    says(ADA, "And so would Maple.")
    ada = next(b for b in screen.all("#switcher button") if b.text.startswith("Ada"))
    until(lambda: "2 new texts" in str(ada.get_property("textContent")), "the badge")
    choose(screen, "Ada")
    assert shown(screen) == ["Ada"]
    assert ada.get_attribute("aria-pressed") == "true"
    until(lambda: ada.text == "Ada", "the badge to go once it was seen")
    assert screen.phone("Ada").texts()[-1] == "And so would Maple."


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1280, 1920])
def test_nothing_sticks_out_to_the_side(screen: Screen, says: Says, width: int) -> None:
    says(ADA, "W" * 200)
    screen.phone("Ada").shows("WWW")
    screen.resize(width)
    assert screen.run("return document.documentElement.scrollWidth") <= width


def test_the_newest_text_stays_in_sight_when_the_phone_changes_its_size(
    screen: Screen, says: Says
) -> None:
    for n in range(20):
        says(ADA, f"text {n}")
    newest = screen.phone("Ada").shows("text 19")
    for height in (700, 1000, 800):
        screen.resize(1280, height)
        box = screen.phone("Ada").one(".bubbles")
        until(
            lambda box=box: (
                newest.rect["y"] + newest.rect["height"]  # type: ignore[misc]
                <= box.rect["y"] + box.rect["height"] + 1
            ),
            "the newest text",
        )


def test_by_keyboard_alone_a_text_is_sent_and_an_offer_taken(
    screen: Screen, says: Says, customer: Customer
) -> None:
    says(ADA, "Text TAKE 7 or PASS 7.")
    until(lambda: screen.phone("Ada").invites(), "the offer")
    reach(screen, "Text from Someone")
    screen.keys("good night", Keys.ENTER)
    assert customer.wait_for(1)[0].params["Body"] == "good night"
    reach(screen, "TAKE 7")
    screen.keys(Keys.ENTER)
    assert customer.wait_for(2)[1].params["Body"] == "TAKE 7"
    until(lambda: focused(screen) == "Text from Ada", "the focus in the box")


def test_the_drawer_gives_the_focus_back_and_escape_closes_it(screen: Screen) -> None:
    reach(screen, "Faults")
    screen.keys(Keys.ENTER)
    until(lambda: focused(screen) == "Close", "the drawer")
    screen.keys(Keys.ESCAPE)
    until(lambda: focused(screen) == "Faults", "the focus back")


def test_the_first_stop_leads_past_the_bar(screen: Screen) -> None:
    screen.keys(Keys.TAB)
    assert focused(screen) == "Skip to the phones"
    screen.keys(Keys.ENTER)
    screen.keys(Keys.TAB)
    assert focused(screen) == "Texts on the phone of Someone"


def focused(screen: Screen) -> str:
    """The name that a screen reader gives whatever has the focus."""
    return screen.browser.switch_to.active_element.accessible_name


def reach(screen: Screen, name: str) -> None:
    """Press Tab until the focus is on what has this name."""
    for _ in range(60):
        screen.keys(Keys.TAB)
        if focused(screen) == name:
            return
    raise AssertionError(f"no way to {name!r} by Tab")
