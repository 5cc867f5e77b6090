"""The roster as spreadsheets, by program."""

from __future__ import annotations

from typing import Any

from tests.admin.api.program import Program

ROSTER = "name,number,languages\nAda Byron,+15550110201,en es\nBo,+15550110202,\n"
SHIFTS = "start,end,seats,claimed\n2026-03-05 18:00,2026-03-05 22:00,2,Ada Byron\n"


def brings(program: Program, what: str, text: str, **query: str) -> Any:
    answer = program.asks(
        "POST", f"/files/{what}", data=text, content_type="text/csv", query_string=query
    )
    return answer.get_json() | {"status_code": answer.status_code}


def test_a_dry_run_says_what_would_be_and_changes_nothing(coordinator: Program) -> None:
    told = brings(coordinator, "volunteers", ROSTER, dry_run="true")

    assert (told["status_code"], told["done"]) == (200, False)
    assert [line[:5] for line in told["lines"]] == ["+ Ada", "+ Bo "]
    assert coordinator.gets("/volunteers")["items"] == []


def test_a_roster_and_its_shifts_come_in_and_go_out_as_they_came(admin: Program) -> None:
    assert brings(admin, "volunteers", ROSTER)["done"]
    assert brings(admin, "shifts", SHIFTS)["done"]

    (shift,) = admin.gets("/shifts")["items"]
    assert [held["name"] for held in shift["claimed"]] == ["Ada Byron"]
    for what, query in (("volunteers", {"with_numbers": "true"}), ("shifts", {})):
        out = admin.asks("GET", f"/files/{what}", query_string=query)
        assert out.mimetype == "text/csv"
        assert [line[0] for line in brings(admin, what, out.text)["lines"]] == ["="]


def test_a_bad_row_is_named_by_line_and_column_and_nothing_is_changed(coordinator: Program) -> None:
    bad = ROSTER + "Cy,not a number,\n=Dee,+15550110204,\n"
    problem = brings(coordinator, "volunteers", bad)

    assert (problem["status_code"], problem["detail"]) == (422, "Nothing was changed.")
    assert [fault["at"] for fault in problem["faults"]] == [
        "line 4, column number",
        "line 5, column name",
    ]
    assert "not a number" not in str(problem)
    assert coordinator.gets("/volunteers")["items"] == []


def test_numbers_go_out_to_admins_only(admin: Program, coordinator: Program) -> None:
    brings(admin, "volunteers", ROSTER)

    assert "0201" not in coordinator.asks("GET", "/files/volunteers").text
    coordinator.is_refused(403, "GET", "/files/volunteers?with_numbers=true")


def test_unclaimed_shifts_of_some_days_go_when_the_file_has_them_no_more(admin: Program) -> None:
    brings(admin, "volunteers", ROSTER)
    brings(admin, "shifts", SHIFTS + "2026-03-06 18:00,2026-03-06 22:00,2,\n")

    days = {"replace_from": "2026-03-01", "replace_until": "2026-03-31"}
    told = brings(admin, "shifts", SHIFTS, **days)
    assert sorted(line[0] for line in told["lines"]) == ["-", "="]
    assert len(admin.gets("/shifts")["items"]) == 1
    for wrong in ({"replace_from": "2026-03-01"}, {**days, "replace_until": "2026-02-01"}):
        assert brings(admin, "shifts", SHIFTS, **wrong)["status_code"] == 422
