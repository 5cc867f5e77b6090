"""Many programs that edit the same thing at once, all from the version that they read: one of them wins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest

from tests.admin.api.program import Program

EVENING = {"starts": "2026-03-05T18:00:00-05:00", "ends": "2026-03-05T22:00:00-05:00"}
MANY = 8


def a_volunteer(program: Program) -> str:
    ada = program.does("POST", "/volunteers", {"name": "Ada", "number": "+15550110201"})
    return f"/volunteers/{ada['id']}"


def a_shift(program: Program) -> str:
    return f"/shifts/{program.does('POST', '/shifts', EVENING)['code']}"


def a_pattern(program: Program) -> str:
    made = program.does("POST", "/patterns", {**EVENING, "rule": "FREQ=WEEKLY"})
    return f"/patterns/{made['pattern']['id']}"


@pytest.mark.parametrize(
    ("thing", "field", "value"),
    [
        (a_volunteer, "name", lambda n: f"Ada {chr(ord('a') + n)}"),
        (a_shift, "seats", lambda n: 3 + n),
        (a_pattern, "seats", lambda n: 3 + n),
    ],
)
def test_of_many_edits_of_one_version_one_wins_and_the_others_are_told(
    coordinator: Program,
    thing: Callable[[Program], str],
    field: str,
    value: Callable[[int], Any],
) -> None:
    path, together = thing(coordinator), Barrier(MANY)
    version = f'"{coordinator.gets(path)["version"]}"'

    def edits(number: int) -> int:
        together.wait()
        headers = {"If-Match": version}
        return coordinator.asks(
            "PATCH", path, headers=headers, json={field: value(number)}
        ).status_code

    with ThreadPoolExecutor(MANY) as pool:
        statuses = list(pool.map(edits, range(MANY)))

    assert Counter(statuses)[200] == 1
    assert set(statuses) <= {200, 409, 412}
    assert coordinator.gets(path)[field] == value(statuses.index(200))
