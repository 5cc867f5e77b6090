"""Who has a seat when, as coordinators see it."""

from __future__ import annotations

import pytest

from tests.cli.operator import Operator
from tests.stories.line import Line


@pytest.fixture
def seats(line: Line, operator: Operator) -> None:
    """Ada has a seat on Thursday, Friday and Saturday, Bo one on Friday."""
    for name in ("Ada", "Bo"):
        line.volunteer(name)
    for day in (5, 6, 7):
        operator.does("shifts", "add", f"2026-03-0{day} 18:00", f"2026-03-0{day} 23:00")
        operator.does("claims", "add", str(day - 4), "Ada")
    operator.does("claims", "add", "2", "Bo")


def listed(operator: Operator, *options: str) -> list[tuple[int, str]]:
    rows = operator.reads("claims", "list", *options)
    return [(row["code"], row["volunteer"]) for row in rows]


@pytest.mark.usefixtures("seats")
def test_all_claims_ahead_are_listed_by_the_start_of_their_shift(
    line: Line, operator: Operator
) -> None:
    assert listed(operator) == [(1, "Ada"), (2, "Ada"), (2, "Bo"), (3, "Ada")]
    bo = next(row for row in operator.reads("claims", "list") if row["volunteer"] == "Bo")
    assert bo.pop("id").startswith("v")
    assert bo == {
        "code": 2,
        "starts": "2026-03-06 18:00-05:00",
        "ends": "2026-03-06 23:00-05:00",
        "volunteer": "Bo",
        "asks_for_cover": False,
    }
    assert operator.does("claims", "list").out.count("\n") == 5


@pytest.mark.usefixtures("seats")
def test_days_and_a_volunteer_narrow_the_list(line: Line, operator: Operator) -> None:
    friday = ("--from", "2026-03-06", "--to", "2026-03-06")
    assert listed(operator, *friday) == [(2, "Ada"), (2, "Bo")]
    assert listed(operator, *friday, "--volunteer", "bo") == [(2, "Bo")]
    assert listed(operator, "--volunteer", "Ada") == [(1, "Ada"), (2, "Ada"), (3, "Ada")]
    assert listed(operator, "--from", "2026-03-07") == [(3, "Ada")]
    assert listed(operator, "--to", "2026-03-05") == [(1, "Ada")]
    assert listed(operator, "--to", "2026-03-04") == []
    backwards = ("claims", "list", "--from", "2026-03-06", "--to", "2026-03-05")
    assert "The last day is before the first." in operator.is_refused(*backwards)
    assert "Nobody on the roster" in operator.is_refused("claims", "list", "--volunteer", "Cy")
    assert operator.runs("claims", "list", "--from", "6.3.").exit_code == 2


def test_a_coordinator_may_wave_the_rules_of_care_through_and_is_told_of_them(
    line: Line, operator: Operator
) -> None:
    line.volunteer("Ada")
    operator.does("volunteers", "edit", "Ada", "--probation")
    operator.does(
        "shifts", "add", "2026-03-05 18:00", "2026-03-05 22:00", "--language", "es",
    )  # fmt: skip

    said = operator.does("claims", "add", "1", "Ada")

    assert said.err.splitlines() == [
        "  Please note: a language is needed (es).",
        "  Please note: on probation, and nobody experienced has a seat.",
    ]
    assert listed(operator) == [(1, "Ada")]
