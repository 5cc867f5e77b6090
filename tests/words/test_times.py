"""Moments are written as people say them, in the line's zone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmline.words import gsm7
from warmline.words.times import length, moment

NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 22, 15, 0, tzinfo=NEW_YORK)  # a Sunday


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=NEW_YORK)


@pytest.mark.parametrize(
    ("when", "english", "spanish"),
    [
        (at(22, 18), "today at 6 pm", "hoy a las 6 pm"),
        (at(23, 9), "tomorrow at 9 am", "mañana a las 9 am"),
        (at(21, 23, 5), "yesterday at 11:05 pm", "ayer a las 11:05 pm"),
        (at(25, 13), "Wednesday at 1 pm", "el miércoles a la 1 pm"),
        (at(22, 12), "today at noon", "hoy al mediodia"),
        (at(23, 0), "tonight at midnight", "hoy a medianoche"),
        (at(22, 0), "today at 12 am", "hoy a las 12 am"),
        (at(29, 18, 30), "Sunday, Nov 29 at 6:30 pm", "el domingo 29 de noviembre a las 6:30 pm"),
        (at(5, 8, month=12), "Saturday, Dec 5 at 8 am", "el sabado 5 de diciembre a las 8 am"),
    ],
)
def test_a_moment_is_said_as_people_say_it(when: datetime, english: str, spanish: str) -> None:
    assert moment(when.astimezone(UTC), NEW_YORK, now=NOW) == english
    assert moment(when.astimezone(UTC), NEW_YORK, now=NOW, language="es") == spanish


def test_the_day_is_that_of_the_zone_and_not_of_utc() -> None:
    late = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
    assert moment(late, NEW_YORK, now=NOW) == "today at 9 pm"


def test_whose_time_it_is_can_be_said() -> None:
    assert (
        moment(at(23, 9), NEW_YORK, now=NOW, name_zone=True) == "tomorrow at 9 am (New York time)"
    )
    named = moment(at(23, 9), NEW_YORK, now=NOW, language="es", name_zone=True)
    assert named == "mañana a las 9 am (hora de New York)"


def test_the_hour_that_comes_twice_says_which_one() -> None:
    eve = datetime(2026, 10, 31, 20, 0, tzinfo=NEW_YORK)
    first = datetime(2026, 11, 1, 5, 30, tzinfo=UTC)
    assert moment(first, NEW_YORK, now=eve) == "tomorrow at 1:30 am EDT"
    assert moment(first + timedelta(hours=1), NEW_YORK, now=eve) == "tomorrow at 1:30 am EST"


def test_the_night_that_skips_an_hour_needs_no_mark() -> None:
    eve = datetime(2026, 3, 7, 20, 0, tzinfo=NEW_YORK)
    assert (
        moment(datetime(2026, 3, 8, 7, 30, tzinfo=UTC), NEW_YORK, now=eve) == "tomorrow at 3:30 am"
    )


@pytest.mark.parametrize(
    ("seconds", "english", "spanish"),
    [(0, "under a minute", "menos de un minuto"), (59, "under a minute", "menos de un minuto"),
     (60, "1 min", "1 min"), (3600, "1 h", "1 h"), (4830, "1 h 20 min", "1 h 20 min")],
)  # fmt: skip
def test_a_length_of_time_is_whole_minutes(seconds: int, english: str, spanish: str) -> None:
    assert length(timedelta(seconds=seconds)) == english
    assert length(timedelta(seconds=seconds), language="es") == spanish


@given(st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1)), st.sampled_from(["en", "es"]))  # noqa: DTZ001
def test_every_moment_is_short_and_plain(naive: datetime, language: str) -> None:
    words = moment(
        naive.replace(tzinfo=UTC), NEW_YORK, now=NOW, language=language, name_zone=True
    )  # fmt: skip
    assert gsm7.is_gsm7(words)
    assert len(words) <= 66
