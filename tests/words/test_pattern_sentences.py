"""What someone is told whose shift was changed: plain, short, and with a way out."""

from __future__ import annotations

import pytest

from warmline.words import gsm7, patterns_en
from warmline.words.carrier import CARRIER_WORDS

LONGEST = "Wed 28 Nov 10:30 pm-12:30 am (Port-au-Prince time)"
SENTENCES = {
    "moved": patterns_en.shift_moved(98765, LONGEST, LONGEST),
    "taken off": patterns_en.shift_taken_off(98765, LONGEST),
    "more": patterns_en.shift_asks_for_more(
        98765,
        LONGEST,
        [
            patterns_en.need("language", "haw"),
            patterns_en.need("experience", "bereavement"),
            patterns_en.need("training", "safeguarding"),
            patterns_en.by_channel("voice"),
        ],
    ),
    "less": patterns_en.shift_asks_for_more(98765, LONGEST, []),
}


@pytest.mark.parametrize("name", SENTENCES)
def test_it_fits_two_segments_and_asks_for_no_carrier_s_word(name: str) -> None:
    text = SENTENCES[name]
    assert gsm7.is_gsm7(text), text
    assert gsm7.segments(text) <= 2, text
    assert not set(text.replace(".", " ").split()) & CARRIER_WORDS


def test_whoever_cannot_come_any_more_is_told_what_to_text() -> None:
    for name in ("moved", "more", "less"):
        assert "RELEASE 98765" in SENTENCES[name]
    assert "SHIFTS" in SENTENCES["taken off"]


def test_every_need_has_a_name() -> None:
    assert patterns_en.need("language", "es") == "Spanish"
    assert patterns_en.need("experience", "grief") == "lived experience of grief"
    assert [patterns_en.by_channel(kind) for kind in ("text", "voice", "any")] == [
        "answering texts",
        "answering calls",
        "calls and texts",
    ]
