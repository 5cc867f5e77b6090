"""What is due around a shift, on the clocks of the people concerned: at night, when clocks change, far away, on a leap day."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.volunteers.lives import ADA, HOUR, LONDON, LOS_ANGELES, MINUTE, NEW_YORK, SAM, Life, at
from warmline.volunteers.limits import Limits
from warmline.volunteers.roster import Volunteer

IN_LONDON = replace(ADA, zone="Europe/London")
IN_LOS_ANGELES = replace(ADA, zone="America/Los_Angeles")


def night(starts: datetime, ends: datetime, **about: object) -> Life:
    return Life(starts, ends, **about)  # type: ignore[arg-type]


def test_a_night_shift_is_spoken_of_in_the_evening_before() -> None:
    life = night(at(NEW_YORK, 2026, 3, 5, 2), at(NEW_YORK, 2026, 3, 5, 6), coordinators=[SAM])
    assert life.told() == [
        "Tue 20:00 asked",  # a day ahead is two in the morning
        "Wed 20:00 reminded",  # which asks again, instead of a second text at the same moment
        "Wed 20:30 unconfirmed:vsam",
        "Thu 02:00 welcomed",
        "Thu 02:10 missed",
        "Thu 02:10 cover_urged",
    ]


@pytest.mark.parametrize(
    ("hour", "reminded"),
    [(21, "20:00"), (22, "20:00"), (0, "20:00"), (8, "20:00"), (9, "08:00"), (10, "09:00")],
)
def test_a_reminder_comes_an_hour_ahead_or_in_the_evening_before_quiet_hours(
    hour: int, reminded: str
) -> None:
    starts = at(NEW_YORK, 2026, 3, 5, hour)
    told = night(starts, starts + 2 * HOUR).confirmed().told()
    assert next(step for step in told if "reminded" in step)[4:9] == reminded


@pytest.mark.parametrize(
    ("claimed", "starts", "told"),
    [
        # claimed at ten at night for two in the morning: nothing is left to be said before it
        ((2026, 3, 4, 22), (2026, 3, 5, 2), ["Thu 02:00 welcomed"]),
        # claimed after the evening in which it would have been said: in the morning, if that is not too late
        ((2026, 3, 4, 22), (2026, 3, 5, 8, 30), ["Thu 08:00 reminded", "Thu 08:30 welcomed"]),
        ((2026, 3, 4, 22), (2026, 3, 5, 8), ["Thu 08:00 welcomed"]),
        # claimed at half past eight, just before the quiet hours and just after what comes before them
        ((2026, 3, 3, 20, 30), (2026, 3, 4, 23), ["Wed 08:00 asked", "Wed 17:00 asked_again"]),
    ],
)
def test_what_came_too_late_for_the_evening_comes_in_the_morning_or_not_at_all(
    claimed: tuple[int, ...], starts: tuple[int, ...], told: list[str]
) -> None:
    begins, claimed_at = at(NEW_YORK, *starts), at(NEW_YORK, *claimed)
    life = night(begins, begins + 4 * HOUR, claimed=claimed_at).heard(begins)
    assert life.told()[: len(told)] == told


@pytest.mark.parametrize(
    ("zone", "starts", "ends", "hours", "told"),
    [
        # New York goes forward on 8 March 2026 at two, back on 1 November; London on 29 March and 25 October
        (NEW_YORK, (2026, 3, 8, 1), (2026, 3, 8, 4), 2,
         ["Fri 20:00 asked", "Sat 19:00 asked_again", "Sat 20:00 reminded", "Sun 01:00 welcomed",
          "Sun 04:00 thanked"]),
        (NEW_YORK, (2026, 10, 31, 22), (2026, 11, 1, 6), 9,
         ["Fri 20:00 asked", "Sat 16:00 asked_again", "Sat 20:00 reminded", "Sat 22:00 welcomed",
          "Sun 06:00 thanked"]),
        (NEW_YORK, (2026, 11, 1, 12), (2026, 11, 1, 14), 2,
         ["Sat 13:00 asked", "Sat 20:00 asked_again", "Sun 11:00 reminded", "Sun 12:00 welcomed",
          "Sun 14:00 thanked"]),
        (LONDON, (2026, 3, 29, 0), (2026, 3, 29, 3), 2,
         ["Fri 20:00 asked", "Sat 18:00 asked_again", "Sat 20:00 reminded", "Sun 00:00 welcomed",
          "Sun 03:00 thanked"]),
        (LONDON, (2026, 3, 29, 12), (2026, 3, 29, 14), 2,
         ["Sat 11:00 asked", "Sat 20:00 asked_again", "Sun 11:00 reminded", "Sun 12:00 welcomed",
          "Sun 14:00 thanked"]),
        (LONDON, (2026, 10, 25, 0, 30), (2026, 10, 25, 5), 5.5,
         ["Fri 20:00 asked", "Sat 18:30 asked_again", "Sat 20:00 reminded", "Sun 00:30 welcomed",
          "Sun 05:00 thanked"]),
    ],
)  # fmt: skip
def test_on_the_nights_when_the_clocks_change(
    zone: ZoneInfo, starts: tuple[int, ...], ends: tuple[int, ...], hours: float, told: list[str]
) -> None:
    life = night(at(zone, *starts), at(zone, *ends), zone=zone).heard(at(zone, *starts))
    assert life.ends - life.starts == timedelta(hours=hours)
    assert life.told() == told


def test_the_hour_that_comes_twice_has_its_own_ten_minutes() -> None:
    begins = at(NEW_YORK, 2026, 11, 1, 1, 30, fold=1)
    life = night(begins, begins + 2 * HOUR).confirmed()
    steps = [(moment, mark) for moment, mark in life.passes() if "reminded" not in mark]
    assert steps == [
        (begins, "welcomed:vada"),
        (begins + 10 * MINUTE, "missed:vada"),
        (begins + 10 * MINUTE, "cover_urged:vada"),
    ]


def test_on_a_leap_day() -> None:
    life = night(at(NEW_YORK, 2028, 2, 29, 18), at(NEW_YORK, 2028, 3, 1, 0))
    days = [(moment.astimezone(NEW_YORK).date().isoformat(), mark) for moment, mark in
            life.heard(life.starts).passes()]  # fmt: skip
    assert days == [
        ("2028-02-28", "asked:vada"),
        ("2028-02-29", "asked_again:vada"),
        ("2028-02-29", "reminded:vada"),
        ("2028-02-29", "welcomed:vada"),
        ("2028-03-01", "thanked:vada"),
    ]
    early = night(at(NEW_YORK, 2028, 3, 1, 2), at(NEW_YORK, 2028, 3, 1, 4)).confirmed()
    moment, mark = next(early.passes())
    assert (moment, mark) == (at(NEW_YORK, 2028, 2, 29, 20), "reminded:vada")


@pytest.mark.parametrize(
    ("holder", "zone", "told"),
    [
        # seven in the evening in New York is midnight in London and four in the afternoon in Los Angeles
        (ADA, NEW_YORK, ["Tue 19:00 asked", "Wed 13:00 asked_again", "Wed 18:00 reminded"]),
        (IN_LONDON, LONDON, ["Tue 20:00 asked", "Wed 18:00 asked_again", "Wed 20:00 reminded"]),
        (IN_LOS_ANGELES, LOS_ANGELES,
         ["Tue 16:00 asked", "Wed 10:00 asked_again", "Wed 15:00 reminded"]),
    ],
)  # fmt: skip
def test_the_quiet_hours_are_those_of_the_holder_s_own_clock(
    holder: Volunteer, zone: ZoneInfo, told: list[str]
) -> None:
    starts = at(NEW_YORK, 2026, 3, 4, 19)
    assert night(starts, starts + 3 * HOUR, holders=[holder]).told(zone)[:3] == told


def test_a_coordinator_far_away_is_told_before_their_own_night() -> None:
    starts = at(NEW_YORK, 2026, 3, 4, 20)  # one in the morning in London
    life = night(starts, starts + HOUR, coordinators=[replace(SAM, zone="Europe/London")])
    assert "Wed 20:30 unconfirmed:vsam" in life.told(LONDON)


def test_within_their_own_shift_and_a_quarter_of_an_hour_after_it_a_holder_is_awake() -> None:
    ends = at(NEW_YORK, 2026, 3, 5, 4)
    for late, thanked in ((0, "Thu 04:00"), (14, "Thu 04:14"), (15, "Thu 08:00")):
        life = night(ends - 4 * HOUR, ends).confirmed().heard(ends)
        assert life.told(since=ends + late * MINUTE) == [f"{thanked} thanked"]


def test_a_line_without_quiet_hours_keeps_none() -> None:
    none = Limits(quiet_from=time(0), quiet_until=time(0))
    starts = at(NEW_YORK, 2026, 3, 5, 3)
    assert night(starts, starts + HOUR, limits=none).told()[:3] == [
        "Wed 03:00 asked",
        "Wed 21:00 asked_again",
        "Thu 02:00 reminded",
    ]
