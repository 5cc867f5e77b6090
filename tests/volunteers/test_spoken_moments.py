"""Which moment a coordinator means."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmline.volunteers import spoken_moments
from warmline.volunteers.local_times import NoMoment

NEW_YORK, LONDON = ZoneInfo("America/New_York"), ZoneInfo("Europe/London")
A_WEDNESDAY = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)  # 10 am in New York


def read(text: str, zone: ZoneInfo = NEW_YORK, now: datetime = A_WEDNESDAY) -> list[str] | str:
    found = spoken_moments.read(text, zone, now=now)
    if isinstance(found, NoMoment):
        return found.why
    assert all(at.tzinfo is UTC for at in found)
    return [at.astimezone(zone).isoformat(sep=" ", timespec="minutes") for at in found]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("friday 18:00", "2026-03-06 18:00-05:00"),
        ("Fri 6pm", "2026-03-06 18:00-05:00"),
        ("wednesday 11:00", "2026-03-04 11:00-05:00"),  # later today
        ("wednesday 09:00", "2026-03-11 09:00-04:00"),  # it is past nine
        ("sunday 03:15", "2026-03-08 03:15-04:00"),
        ("tomorrow noon", "2026-03-05 12:00-05:00"),
        ("today 22:00", "2026-03-04 22:00-05:00"),
        ("tonight 11pm", "2026-03-04 23:00-05:00"),
        ("tonight 02:00", "2026-03-05 02:00-05:00"),
        ("tomorrow 12:30", "2026-03-05 12:30-05:00"),
        ("18:00", "2026-03-04 18:00-05:00"),
        ("09:00", "2026-03-05 09:00-05:00"),
        ("29 feb 12:00", "2028-02-29 12:00-05:00"),
        ("3 march 12:00", "2027-03-03 12:00-05:00"),
        ("2026-07-01 02:15", "2026-07-01 02:15-04:00"),
        ("2026-07-01T02:15", "2026-07-01 02:15-04:00"),
        ("2026-07-01 02:15Z", "2026-06-30 22:15-04:00"),
    ],
)
def test_the_next_such_moment_is_meant(text: str, meant: str) -> None:
    assert read(text) == [meant]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("soon", "must be written like"),
        ("", "must be written like"),
        ("sunday", "needs a time of day"),
        ("sunday 2:15", "may be in the morning or in the evening"),
        ("next sunday 02:15", "may be either of two days"),
        ("3/4 18:00", "may be either of two days"),
        ("2026-03-04 09:00", "is over already"),
        ("today 09:00", "is over already"),
        ("2026-03-04 09:00Z", "is over already"),
        ("2026-02-30 09:00", "is no date and time that exists"),
    ],
)
def test_what_is_no_one_moment_is_not_guessed(text: str, why: str) -> None:
    assert why in read(text)


@pytest.mark.parametrize(
    ("zone", "saturday", "once", "twice"),
    [
        (NEW_YORK, datetime(2026, 10, 31, 16, tzinfo=UTC), "01:30-04:00", "01:30-05:00"),
        (LONDON, datetime(2026, 10, 24, 16, tzinfo=UTC), "01:30+01:00", "01:30+00:00"),
    ],
)
def test_a_time_that_comes_twice_is_two_moments(
    zone: ZoneInfo, saturday: datetime, once: str, twice: str
) -> None:
    day = (saturday + timedelta(days=1)).date().isoformat()
    for text in ("sunday 01:30", f"{day} 01:30", "01:30"):
        assert read(text, zone, saturday) == [f"{day} {once}", f"{day} {twice}"]
    between = datetime.fromisoformat(f"{day} {once}") + timedelta(minutes=10)
    assert read("sunday 01:30", zone, between) == [f"{day} {twice}"]
    assert read(f"{day} {twice}", zone, saturday) == [f"{day} {twice}"]


@pytest.mark.parametrize(
    ("zone", "saturday", "gone"),
    [
        (NEW_YORK, datetime(2026, 3, 7, 16, tzinfo=UTC), "02:15"),
        (LONDON, datetime(2026, 3, 28, 16, tzinfo=UTC), "01:15"),
    ],
)
def test_a_time_that_never_comes_is_said_to(zone: ZoneInfo, saturday: datetime, gone: str) -> None:
    day = (saturday + timedelta(days=1)).date().isoformat()
    for text in (f"sunday {gone}", f"{day} {gone}", f"tomorrow {gone}"):
        assert (
            read(text, zone, saturday)
            == f"does not exist: on Sunday {day} {gone} the clocks go forward over it"
        )


@given(
    st.integers(0, 4 * 366 * 24 * 60).map(lambda m: A_WEDNESDAY + timedelta(minutes=m)),
    st.integers(1, 6 * 24 * 60),
    st.sampled_from(
        [NEW_YORK, LONDON, ZoneInfo("Asia/Kathmandu"), ZoneInfo("Australia/Lord_Howe")]
    ),
)
def test_a_weekday_and_a_time_lead_back_to_the_moment(
    now: datetime, minutes: int, zone: ZoneInfo
) -> None:
    meant = now.replace(second=0, microsecond=0) + timedelta(minutes=minutes)
    found = spoken_moments.read(f"{meant.astimezone(zone):%A %H:%M}", zone, now=now)
    assert not isinstance(found, NoMoment)
    assert meant in found
