"""Shifts and claims brought in from a spreadsheet: what comes, changes and goes, all of it or nothing."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.operator import Operator
from tests.stories.line import Line
from warmline.volunteers.shifts import Channel

HEADING = "code,start,end,seats,claimed,languages,experience,training,channel"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "shifts.csv"


@pytest.fixture
def imports(operator: Operator, file: Path) -> Callable[..., list[str]]:
    """Bring a table in; what was said."""

    def bring(*rows: str, options: tuple[str, ...] = (), heading: str = HEADING) -> list[str]:
        file.write_text("\n".join([heading, *rows]), encoding="utf-8")
        return operator.does("shifts", "import", str(file), *options).out.splitlines()

    return bring


@pytest.fixture
def is_refused(line: Line, operator: Operator, file: Path) -> Callable[..., list[str]]:
    """A table that cannot be brought in, and of which nothing at all is written; why."""

    def refused(*rows: str, options: tuple[str, ...] = (), heading: str = HEADING) -> list[str]:
        file.write_text("\n".join([heading, *rows]), encoding="utf-8")
        before = line.everything_stored()
        why = operator.is_refused("shifts", "import", str(file), *options).splitlines()
        assert line.everything_stored() == before
        assert why[0] == "Nothing was changed:"
        return why[1:]

    return refused


Imports = Callable[..., list[str]]


def test_shifts_come_with_all_that_they_ask_for(
    line: Line, operator: Operator, imports: Imports
) -> None:
    line.volunteer("Ada", languages=("en", "es"))
    needs = "languages es, experience grief, training safety"
    said = imports(
        ",2026-03-05 18:00,2026-03-05 22:00,3,Ada,es,grief,safety,text",
        ",2026-03-06 18:00,2026-03-06 22:00,,,,,,",
    )
    assert said == [
        f"+ 2026-03-05 18:00-05:00, 3 seats, {needs}, channel text, claimed by Ada",
        "  Please note: Ada: lived experience is needed (grief).",
        "  Please note: Ada: a training is needed that is valid on that day (safety).",
        "+ 2026-03-06 18:00-05:00, 2 seats",
        "Done.",
    ]
    assert [
        (row["code"], row["seats"], row["claimed"]) for row in operator.reads("shifts", "list")
    ] == [(1, 3, ["Ada"]), (2, 2, [])]
    first = line.desk.store.shifts.by_code(1)
    assert first
    assert (first.needs.languages, first.channel) == (frozenset({"es"}), Channel.TEXT)


def test_a_code_says_which_shift_is_changed_and_the_change_is_shown_first(
    line: Line, operator: Operator, imports: Imports
) -> None:
    imports(",2026-03-05 18:00,2026-03-05 22:00,2,,,,,")
    row = "1,2026-03-05 19:00,2026-03-05 22:00,3,,es,,,"
    changes = (
        "~ shift 1, 2026-03-05 18:00-05:00: starts 2026-03-05 18:00-05:00 -> "
        "2026-03-05 19:00-05:00; seats 2 -> 3; languages any -> es"
    )
    before = line.everything_stored()
    assert imports(row, options=("--dry-run",)) == [changes, "Nothing was changed."]
    assert line.everything_stored() == before

    assert imports(row) == [changes, "Done."]
    (shift,) = operator.reads("shifts", "list")
    assert (shift["code"], shift["starts"], shift["seats"]) == (1, "2026-03-05 19:00-05:00", 3)
    assert imports(row) == ["= 1 unchanged", "Done."]


def test_a_column_that_is_missing_leaves_things_as_they_are(line: Line, imports: Imports) -> None:
    imports(",2026-03-05 18:00,2026-03-05 22:00,3,,es,grief,safety,text")
    said = imports("1,2026-03-05 18:00,2026-03-05 22:00", heading="code,start,end")
    assert said == ["= 1 unchanged", "Done."]
    assert imports("1,2026-03-05 18:00,2026-03-05 22:00,", heading="code,start,end,languages") == [
        "~ shift 1, 2026-03-05 18:00-05:00: languages es -> any",
        "Done.",
    ]


def test_without_a_code_the_same_shift_is_known_by_its_times(
    line: Line, imports: Imports, is_refused: Imports
) -> None:
    row = "2026-03-05 18:00,2026-03-05 22:00,2"
    imports(row, heading="start,end,seats")
    assert imports(row, heading="start,end,seats") == ["= 1 unchanged", "Done."]
    (why,) = is_refused(f"{row[:-1]}3", heading="start,end,seats")
    assert why.startswith("line 2: shift 1 of these times is otherwise: give its code to change it")

    assert imports("new,2026-03-05 18:00,2026-03-05 22:00,3,,,,,")[0].startswith("+ ")
    two = is_refused(
        row.replace("-05 ", "-09 "), row.replace("-05 ", "-09 "), heading="start,end,seats"
    )
    assert two == ["line 3: the same shift stands in the table twice"]


def test_every_bad_place_is_named_and_nothing_at_all_is_imported(
    line: Line, is_refused: Imports
) -> None:
    line.volunteer("Ada")
    why = is_refused(
        ",2026-03-05 18:00,2026-03-05 22:00,2,Ada,,,,",
        ",24/11/2026 18:00,11/24/2026 22:00,2,,,,,",
        ",2026-03-08 02:30,2026-03-08 06:00,2,,,,,",
        "x1,2026-03-06 18:00,2026-03-06 22:00,51,Ghost,english,a b-c,d!,phone",
        ",2026-03-07 18:00,2026-03-07 22:00,0,Ada,,,,",
        ",2026-03-01 18:00,2026-03-01 22:00,1,,,,,",
    )
    year_first = "must have the year first, like 2026-11-24 18:00: 3/4 may be either of two days"
    assert why == [
        f"line 3, column start: {year_first}",
        f"line 3, column end: {year_first}",
        "line 4, column start: does not exist: the clocks go forward over it that night",
        "line 5, column code: must be a number, empty or new",
        (
            "line 5, column claimed: Nobody on the roster has that name or id. "
            "See: warmline volunteers list"
        ),
        "line 5, column languages: must be codes of two or three letters, such as es",
        "line 5, column experience: must be single words, such as anxiety",
        "line 5, column training: must be single words, such as anxiety",
        "line 5, column channel: must be any, text, voice",
        "line 5: seats must be from 1 to 50",
        "line 6: seats must be from 1 to 50",
        "line 7: it would be over already",
    ]


def test_nobody_gets_two_shifts_at_once_nor_a_seat_that_is_not_there(
    line: Line, operator: Operator, imports: Imports, is_refused: Imports
) -> None:
    (_, ada), _ = (line.volunteer(name) for name in ("Ada", "Bo"))
    imports(",2026-03-05 18:00,2026-03-05 22:00,1,Ada,,,,")
    assert is_refused(",2026-03-05 21:00,2026-03-05 23:00,1,Ada,,,,") == [
        "line 2, column claimed: Ada has shift 1 at that time already"
    ]
    assert is_refused(
        ",2026-03-09 18:00,2026-03-09 22:00,1,Bo,,,,",
        ",2026-03-09 21:00,2026-03-09 23:00,1,Bo,,,,",
    ) == [
        "line 2, column claimed: Bo has the shift of line 3 at that time",
        "line 3, column claimed: Bo has the shift of line 2 at that time",
    ]
    assert is_refused("1,2026-03-05 18:00,2026-03-05 22:00,1,Bo,,,,") == [
        "line 2, column claimed: has more names than there are seats"
    ]
    # a shift of hers that the same table moves out of the way is in the way no more
    assert (
        imports(
            "1,2026-03-06 18:00,2026-03-06 22:00,1,,,,,",
            ",2026-03-05 21:00,2026-03-05 23:00,1,Ada,,,,",
        )[-1]
        == "Done."
    )
    claims = {row["starts"]: row["claimed"] for row in operator.reads("shifts", "list")}
    assert claims == {"2026-03-05 21:00-05:00": ["Ada"], "2026-03-06 18:00-05:00": ["Ada"]}
    ada.expects("it is now Fri 6 Mar 6-10 pm")


def test_a_claimed_shift_is_not_made_smaller_than_its_claims(
    line: Line, imports: Imports, is_refused: Imports
) -> None:
    for name in ("Ada", "Bo"):
        line.volunteer(name)
    imports(",2026-03-05 18:00,2026-03-05 22:00,2,Ada; Bo,,,,")
    assert is_refused("1,2026-03-05 18:00,2026-03-05 22:00,1,,,,,") == [
        "line 2, column seats: must be 2 at least: so many are claimed"
    ]
    twice = "1,2026-03-05 18:00,2026-03-05 22:00,2,,,,,"
    assert is_refused(twice, twice) == ["line 3, column code: stands in the table twice"]


def test_nothing_goes_unless_days_are_to_be_replaced_and_claimed_shifts_stay_even_then(
    line: Line, operator: Operator, imports: Imports
) -> None:
    line.volunteer("Ada")
    rows = [f",2026-03-{day:02} 18:00,2026-03-{day:02} 22:00,2,,,,," for day in range(5, 10)]
    imports(*rows)
    operator.does("claims", "add", "3", "Ada")
    assert imports(rows[0]) == ["= 1 unchanged", "Done."]

    said = imports(rows[1], options=("--replace", "2026-03-06", "2026-03-08"))
    assert said == [
        "- shift 4, 2026-03-08 18:00-04:00",
        "! shift 3, 2026-03-07 18:00-05:00, stays: it is claimed by Ada",
        "= 1 unchanged",
        "Done.",
    ]
    assert [row["code"] for row in operator.reads("shifts", "list")] == [1, 2, 3, 5]
    backwards = ("--replace", "2026-03-08", "2026-03-06")
    file = operator.runs("shifts", "import", "no-such-file", *backwards)
    assert file.exit_code == 2


def test_excels_own_ways_of_writing_a_table_are_read(
    line: Line, operator: Operator, file: Path
) -> None:
    line.volunteer("José")
    row = "2026-03-05 18:00;2026-03-05 22:00:00;1;José"
    for content in (
        codecs.BOM_UTF8 + f"Start;End;Seats;Claimed\r\n{row}\r\n;;;\r\n".encode(),
        f"start;end;seats;claimed\r\n{row}\r\n".encode("cp1252"),
        f"start\tend\tseats\tclaimed\r\n{row.replace(';', chr(9))}\r\n".encode("utf-16"),
    ):
        file.write_bytes(content)
        operator.does("shifts", "import", str(file))
    (shift,) = operator.reads("shifts", "list")
    assert (shift["claimed"], shift["seats"]) == (["José"], 1)


def test_two_thousand_rows_are_imported_at_once_and_one_more_is_too_many(
    line: Line, operator: Operator, file: Path
) -> None:
    days = [
        (month, day, hour) for month in range(4, 9) for day in range(1, 29) for hour in range(24)
    ]
    rows = [f"2026-{m:02}-{d:02} {h:02}:00,2026-{m:02}-{d:02} {h:02}:30" for m, d, h in days]
    file.write_text("\n".join(["start,end", *rows[:2001]]), encoding="utf-8")
    refused = operator.is_refused("shifts", "import", str(file))
    assert refused.splitlines()[1:] == [
        "line 2002: is one row too many: at most 2,000 are imported at once"
    ]

    file.write_text("\n".join(["start,end", *rows[:2000]]), encoding="utf-8")
    assert operator.does("shifts", "import", str(file)).out.endswith("Done.\n")
    assert len(operator.reads("shifts", "list")) == 2000
