"""Volunteers, by program."""

from __future__ import annotations

from typing import Any

import pytest

from tests.admin.api.program import Program
from warmline.flows.desk import Desk

ADA = {"name": "Ada  Byron", "number": "+15550110201", "experience": ["Grief"]}


def added(program: Program, **more: Any) -> dict[str, Any]:
    made: dict[str, Any] = program.does("POST", "/volunteers", {**ADA, **more})
    return made


def test_someone_added_is_on_the_roster_and_welcomed(coordinator: Program, desk: Desk) -> None:
    answer = coordinator.asks("POST", "/volunteers", json=ADA)

    assert answer.status_code == 201
    ada: dict[str, Any] = answer.get_json()
    assert answer.headers["Location"] == f"/api/v1/volunteers/{ada['id']}"
    assert answer.headers["ETag"] == f'"{ada["version"]}"'
    assert (ada["name"], ada["languages"], ada["experience"]) == ("Ada Byron", ["en"], ["grief"])
    volunteer = desk.store.roster.get(ada["id"])
    assert volunteer is not None
    assert desk.store.connection.llen(desk.store.keys.lane(volunteer.key)) == 1


def test_a_number_that_is_there_already_is_a_conflict_and_is_not_repeated(
    coordinator: Program,
) -> None:
    added(coordinator)

    problem = coordinator.is_refused(409, "POST", "/volunteers", ADA)
    assert problem["detail"] == "That number is on the roster already."
    assert "0201" not in str(problem)


@pytest.mark.parametrize(
    ("wrong", "at"),
    [
        ({"number": "+1999"}, "number"),
        ({"number": "+15550100001"}, "number"),
        ({"name": "=SUM(A1)"}, "name"),
        ({"name": " "}, "name"),
        ({"languages": ["english"]}, "languages[0]"),
        ({"experience": ["two words"]}, "experience"),
        ({"capacity": 4}, "capacity"),
        ({"capacity": "1"}, "capacity"),
        ({"zone": "Mars/Olympus"}, "zone"),
        ({"training": {"safety": "soon"}}, "training[...]"),
        ({"colour": "red"}, "body"),
    ],
)
def test_what_cannot_be_is_told_by_its_field_without_what_was_sent(
    coordinator: Program, wrong: dict[str, Any], at: str
) -> None:
    problem = coordinator.is_refused(422, "POST", "/volunteers", {**ADA, **wrong})

    (fault,) = problem["faults"]
    assert fault["at"] == at
    for value in ("+1999", "0001", "SUM", "english", "two words", "Olympus", "soon", "red"):
        assert value not in str(problem)
    assert coordinator.gets("/volunteers")["items"] == []


def test_only_what_is_said_changes(coordinator: Program) -> None:
    ada = added(coordinator, capacity=2, zone="Europe/London")
    path = f"/volunteers/{ada['id']}"

    after = coordinator.does("PATCH", path, {"training": {"safety": "2027-01-31"}})

    assert {**ada, "training": {}, "version": ""} == {**after, "training": {}, "version": ""}
    assert after["training"] == {"safety": "2027-01-31"}
    assert after["version"] != ada["version"]
    assert coordinator.gets(path) == after


def test_two_who_edit_at_once_do_not_write_over_each_other(coordinator: Program) -> None:
    ada = added(coordinator)
    path, version = f"/volunteers/{ada['id']}", f'"{ada["version"]}"'
    coordinator.does("PATCH", path, {"capacity": 2}, If_Match=version)

    problem = coordinator.is_refused(412, "PATCH", path, {"name": "Ada"}, If_Match=version)
    assert "changed since you read it" in problem["detail"]
    coordinator.is_refused(412, "DELETE", path, If_Match=version)
    now = coordinator.asks("GET", path).headers["ETag"]
    coordinator.does("PATCH", path, {"name": "Ada"}, If_Match=f'"other", {now}')
    coordinator.does("DELETE", path, If_Match="*")
    coordinator.is_refused(404, "GET", path)


def test_lists_come_by_the_page_and_go_on_when_someone_leaves(coordinator: Program) -> None:
    ids = [added(coordinator, name=f"V {n}", number=f"+1555011030{n}")["id"] for n in range(5)]

    first = coordinator.gets("/volunteers", limit=2)
    assert [one["id"] for one in first["items"]] == ids[:2]
    coordinator.does("DELETE", f"/volunteers/{ids[1]}")
    second = coordinator.gets("/volunteers", limit=2, cursor=first["next"])
    assert [one["id"] for one in second["items"]] == ids[2:4]
    third = coordinator.gets("/volunteers", limit=2, cursor=second["next"])
    assert ([one["id"] for one in third["items"]], third["next"]) == (ids[4:], "")


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=x", "cursor=AAAA", "page=2", "limit=1&limit=2"]
)
def test_a_page_that_cannot_be_is_told(viewer: Program, query: str) -> None:
    viewer.is_refused(422, "GET", f"/volunteers?{query}")
