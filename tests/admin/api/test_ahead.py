"""What is to come, by program: gaps, claims, and who would be asked."""

from __future__ import annotations

from typing import Any

import pytest

from tests.admin.api.program import Program

EVENING = {"starts": "2026-03-05T18:00:00-05:00", "ends": "2026-03-05T22:00:00-05:00"}


@pytest.fixture
def ada(coordinator: Program) -> str:
    return str(
        coordinator.does("POST", "/volunteers", {"name": "Ada", "number": "+15550110201"})["id"]
    )


@pytest.fixture
def shift(coordinator: Program) -> dict[str, Any]:
    made: dict[str, Any] = coordinator.does("POST", "/shifts", EVENING)
    return made


def test_gaps_say_what_a_shift_lacks_and_when_the_line_would_be_closed(
    coordinator: Program, shift: dict[str, Any], ada: str
) -> None:
    told = coordinator.gets("/gaps")
    assert [(gap["shift"]["code"], gap["missing"], gap["lack"]) for gap in told["gaps"]] == [
        (shift["code"], 2, "nobody")
    ]
    assert told["closed"] == [EVENING]
    coordinator.does("PUT", f"/shifts/{shift['code']}/claims/{ada}")

    told = coordinator.gets("/gaps", days=2)
    assert [(gap["missing"], gap["lack"]) for gap in told["gaps"]] == [(1, "open seats")]
    assert told["closed"] == []
    assert len(told["forecast"]) == 4
    assert all(0 <= hour["at_once"] <= hour["answered"] <= 1 for hour in told["forecast"])


def test_claims_are_listed_by_volunteer_and_by_days(
    coordinator: Program, shift: dict[str, Any], ada: str
) -> None:
    coordinator.does("PUT", f"/shifts/{shift['code']}/claims/{ada}")

    (claim,) = coordinator.gets("/claims", volunteer=ada)["items"]
    assert (claim["shift"], claim["name"], claim["starts"]) == (
        shift["code"],
        "Ada",
        EVENING["starts"],
    )
    assert coordinator.gets("/claims", until="2026-03-05T00:00:00Z")["items"] == []
    coordinator.is_refused(422, "GET", "/claims?volunteer=nobody")


def test_who_would_be_asked_at_a_moment_said_or_written(
    coordinator: Program, shift: dict[str, Any], ada: str
) -> None:
    coordinator.does("PUT", f"/shifts/{shift['code']}/claims/{ada}")

    for query in ({"moment": "thursday 19:00"}, {"at": "2026-03-06T00:00:00Z"}):
        (then,) = coordinator.gets("/whatif", **query)["moments"]
        assert then["at"] == "2026-03-05T19:00:00-05:00"
        assert [one["code"] for one in then["shifts"]] == [shift["code"]]
        assert [(one["name"], one["order"]) for one in then["volunteers"]] == [("Ada", 1)]
    (then,) = coordinator.gets("/whatif", at="2026-03-06T05:00:00Z")["moments"]
    assert then["volunteers"][0]["why_not"] == "not on duty"


@pytest.mark.parametrize(
    "query", ["", "moment=thursday+19:00&at=2026-03-06T00:00:00Z", "moment=whenever"]
)
def test_a_moment_must_be_one(viewer: Program, query: str) -> None:
    viewer.is_refused(422, "GET", f"/whatif?{query}")


def test_a_time_that_comes_twice_that_night_is_answered_for_both(viewer: Program) -> None:
    told = viewer.gets("/whatif", moment="2026-11-01 01:30")

    assert [then["at"][-6:] for then in told["moments"]] == ["-04:00", "-05:00"]


def test_what_each_volunteer_carries(coordinator: Program, shift: dict[str, Any], ada: str) -> None:
    coordinator.does("PUT", f"/shifts/{shift['code']}/claims/{ada}")

    (load,) = coordinator.gets("/load")["volunteers"]
    assert (load["volunteer"], load["next_7"]) == (ada, {"hours": 4.0, "nights": 0})
    assert load["last_28"] == {"hours": 0.0, "nights": 0}
