"""Shifts that come back, by program."""

from __future__ import annotations

from tests.admin.api.program import Program

EVENINGS = {
    "starts": "2026-03-05T18:00:00-05:00",
    "ends": "2026-03-05T22:00:00-05:00",
    "rule": "FREQ=WEEKLY;BYDAY=TH",
    "name": "Thursday evenings",
    "needs": {"languages": ["es"]},
}


def test_a_pattern_puts_its_shifts_on_the_roster_at_the_same_time_on_the_clock(
    coordinator: Program,
) -> None:
    made = coordinator.does("POST", "/patterns", EVENINGS)

    assert len(made["roster"]["added"]) >= 6
    shifts = coordinator.gets("/shifts", until="2026-04-01T00:00:00Z")["items"]
    assert [shift["starts"] for shift in shifts] == [  # the clocks go forward on the 8th
        "2026-03-05T18:00:00-05:00",
        "2026-03-12T18:00:00-04:00",
        "2026-03-19T18:00:00-04:00",
        "2026-03-26T18:00:00-04:00",
    ]
    assert {shift["pattern"] for shift in shifts} == {made["pattern"]["id"]}
    assert shifts[0]["needs"]["languages"] == ["es"]


def test_the_same_pattern_asked_for_twice_is_there_once(coordinator: Program) -> None:
    first, second = (coordinator.does("POST", "/patterns", EVENINGS) for _ in range(2))

    assert first["pattern"]["id"] == second["pattern"]["id"]
    assert second["roster"]["added"] == []
    assert len(coordinator.gets("/patterns")["items"]) == 1


def test_a_changed_pattern_changes_its_shifts_but_no_claimed_one_unless_asked(
    coordinator: Program,
) -> None:
    made = coordinator.does("POST", "/patterns", EVENINGS)
    path, codes = f"/patterns/{made['pattern']['id']}", made["roster"]["added"]
    ada = coordinator.does("POST", "/volunteers", {"name": "Ada", "number": "+15550110201"})["id"]
    coordinator.does("PUT", f"/shifts/{codes[0]}/claims/{ada}")

    done = coordinator.does("PATCH", path, {"starts_at": "19:00", "ends_at": "23:00"})

    assert [left["shift"] for left in done["roster"]["left"]] == [codes[0]]
    assert {one["shift"] for one in done["roster"]["changed"]} == set(codes[1:])
    done = coordinator.does("PATCH", path, {"claimed_too": True})
    assert done["roster"]["changed"] == [{"shift": codes[0], "told": [ada], "untold": []}]
    assert coordinator.gets(f"/shifts/{codes[0]}")["starts"] == "2026-03-05T19:00:00-05:00"


def test_a_day_is_skipped_changed_and_as_ever_again(coordinator: Program) -> None:
    made = coordinator.does("POST", "/patterns", EVENINGS)
    path = f"/patterns/{made['pattern']['id']}/days/2026-03-12"

    skipped = coordinator.does("PUT", path, {"skip": True})
    assert skipped["pattern"]["skipped"] == ["2026-03-12"]
    assert len(skipped["roster"]["removed"]) == 1
    changed = coordinator.does("PUT", path, {"seats": 4})
    assert changed["pattern"]["skipped"] == []
    assert changed["pattern"]["changed"]["2026-03-12"]["seats"] == 4
    ever = coordinator.does("DELETE", path)
    assert ever["pattern"]["changed"] == {}
    assert coordinator.is_refused(409, "PUT", path[:-2] + "13", {"skip": True})["detail"]
    coordinator.is_refused(404, "PUT", path[:-2] + "99", {"skip": True})


def test_a_rule_that_is_none_is_told_at_its_field(coordinator: Program) -> None:
    problem = coordinator.is_refused(422, "POST", "/patterns", {**EVENINGS, "rule": "FREQ=HOURLY"})

    assert problem["faults"][0]["at"] == "rule"
    assert "finer than a day" in problem["faults"][0]["why"]


def test_an_old_version_of_a_pattern_is_not_written_over(coordinator: Program) -> None:
    made = coordinator.does("POST", "/patterns", EVENINGS)
    path, version = f"/patterns/{made['pattern']['id']}", f'"{made["version"]}"'
    coordinator.does("PATCH", path, {"seats": 3}, If_Match=version)

    coordinator.is_refused(412, "PATCH", path, {"seats": 4}, If_Match=version)
    coordinator.is_refused(412, "DELETE", path, If_Match=version)
    assert coordinator.gets(path)["seats"] == 3
    coordinator.does("DELETE", path)
    coordinator.is_refused(404, "GET", path)


def test_holidays_are_kept_by_day(coordinator: Program) -> None:
    coordinator.does("PUT", "/holidays/2026-12-25", {"name": "Christmas"})

    assert coordinator.gets("/holidays")["items"] == [{"day": "2026-12-25", "name": "Christmas"}]
    coordinator.does("DELETE", "/holidays/2026-12-25")
    coordinator.is_refused(404, "DELETE", "/holidays/2026-12-25")
    coordinator.is_refused(404, "PUT", "/holidays/20261225", {"name": "Christmas"})
