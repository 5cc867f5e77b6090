"""The documents of a talk: a peer's menus, and what is announced to one side alone."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from datetime import datetime

from tests.spoken import facts
from warmline.routing.leg import Tell
from warmline.simulator.voice.verbs import Place
from warmline.telephony.voice import Addresses
from warmline.telephony.voice.menu import announcement, menu
from warmline.webhooks import announcing
from warmline.words import spoken_menu

TO = Addresses("g1")
READ_IN_A_MENU = ("menu", "menu_while_it_rings", "menu_of_three", "consent")
SHORT = 20  # seconds: while a peer listens, a caller is alone
Parts = tuple[str, str, str, Place, float | None]


def every(alias: str, now: datetime) -> Iterator[Parts]:
    """What, language, document, where it is read, and how long it may be."""
    for name in READ_IN_A_MENU:
        words = [getattr(spoken_menu, name)(alias)]
        document = menu("en", words, action=TO.to("menu", "/alone"), back=TO.to("back"))
        yield f"peer: {name}", "en", document, Place.CALL, SHORT
    for language in facts.LANGUAGES:
        contact = next(facts.contacts(language))
        for what in Tell:
            document = announcement(language, announcing.words(contact, what, now))
            yield f"announced: {what}", language, document, Place.CONFERENCE, SHORT
        nothing = announcement(language, announcing.words(contact, "of nothing", now))
        yield "announced: nothing", language, nothing, Place.CONFERENCE, None


def heard_elsewhere() -> set[str]:
    """Sentences of the menu that are said on the way back, or as a goodbye."""
    said = inspect.getmembers(spoken_menu, inspect.isfunction)
    return {name for name, _ in said} - set(READ_IN_A_MENU)
