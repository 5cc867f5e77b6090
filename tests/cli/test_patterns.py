"""Patterns and holidays, kept from the command line: what is claimed is never touched silently."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.operator import Operator
from tests.stories.line import Line

EVENINGS = ("2026-03-05 18:00", "2026-03-05 22:00")  # a Thursday; today is Wednesday, March 4


def days(operator: Operator) -> list[str]:
    return [shift["starts"][5:16] for shift in operator.reads("shifts", "list")]


def of(operator: Operator, code: int) -> Any:
    return next(shift for shift in operator.reads("shifts", "list") if shift["code"] == code)


def ids(operator: Operator) -> list[str]:
    return [pattern["id"] for pattern in operator.reads("patterns", "list")]


@pytest.fixture
def evenings(line: Line, operator: Operator) -> str:
    """A pattern of three Thursdays, as shifts 1 to 3."""
    operator.does("shifts", "repeat", *EVENINGS, "--weeks", "3", "--name", "Evenings")
    (found,) = ids(operator)
    return found


def test_without_an_end_a_pattern_reaches_six_weeks_ahead(line: Line, operator: Operator) -> None:
    said = operator.does("shifts", "repeat", *EVENINGS).out
    assert days(operator) == [
        "03-05 18:00", "03-12 18:00", "03-19 18:00", "03-26 18:00", "04-02 18:00", "04-09 18:00",
    ]  # fmt: skip
    assert "TH 18:00-22:00, FREQ=WEEKLY;BYDAY=TH" in said
    again = operator.does("shifts", "repeat", *EVENINGS).out
    assert again.count("(there already)") == 6
    assert len(ids(operator)) == 1


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (("--every", "2 weeks"), ["03-05", "03-19", "04-02"]),
        (("--every", "month"), ["03-05", "04-05"]),
        (("--every", "month", "--on", "thu"), ["03-05", "04-02"]),
        (("--on", "sat,sun", "--until", "2026-03-14"), ["03-07", "03-08", "03-14"]),
        (("--rule", "FREQ=MONTHLY;BYDAY=-1SU"), ["03-29"]),
        (("--rule", "FREQ=DAILY;COUNT=2"), ["03-05", "03-06"]),
        (("--rule", "FREQ=DAILY", "--until", "2026-03-06"), ["03-05", "03-06"]),
        (("--weeks", "8", "--until", "2026-03-12"), ["03-05", "03-12"]),
    ],
)
def test_a_shift_comes_back_as_the_coordinator_says(
    line: Line, operator: Operator, asked: tuple[str, ...], expected: list[str]
) -> None:
    operator.does("shifts", "repeat", *EVENINGS, *asked)
    assert [day[:5] for day in days(operator)] == expected


def test_with_an_end_a_pattern_is_on_the_roster_whole(line: Line, operator: Operator) -> None:
    operator.does("shifts", "repeat", *EVENINGS, "--weeks", "53")
    assert len(days(operator)) == 53


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (("--rule", "FREQ=HOURLY"), "the rule may not be finer than a day"),
        (("--rule", "every monday"), "the rule must begin with FREQ="),
        (("--seats", "0"), "seats must be from 1"),
        (("--language", "klingon"), "Languages must be codes"),
    ],
)
def test_a_pattern_that_cannot_be_is_refused(
    line: Line, operator: Operator, asked: tuple[str, ...], why: str
) -> None:
    assert why in operator.is_refused("shifts", "repeat", *EVENINGS, *asked)
    assert ids(operator) == days(operator) == []


def test_where_an_hour_comes_twice_the_first_shift_is_the_one_that_was_said(
    line: Line, operator: Operator
) -> None:
    starts = ("2026-11-01 01:30-05:00", "2026-11-01 04:00")
    said = operator.does("shifts", "repeat", *starts, "--weeks", "2")
    assert said.err == ""
    assert [s["starts"] for s in operator.reads("shifts", "list")] == [
        "2026-11-01 01:30-05:00",
        "2026-11-08 01:30-05:00",
    ]


def test_the_same_hours_for_others_are_another_pattern(line: Line, operator: Operator) -> None:
    operator.does("shifts", "repeat", *EVENINGS, "--weeks", "1")
    operator.does(
        "shifts", "repeat", *EVENINGS, "--weeks", "1",
        "--language", "es", "--experience", "grief", "--training", "safety", "--channel", "voice",
    )  # fmt: skip
    first, second = of(operator, 1), of(operator, 2)
    assert (first["needs"], first["channel"]) == ([], "any")
    assert second["needs"] == ["language es", "experience grief", "training safety"]
    assert second["channel"] == "voice"


def test_unclaimed_shifts_follow_an_edited_pattern_at_once(
    operator: Operator, evenings: str
) -> None:
    said = operator.does(
        "patterns", "edit", "evenings", "--start", "19:00", "--seats", "3", "--language", "es"
    ).out
    assert "~ Shift 1: Thu 2026-03-05 18:00 to 22:00 America/New_York is now Thu" in said
    for shift in operator.reads("shifts", "list"):
        assert (shift["starts"][11:16], shift["ends"][11:16]) == ("19:00", "22:00")
        assert (shift["seats"], shift["needs"]) == (3, ["language es"])
    (pattern,) = operator.reads("patterns", "list")
    assert pattern["times"] == "19:00 to 22:00 America/New_York"

    operator.does("patterns", "edit", evenings, "--rule", "FREQ=WEEKLY;BYDAY=FR;UNTIL=20260313")
    assert days(operator) == ["03-06 19:00", "03-13 19:00"]
    assert "No shift changes." in operator.does("patterns", "edit", evenings, "--name", "Late").out
    assert [p["name"] for p in operator.reads("patterns", "list")] == ["Late"]


def test_a_claimed_shift_stays_and_is_named(line: Line, operator: Operator, evenings: str) -> None:
    line.volunteer("Ada Byron")
    operator.does("claims", "add", "2", "Ada")

    said = operator.does("patterns", "edit", evenings, "--end", "23:00")

    assert "! Shift 2: Thu 2026-03-12 18:00 to 22:00" in said.err
    assert "claimed by Ada Byron and stays. Say --claimed-too" in said.err
    assert of(operator, 1)["ends"][11:16] == "23:00"
    assert of(operator, 2)["ends"][11:16] == "22:00"
    notes = [row["note"] for row in operator.reads("patterns", "show", evenings)]
    assert notes == ["", "!= the pattern: it has claims", ""]


def test_a_shift_of_two_claims_cannot_have_one_seat(
    line: Line, operator: Operator, evenings: str
) -> None:
    for name in ("Ada", "Bo"):
        line.volunteer(name)
        operator.does("claims", "add", "2", name)

    said = operator.does("patterns", "edit", evenings, "--seats", "1", "--claimed-too")

    assert "It has more claims than there would be seats." in said.err
    assert [shift["seats"] for shift in operator.reads("shifts", "list")] == [1, 2, 1]


def test_nobody_s_two_shifts_are_made_to_overlap(
    line: Line, operator: Operator, evenings: str
) -> None:
    line.volunteer("Ada")
    operator.does("shifts", "add", "2026-03-12 22:00", "2026-03-12 23:30")
    for code in ("2", "4"):
        operator.does("claims", "add", code, "Ada")

    said = operator.does("patterns", "edit", evenings, "--end", "23:00", "--claimed-too")

    assert "It would then overlap another shift of Ada." in said.err
    refused = operator.is_refused("shifts", "edit", "4", "--start", "2026-03-12 21:00")
    assert "Shift 4 is claimed by Ada." in refused
    again = ("shifts", "edit", "4", "--start", "2026-03-12 21:00", "--claimed-too")
    assert "would then overlap another shift of Ada" in operator.is_refused(*again)


def test_a_skipped_day_has_no_shift_until_it_is_back(operator: Operator, evenings: str) -> None:
    operator.does("patterns", "skip", evenings, "2026-03-12")
    assert days(operator) == ["03-05 18:00", "03-19 18:00"]
    assert operator.reads("patterns", "list")[0]["skipped"] == ["2026-03-12"]
    operator.does("patterns", "skip", evenings, "2026-03-12", "--again")
    assert len(days(operator)) == 3
    refused = operator.is_refused("patterns", "skip", evenings, "2026-03-13")
    assert "gives no shift on Fri 2026-03-13" in refused


def test_one_day_may_be_different(operator: Operator, evenings: str) -> None:
    day = (evenings, "2026-03-12")
    operator.does("patterns", "change", *day, "--start", "20:00", "--end", "01:00", "--seats", "5")
    changed = of(operator, 2)
    assert (changed["starts"], changed["ends"]) == (
        "2026-03-12 20:00-04:00",
        "2026-03-13 01:00-04:00",
    )
    assert changed["seats"] == 5
    operator.does("patterns", "change", *day, "--language", "es")
    assert (of(operator, 2)["seats"], of(operator, 2)["needs"]) == (5, ["language es"])
    operator.does("patterns", "change", *day, "--as-ever")
    assert of(operator, 2) == of(operator, 1) | {
        "code": 2,
        "starts": "2026-03-12 18:00-04:00",
        "ends": "2026-03-12 22:00-04:00",
    }
    assert "seats must be" in operator.is_refused("patterns", "change", *day, "--seats", "99")


def test_a_time_that_the_clocks_skip_is_refused_for_one_day(line: Line, operator: Operator) -> None:
    operator.does("shifts", "repeat", "2026-03-07 22:00", "2026-03-08 06:00", "--on", "sat,sun")
    change = ("patterns", "change", "SA,SU 22:00-06:00", "2026-03-08", "--start", "02:30")
    assert "02:30 does not exist" in operator.is_refused(*change)


def test_a_shift_taken_off_by_hand_is_not_brought_back(operator: Operator, evenings: str) -> None:
    operator.does("shifts", "remove", "2")
    said = operator.does("patterns", "edit", evenings, "--name", "Evenings")
    assert "No shift changes." in said.out
    assert len(days(operator)) == 2


def test_a_shift_changed_by_hand_goes_its_own_way(operator: Operator, evenings: str) -> None:
    operator.does("shifts", "edit", "2", "--seats", "4", "--end", "2026-03-12 21:00")
    operator.does("patterns", "edit", evenings, "--seats", "1")
    assert [shift["seats"] for shift in operator.reads("shifts", "list")] == [1, 4, 1]
    operator.does("shifts", "remove", "2")
    operator.does("patterns", "edit", evenings, "--seats", "2")
    assert len(days(operator)) == 2


def test_a_removed_pattern_takes_its_unclaimed_shifts_along(
    line: Line, operator: Operator, evenings: str
) -> None:
    line.volunteer("Ada")
    operator.does("claims", "add", "3", "Ada")
    said = operator.does("patterns", "remove", "EVENINGS")
    assert "- Shift 1" in said.out
    assert "! Shift 3" in said.err
    assert days(operator) == ["03-19 18:00"]
    assert ids(operator) == []
    assert "no pattern of that name" in operator.is_refused("patterns", "show", evenings)


def test_holidays_are_kept_and_some_patterns_rest_on_them(line: Line, operator: Operator) -> None:
    operator.does("shifts", "repeat", *EVENINGS, "--weeks", "2", "--not-on-holidays")
    morning = ("2026-03-05 09:00", "2026-03-05 12:00")
    operator.does("shifts", "repeat", *morning, "--weeks", "2")
    operator.does("holidays", "add", "2026-03-12", "Founders' Day")
    assert days(operator) == ["03-05 09:00", "03-05 18:00", "03-12 09:00"]
    (holiday,) = operator.reads("holidays", "list")
    assert holiday == {"day": "2026-03-12", "weekday": "Thu", "name": "Founders' Day"}
    operator.does("holidays", "remove", "2026-03-12")
    assert len(days(operator)) == 4
    assert "no holiday on that day" in operator.is_refused("holidays", "remove", "2026-03-12")
    assert "letters" in operator.is_refused("holidays", "add", "2026-03-12", " ")


def test_two_patterns_of_one_name_are_told_apart_by_id(line: Line, operator: Operator) -> None:
    for hour in ("10", "14"):
        times = (f"2026-03-05 {hour}:00", f"2026-03-05 {hour}:30")
        operator.does("shifts", "repeat", *times, "--weeks", "1", "--name", "Short")
    refused = operator.is_refused("patterns", "remove", "short")
    assert all(pattern in refused for pattern in ids(operator))


def test_days_and_times_must_be_written_plainly(operator: Operator, evenings: str) -> None:
    for words in (
        ("patterns", "skip", evenings, "Christmas"),
        ("patterns", "edit", evenings, "--start", "6 pm"),
        ("patterns", "edit", evenings, "--end", "25:00"),
        ("shifts", "repeat", *EVENINGS, "--on", "moonday"),
    ):
        assert operator.runs(*words).exit_code == 2


def test_a_pattern_is_shown_for_people_too(operator: Operator, evenings: str) -> None:
    said = operator.does("patterns", "show", evenings).out
    assert "rule: FREQ=WEEKLY;BYDAY=TH;UNTIL=20260325" in said
    assert "2026-03-12 18:00-04:00" in said
