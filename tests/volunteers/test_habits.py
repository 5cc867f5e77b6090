"""The line learns of itself, lets old weeks fade, and says what it only supposes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from warmline.volunteers.habits import (
    FEWEST_TOLD,
    Basis,
    Ended,
    Group,
    Habits,
    Opened,
    hour_of_week,
    learn,
)

NEW_YORK = ZoneInfo("America/New_York")
# midnight in New York, far from any change of clocks
MONDAY = datetime(2026, 4, 6, 4, 0, tzinfo=UTC)
WEEK, HOUR = timedelta(weeks=1), timedelta(hours=1)
TEXT, SPANISH, ANY = Group("en", "text"), Group("es", "text"), Group()
WRAP_UP = timedelta(minutes=2)


def weeks(number: int, *seen: Opened | Ended, habits: Habits | None = None) -> Habits:
    """So many weeks, each of which brings what the first one brings."""
    habits = habits or Habits()
    for week in range(number):
        moved = [Opened(o.at + week * WEEK, o.group) if isinstance(o, Opened) else o for o in seen]
        since = MONDAY + week * WEEK
        habits = learn(habits, moved, since=since, until=since + WEEK, zone=NEW_YORK)
    return habits


def arrivals(*hours: int, each: int = 1, group: Group = TEXT) -> list[Opened]:
    return [Opened(MONDAY + hour * HOUR, group) for hour in hours for _ in range(each)]


def per_hour(habits: Habits, hour: int, group: Group = ANY) -> float:
    return habits.per_hour(MONDAY + hour * HOUR, group, zone=NEW_YORK)


def test_a_new_line_supposes_and_says_so() -> None:
    new = Habits()
    assert {new.basis, new.basis_of_arrivals, new.basis_of_talks} == {Basis.DEFAULT}
    load = new.load(MONDAY, TEXT, zone=NEW_YORK, wrap_up=WRAP_UP)
    assert (load.per_hour, load.talk, load.patience) == (
        1.0, timedelta(minutes=20), timedelta(minutes=3),
    )  # fmt: skip


def test_busy_hours_become_known_and_quiet_ones_too() -> None:
    habits = weeks(8, *arrivals(18, 19, each=10), *arrivals(42))
    assert habits.basis_of_arrivals is Basis.LEARNED
    assert per_hour(habits, 18) > 7
    assert per_hour(habits, 3) < 0.5
    assert per_hour(habits, 18) > per_hour(habits, 42) > per_hour(habits, 3) > 0


def test_old_weeks_fade() -> None:
    before = weeks(8, *arrivals(18, each=10))
    later = learn(
        before,
        arrivals(20 * 168 + 42, each=60),
        since=MONDAY + 8 * WEEK,
        until=MONDAY + 21 * WEEK,
        zone=NEW_YORK,
    )
    assert per_hour(later, 18) < per_hour(before, 18) / 3


def test_each_language_has_its_share_of_the_hour() -> None:
    habits = weeks(8, *arrivals(18, each=9), *arrivals(18, each=3, group=SPANISH))
    assert per_hour(habits, 18, SPANISH) == pytest.approx(per_hour(habits, 18) / 4)
    assert per_hour(habits, 18, Group("de")) == 0


def test_the_length_of_a_talk_is_learned_and_a_rare_group_takes_everyone_s() -> None:
    talk = Ended(TEXT, timedelta(minutes=30), None, left=False)
    rare = Ended(SPANISH, timedelta(minutes=60), None, left=False)
    habits = weeks(8, *[talk] * 10, rare)
    assert habits.basis_of_talks is Basis.LEARNED
    assert habits.talk(TEXT, WRAP_UP) == timedelta(minutes=32)
    assert habits.talk(SPANISH, WRAP_UP) == habits.talk(Group("", "text"), WRAP_UP)
    assert habits.talk(SPANISH, WRAP_UP).total_seconds() == pytest.approx((360 / 11 + 2) * 60)


def test_patience_counts_the_waits_of_those_who_were_answered_too() -> None:
    left = Ended(TEXT, None, timedelta(minutes=4), left=True)
    answered = Ended(TEXT, timedelta(minutes=20), timedelta(minutes=1), left=False)
    habits = weeks(8, *[left] * 5, *[answered] * 20)
    assert habits.patience(TEXT).total_seconds() == pytest.approx((5 * 4 + 20) / 5 * 60)
    assert habits.basis_of_patience is Basis.LEARNED


def test_a_phone_that_was_put_away_for_days_is_no_patience_of_days() -> None:
    away = Ended(TEXT, None, timedelta(days=3), left=True)
    left = Ended(TEXT, None, timedelta(minutes=3), left=True)
    habits = weeks(8, *[left] * 20, away)
    assert habits.patience(TEXT) < timedelta(minutes=7)


def test_too_few_teach_nothing() -> None:
    talk = Ended(TEXT, timedelta(minutes=90), None, left=False)
    habits = weeks(1, *arrivals(18, each=60), *[talk] * 5)
    assert habits.basis_of_arrivals is Basis.DEFAULT  # many, but of one week
    assert habits.talk(TEXT, WRAP_UP) == timedelta(minutes=20)
    assert weeks(3, *arrivals(18)).basis_of_arrivals is Basis.DEFAULT


def test_a_small_count_is_never_told() -> None:
    habits = weeks(8, *arrivals(18, each=10), Ended(TEXT, timedelta(minutes=5), None, left=False))
    told = habits.told()
    assert int(told["arrivals"]) >= FEWEST_TOLD
    assert told["talks"] == told["left"] == "fewer than 10"


@pytest.mark.parametrize(
    ("zone", "night", "hours"),
    [
        ("America/New_York", datetime(2026, 3, 8, 5, tzinfo=UTC), 23),
        ("America/New_York", datetime(2026, 11, 1, 4, tzinfo=UTC), 25),
        ("Europe/London", datetime(2026, 3, 29, 0, tzinfo=UTC), 23),
        ("Europe/London", datetime(2026, 10, 24, 23, tzinfo=UTC), 25),
    ],
)
def test_a_day_on_which_the_clocks_change_has_as_many_hours_as_pass(
    zone: str, night: datetime, hours: int
) -> None:
    where = ZoneInfo(zone)
    after = learn(Habits(), [], since=night, until=night + hours * HOUR, zone=where)
    seen = {int(name.split()[1]): weight for name, weight in after.sums.items()}
    sunday = 6 * 24
    assert sum(seen.values()) == pytest.approx(hours)
    assert min(seen) == sunday  # all of Sunday, and nothing else
    assert max(seen) == sunday + 23
    assert (sunday + 2 in seen) == (hours == 25 or zone != "America/New_York")


def test_hours_are_those_of_the_clock_on_the_wall_also_in_zones_of_half_hours() -> None:
    kolkata = ZoneInfo("Asia/Kolkata")
    at = datetime(2026, 3, 2, 18, 15, tzinfo=UTC)  # 23:45 on Monday
    assert hour_of_week(at, kolkata) == 23
    after = learn(Habits(), [], since=at, until=at + HOUR, zone=kolkata)
    assert after.sums == {"seen 23": 0.25, "seen 24": 0.75}
