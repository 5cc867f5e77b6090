"""A shift is half-open, has seats, and lasts a day at most, on the nights of the clock change too."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from warmline.ids import ShiftId, VolunteerId
from warmline.volunteers.shifts import LONGEST, MOST_SEATS, Shift, why_no_shift

NOW = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)
HOUR, INSTANT = timedelta(hours=1), timedelta(milliseconds=1)
NEW_YORK = ZoneInfo("America/New_York")


def shift(*claimed: str, seats: int = 1) -> Shift:
    volunteers = frozenset(VolunteerId(v) for v in claimed)
    return Shift(ShiftId("s1"), 1, NOW, NOW + HOUR, seats, volunteers)


@pytest.mark.parametrize(
    ("at", "on"),
    [(NOW - INSTANT, False), (NOW, True), (NOW + HOUR - INSTANT, True), (NOW + HOUR, False)],
)
def test_a_shift_begins_at_its_start_and_is_over_at_its_end(at: datetime, *, on: bool) -> None:
    assert shift().on(at) is on


def test_a_shift_with_an_open_seat_is_a_gap() -> None:
    assert shift(seats=2).is_gap
    assert shift("a", seats=2).is_gap
    assert not shift("a", "b", seats=2).is_gap
    assert not shift("a", "b", "c", seats=2).is_gap


@pytest.mark.parametrize(
    ("starts", "ends", "seats", "why"),
    [
        (NOW, NOW + HOUR, 1, None),
        (NOW, NOW + LONGEST, MOST_SEATS, None),
        (NOW - HOUR, NOW + INSTANT, 1, None),
        (NOW, NOW, 1, "end before it begins"),
        (NOW + HOUR, NOW, 1, "end before it begins"),
        (NOW, NOW + LONGEST + INSTANT, 1, "longer than 24 hours"),
        (NOW - HOUR, NOW, 1, "over already"),
        (NOW, NOW + HOUR, 0, "seats"),
        (NOW, NOW + HOUR, MOST_SEATS + 1, "seats"),
    ],
)
def test_why_there_can_be_no_such_shift(
    starts: datetime, ends: datetime, seats: int, why: str | None
) -> None:
    said = why_no_shift(starts, ends, seats=seats, now=NOW)
    assert (said is None) if why is None else (said is not None and why in said)


def test_a_day_on_which_the_clocks_go_back_is_an_hour_too_long() -> None:
    noon = datetime(2026, 10, 31, 12, 0, tzinfo=NEW_YORK).astimezone(UTC)
    same_noon_tomorrow = datetime(2026, 11, 1, 12, 0, tzinfo=NEW_YORK).astimezone(UTC)
    said = why_no_shift(noon, same_noon_tomorrow, seats=1, now=NOW)
    assert said is not None
    assert "longer than 24 hours" in said


def test_half_past_one_comes_twice_and_a_shift_may_lie_between() -> None:
    once = datetime(2026, 11, 1, 1, 30, tzinfo=NEW_YORK)
    starts, ends = once.astimezone(UTC), once.replace(fold=1).astimezone(UTC)
    assert why_no_shift(starts, ends, seats=1, now=NOW) is None
    found = Shift(ShiftId("s1"), 1, starts, ends, 1)
    assert found.on(once)
    assert found.on(datetime(2026, 11, 1, 6, 29, tzinfo=UTC))
    assert not found.on(once.replace(fold=1))
