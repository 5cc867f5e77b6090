"""Shifts and claims, by program."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.admin.api.program import Program
from warmline.clock import SharedClock

EVENING = {"starts": "2026-03-05T18:00:00-05:00", "ends": "2026-03-05T22:00:00-05:00"}


def volunteer(program: Program, name: str, last: int) -> str:
    number = f"+155501102{last:02}"
    made = program.does("POST", "/volunteers", {"name": name, "number": number})
    return str(made["id"])


def shift(program: Program, **more: Any) -> dict[str, Any]:
    made: dict[str, Any] = program.does("POST", "/shifts", {**EVENING, **more})
    return made


def test_a_shift_says_its_times_in_the_lines_zone_by_name(coordinator: Program) -> None:
    made = shift(coordinator, starts="2026-03-05T23:00:00Z", seats=3)

    assert (made["starts"], made["times_in"]) == ("2026-03-05T18:00:00-05:00", "America/New_York")
    assert (made["seats"], made["open"], made["claimed"]) == (3, 3, [])
    assert coordinator.gets(f"/shifts/{made['code']}") == made


@pytest.mark.parametrize(
    "wrong",
    [
        {"ends": EVENING["starts"]},
        {"ends": "2026-03-06T18:01:00-05:00"},
        {"starts": "2026-03-04T09:00:00-05:00", "ends": "2026-03-04T09:30:00-05:00"},
        {"starts": "2026-03-05T18:00:00"},
        {"starts": "0001-01-01T00:00:00+14:00"},
        {"ends": "9999-12-31T23:59:59-14:00"},
        {"seats": 51},
    ],
)
def test_a_shift_that_cannot_be_is_refused(coordinator: Program, wrong: dict[str, Any]) -> None:
    coordinator.is_refused(422, "POST", "/shifts", {**EVENING, **wrong})

    assert coordinator.gets("/shifts")["items"] == []


def test_a_seat_is_given_and_taken_back_and_asking_twice_does_it_once(coordinator: Program) -> None:
    code, ada = shift(coordinator)["code"], volunteer(coordinator, "Ada Byron", 1)
    path = f"/shifts/{code}/claims/{ada}"

    first, second = (coordinator.does("PUT", path) for _ in range(2))
    assert (first["name"], first["against"]) == ("Ada Byron", [])
    assert second["shift"] == code
    held = coordinator.gets(f"/shifts/{code}")
    assert held["claimed"] == [{"volunteer": ada, "name": "Ada Byron", "asks_for_cover": False}]
    coordinator.does("DELETE", path)
    coordinator.is_refused(404, "DELETE", path)


def test_a_rule_of_care_is_told_and_a_hard_one_refuses(coordinator: Program) -> None:
    ada, bo = volunteer(coordinator, "Ada", 1), volunteer(coordinator, "Bo", 2)
    spanish = shift(coordinator, seats=1, needs={"languages": ["es"]})["code"]

    claim = coordinator.does("PUT", f"/shifts/{spanish}/claims/{ada}")
    assert claim["against"] == [{"why": "a language is needed", "need": "es"}]
    problem = coordinator.is_refused(409, "PUT", f"/shifts/{spanish}/claims/{bo}")
    assert "is full" in problem["detail"]
    coordinator.is_refused(404, "PUT", f"/shifts/999/claims/{ada}")
    coordinator.is_refused(404, "PUT", f"/shifts/{spanish}/claims/nobody")


def test_whoever_has_a_seat_is_told_of_a_change_and_the_answer_says_so(
    coordinator: Program,
) -> None:
    code, ada = shift(coordinator)["code"], volunteer(coordinator, "Ada", 1)
    coordinator.does("PUT", f"/shifts/{code}/claims/{ada}")
    later = {"starts": "2026-03-05T19:00:00-05:00"}

    problem = coordinator.is_refused(409, "PATCH", f"/shifts/{code}", later)
    assert problem["detail"].endswith("send claimed_too.")
    done = coordinator.does("PATCH", f"/shifts/{code}", {**later, "claimed_too": True})
    assert (done["told"], done["untold"]) == ([ada], [])
    assert done["shift"]["starts"] == later["starts"]
    gone = coordinator.does("DELETE", f"/shifts/{code}")
    assert gone["told"] == [ada]
    coordinator.is_refused(404, "GET", f"/shifts/{code}")


def test_an_old_version_is_not_written_over(coordinator: Program) -> None:
    made = shift(coordinator)
    path, version = f"/shifts/{made['code']}", f'"{made["version"]}"'
    coordinator.does("PATCH", path, {"seats": 4}, If_Match=version)

    coordinator.is_refused(412, "PATCH", path, {"seats": 5}, If_Match=version)
    coordinator.is_refused(412, "DELETE", path, If_Match=version)
    assert coordinator.gets(path)["seats"] == 4


def test_shifts_are_listed_by_their_start_a_page_at_a_time(coordinator: Program) -> None:
    days = (7, 5, 6, 9, 8)
    for day in days:
        shift(
            coordinator,
            starts=f"2026-03-{day:02}T18:00:00Z",
            ends=f"2026-03-{day:02}T20:00:00Z",
        )

    seen, cursor = [], ""
    while True:
        page = coordinator.gets("/shifts", limit=2, cursor=cursor)
        seen += [one["starts"][8:10] for one in page["items"]]
        if not (cursor := page["next"]):
            break
    assert seen == ["05", "06", "07", "08", "09"]
    part = coordinator.gets(
        "/shifts", **{"from": "2026-03-06T00:00:00Z", "until": "2026-03-08T00:00:00Z"}
    )
    assert [one["starts"][8:10] for one in part["items"]] == ["06", "07"]


def test_what_is_over_is_shown_only_when_asked_for_and_gaps_alone_if_wished(
    coordinator: Program, clock: SharedClock
) -> None:
    full, ada = shift(coordinator, seats=1)["code"], volunteer(coordinator, "Ada", 1)
    open_one = shift(coordinator)["code"]
    coordinator.does("PUT", f"/shifts/{full}/claims/{ada}")

    assert [s["code"] for s in coordinator.gets("/shifts", gaps="true")["items"]] == [open_one]
    clock.jump(timedelta(days=2))
    assert coordinator.gets("/shifts")["items"] == []
    past = coordinator.gets("/shifts", **{"from": "2026-03-05T00:00:00Z"})["items"]
    assert {one["code"] for one in past} == {full, open_one}
