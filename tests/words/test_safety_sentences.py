"""What peers and coordinators are told when words alarm: plain, within two segments, and no carrier's word asked for."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.words.test_sentences import fill, methods
from warmline.words import abuse_en, gsm7, safety_en
from warmline.words.carrier import CARRIER_WORDS

MORE: dict[str, Any] = {
    "who": "Christopher is with them.", "peer": "Christopher", "times": 12, "minutes": 30, "band": "moderate",
    "alias": "Meadowsweet", "how": safety_en.writes_too(),
}  # fmt: skip
SENTENCES = [
    (name, sentence)
    for module in (safety_en, abuse_en)
    for name, sentence in methods(module).items()
]
ONE_SEGMENT = {"page_imminent", "page_high", "page_other", "page_handoff", "page_left"}


@pytest.mark.parametrize(("name", "sentence"), SENTENCES)
def test_it_fits(name: str, sentence: Callable[..., str]) -> None:
    text = fill(sentence, **MORE)
    assert gsm7.is_gsm7(text), text
    assert gsm7.segments(text) <= (1 if name in ONE_SEGMENT else 2), text


@pytest.mark.parametrize(("name", "sentence"), SENTENCES)
def test_it_asks_for_no_carrier_s_word_and_shows_no_verdict(
    name: str, sentence: Callable[..., str]
) -> None:
    text = fill(sentence, **MORE)
    asked = set(re.findall(r"\b[A-Z]{3,}\b", text))
    assert not asked & CARRIER_WORDS, name
    assert not re.search(r"\b(score|imminent|high risk|diagnos)", text, re.IGNORECASE), text


@pytest.mark.parametrize("name", [name for name, _ in SENTENCES if name.startswith("page_")])
def test_a_page_says_how_to_take_it(name: str) -> None:
    sentence = dict(SENTENCES)[name]
    assert "Text ACK 9999" in fill(sentence, **MORE)
