"""A time said in a text names the shifts that start then, by the clock and calendar of whoever says it."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmline.volunteers.command_reading import read as read_command
from warmline.volunteers.commands import Claim
from warmline.volunteers.spoken_times import read

NEW_YORK, LONDON = ZoneInfo("America/New_York"), ZoneInfo("Europe/London")
NOW = datetime(2026, 11, 22, 15, 0, tzinfo=NEW_YORK).astimezone(UTC)  # a Sunday


def at(day: int, hour: int, minute: int = 0, *, month: int = 11, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=NEW_YORK).astimezone(UTC)


TUESDAY_AT_SIX = at(24, 18)


@pytest.mark.parametrize(
    "words",
    ["tue 6pm", "tuesday 6 pm", "tues at 6 p.m.", "Tue 18:00", "tue 18.00", "tue 18h", "on tue 6p",
     "6pm tue", "tue", "24 nov", "nov 24", "24th of november", "November 24th 6pm", "24 nov 2026",
     "2026-11-24", "2026-11-24 18:00", "11/24", "24/11", "11/24/26 6pm", "tue 24 nov 6-10 pm",
     "tue 24 nov, 6 pm-midnight", "tue 6 to 10 pm", "tue 18:00-22:00", "tue 6", "tue at 6:00",
     "next tue", "Tuesday, November 24, 6:00 PM"],
)  # fmt: skip
def test_one_shift_is_named_in_many_ways(words: str) -> None:
    command = read_command(f"claim {words}")
    assert isinstance(command, Claim)
    assert command.when is not None
    assert command.when.fits(TUESDAY_AT_SIX, zone=NEW_YORK, now=NOW)


@pytest.mark.parametrize(
    ("words", "starts"),
    [("today 6pm", at(22, 18)), ("tonight", at(22, 20)), ("tonight", at(23, 1)),
     ("tomorrow 18:00", at(23, 18)), ("tmrw", at(23, 0)), ("6pm", at(22, 18)), ("noon", at(23, 12)),
     ("midnight", at(23, 0)), ("fri 12am", at(27, 0)), ("fri 12 pm", at(27, 12)),
     ("fri 12:30", at(27, 0, 30)), ("fri 12:30", at(27, 12, 30)), ("fri 06:15", at(27, 6, 15)),
     ("sun", at(22, 18)), ("sun", at(29, 9)), ("next sun", at(29, 9)), ("3 dec", at(3, 9, month=12)),
     ("3/12", at(3, 9, month=12)), ("12/3", at(3, 9, month=12)), ("10 pm-6 am", at(22, 22)),
     ("6-10 pm", at(22, 18)), ("9-1 pm", at(23, 9)), ("24:00", at(23, 0)),
     ("tonight 11pm", at(22, 23)), ("29 feb", at(29, 9, month=2, year=2028))],
)  # fmt: skip
def test_what_was_said_fits(words: str, starts: datetime) -> None:
    said = read(words)
    assert said is not None
    now = NOW if starts.year == 2026 else at(27, 9, month=2, year=2028)
    assert said.fits(starts, zone=NEW_YORK, now=now)


@pytest.mark.parametrize(
    ("words", "starts"),
    [("tue 6am", TUESDAY_AT_SIX), ("wed 6pm", TUESDAY_AT_SIX), ("25 nov", TUESDAY_AT_SIX),
     ("tue 6pm", at(1, 18, month=12)), ("today", at(23, 0)), ("tonight", at(22, 9)),
     ("tonight", at(23, 20)), ("6pm", at(23, 18)), ("06:15", at(23, 18, 15)),
     ("9-1 pm", at(22, 21)), ("24 nov 2025", TUESDAY_AT_SIX), ("next sun", at(22, 18)),
     ("wed 24 nov", TUESDAY_AT_SIX)],
)  # fmt: skip
def test_what_was_not_said_does_not_fit(words: str, starts: datetime) -> None:
    said = read(words)
    assert said is not None
    assert not said.fits(starts, zone=NEW_YORK, now=NOW)


def test_the_clock_is_that_of_whoever_says_it() -> None:
    said = read("tue 11pm")
    assert said is not None
    assert said.fits(TUESDAY_AT_SIX, zone=LONDON, now=NOW)
    assert not said.fits(TUESDAY_AT_SIX, zone=NEW_YORK, now=NOW)


def test_both_of_the_hours_that_come_twice_are_meant() -> None:
    said, eve = read("sun 1:30 am"), datetime(2026, 10, 31, 20, tzinfo=UTC)
    assert said is not None
    for hour in (5, 6):
        assert said.fits(datetime(2026, 11, 1, hour, 30, tzinfo=UTC), zone=NEW_YORK, now=eve)


@pytest.mark.parametrize(
    "words",
    ["", "12", "your space", "the day", "tue and more", "31 feb", "tue 25:00", "tue 6:75", "0 pm",
     "tue wed", "13 pm", "today tomorrow", "tue 24", "tue 6pm-25pm", "13/13", "may", "next", "on", "at", "6"],
)  # fmt: skip
def test_what_says_no_time_is_not_read_as_one(words: str) -> None:
    assert read(words) is None


@given(st.text("0123456789 apmtuewdnov-:/.,today", max_size=30))
def test_any_words_are_read_without_fault(words: str) -> None:
    said = read(words)
    if said is not None:
        said.fits(TUESDAY_AT_SIX, zone=NEW_YORK, now=NOW)
