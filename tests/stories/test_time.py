"""Across midnight, and through both nights on which New York changes its clocks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.stories.line import MAIN, NEW_YORK, Line
from warmline.simulator.handset import Phone

# New York, 2026: clocks go forward on 8 March at 2 am, and back on 1 November at 2 am.
SPRING, AUTUMN = datetime(2026, 3, 8, tzinfo=NEW_YORK), datetime(2026, 11, 1, tzinfo=NEW_YORK)
DAY = timedelta(days=1)  # on the calendar: aware times of one zone are added to by the wall clock


def _at(day: datetime, hour: int, minute: int = 0, *, fold: int = 0) -> datetime:
    """A wall-clock time of that day in New York, as UTC so that lengths of time are real ones."""
    return day.replace(hour=hour, minute=minute, fold=fold).astimezone(UTC)


def _asks(line: Line) -> Phone:
    caller = line.phone()
    caller.texts("hello", to=MAIN)
    caller.expects("Maple Line")
    return caller


@pytest.mark.parametrize(
    ("now", "minutes", "until"),
    [
        (_at(SPRING - 2 * DAY, 23, 30), 90, "tomorrow at 1 am"),
        (_at(SPRING - 2 * DAY, 22, 30), 90, "tonight at midnight"),
        (_at(SPRING, 1, 30), 60, "today at 3:30 am"),
        (_at(AUTUMN, 0, 30), 60, "today at 1:30 am EDT"),
        (_at(AUTUMN, 0, 30), 120, "today at 1:30 am EST"),
        (_at(AUTUMN, 1, 30, fold=1), 60, "today at 2:30 am"),
    ],
)
def test_on_for_a_while_says_when_it_ends_in_local_time_and_ends_then(
    line: Line, now: datetime, minutes: int, until: str
) -> None:
    line.sleeps_until(now)
    _, ada = line.volunteer("Ada")

    ada.texts(f"ON {minutes}", to=MAIN)

    ada.expects(f"You are on until {until}")
    line.sleeps_until(now + timedelta(minutes=minutes) - timedelta(seconds=30))
    first = _asks(line)
    first.expects("looking")
    ada.expects("TAKE")
    ada.texts("PASS", to=MAIN)
    ada.expects("someone else")
    line.sleeps_until(now + timedelta(minutes=minutes, seconds=5))
    _asks(line).expects("No peer is here")
    ada.expects_nothing()
    line.passes(seconds=31)
    first.expects("No peer is here")


@pytest.mark.parametrize(
    ("now", "opens", "said"),
    [
        (_at(SPRING, 1), _at(SPRING, 3), "today at 3 am (New York time)"),
        (_at(AUTUMN, 0, 15), _at(AUTUMN, 1), "today at 1 am EDT (New York time)"),
        (_at(AUTUMN, 0, 15), _at(AUTUMN, 1, fold=1), "today at 1 am EST (New York time)"),
        (_at(SPRING, 23, 59), _at(SPRING + DAY, 0), "tonight at midnight"),
        (_at(SPRING - DAY, 22), _at(SPRING, 9), "tomorrow at 9 am"),
        (_at(AUTUMN - DAY, 22), _at(AUTUMN, 9), "tomorrow at 9 am"),
        (_at(SPRING, 12), _at(SPRING + 4 * DAY, 9), "Thursday at 9 am"),
        (_at(SPRING, 12), _at(SPRING + 7 * DAY, 12), "Sunday, Mar 15 at noon"),
    ],
)
def test_the_next_opening_is_right_and_someone_is_there_from_that_very_moment(
    line: Line, now: datetime, opens: datetime, said: str
) -> None:
    line.sleeps_until(now)
    ada, phone = line.volunteer("Ada")
    line.shift(opens, opens + timedelta(hours=2), ada, quiet=True)

    caller = _asks(line)
    caller.expects("No peer is here", said)

    line.sleeps_until(opens - timedelta(seconds=10))
    phone.expects_nothing()
    if opens - now < timedelta(hours=24):
        line.sleeps_until(opens + timedelta(milliseconds=50))
        line.takes(phone)
        phone.expects("hello")
        caller.expects("Ada is here now")
    else:
        caller.expects("nobody could be with you")


@pytest.mark.parametrize(
    ("starts", "ends", "hours"),
    [
        (_at(SPRING - DAY, 22), _at(SPRING, 6), 7),
        (_at(AUTUMN - DAY, 22), _at(AUTUMN, 6), 9),
        (_at(SPRING - 3 * DAY, 22), _at(SPRING - 2 * DAY, 6), 8),
    ],
)
def test_a_night_shift_lasts_until_its_end_on_the_wall_clock_and_not_a_minute_longer(
    line: Line, starts: datetime, ends: datetime, hours: int
) -> None:
    line.sleeps_until(starts)
    ada, phone = line.volunteer("Ada")
    line.shift(starts, ends, ada, quiet=True)
    line.sleeps_until(ends - timedelta(minutes=5))
    caller = line.phone()
    line.in_touch(caller, phone)
    assert ends - starts == timedelta(hours=hours)

    line.passes(minutes=4, seconds=50)
    caller.expects_nothing()
    line.passes(seconds=15)

    phone.expects("Your shift is over")
    _asks(line).expects("No peer is here")


def test_two_shifts_that_meet_at_midnight_leave_no_gap(line: Line) -> None:
    midnight = _at(SPRING, 0)
    ada, adas = line.volunteer("Ada")
    bo, bos = line.volunteer("Bo")
    line.shift(midnight - timedelta(hours=4), midnight, ada, quiet=True)
    line.shift(midnight, midnight + timedelta(hours=4), bo, quiet=True)

    line.sleeps_until(midnight - timedelta(seconds=2))
    _asks(line).expects("looking")
    adas.texts(f"PASS {adas.expects('TAKE').body.split()[-1].strip('.')}", to=MAIN)
    adas.expects("someone else")
    line.sleeps_until(midnight)

    bos.expects("TAKE")
    _asks(line).expects("looking")
    adas.expects_nothing()


def test_at_the_end_of_one_shift_nobody_is_handed_on_whose_next_shift_begins(line: Line) -> None:
    starts = line.now()
    ada, phone = line.volunteer("Ada")
    line.shift(starts, starts + timedelta(hours=1), ada, quiet=True)
    line.shift(starts + timedelta(hours=1), starts + timedelta(hours=2), ada, quiet=True)
    line.sleeps_until(starts + timedelta(minutes=55))
    caller = line.phone()
    line.in_touch(caller, phone)

    line.passes(minutes=6)

    caller.expects_nothing()
    phone.expects_nothing()


def test_on_by_text_carries_someone_past_the_end_of_their_shift(line: Line) -> None:
    starts = line.now()
    ada, phone = line.volunteer("Ada")
    line.shift(starts, starts + timedelta(minutes=10), ada, quiet=True)
    caller = line.phone()
    line.in_touch(caller, phone)
    phone.texts("ON 60", to=MAIN)
    phone.expects("You are on until")

    line.passes(minutes=12)

    caller.expects_nothing()
    phone.expects_nothing()


def test_off_during_a_shift_holds_until_its_end_and_the_next_shift_counts_again(
    line: Line,
) -> None:
    starts = line.now()
    ada, phone = line.volunteer("Ada")
    line.shift(starts, starts + timedelta(hours=1), ada, quiet=True)
    line.shift(starts + timedelta(hours=2), starts + timedelta(hours=3), ada, quiet=True)
    phone.texts("OFF", to=MAIN)
    phone.expects("You are off")

    caller = _asks(line)
    caller.expects("No peer is here", "today at noon")
    line.sleeps_until(starts + timedelta(hours=2, seconds=1))

    line.takes(phone)
    phone.expects("hello")
    caller.expects("Ada is here now")
