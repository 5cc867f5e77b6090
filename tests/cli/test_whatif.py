"""Who would be offered a person at some moment, as a coordinator asks it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.cli.operator import Operator
from tests.stories.line import MAIN, Line

LATER = "comes later as the search widens"


def told(operator: Operator, moment: str, *options: str) -> list[tuple[str, int | None, str]]:
    rows = operator.reads("whatif", moment, *options)
    return [(row["name"], row["order"], row["rung"] or row["why_not"]) for row in rows]


def on_a_shift(operator: Operator, start: str, end: str, *names: str) -> None:
    seats = max(1, len(names))
    said = operator.does("shifts", "add", start, end, "--seats", str(seats)).out
    code = said.split()[1].rstrip(":")
    for name in names:
        operator.does("claims", "add", code, name)


def test_it_is_answered_by_the_shifts_of_then_with_order_rung_and_reasons(
    line: Line, operator: Operator
) -> None:
    line.volunteer("Dear", experience=("grief",))
    line.volunteer("Luz", languages=("es",))
    for name in ("Near", "Off"):
        line.volunteer(name)
    on_a_shift(operator, "2026-03-08 00:00", "2026-03-08 06:00", "Dear", "Luz", "Near")

    said = operator.does("whatif", "sunday 03:15", "--experience", "Grief")

    rows = operator.reads("whatif", "sunday 03:15", "--experience", "grief")
    later = f"{LATER}, after 2 min"
    assert [(r["name"], r["order"], r["rung"], r["why_not"]) for r in rows] == [
        ("Dear", 1, "shared experience", None),
        ("Near", None, "the language", later),
        ("Luz", None, "anyone", f"{LATER}, after 4 min"),
        ("Off", None, None, "not on duty"),
    ]
    assert {row["at"] for row in rows} == {"2026-03-08 03:15-04:00"}
    assert rows[0]["on_until"] == "today at 6 am"
    assert said.out.startswith(
        "Sunday 2026-03-08 03:15 EDT (America/New_York): shift 1 with 3 of 3 seats claimed.\n"
    )
    assert told(operator, "sunday 03:15", "--language", "es")[0] == ("Luz", 1, "the language")


def test_breaks_and_time_on_end_before_then_and_nobody_is_busy_then(
    line: Line, operator: Operator
) -> None:
    busy, caller = line.peer("Busy"), line.phone()
    line.in_touch(caller, busy)
    paused = line.peer("Paused")
    paused.texts("PAUSE 30", to=MAIN)
    paused.expects("Paused until")
    _, brief = line.volunteer("Brief")
    brief.texts("ON 60", to=MAIN)
    brief.expects("You are on")

    assert {name: why for name, _, why in told(operator, "today 10:10")} == {
        "Busy": "the language",
        "Paused": "paused",
        "Brief": "the language",
    }
    assert {name: why for name, _, why in told(operator, "today 11:30")} == {
        "Busy": "the language",
        "Paused": "the language",
        "Brief": "not on duty",
    }


def test_it_says_so_when_nobody_could_be_offered_a_person(line: Line, operator: Operator) -> None:
    line.volunteer("Ada")
    said = operator.does("whatif", "sunday 03:15")
    assert said.err == "Nobody could be offered a person then.\n"
    assert "no shift is on the roster for then" in said.out


@pytest.mark.parametrize(
    ("zone", "now", "day", "first", "second"),
    [
        (
            "America/New_York",
            datetime(2026, 10, 30, 15, tzinfo=UTC),
            "2026-11-01",
            "-04:00",
            "-05:00",
        ),
        ("Europe/London", datetime(2026, 10, 23, 15, tzinfo=UTC), "2026-10-25", "+01:00", "+00:00"),
    ],
)
def test_in_the_hour_that_comes_twice_both_are_answered(
    line: Line, operator: Operator, zone: str, now: datetime, day: str, first: str, second: str
) -> None:
    operator.environ["WARMLINE_TIMEZONE"] = zone
    line.sleeps_until(now)
    for name in ("Ada", "Bo"):
        line.volunteer(name)
    on_a_shift(operator, f"{day} 00:00", f"{day} 01:30{second}", "Ada")
    on_a_shift(operator, f"{day} 01:30{second}", f"{day} 06:00", "Bo")

    rows = operator.reads("whatif", "sunday 01:45")
    assert [(row["at"], row["name"]) for row in rows if row["order"]] == [
        (f"{day} 01:45{first}", "Ada"),
        (f"{day} 01:45{second}", "Bo"),
    ]
    said = operator.does("whatif", "sunday 01:45").out
    assert said.count(f"Sunday {day} 01:45 ") == 2
    assert [name for name, order, _ in told(operator, f"{day} 01:45{second}") if order] == ["Bo"]
    # half past one comes twice, too: at the first, Ada's shift has yet an hour to go
    assert [name for name, order, _ in told(operator, "sunday 01:30") if order] == ["Ada", "Bo"]


@pytest.mark.parametrize(
    ("zone", "now", "day", "gone", "after"),
    [
        ("America/New_York", datetime(2026, 3, 6, 15, tzinfo=UTC), "2026-03-08", "02:15", "03:00"),
        ("Europe/London", datetime(2026, 3, 27, 15, tzinfo=UTC), "2026-03-29", "01:15", "02:00"),
    ],
)
def test_a_time_that_the_clocks_leave_out_is_said_to(
    line: Line, operator: Operator, zone: str, now: datetime, day: str, gone: str, after: str
) -> None:
    operator.environ["WARMLINE_TIMEZONE"] = zone
    line.sleeps_until(now)
    for name in ("Ada", "Bo"):
        line.volunteer(name)
    on_a_shift(operator, f"{day} 00:00", f"{day} {after}", "Ada")
    on_a_shift(operator, f"{day} {after}", f"{day} 06:00", "Bo")

    why = operator.is_refused("whatif", f"sunday {gone}")
    assert (
        f"does not exist: on Sunday {day} {gone} the clocks go forward over it (in {zone})" in why
    )
    assert [name for name, order, _ in told(operator, f"sunday {after}") if order] == ["Bo"]
    assert [name for name, order, _ in told(operator, "sunday 00:59") if order] == ["Ada"]


@pytest.mark.parametrize("moment", ["soon", "sunday", "yesterday 02:15", "2020-01-01 02:15"])
def test_what_is_no_moment_is_refused_with_the_reason(
    line: Line, operator: Operator, moment: str
) -> None:
    assert operator.is_refused("whatif", moment).startswith("That time ")
