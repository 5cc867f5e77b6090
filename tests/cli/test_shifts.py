"""Shifts and claims, kept from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.operator import Operator
from tests.stories.line import MAIN, Line


def test_a_shift_has_a_code_and_is_in_the_lines_own_time(line: Line, operator: Operator) -> None:
    said = operator.does("shifts", "add", "2026-03-05 18:00", "2026-03-05 22:00", "--seats", "3")

    assert said.out == "Shift 1: Thu 2026-03-05 18:00 to 22:00 America/New_York, 3 seats.\n"
    assert operator.reads("shifts", "list") == [
        {
            "code": 1,
            "starts": "2026-03-05 18:00-05:00",
            "ends": "2026-03-05 22:00-05:00",
            "seats": 3,
            "open": 3,
            "needs": [],
            "channel": "any",
            "claimed": [],
        }
    ]


@pytest.mark.parametrize(
    ("start", "end", "why"),
    [
        ("2026-03-05 18:00", "2026-03-05 18:00", "end before it begins"),
        ("2026-03-05 18:00", "2026-03-06 18:01", "longer than 24 hours"),
        ("2026-03-01 18:00", "2026-03-01 20:00", "over already"),
        ("2026-03-05", "2026-03-05 20:00", "START must be written like"),
        ("2026-02-30 18:00", "2026-03-05 20:00", "START is no date and time that exists"),
        ("2026-03-08 00:00", "2026-03-08 02:30", "END does not exist: the clocks go forward"),
        ("2026-11-01 01:30", "2026-11-01 06:00", "START comes twice that night"),
    ],
)
def test_a_shift_that_cannot_be_is_refused(
    line: Line, operator: Operator, start: str, end: str, why: str
) -> None:
    assert why in operator.is_refused("shifts", "add", start, end)
    assert operator.reads("shifts", "list") == []


def test_on_the_night_of_25_hours_an_offset_says_which_hour_is_meant(
    line: Line, operator: Operator
) -> None:
    operator.does("shifts", "add", "2026-11-01 01:30-04:00", "2026-11-01 01:30-05:00")

    (shift,) = operator.reads("shifts", "list")
    assert (shift["starts"], shift["ends"]) == ("2026-11-01 01:30-04:00", "2026-11-01 01:30-05:00")


def test_24_hours_are_counted_in_hours_and_not_on_the_clock(line: Line, operator: Operator) -> None:
    day_of_25_hours = ("2026-11-01 00:00", "2026-11-02 00:00")

    assert "longer than 24 hours" in operator.is_refused("shifts", "add", *day_of_25_hours)

    operator.does("shifts", "add", "2026-11-01 00:00", "2026-11-01 23:00")


def test_a_claimed_seat_brings_its_volunteer_on_and_someone_waiting_to_them(
    line: Line, operator: Operator
) -> None:
    _, ada = line.volunteer("Ada Byron")
    caller = line.phone()
    caller.texts("is anyone there?", to=MAIN)
    caller.expects("not an emergency service")
    caller.expects("No peer is here right now")
    operator.does("shifts", "add", "2026-03-04 09:00", "2026-03-04 12:00", "--seats", "1")

    operator.does("claims", "add", "1", "ada")

    ada.expects("TAKE")
    ada.expects("Your shift has begun")
    assert operator.reads("shifts", "list")[0]["claimed"] == ["Ada Byron"]


def test_a_seat_is_given_once_and_can_be_taken_back(line: Line, operator: Operator) -> None:
    line.volunteer("Ada")
    line.volunteer("Bo")
    operator.does("shifts", "add", "2026-03-05 18:00", "2026-03-05 22:00", "--seats", "1")
    operator.does("claims", "add", "1", "Ada")

    assert "is full" in operator.is_refused("claims", "add", "1", "Bo")
    assert "Bo has no seat" in operator.is_refused("claims", "remove", "1", "Bo")
    assert "no shift 7" in operator.is_refused("claims", "add", "7", "Bo")
    assert "Nobody on the roster" in operator.is_refused("claims", "add", "1", "Cy")

    operator.does("claims", "remove", "1", "Ada")
    operator.does("claims", "add", "1", "Bo")
    assert operator.reads("shifts", "list")[0]["claimed"] == ["Bo"]


def test_of_two_with_one_name_a_claim_must_say_who_is_meant(line: Line, operator: Operator) -> None:
    first, _ = line.volunteer("Sam Cooke")
    line.volunteer("Sam Hill")
    operator.does("shifts", "add", "2026-03-05 18:00", "2026-03-05 22:00")

    assert first.id in operator.is_refused("claims", "add", "1", "Sam")
    operator.does("claims", "add", "1", "sam hill")
    assert operator.reads("shifts", "list")[0]["claimed"] == ["Sam Hill"]


def test_who_had_claimed_a_removed_shift_is_named_and_told(line: Line, operator: Operator) -> None:
    _, ada = line.volunteer("Ada")
    operator.does("shifts", "add", "2026-03-05 18:00", "2026-03-05 22:00")
    operator.does("claims", "add", "1", "Ada")

    said = operator.does("shifts", "remove", "1").out

    assert "claimed by Ada" in said
    assert "Told by text: Ada." in said
    assert "was taken off the roster" in ada.expects("Your shift 1, Thu 5 Mar 6-10 pm").body
    assert operator.reads("shifts", "list") == []


def test_a_weekly_shift_keeps_its_time_on_the_clock(line: Line, operator: Operator) -> None:
    operator.does("shifts", "repeat", "2026-03-05 18:00", "2026-03-05 22:00", "--weeks", "2")

    starts = [shift["starts"] for shift in operator.reads("shifts", "list")]
    assert starts == ["2026-03-05 18:00-05:00", "2026-03-12 18:00-04:00"]

    again = operator.does(
        "shifts",
        "repeat",
        "2026-03-05 18:00",
        "2026-03-05 22:00",
        "--weeks",
        "1",
        "--on",
        "thu,fri",
    )
    assert "(there already)" in again.out
    assert len(operator.reads("shifts", "list")) == 3


def test_a_weekly_night_shift_says_so_where_the_clocks_change(
    line: Line, operator: Operator
) -> None:
    said = operator.does(
        "shifts", "repeat", "2026-10-25 01:30", "2026-10-25 05:00", "--weeks", "2", "--dry-run"
    )

    assert said.out.count("A shift:") == 2
    assert said.err.count("The clocks change that night") == 1
    assert operator.reads("shifts", "list") == []


def test_exported_shifts_and_claims_can_be_imported(
    line: Line, operator: Operator, tmp_path: Path
) -> None:
    phones = [line.volunteer(name)[1] for name in ("Ada", "Bo")]
    operator.does("shifts", "add", "2026-03-05 18:00", "2026-03-05 22:00")
    operator.does("shifts", "add", "2026-11-01 01:30-05:00", "2026-11-01 06:00", "--seats", "1")
    operator.does("claims", "add", "1", "Ada")
    operator.does("claims", "add", "1", "Bo")
    file = tmp_path / "shifts.csv"
    before = operator.reads("shifts", "list")

    file.write_text(operator.does("shifts", "export").out, encoding="utf-8")
    assert "= 2 unchanged" in operator.does("shifts", "import", str(file)).out
    for code in ("1", "2"):
        operator.does("shifts", "remove", code)
    operator.does("shifts", "import", str(file))

    after = operator.reads("shifts", "list")
    assert [shift | {"code": 0} for shift in after] == [shift | {"code": 0} for shift in before]
    for phone in phones:
        phone.expects("Your shift 1", "taken off the roster")


def test_a_bad_row_of_shifts_is_named_and_nothing_is_imported(
    line: Line, operator: Operator, tmp_path: Path
) -> None:
    file = tmp_path / "shifts.csv"
    file.write_text(
        "start;end;seats;claimed\n"
        "2026-03-05 18:00;2026-03-05 22:00;2;\n"
        "05.03.2026 18:00;2026-03-05 22:00;;\n"
        "2026-03-06 18:00;2026-03-06 17:00;2;\n"
        "2026-03-07 18:00;2026-03-07 22:00;x;Ghost\n",
        encoding="utf-8",
    )

    refused = operator.is_refused("shifts", "import", str(file)).splitlines()

    assert refused[1].startswith("line 3, column start: must have the year first, like 2026-11-24")
    assert refused[2] == "line 4: it would end before it begins"
    assert refused[3].startswith("line 5, column claimed: Nobody on the roster")
    assert refused[4] == "line 5: seats must be from 1 to 50"
    assert operator.reads("shifts", "list") == []
