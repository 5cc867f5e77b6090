"""Every sentence about shifts is short, plain to the networks, and teaches no word that a carrier keeps."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from warmline.words import gsm7, roster_en, seats_en
from warmline.words.carrier import CARRIER_WORDS
from warmline.words.times import place, span

NEW_YORK = ZoneInfo("America/New_York")
WHEN = "Wed 25 Nov 10:30 pm-12:30 am (New York time)"
LONGEST: dict[str, Any] = {
    "code": 9999, "other": 9998, "given": 9999, "wanted": 9998, "got": 9999, "gone": 9998,
    "codes": [1270, 1280, 1290], "when": WHEN, "note": "swap for 9999 open", "count": 12,
    "more": True, "place": "New York", "name": "Christopher", "hours": 24, "nights": 2,
    "week": True, "language": "pt", "experience": "bereavement", "training": "safeguarding",
    "until": "tomorrow at 11:30 am (New York time)", "answer": "SWAP 9999 9998",
    "why": f"9999 overlaps your shift 9998, {WHEN}.",
}  # fmt: skip
TWO_SEGMENTS = {"swap_wanted", "someone_needed", "swap_offered", "swap_not_for_them"}
SENTENCES: dict[str, Callable[..., str]] = {
    name: sentence
    for room in (roster_en, seats_en)
    for name, sentence in inspect.getmembers(room, inspect.isfunction)
    if not name.startswith("_") and sentence.__module__ == room.__name__
}


def fill(name: str) -> str:
    sentence = SENTENCES[name]
    return sentence(**{part: LONGEST[part] for part in inspect.signature(sentence).parameters})


@pytest.mark.parametrize("name", SENTENCES)
def test_a_sentence_about_shifts_fits_its_segments(name: str) -> None:
    text = fill(name)
    if name == "swap_wanted":
        line = roster_en.listed(9999, WHEN)
        text = seats_en.swap_wanted("Christopher", line, line, "SWAP 9999 9998", LONGEST["until"])
    assert gsm7.is_gsm7(text), text
    assert gsm7.segments(text) <= (2 if name in TWO_SEGMENTS else 1), text
    assert not set(re.findall("[A-Z]{2,}", text)) & CARRIER_WORDS


def at(day: int, hour: int, minute: int = 0, *, month: int = 11, fold: int = 0) -> datetime:
    wall = datetime(2026, month, day, hour, minute, tzinfo=NEW_YORK, fold=fold)
    return wall.astimezone(UTC)


@pytest.mark.parametrize(
    ("starts", "ends", "said"),
    [
        (at(24, 18), at(24, 22), "Tue 24 Nov 6-10 pm"),
        (at(24, 9, 30), at(24, 11), "Tue 24 Nov 9:30-11 am"),
        (at(24, 10), at(24, 14), "Tue 24 Nov 10 am-2 pm"),
        (at(24, 9), at(24, 12), "Tue 24 Nov 9 am-noon"),
        (at(24, 20), at(25, 0), "Tue 24 Nov 8 pm-midnight"),
        (at(24, 22), at(25, 6), "Tue 24 Nov 10 pm-6 am"),
        (at(24, 0), at(24, 6), "Tue 24 Nov midnight-6 am"),
        (at(24, 18), at(25, 18), "Tue 24 Nov 6 pm-6 pm"),
        (at(1, 1, 30), at(1, 1, 30, fold=1), "Sun 1 Nov 1:30 am EDT-1:30 am EST"),
        (at(8, 1, month=3), at(8, 3, month=3), "Sun 8 Mar 1-3 am"),
    ],
)
def test_a_shift_is_written_as_people_write_it(starts: datetime, ends: datetime, said: str) -> None:
    assert span(starts, ends, NEW_YORK) == said


def test_a_place_is_the_city_of_its_zone() -> None:
    assert place(ZoneInfo("America/Argentina/Buenos_Aires")) == "Buenos Aires"


def test_small_numbers_read_well() -> None:
    assert roster_en.not_for_you(1, 12).startswith("1 is open")
    assert seats_en.undone_claim([12]) == "Done: 12 is not yours any more."
    assert seats_en.undone_release([12, 14, 15]).startswith("Done: 12, 14 and 15 are yours")
