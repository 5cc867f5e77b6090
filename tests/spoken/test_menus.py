"""A peer's menus and announcements are such as the provider understands, and short: a caller is alone meanwhile."""

from __future__ import annotations

import inspect

import pytest

from tests.spoken import facts, menus
from tests.spoken.length import seconds, words
from warmline.simulator.voice.verbs import faults_of
from warmline.words import aloud, spoken_menu
from warmline.words.talk_aloud import Talk, talk

ALIAS = "Honeysuckle"
EVERY = list(menus.every(ALIAS, facts.NOW))
SENTENCES = sorted(
    name for name, _ in inspect.getmembers(Talk, inspect.isfunction) if name[0] != "_"
)


@pytest.mark.parametrize("one", EVERY, ids=lambda one: f"{one[0]} {one[1]}")
def test_a_document_of_a_talk_may_stand_where_it_is_read_and_is_short(one: menus.Parts) -> None:
    _, _, document, place, most = one
    assert faults_of(document, place) == []
    assert most is None or seconds(document, once=True) <= most


def test_everything_that_can_be_announced_has_words() -> None:
    silent = [what for what, _, document, _, _ in EVERY if not words(document)]
    assert set(silent) == {"announced: nothing"}


@pytest.mark.parametrize("name", sorted(menus.heard_elsewhere()))
def test_what_a_peer_hears_on_the_way_is_short(name: str) -> None:
    say = getattr(spoken_menu, name)
    given = [40 if "minutes" in part else ALIAS for part in inspect.signature(say).parameters]
    assert aloud.seconds(say(*given)) <= menus.SHORT


@pytest.mark.parametrize("language", facts.LANGUAGES)
@pytest.mark.parametrize("name", SENTENCES)
def test_what_a_caller_hears_around_a_talk_is_short_and_in_their_language(
    language: str, name: str
) -> None:
    say = getattr(talk(language), name)
    given = ["call or text 9 8 8"] if inspect.signature(say).parameters else []
    assert aloud.seconds(say(*given)) <= menus.SHORT
    if language != "en":
        assert say(*given) != getattr(talk("en"), name)(*given)
