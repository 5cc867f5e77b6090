"""Which shifts a pattern gives: the same time on the clock, whatever the clocks do in between."""

# ruff: noqa: DTZ001 - a pattern's times are those of a clock on the wall

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from warmline.ids import PatternId
from warmline.volunteers import patterns
from warmline.volunteers.patterns import Change, Pattern, Window
from warmline.volunteers.shifts import LONGEST, Channel, Needs

NEW_YORK, LONDON = ZoneInfo("America/New_York"), ZoneInfo("Europe/London")
HOUR = timedelta(hours=1)


def a_pattern(first: datetime, hours: float = 4, **about: Any) -> Pattern:
    given = {"rule": "FREQ=DAILY", "zone": NEW_YORK, **about}
    return Pattern(PatternId("r1"), "Nights", first=first, minutes=int(hours * 60), **given)


def on(pattern: Pattern, day: date) -> Window:
    (window,) = patterns.windows(pattern, day, day)
    return window


def told(window: Window, zone: ZoneInfo = NEW_YORK) -> str:
    starts, ends = (at.astimezone(zone).isoformat() for at in (window.starts, window.ends))
    return f"{starts[5:16]}{starts[-6:]} {ends[5:16]}{ends[-6:]}{' moved' * window.moved}"


# The four nights on which clocks change, and what a shift of these wall times is then.
NIGHTS = [
    # forward in New York: 02:00 to 03:00 does not exist
    (NEW_YORK, (2026, 3, 8, 1, 0), 4, "03-08T01:00-05:00 03-08T05:00-04:00"),
    (NEW_YORK, (2026, 3, 8, 2, 30), 4, "03-08T03:30-04:00 03-08T06:30-04:00 moved"),
    (NEW_YORK, (2026, 3, 7, 22, 30), 4, "03-07T22:30-05:00 03-08T03:30-04:00 moved"),
    (NEW_YORK, (2026, 3, 7, 22, 0), 8, "03-07T22:00-05:00 03-08T06:00-04:00"),
    # skipped start, kept end: it would end before it begins, so it is as long as ever
    (NEW_YORK, (2026, 3, 8, 2, 45), 0.5, "03-08T03:45-04:00 03-08T04:15-04:00 moved"),
    # back in New York: 01:00 to 02:00 comes twice
    (NEW_YORK, (2026, 11, 1, 1, 30), 4, "11-01T01:30-04:00 11-01T05:30-05:00 moved"),
    (NEW_YORK, (2026, 10, 31, 22, 0), 3.5, "10-31T22:00-04:00 11-01T01:30-04:00 moved"),
    (NEW_YORK, (2026, 10, 31, 22, 0), 8, "10-31T22:00-04:00 11-01T06:00-05:00"),
    (NEW_YORK, (2026, 11, 1, 2, 0), 4, "11-01T02:00-05:00 11-01T06:00-05:00"),
    # forward in London: 01:00 to 02:00 does not exist
    (LONDON, (2026, 3, 29, 1, 15), 4, "03-29T02:15+01:00 03-29T05:15+01:00 moved"),
    (LONDON, (2026, 3, 28, 21, 0), 8, "03-28T21:00+00:00 03-29T05:00+01:00"),
    # back in London: 01:00 to 02:00 comes twice
    (LONDON, (2026, 10, 25, 1, 15), 4, "10-25T01:15+01:00 10-25T05:15+00:00 moved"),
    (LONDON, (2026, 10, 24, 21, 0), 8, "10-24T21:00+01:00 10-25T05:00+00:00"),
]


@pytest.mark.parametrize(("zone", "first", "hours", "expected"), NIGHTS)
def test_on_the_nights_when_clocks_change_a_shift_keeps_its_times_on_the_clock(
    zone: ZoneInfo, first: tuple[int, ...], hours: float, expected: str
) -> None:
    night = datetime(*first)  # type: ignore[arg-type]
    years_ago = a_pattern(night - timedelta(days=700), hours, zone=zone)
    assert told(on(years_ago, night.date()), zone) == expected


def test_a_day_of_25_hours_has_a_shift_of_24_at_most() -> None:
    whole_days = a_pattern(datetime(2026, 10, 1), 24)
    window = on(whole_days, date(2026, 11, 1))
    assert window.ends - window.starts == LONGEST
    assert window.moved
    assert on(whole_days, date(2026, 3, 8) + timedelta(days=300)).moved is False


def test_the_clock_in_between_changes_nothing() -> None:
    weekly = a_pattern(datetime(2026, 3, 5, 18), rule="FREQ=WEEKLY")
    found = patterns.windows(weekly, date(2026, 3, 1), date(2026, 3, 12))
    assert [told(window) for window in found] == [
        "03-05T18:00-05:00 03-05T22:00-05:00",
        "03-12T18:00-04:00 03-12T22:00-04:00",
    ]
    assert [window.day for window in found] == [date(2026, 3, 5), date(2026, 3, 12)]


def test_a_leap_day_is_a_day_like_any_other() -> None:
    window = on(a_pattern(datetime(2028, 2, 20, 22), 8), date(2028, 2, 29))
    assert told(window) == "02-29T22:00-05:00 03-01T06:00-05:00"


def test_skipped_days_and_holidays_have_no_shift() -> None:
    first, holiday = datetime(2026, 12, 24, 18), {date(2026, 12, 25)}
    pattern = a_pattern(first, skipped=frozenset({date(2026, 12, 26)}))

    def days(pattern: Pattern) -> list[int]:
        until = date(2026, 12, 27)
        return [w.day.day for w in patterns.windows(pattern, first.date(), until, holidays=holiday)]

    assert days(pattern) == [24, 25, 27]
    assert days(replace(pattern, on_holidays=False)) == [24, 27]


def test_one_day_may_be_different() -> None:
    day = date(2026, 11, 23)
    usual = a_pattern(datetime(2026, 11, 1, 18))

    def changed(**change: Any) -> Pattern:
        return replace(usual, changes={day: Change(**change)})

    later = changed(starts=datetime(2026, 11, 23, 20))
    assert told(on(later, day)) == "11-23T20:00-05:00 11-23T22:00-05:00"
    assert told(on(later, date(2026, 11, 24))) == "11-24T18:00-05:00 11-24T22:00-05:00"
    longer = changed(ends=datetime(2026, 11, 24, 1))
    assert told(on(longer, day)) == "11-23T18:00-05:00 11-24T01:00-05:00"
    after_the_usual_end = changed(starts=datetime(2026, 11, 23, 23))
    assert told(on(after_the_usual_end, day)) == "11-23T23:00-05:00 11-24T03:00-05:00"

    fuller = changed(seats=5, needs=Needs(languages=frozenset({"es"})), channel=Channel.VOICE)
    shift = patterns.shift(fuller, on(fuller, day))
    assert (shift.seats, shift.channel) == (5, Channel.VOICE)
    assert shift.needs.languages == {"es"}
    assert patterns.shift(usual, on(usual, day)).seats == 2


def test_a_change_can_say_which_of_two_equal_times_it_means() -> None:
    night = date(2026, 11, 1)
    second = datetime(2026, 11, 1, 1, 30, fold=1)
    usual = a_pattern(datetime(2026, 10, 1, 1, 30))
    window = on(replace(usual, changes={night: Change(starts=second)}), night)
    assert told(window) == "11-01T01:30-05:00 11-01T05:30-05:00"


def test_a_shift_has_the_same_id_whenever_it_is_made() -> None:
    pattern = a_pattern(datetime(2026, 11, 1, 18), needs=Needs(training=frozenset({"safety"})))
    shift = patterns.shift(pattern, on(pattern, date(2026, 11, 23)))
    assert (shift.id, shift.pattern, shift.day) == ("sr1-20261123", "r1", date(2026, 11, 23))
    assert shift.needs.training == {"safety"}
    assert shift.starts == datetime(2026, 11, 23, 23, tzinfo=UTC)
    assert patterns.has(pattern, date(2026, 11, 23))
    assert not patterns.has(pattern, date(2026, 10, 31))


@pytest.mark.parametrize(
    ("about", "why"),
    [
        ({"rule": "FREQ=HOURLY"}, "the rule may not be finer than a day"),
        ({"minutes": 0}, "it would end before it begins"),
        ({"minutes": 24 * 60 + 1}, "longer than 24 hours"),
        ({"seats": 0}, "seats must be from 1"),
        ({"name": ""}, "the name must have"),
    ],
)
def test_a_pattern_that_cannot_be_is_refused_with_every_reason(
    about: dict[str, Any], why: str
) -> None:
    pattern = replace(a_pattern(datetime(2026, 11, 1, 18)), **about)
    found = patterns.read(pattern)
    assert isinstance(found, list)
    assert why in found[0]
    both = patterns.read(replace(pattern, seats=99))
    assert isinstance(both, list)
    assert len(both) == (1 if "seats" in about else 2)


def test_a_pattern_that_can_be_is_kept_with_its_rule_in_order() -> None:
    found = patterns.read(a_pattern(datetime(2026, 11, 1, 18), rule="byday=mo;freq=weekly"))
    assert isinstance(found, Pattern)
    assert found.rule == "FREQ=WEEKLY;BYDAY=MO"
