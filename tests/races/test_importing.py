"""Spreadsheets brought in by several at once, while seats change hands: each as a whole, on what is true then."""

from __future__ import annotations

from contextlib import suppress

import pytest

from tests.races.roster_state import faults_of_roster
from tests.races.rush import at_once
from tests.stories.line import Line
from warmline.errors import RefusedError
from warmline.flows.office import finding, roster_file, shift_changes, shift_file

MANY, ROUNDS = 6, 3
DAYS = [f"2026-03-{day:02}" for day in range(10, 22)]


def shifts(*claimed: str) -> bytes:
    names = "; ".join(claimed)
    rows = (f"{day} 18:00,{day} 20:00,2,{names}" for day in DAYS)
    return "\n".join(["start,end,seats,claimed", *rows]).encode()


@pytest.mark.parametrize("_", range(ROUNDS))
def test_the_same_table_brought_in_by_many_at_once_comes_once(line: Line, _: int) -> None:
    for name in ("Ada", "Bo"):
        line.volunteer(name)
    desk, content = line.desk, shifts("Ada", "Bo")

    at_once(*[lambda: shift_file.apply(desk, shift_file.read(desk, content))] * MANY)

    found = desk.store.shifts.between(line.now(), finding.LAST_DAY)
    assert [len(shift.claimed) for shift in found] == [2] * len(DAYS)
    assert len({shift.code for shift in found}) == len(DAYS)
    assert faults_of_roster(desk.store) == []


@pytest.mark.parametrize("_", range(ROUNDS))
def test_a_table_meets_claims_whole_or_not_at_all(line: Line, _: int) -> None:
    ada, bo, cy = (line.volunteer(name)[0] for name in ("Ada", "Bo", "Cy"))
    desk = line.desk
    shift_file.apply(desk, shift_file.read(desk, shifts()))
    posted = desk.store.shifts.between(line.now(), finding.LAST_DAY)

    def claims() -> None:
        for shift in reversed(posted):
            with suppress(RefusedError):
                shift_changes.claim(desk, shift, cy)

    def brings() -> bool:
        with suppress(RefusedError):
            shift_file.apply(desk, shift_file.read(desk, shifts("Ada", "Bo")))
            return True
        return False

    came = at_once(claims, brings)[1]

    found = desk.store.shifts.between(line.now(), finding.LAST_DAY)
    theirs = {ada.id, bo.id}
    assert {len(shift.claimed & theirs) for shift in found} == ({2} if came else {0})
    assert faults_of_roster(desk.store) == []


def test_the_same_roster_brought_in_by_many_at_once_comes_once(line: Line) -> None:
    rows = [f"Peer{n},+155501{20900 + n}" for n in range(12)]
    content, desk = "\n".join(["name,number", *rows]).encode(), line.desk

    at_once(*[lambda: roster_file.apply(desk, roster_file.read(desk, content))] * MANY)

    assert sorted(v.name for v in finding.everyone(desk)) == sorted(r.split(",")[0] for r in rows)
    line.settles()
    for row in rows:
        line.phones.phone(row.split(",")[1]).expects("You are now a volunteer")
