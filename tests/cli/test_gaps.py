"""Where the weeks ahead are thin, and what each volunteer carries, as an operator sees it."""

from __future__ import annotations

from datetime import timedelta

from tests.cli.operator import Operator
from tests.stories.line import A_WEDNESDAY, MAIN, Line

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def test_the_hours_with_open_seats_are_told_with_what_they_mean(
    line: Line, operator: Operator
) -> None:
    ada, _ = line.volunteer("Ada")
    line.shift(A_WEDNESDAY + DAY, A_WEDNESDAY + DAY + 2 * HOUR, ada, seats=2, quiet=True)
    line.shift(A_WEDNESDAY + 2 * DAY, A_WEDNESDAY + 2 * DAY + HOUR, ada, quiet=True)
    line.shift(A_WEDNESDAY + 20 * DAY, A_WEDNESDAY + 20 * DAY + HOUR)

    rows = operator.reads("shifts", "gaps")

    assert [row["starts"] for row in rows] == ["2026-03-05 10:00-05:00", "2026-03-05 11:00-05:00"]
    assert rows[0] == {
        "starts": "2026-03-05 10:00-05:00",
        "ends": "2026-03-05 11:00-05:00",
        "language": "en",
        "channel": "any",
        "shifts": [1],
        "seats": 2,
        "open": 1,
        "peers": 1,
        "answered_percent": 77,
        "at_once_percent": rows[0]["at_once_percent"],
        "basis": "default",
    }
    assert len(operator.reads("shifts", "gaps", "--all")) == 3
    assert len(operator.reads("shifts", "gaps", "--days", "28")) == 3


def test_what_is_only_supposed_is_said_and_no_small_count_is(
    line: Line, operator: Operator
) -> None:
    line.shift(A_WEDNESDAY + DAY, A_WEDNESDAY + DAY + HOUR)
    said = operator.does("shifts", "gaps")
    assert "fewer than 10 who reached out" in said.err
    assert "20 minutes" in said.err
    assert "3 minutes" in said.err


def test_without_a_gap_there_is_nothing_to_tell(line: Line, operator: Operator) -> None:
    assert operator.does("shifts", "gaps").out == "No seat is open in the next 14 days.\n"
    assert operator.runs("shifts", "gaps", "--days", "0").exit_code == 2


def test_the_load_is_told_in_hours_and_nights(line: Line, operator: Operator) -> None:
    ada, _ = line.volunteer("Ada")
    line.volunteer("Bo")
    night = A_WEDNESDAY + 12 * HOUR  # ten in the evening
    line.shift(night, night + 8 * HOUR, ada, quiet=True)
    line.shift(night + 10 * DAY, night + 10 * DAY + 4 * HOUR, ada, quiet=True)
    line.sleeps_until(night + 2 * DAY)

    ada_s, bo_s = operator.reads("volunteers", "load")

    assert (ada_s["name"], ada_s["hours_last_7"], ada_s["nights_last_7"]) == ("Ada", 8.0, 1)
    assert (ada_s["hours_next_7"], ada_s["hours_next_28"], ada_s["nights_next_28"]) == (0, 4.0, 1)
    assert {value for name, value in bo_s.items() if name not in {"id", "name"}} == {0}


def test_doctor_says_that_the_line_is_closed_for_want_of_a_coordinator(
    line: Line, operator: Operator
) -> None:
    _, kit = line.volunteer("Kit", coordinator=True)
    kit.texts("STOP", to=MAIN)
    kit.expects("unsubscribed")

    found = {finding["what"]: finding for finding in operator.runs("doctor", "--json").json}

    assert found["roster"]["verdict"] == "mend"
    assert "closed" in found["roster"]["how"]
