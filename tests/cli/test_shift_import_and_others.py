"""A spreadsheet of shifts among people: who is told, who waits, and who changed the roster meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.operator import Operator
from tests.stories.line import MAIN, Line
from warmline.errors import RefusedError
from warmline.flows.office import shift_file
from warmline.simulator.handset import Phone

EVENING = "2026-03-05 18:00,2026-03-05 22:00"


def content(*rows: str) -> bytes:
    return "\n".join(["code,start,end,seats,claimed", *rows]).encode()


def bring(line: Line, *rows: str) -> list[str]:
    table = shift_file.read(line.desk, content(*rows))
    done = shift_file.apply(line.desk, table)
    return list(shift_file.told(line.desk, done))


@pytest.fixture
def ada(line: Line) -> Phone:
    return line.volunteer("Ada")[1]


def test_who_has_a_seat_on_a_shift_at_another_time_is_told_by_text(line: Line, ada: Phone) -> None:
    line.volunteer("Bo")
    bring(line, f",{EVENING},2,Ada; Bo")
    bo = next(
        v
        for v in line.desk.store.roster.get_all(line.desk.store.roster.all_ids())
        if v.name == "Bo"
    )
    line.desk.store.roster.keep(bo.id, {"unreachable": "opted_out"}, now=line.now(), plan={})

    said = bring(line, "1,2026-03-06 18:00,2026-03-06 22:00,2,")

    assert said[1:] == [
        "  Please note: Ada is told by text.",
        "  Please note: no text reaches Bo: please tell them.",
    ]
    ada.expects("Your shift 1 has changed. Instead of Thu 5 Mar", "it is now Fri 6 Mar")


def test_a_seat_on_a_shift_that_runs_brings_its_volunteer_to_whoever_waits(
    line: Line, ada: Phone
) -> None:
    caller = line.phone()
    caller.texts("is anyone there?", to=MAIN)
    caller.expects("not an emergency service")
    caller.expects("No peer is here right now")
    bring(line, ",2026-03-04 09:00,2026-03-04 12:00,1,Ada")
    ada.expects("TAKE 1")
    ada.expects("Welcome, Ada")


@pytest.mark.parametrize("what", ["an added shift", "a claim", "a release"])
def test_whoever_changed_the_roster_meanwhile_is_heeded(
    line: Line, operator: Operator, ada: Phone, what: str
) -> None:
    bring(line, f",{EVENING},2,", ",2026-03-09 18:00,2026-03-09 22:00,2,")
    table = shift_file.read(
        line.desk, content(f"1,{EVENING},2,Ada", ",2026-03-07 18:00,2026-03-07 22:00,2,")
    )
    meanwhile: dict[str, tuple[str, ...]] = {
        "an added shift": ("shifts", "add", "2026-03-07 18:00", "2026-03-07 22:00"),
        "a claim": ("claims", "add", "1", "Ada"),
        "a release": ("claims", "add", "2", "Ada"),
    }
    operator.does(*meanwhile[what])

    done = shift_file.apply(line.desk, table)

    told = list(shift_file.told(line.desk, done))
    expected = {
        "an added shift": [
            "~ shift 1, 2026-03-05 18:00-05:00: now claimed by Ada too",
            "= 1 unchanged",
        ],
        "a claim": ["+ 2026-03-07 18:00-05:00, 2 seats", "= 1 unchanged"],
        "a release": [
            "~ shift 1, 2026-03-05 18:00-05:00: now claimed by Ada too",
            "+ 2026-03-07 18:00-05:00, 2 seats",
        ],
    }
    assert told == expected[what]
    starts = [row["starts"] for row in operator.reads("shifts", "list")]
    assert len(starts) == len(set(starts)) == 3


def test_what_can_be_no_more_is_refused_and_nothing_is_written(
    line: Line, operator: Operator, ada: Phone
) -> None:
    line.volunteer("Bo")
    bring(line, f",{EVENING},1,")
    table = shift_file.read(
        line.desk, content(f"1,{EVENING},1,Ada", ",2026-03-07 18:00,2026-03-07 22:00,2,")
    )
    operator.does("claims", "add", "1", "Bo")
    before = line.everything_stored()

    with pytest.raises(RefusedError, match="line 2, column claimed: has more names than there are"):
        shift_file.apply(line.desk, table)
    assert line.everything_stored() == before


def test_every_change_has_its_line_in_the_journal_with_who_it_was(
    line: Line, operator: Operator, ada: Phone, tmp_path: Path
) -> None:
    operator.does("shifts", "add", "2026-03-05 18:00", "2026-03-05 22:00")
    operator.does("shifts", "add", "2026-03-06 18:00", "2026-03-06 22:00")
    file = tmp_path / "shifts.csv"
    file.write_bytes(content(f"1,{EVENING},3,Ada", ",2026-03-07 18:00,2026-03-07 22:00,2,"))
    operator.does("shifts", "import", str(file), "--replace", "2026-03-05", "2026-03-07")

    entries = line.desk.store.connection.xrange(line.desk.store.keys.journal())
    said = [(fields["event"], fields.get("what"), fields["by"]) for _, fields in entries]
    assert said[2:] == [
        ("shift_changed", "seats", "operator"),
        ("claimed", None, "operator"),
        ("shift_added", None, "operator"),
        ("shift_removed", None, "operator"),
    ]
