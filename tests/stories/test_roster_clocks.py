"""Shifts by text over midnight, on both nights when clocks change, on a leap day, and for people in other zones."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.stories.line import Line
from tests.stories.rostering import HOUR, at, becomes, in_zone, now_is, posted, says, someone

NEW_YORK, LONDON = "America/New_York", "Europe/London"


@pytest.mark.parametrize(
    ("zone", "starts", "hours", "said"),
    [
        # New York, forward on 8 March at 2 am; London, forward on 29 March at 1 am
        (NEW_YORK, in_zone(NEW_YORK, 2026, 3, 7, 22), 7, "Sat 7 Mar 10 pm-6 am"),
        (NEW_YORK, in_zone(NEW_YORK, 2026, 3, 8, 1), 2, "Sun 8 Mar 1-4 am"),
        (LONDON, in_zone(LONDON, 2026, 3, 28, 22), 7, "Sat 28 Mar 10 pm-6 am"),
        (LONDON, in_zone(LONDON, 2026, 3, 29, 0), 2, "Sun 29 Mar midnight-3 am"),
        # back on 1 November at 2 am, and on 25 October at 2 am
        (NEW_YORK, in_zone(NEW_YORK, 2026, 10, 31, 22), 9, "Sat 31 Oct 10 pm-6 am"),
        (NEW_YORK, in_zone(NEW_YORK, 2026, 11, 1, 1), 1, "Sun 1 Nov 1 am EDT-1 am EST"),
        (LONDON, in_zone(LONDON, 2026, 10, 24, 22), 9, "Sat 24 Oct 10 pm-6 am"),
        (LONDON, in_zone(LONDON, 2026, 10, 25, 1, fold=1), 2, "Sun 25 Oct 1 am GMT-3 am"),
        # any midnight, and a leap day
        (NEW_YORK, in_zone(NEW_YORK, 2026, 3, 5, 20), 4, "Thu 5 Mar 8 pm-midnight"),
        (NEW_YORK, in_zone(NEW_YORK, 2028, 2, 28, 22), 4, "Mon 28 Feb 10 pm-2 am"),
        (NEW_YORK, in_zone(NEW_YORK, 2028, 2, 29, 18), 4, "Tue 29 Feb 6-10 pm"),
        (LONDON, in_zone(LONDON, 2028, 2, 29, 0), 4, "Tue 29 Feb midnight-4 am"),
    ],
)
def test_a_shift_is_claimed_and_released_with_the_times_of_the_wall_clock(
    line: Line, zone: str, starts: datetime, hours: int, said: str
) -> None:
    line.sleeps_until(starts - timedelta(days=2, hours=3))
    ada, phone = someone(line, "Ada", zone=zone)
    shift = posted(line, starts, hours)
    named = f" ({zone.rpartition('/')[2].replace('_', ' ')} time)" if zone != NEW_YORK else ""

    says(phone, "SHIFTS", f"1 {said}, 1 open")
    says(phone, "claim 1", f"1 is yours: {said}{named}.")
    assert now_is(line, shift).claimed == {ada.id}
    says(phone, "MINE", f"1 {said}")
    says(phone, "release 1", f"1 is no longer yours: {said}{named}.")


@pytest.mark.parametrize(
    ("starts", "words"),
    [
        (in_zone(NEW_YORK, 2026, 3, 8, 3), "claim sun 3am"),
        (in_zone(NEW_YORK, 2026, 3, 8, 0), "claim sun midnight"),
        (in_zone(NEW_YORK, 2026, 11, 1, 1), "claim 1 nov 1am"),
        (in_zone(NEW_YORK, 2028, 2, 29, 18), "claim 29 feb"),
        (in_zone(NEW_YORK, 2028, 2, 29, 18), "claim tomorrow 6pm"),
        (in_zone(NEW_YORK, 2028, 3, 1, 18), "claim 1 mar 18:00"),
    ],
)
def test_a_spoken_time_means_the_wall_clock_on_such_nights_too(
    line: Line, starts: datetime, words: str
) -> None:
    line.sleeps_until(starts - timedelta(days=1, hours=3))
    ada, phone = someone(line, "Ada")
    shift = posted(line, starts, 1)
    posted(line, starts + 12 * HOUR, 1)

    says(phone, words, "1 is yours")

    assert now_is(line, shift).claimed == {ada.id}


def test_one_o_clock_that_comes_twice_brings_the_choices(line: Line) -> None:
    first = in_zone(NEW_YORK, 2026, 11, 1, 1)
    line.sleeps_until(first - timedelta(hours=8))
    _, phone = someone(line, "Ada")
    posted(line, first, 1)
    posted(line, first + HOUR, 1)

    says(phone, "claim sun 1am", "\n1 Sun 1 Nov 1 am EDT-1 am EST\n2 Sun 1 Nov 1 am EST-2 am")


@pytest.mark.parametrize(
    ("before", "after", "allowed"),
    [
        # eight hours lie between them on the clock: seven in spring, nine in autumn
        (in_zone(NEW_YORK, 2026, 3, 7, 18), in_zone(NEW_YORK, 2026, 3, 8, 6), False),
        (in_zone(NEW_YORK, 2026, 10, 31, 18), in_zone(NEW_YORK, 2026, 11, 1, 6), True),
        (in_zone(NEW_YORK, 2026, 10, 31, 18), in_zone(NEW_YORK, 2026, 11, 1, 5), True),
        (in_zone(NEW_YORK, 2026, 10, 31, 18), in_zone(NEW_YORK, 2026, 11, 1, 4), False),
    ],
)
def test_rest_is_counted_in_hours_that_pass(
    line: Line, before: datetime, after: datetime, *, allowed: bool
) -> None:
    line.sleeps_until(before - timedelta(days=3))
    ada, phone = someone(line, "Ada")
    posted(line, before, 4, ada)
    posted(line, after, 2)

    says(phone, "claim 2", "2 is yours" if allowed else "rest is 8 hours")


def test_whoever_moves_reads_and_says_times_as_they_are_there(line: Line) -> None:
    ada, phone = someone(line, "Ada")
    posted(line, at(10, 20))
    posted(line, at(11, 20))
    says(phone, "claim tue 8pm", "1 is yours: Tue 10 Mar 8 pm-midnight.")

    becomes(line, ada, zone=LONDON)
    says(phone, "MINE", "1 Wed 11 Mar midnight-4 am", "Times are those of London.")
    says(phone, "claim 12 mar midnight", "2 is yours: Thu 12 Mar midnight-4 am (London time).")
    says(phone, "undo", "2 is not yours")
    becomes(line, ada, zone="")
    says(phone, "claim wed 8pm", "2 is yours: Wed 11 Mar 8 pm-midnight.")


def test_the_week_and_its_nights_are_those_of_the_volunteer(line: Line) -> None:
    ada, phone = someone(line, "Ada", zone="Asia/Tokyo")
    for day in (9, 10):
        posted(line, datetime(2026, 3, day, 15, tzinfo=UTC), 2, ada)  # midnight in Tokyo
    night = posted(line, datetime(2026, 3, 12, 15, tzinfo=UTC), 2)
    by_day = posted(line, at(13, 0), 2)  # a night in New York, two in the afternoon in Tokyo

    says(phone, f"claim {night.code}", "more than 2 nights in one week")
    says(phone, f"claim {by_day.code}", "yours")


@pytest.mark.parametrize(("minutes", "late"), [(1, True), (-1, False)])
def test_a_day_before_on_the_night_of_the_change_is_twenty_four_hours(
    line: Line, minutes: int, *, late: bool
) -> None:
    starts = in_zone(NEW_YORK, 2026, 3, 8, 12)
    line.sleeps_until(starts - timedelta(days=2))
    ada, phone = someone(line, "Ada")
    _, bos = someone(line, "Bo")
    posted(line, starts, 2, ada)
    line.sleeps_until(starts - timedelta(hours=24) + timedelta(minutes=minutes))
    for _ in phone.unread():
        phone.expects()

    answer = says(phone, "release 1", "no longer yours")

    assert ("asking the others now" in answer) is late
    if late:
        bos.expects("Someone is needed for 1, Sun 8 Mar noon-2 pm")
    bos.expects_nothing()
