"""On which days a rule comes back, and what is said of one that cannot be."""

# ruff: noqa: DTZ001 - a pattern's times are those of a clock on the wall

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from warmline.volunteers import rules

NEW_YORK = ZoneInfo("America/New_York")
MONDAY = datetime(2026, 11, 23, 18)


def days(rule: str, until: date, first: datetime = MONDAY) -> list[str]:
    return [f"{day:%a %m-%d}" for day in rules.days(rule, first=first, zone=NEW_YORK, until=until)]


def test_weekdays_come_every_week() -> None:
    assert days("FREQ=WEEKLY;BYDAY=MO,WE", date(2026, 12, 2)) == [
        "Mon 11-23",
        "Wed 11-25",
        "Mon 11-30",
        "Wed 12-02",
    ]


def test_every_second_week_counts_weeks_from_the_first() -> None:
    assert days("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", date(2026, 12, 31)) == [
        "Mon 11-23",
        "Mon 12-07",
        "Mon 12-21",
    ]


def test_the_last_sunday_of_every_month() -> None:
    assert days("FREQ=MONTHLY;BYDAY=-1SU", date(2027, 2, 28)) == [
        "Sun 11-29",
        "Sun 12-27",
        "Sun 01-31",
        "Sun 02-28",
    ]


def test_a_month_without_a_31st_has_no_such_day() -> None:
    first = datetime(2026, 10, 31, 18)
    found = days("FREQ=MONTHLY;BYMONTHDAY=31", date(2027, 5, 31), first)
    assert found == ["Sat 10-31", "Thu 12-31", "Sun 01-31", "Wed 03-31", "Mon 05-31"]


def test_a_leap_day_comes_in_leap_years() -> None:
    first = datetime(2028, 2, 29, 18)
    rule = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"
    found = rules.days(rule, first=first, zone=NEW_YORK, until=date(2037, 1, 1))
    assert list(found) == [date(2028, 2, 29), date(2032, 2, 29), date(2036, 2, 29)]
    assert "Tue 02-29" in days("FREQ=WEEKLY", date(2028, 3, 8), datetime(2028, 2, 22, 18))


def test_a_rule_ends_after_its_count_or_on_its_last_day() -> None:
    far = date(2030, 1, 1)
    assert len(days("FREQ=DAILY;COUNT=3", far)) == 3
    assert days("FREQ=DAILY;UNTIL=20261124", far) == ["Mon 11-23", "Tue 11-24"]
    assert days("FREQ=DAILY;UNTIL=20261124T230000Z", far) == ["Mon 11-23", "Tue 11-24"]
    assert days("FREQ=DAILY;UNTIL=20261124T225900Z", far) == ["Mon 11-23"]


def test_what_is_asked_for_lies_between_two_days_both_included() -> None:
    between = rules.days(
        "FREQ=DAILY", first=MONDAY, zone=NEW_YORK, after=date(2026, 12, 1), until=date(2026, 12, 2)
    )
    assert list(between) == [date(2026, 12, 1), date(2026, 12, 2)]


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("freq=weekly; byday=mo,we", "FREQ=WEEKLY;BYDAY=MO,WE"),
        ("RRULE:BYDAY=-1SU;FREQ=MONTHLY;", "FREQ=MONTHLY;BYDAY=-1SU"),
    ],
)
def test_a_rule_is_kept_in_one_form(said: str, kept: str) -> None:
    assert rules.read(said, first=MONDAY, zone=NEW_YORK) == kept


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("", "must begin with FREQ="),
        ("every monday", "must begin with FREQ="),
        ("FREQ=FORTNIGHTLY", "must begin with FREQ="),
        ("FREQ=HOURLY", "finer than a day"),
        ("FREQ=DAILY;BYHOUR=9,18", "finer than a day"),
        ("FREQ=WEEKLY;FREQ=DAILY", "the same thing twice"),
        ("FREQ=WEEKLY;BYDAY=XX", "BYDAY of MO, TU"),
        ("FREQ=WEEKLY;BYDAY=2MO", "number before a weekday"),
        ("FREQ=MONTHLY;BYDAY=0MO", "BYDAY of MO, TU"),
        ("FREQ=MONTHLY;BYDAY=-1SU;BYEASTER=1", "cannot have BYEASTER"),
        ("FREQ=WEEKLY;BYMONTHDAY=1", "cannot have BYMONTHDAY with FREQ=WEEKLY"),
        ("FREQ=DAILY;COUNT=2;UNTIL=20261231", "not both"),
        ("FREQ=DAILY;COUNT=0", "COUNT as a whole number"),
        ("FREQ=DAILY;INTERVAL=-1", "INTERVAL as a whole number"),
        ("FREQ=DAILY;UNTIL=Christmas", "UNTIL as a day"),
        ("FREQ=DAILY;UNTIL=20261399", "no rule of RFC 5545"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY as numbers from 1 to 31"),
        ("FREQ=MONTHLY;BYMONTHDAY=--3", "no rule of RFC 5545"),
        ("FREQ=YEARLY;BYMONTH=-1", "BYMONTH as numbers from 1 to 12"),
        ("FREQ=WEEKLY;WKST=X", "no rule of RFC 5545"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "no day at all"),
        ("FREQ=DAILY;UNTIL=20200101", "no day at all"),
    ],
)
def test_a_bad_rule_is_refused_in_words_that_help(said: str, why: str) -> None:
    found = rules.read(said, first=MONDAY, zone=NEW_YORK)
    assert isinstance(found, rules.NoRule)
    assert why in found.why


def test_plain_wishes_become_rules() -> None:
    assert rules.weekly([2, 0]) == "FREQ=WEEKLY;BYDAY=MO,WE"
    assert rules.weekly([0], every=2, last=date(2026, 12, 31)) == (
        "FREQ=WEEKLY;BYDAY=MO;INTERVAL=2;UNTIL=20261231"
    )
    assert rules.monthly(date(2026, 11, 10), []) == "FREQ=MONTHLY;BYMONTHDAY=10"
    assert rules.monthly(date(2026, 11, 10), [1]) == "FREQ=MONTHLY;BYDAY=2TU"
    assert rules.monthly(date(2026, 11, 29), [6], last=date(2027, 1, 1)) == (
        "FREQ=MONTHLY;BYDAY=-1SU;UNTIL=20270101"
    )
