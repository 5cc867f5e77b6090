"""Everybody can use the page: names, contrast, sizes, live regions, by day and by night."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.simulator.conftest import LINE, SECOND
from tests.simulator.page.conftest import ADA, BO, CALLER, Says
from tests.simulator.page.screen import Screen, until
from warmline.simulator.handset import Handsets

LOOK = (Path(__file__).parent / "look.js").read_text()
CONTROLS = {
    "button",
    "textbox",
    "link",
    "checkbox",
    "image",
    "region",
    "navigation",
    "dialog",
    "list",
}
NEEDS_NO_NAME = {"list"}  # a list may go by what it stands under, unless the focus can go there


@pytest.fixture
def busy(screen: Screen, says: Says) -> Screen:
    """Some of everything on the page."""
    handsets = Handsets(screen.url)
    handsets.phone(CALLER).texts("hello", to=LINE, media=["image/jpeg"])
    handsets.is_in_trouble(BO, 30003)
    says(BO, "lost")
    screen.phone("Bo").shows("not delivered")
    handsets.is_in_trouble(BO, None)
    handsets.close()
    says(ADA, "Text TAKE 7 or PASS 7.")
    screen.phone("Ada").shows("TAKE 7")
    screen.phone("Ada").box.send_keys("some words")
    says(ADA, "You are with Juniper.", sender=SECOND)
    until(lambda: screen.phone("Ada").all(".badge"), "the badge")
    screen.phone("Someone").shows("hello", "Delivered")
    return screen


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_contrast_sizes_and_references_are_good(busy: Screen, scheme: str, width: int) -> None:
    busy.prefers(scheme, motion="reduce")  # a colour that is just changing has no contrast yet
    busy.resize(width)
    assert busy.run(LOOK) == []
    busy.one("#faults-toggle").click()
    assert busy.run(LOOK) == []


def test_everything_one_can_use_has_a_name(busy: Screen) -> None:
    busy.one("#faults-toggle").click()
    modal = named(busy)
    busy.one("#faults button[aria-label=Close]").click()
    page = named(busy)
    assert ("textbox", "Text from Ada") in page
    assert ("region", "Ada") in page
    assert ("checkbox", "Sam") in modal
    assert ("dialog", "What can go wrong") in modal
    nameless = [role for role, name in page + modal if not name and role not in NEEDS_NO_NAME]
    assert nameless == []


def test_every_phone_has_a_polite_live_region_that_is_never_hidden(busy: Screen) -> None:
    busy.resize(390)
    regions = busy.all("#announcements [role=status]")
    assert len(regions) == len(busy.all(".phone"))

    def said() -> list[str]:
        return [str(region.get_property("textContent")) for region in regions]

    assert "New text for Ada: You are with Juniper." in said()
    until(lambda: any("not delivered" in words for words in said()), "the news of that text")


def test_who_wants_less_motion_gets_none(busy: Screen, says: Says) -> None:
    busy.prefers("light", motion="reduce")
    says(CALLER, "Ada is here with you now.")
    busy.phone("Someone").shows("Ada is here")
    assert busy.run("return document.getAnimations().length") == 0


def named(screen: Screen) -> list[tuple[str, str]]:
    """Role and name of everything that a screen reader stops at."""
    nodes = screen.devtools("Accessibility.getFullAXTree")["nodes"]
    return [
        (node["role"]["value"], node.get("name", {}).get("value", ""))
        for node in nodes
        if not node["ignored"] and node["role"]["value"] in CONTROLS
    ]
