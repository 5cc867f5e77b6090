"""What a program is told when there is no better answer."""

from __future__ import annotations

import pytest

from tests.admin.api.program import PROBLEM, Program
from warmline.admin.api.reading import LARGEST

EVENING = {"starts": "2026-03-05T18:00:00-05:00", "ends": "2026-03-05T22:00:00-05:00"}


@pytest.mark.parametrize("path", ["/now", "/volunteers", "/journal", "/tokens", "/patterns"])
def test_without_redis_a_program_is_asked_to_come_again(bereft: Program, path: str) -> None:
    answer = bereft.asks("GET", path)

    assert (answer.status_code, answer.mimetype) == (503, PROBLEM)
    assert answer.headers["Retry-After"]
    assert "gone.sock" not in answer.text


def test_the_description_needs_neither_a_token_nor_redis(bereft: Program) -> None:
    told = bereft.gets("/openapi.json")

    assert told["openapi"] == "3.1.0"
    assert "/api/v1/shifts/{code}" in told["paths"]


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"{", "application/json", 400),
        (b"\xff", "application/json", 400),
        (b"[" * 100_000, "application/json", 422),
        (b"[]", "application/json", 422),
        (b"null", "application/json", 422),
        (b"{}", "application/json", 422),
        (b"{}", "text/plain", 415),
        (b"", "", 415),
        (b"x" * (LARGEST + 1), "application/json", 413),
    ],
)
def test_a_body_that_is_none_is_told_apart(
    coordinator: Program, body: bytes, kind: str, status: int
) -> None:
    answer = coordinator.asks("POST", "/shifts", data=body, content_type=kind)

    assert (answer.status_code, answer.mimetype) == (status, PROBLEM)


def test_where_nothing_is_a_program_is_told_so_in_its_own_way(viewer: Program) -> None:
    for path in ("/nothing", "/shifts/x", "/shifts/0", "/shifts/" + "9" * 40, "/volunteers/\x00"):
        viewer.is_refused(404, "GET", path)
    answer = viewer.asks("TRACE", "/shifts")
    assert (answer.status_code, answer.mimetype) == (405, PROBLEM)
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "POST"}


def test_elsewhere_all_is_as_it_was(viewer: Program) -> None:
    answer = viewer.client.get("/nowhere")

    assert (answer.status_code, answer.mimetype) == (404, "text/html")
    assert viewer.client.get("/webhooks/sms").status_code == 405


def test_every_answer_may_not_be_kept_by_anyone_between(viewer: Program) -> None:
    assert viewer.asks("GET", "/now").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        ({"starts": "soon"}, "must be a moment such as 2026-11-23T18:00:00-05:00"),
        ({"starts": "2026-03-05T18:00:00"}, "must be a moment such as 2026-11-23T18:00:00-05:00"),
        (
            {"starts": 5},
            "must be a moment such as 2026-11-23T18:00:00-05:00, and is a whole number",
        ),
        ({"seats": "two"}, "must be a whole number, and is text"),
        ({"seats": 99}, "must be a whole number <= 50"),
        ({"channel": "pigeon"}, "is none of the words that may stand here"),
        ({"pigeon": 1}, "has a field that is not known here"),
    ],
)
def test_a_fault_is_told_in_plain_words(
    coordinator: Program, sent: dict[str, object], why: str
) -> None:
    problem = coordinator.is_refused(422, "POST", "/shifts", {**EVENING, **sent})

    assert [fault["why"] for fault in problem["faults"]] == [why]
    assert "pigeon" not in str(problem)
