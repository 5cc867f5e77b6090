"""What the two of a call within a conversation hear is understood by the provider, and short where it is waited through."""

from __future__ import annotations

import pytest

from tests.spoken import facts, menus
from tests.spoken.documents import WHISPER
from tests.spoken.length import seconds
from warmline.simulator.voice.verbs import Place, faults_of
from warmline.telephony import voice
from warmline.telephony.voice.menu import menu
from warmline.words import phoning_words as words


def test_a_peer_hears_in_a_breath_whom_they_are_rung_for() -> None:
    said = [words.pick_up(facts.NAME, "Honeysuckle")]
    document = voice.ask("en", said, action="/webhooks/voice/press/o1", times=2)
    assert faults_of(document, Place.CALL) == []
    assert seconds(document, once=True) <= WHISPER


def test_a_peer_s_menu_is_short_since_a_caller_is_alone_meanwhile() -> None:
    document = menu(
        "en", [words.menu("Honeysuckle")], action="/webhooks/voice/menu/o1/by_text", back="/b"
    )
    assert faults_of(document, Place.CALL) == []
    assert seconds(document, once=True) <= menus.SHORT


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_caller_hears_nothing_of_what_we_are_before_they_press(language: str) -> None:
    said = words.to_caller(language).picked_up()
    document = voice.ask(language, [said], action="/webhooks/voice/press/o1", times=2)
    assert faults_of(document, Place.CALL) == []
    assert seconds(document, once=True) <= WHISPER
    for told in ("Warmline", "peer", "apoyo"):
        assert told not in said
