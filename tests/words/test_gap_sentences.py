"""What is said of gaps is plain, fits two segments, and teaches no word that a carrier keeps."""

from __future__ import annotations

import re

import pytest

from warmline.words import gaps_en, gsm7
from warmline.words.carrier import CARRIER_WORDS

SHIFT = "1270 Wed 28 Nov 10:30 pm-midnight"
SENTENCES = {
    "one": gaps_en.could_you([gaps_en.else_closed(SHIFT)]),
    "three": gaps_en.could_you([gaps_en.else_closed(SHIFT), SHIFT, SHIFT]),
    "absent": gaps_en.cannot_be_reached("Christopher", [SHIFT] * 9),
    "closing": gaps_en.will_close([SHIFT] * 3, [1270, 1280, 1290]),
    "empty": gaps_en.will_be_empty([SHIFT] * 3),
    "digest": gaps_en.digest(
        120,
        [gaps_en.worst_hour(1270, "Wed 28 Nov 10:30-11 pm", 0.616)] * 3,
        ["Wed 28 Nov"] * 14,
        days=14,
        guessed=True,
    ),
    "status": gaps_en.gap(12, "today at 6 pm", 2, nobody=False),
}


@pytest.mark.parametrize("name", SENTENCES)
def test_each_fits_two_segments(name: str) -> None:
    text = SENTENCES[name]
    assert gsm7.is_gsm7(text), text
    assert len(text) <= 320, text
    assert gsm7.segments(text) <= 2 + (len(text) > 306)
    assert set(re.findall("[A-Z]{2,}", text)) & CARRIER_WORDS == set()


def test_one_shift_is_claimed_by_its_own_code() -> None:
    assert "text CLAIM 1270." in SENTENCES["one"]
    assert "this shift" in SENTENCES["one"]
    assert "one of these" in SENTENCES["three"]


def test_long_lists_say_how_many_more_there_are() -> None:
    assert "and 6 more" in SENTENCES["absent"]
    assert "and 9 more" in SENTENCES["digest"]


def test_a_guess_is_called_one_and_small_counts_read_well() -> None:
    learned = gaps_en.digest(1, [], [], days=14, guessed=False)
    assert learned == "Next 14 days: 1 shift has open seats."
    assert "(a guess so far)" in SENTENCES["digest"]
    assert "62%" in SENTENCES["digest"]
    assert gaps_en.gap(12, "today at 6 pm", 2, nobody=True) == "12 today at 6 pm (nobody)"
