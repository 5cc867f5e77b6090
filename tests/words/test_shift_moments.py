"""What is said around a shift is plain and short, and teaches no carrier's word."""

from __future__ import annotations

import inspect
import re

import pytest

from tests.words.test_sentences import LONGEST, fill
from warmline.words import gsm7, shift_moments_en
from warmline.words.carrier import CARRIER_WORDS

NAMES = ["Christopher", "Anastasia", "Maximilian", "Bartholomew", "Ada"]
WORDS = LONGEST | {
    "when": "Wednesday at 11:30 pm (New York time)", "name": "Christopher", "code": 9999,
    "beside": NAMES, "before": NAMES, "next_ones": NAMES, "people": NAMES, "waiting": 12,
    "backup": "Christopher", "confirmed": False, "heard": False,
    "shifts": [(9999, "Wednesday at 11:30 pm (New York time)"), (9998, "Thursday at 8 am")],
    "crisis": "call or text 988",
}  # fmt: skip
SENTENCES = sorted(
    name for name, member in vars(shift_moments_en).items() if inspect.isfunction(member)
)
TWO_SEGMENTS = {"welcomed", "thanked", "handed_over", "call_me_nobody"}


@pytest.mark.parametrize("name", [name for name in SENTENCES if not name.startswith("_")])
def test_a_sentence_fits_its_segments(name: str) -> None:
    text = fill(getattr(shift_moments_en, name), **WORDS)
    assert gsm7.is_gsm7(text), text
    assert gsm7.segments(text) <= (2 if name in TWO_SEGMENTS else 1), text
    assert not set(re.findall("[A-Z]{2,}", text)) & CARRIER_WORDS, text
    assert "  " not in text
    assert "None" not in text


def test_a_welcome_names_a_few_and_counts_the_rest() -> None:
    text = shift_moments_en.welcomed("Ada", NAMES, ["Bo", "Cy"], 1, "Sam", heard=True)
    assert text == (
        "Welcome, Ada. Your shift has begun. With you: Christopher, Anastasia, Maximilian and 2 more. "
        "You take over from Bo and Cy. 1 person waits. For backup: Sam."
    )
    alone = shift_moments_en.welcomed("Ada", [], [], 0, None, heard=False)
    assert alone == (
        "Welcome, Ada. Your shift has begun. Nobody else is on just now. Nobody waits. "
        "No coordinator can be reached just now. Text ON when you are here."
    )


def test_who_takes_over_reads_well() -> None:
    assert "Bo takes over." in shift_moments_en.thanked("Ada", ["Bo"])
    assert "Bo and Cy take over." in shift_moments_en.thanked("Ada", ["Bo", "Cy"])
    assert shift_moments_en.thanked("Ada", []) == (
        "Thank you for your shift, Ada. How are you after that? 1 fine, 2 so-so, 3 call me"
    )
    assert "Nobody takes over." in shift_moments_en.handed_over("Ada", [])
    assert shift_moments_en.names([]) == "nobody"


def test_a_reminder_asks_only_whoever_has_not_confirmed() -> None:
    assert "CONFIRM" not in shift_moments_en.reminded(12, "today at 6 pm", confirmed=True)
    assert "CONFIRM 12" in shift_moments_en.reminded(12, "today at 6 pm", confirmed=False)
