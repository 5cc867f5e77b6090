"""The roster as a spreadsheet."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from tests.cli.operator import Operator
from tests.stories.line import Line

ADA, BO = "+15550110901", "+15550110902"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "roster.csv"


def welcomed(line: Line, *numbers: str) -> None:
    for number in numbers:
        line.phones.phone(number).expects("You are now a volunteer")


@pytest.mark.parametrize(
    "content",
    [
        f"name,number\nAda,{ADA}\nBo,{BO}\n".encode(),
        codecs.BOM_UTF8 + f"Name;Number\r\nAda;{ADA}\r\nBo;{BO}\r\n".encode(),
        f'"name"\t"number"\n"Ada"\t"{ADA}"\n\n"Bo"\t"{BO}"\n'.encode("utf-16"),
        f"number;name;capacity\n{ADA[1:]};Ada;\n'{BO};Bo;1\n;;\n".encode("cp1252"),
    ],
    ids=["plain", "Excel in Europe", "Excel's Unicode text", "numbers as Excel keeps them"],
)
def test_it_is_read_as_spreadsheets_write_it(
    line: Line, operator: Operator, file: Path, content: bytes
) -> None:
    file.write_bytes(content)

    operator.does("volunteers", "import", str(file))

    assert [row["name"] for row in operator.reads("volunteers", "list")] == ["Ada", "Bo"]
    welcomed(line, ADA, BO)


def test_quotes_accents_and_line_breaks_in_a_cell_are_no_trouble(
    line: Line, operator: Operator, file: Path
) -> None:
    file.write_text(f'name,number,languages\n"José\nGarcía",{ADA},"es, en"\n', encoding="utf-8")

    operator.does("volunteers", "import", str(file))

    (row,) = operator.reads("volunteers", "list")
    assert (row["name"], row["languages"]) == ("José García", ["en", "es"])
    welcomed(line, ADA)


def test_every_bad_place_is_named_and_nothing_is_imported(
    line: Line, operator: Operator, file: Path
) -> None:
    rows = [
        "name,number,coordinator,languages,experience,capacity",
        f"Ada,{ADA},,,,",
        "Bo,1.555E+10,,,,",
        f"=SUM(A1),{BO},,,,",
        "Cy,+15550110903,perhaps,english,panic,9",
        f"Dee,{ADA},,,,",
        "Eve,12345678901234567890,,,,",
    ]
    file.write_text("\n".join(rows), encoding="utf-8")

    refused = operator.is_refused("volunteers", "import", str(file))

    assert refused.splitlines() == [
        "Nothing was changed:",
        "line 3, column number: a spreadsheet has shortened it; make the column text",
        "line 4, column name: must begin with a letter",
        "line 5, column coordinator: must be yes or no",
        "line 5, column languages: must be codes of two or three letters, such as es",
        "line 5, column capacity: must be from 1 to 3",
        "line 6, column number: stands in the table twice",
        "line 7, column number: That is no possible phone number. Write it as +15550100, with a plus.",
    ]
    assert operator.reads("volunteers", "list") == []


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "the file is empty"),
        (b"\x00\x01\x02", "not text"),
        (b"name\nAda\n", "column number: is missing from the heading"),
        (b"name,number,number\n", "column number: stands twice in the heading"),
        (b"name,number,shoe\n", "column shoe: is none of"),
        (b'name,number\n"Ada,+15550110901\n', "line 2: the quotes are not closed"),
        (b"name,number\nAda,+15550110901,what,is,this\n", "line 2: has more cells"),
    ],
)
def test_what_is_no_table_is_refused(
    line: Line, operator: Operator, file: Path, content: bytes, why: str
) -> None:
    file.write_bytes(content)

    assert why in operator.is_refused("volunteers", "import", str(file))


def test_a_table_without_a_heading_does_not_get_its_numbers_repeated(
    line: Line, operator: Operator, file: Path
) -> None:
    file.write_text(f"Ada Byron,{ADA}\n", encoding="utf-8")

    assert ADA[1:] not in operator.is_refused("volunteers", "import", str(file))


def test_a_dry_run_shows_what_would_change_and_changes_nothing(
    line: Line, operator: Operator, file: Path
) -> None:
    _, phone = line.volunteer("Bo")
    file.write_text(f"name,number,capacity\nAda,{ADA},2\nBob,{phone.number},1\n", encoding="utf-8")

    said = operator.does("volunteers", "import", str(file), "--dry-run")

    assert said.out.splitlines() == ["+ Ada (…01)", "~ Bo: name Bo -> Bob", "Nothing was changed."]
    assert [row["name"] for row in operator.reads("volunteers", "list")] == ["Bo"]


def test_what_is_exported_with_numbers_can_be_imported_and_changes_nothing(
    line: Line, operator: Operator, file: Path
) -> None:
    line.volunteer("José", languages=("es", "en"), experience=("grief", "anxiety"), capacity=3)
    line.volunteer("Sam", coordinator=True)

    file.write_text(operator.does("volunteers", "export", "--with-numbers").out, encoding="utf-8")
    said = operator.does("volunteers", "import", str(file))

    assert said.out.splitlines() == ["= 2 unchanged", "Done."]


def test_a_roster_moves_to_another_line_by_export_and_import(
    line: Line, operator: Operator, file: Path
) -> None:
    operator.does("volunteers", "add", "Ada", ADA, "--experience", "grief", "--coordinator")
    welcomed(line, ADA)
    before = operator.reads("volunteers", "list")
    file.write_text(operator.does("volunteers", "export", "--with-numbers").out, encoding="utf-8")
    operator.does("volunteers", "remove", "Ada")

    operator.does("volunteers", "import", str(file))

    after = operator.reads("volunteers", "list")
    assert [row | {"id": ""} for row in after] == [row | {"id": ""} for row in before]
    welcomed(line, ADA)
