"""What two who phone each other read: one segment each, in letters that every phone has."""

from __future__ import annotations

import pytest

from warmline.words import gsm7, notes_en
from warmline.words import phoning_words as words

TO_CALLER = ("question", "asked", "rings_soon", "not_now", "over")
LONGEST = "Honeysuckle"


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", TO_CALLER)
def test_a_text_to_a_caller_is_one_segment(language: str, name: str) -> None:
    text = getattr(words.to_caller(language), name)()
    assert gsm7.is_gsm7(text)
    assert gsm7.segments(text) == 1


def test_a_text_to_a_peer_is_one_segment() -> None:
    texts = [
        say(LONGEST)
        for say in (
            words.asked_caller, words.rings, words.no_yes_yet, words.did_not_work, words.over,
            words.no_number, words.they_phone_already, words.no_texts_any_more, notes_en.kept,
        )
    ]  # fmt: skip
    texts += [words.asks_for_call(LONGEST, 9999), words.on_the_phone_already(), words.nobody()]
    texts += [notes_en.how(), notes_en.about_nobody()]
    assert [text for text in texts if gsm7.segments(text) != 1 or not gsm7.is_gsm7(text)] == []
