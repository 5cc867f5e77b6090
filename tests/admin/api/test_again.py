"""A program that asks again with the same Idempotency-Key."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.admin.api.program import Program
from warmline.flows.desk import Desk

EVENING = {"starts": "2026-03-05T18:00:00-05:00", "ends": "2026-03-05T22:00:00-05:00"}
KEY = {"Idempotency-Key": "evening-1"}


def test_what_is_asked_again_is_done_once_and_answered_the_same(coordinator: Program) -> None:
    first, second = (
        coordinator.asks("POST", "/shifts", headers=KEY, json=EVENING) for _ in range(2)
    )

    assert (first.status_code, second.status_code) == (201, 201)
    assert first.data == second.data
    for name in ("Content-Type", "Location", "ETag"):
        assert first.headers[name] == second.headers[name]
    assert ("Idempotency-Replayed" in first.headers, second.headers["Idempotency-Replayed"]) == (
        False,
        "true",
    )
    assert len(coordinator.gets("/shifts")["items"]) == 1


def test_without_a_key_two_are_two(coordinator: Program) -> None:
    for _ in range(2):
        coordinator.does("POST", "/shifts", EVENING)

    assert len(coordinator.gets("/shifts")["items"]) == 2


def test_a_refusal_is_given_again_too(coordinator: Program) -> None:
    wrong = {**EVENING, "ends": EVENING["starts"]}
    for _ in range(2):
        coordinator.is_refused(422, "POST", "/shifts", wrong, Idempotency_Key="k")


def test_a_key_that_was_used_for_something_else_is_refused(coordinator: Program) -> None:
    coordinator.does("POST", "/shifts", EVENING, Idempotency_Key="k")

    problem = coordinator.is_refused(
        422, "POST", "/shifts", {**EVENING, "seats": 3}, Idempotency_Key="k"
    )
    assert "something else" in problem["detail"]


def test_one_programs_key_is_not_anothers(coordinator: Program, admin: Program) -> None:
    for program in (coordinator, admin):
        program.does("POST", "/shifts", EVENING, Idempotency_Key="k")

    assert len(admin.gets("/shifts")["items"]) == 2


def test_asked_many_times_at_once_it_is_done_once(coordinator: Program) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(
            pool.map(
                lambda _: coordinator.asks("POST", "/shifts", headers=KEY, json=EVENING), range(16)
            )
        )

    assert {answer.status_code for answer in answers} <= {201, 409}
    assert len(coordinator.gets("/shifts")["items"]) == 1


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/shifts", EVENING),
        ("/volunteers", {"name": "Ada", "number": "+15550110201"}),
        ("/patterns", {**EVENING, "rule": "FREQ=WEEKLY"}),
    ],
)
def test_whoever_died_over_it_leaves_it_to_the_next_who_makes_no_second_one(
    coordinator: Program, desk: Desk, path: str, body: dict[str, str]
) -> None:
    """Killed between the change and the answer: the key is free again after a minute, and what was made is found."""
    made = coordinator.does("POST", path, body, Idempotency_Key="k")
    connection = desk.store.connection
    (answer,) = connection.keys(desk.store.keys.answer("*"))
    connection.set(answer, "")
    coordinator.is_refused(409, "POST", path, body, Idempotency_Key="k")
    connection.delete(answer)

    again = coordinator.does("POST", path, body, Idempotency_Key="k")
    assert again["version"] == made["version"]
    assert again.get("id") == made.get("id")
    assert len(coordinator.gets(path)["items"]) == 1


@pytest.mark.parametrize("key", ["", "two words", "x" * 256, "ünicode"])
def test_a_key_is_plain(coordinator: Program, key: str) -> None:
    coordinator.is_refused(400, "POST", "/shifts", EVENING, Idempotency_Key=key)
