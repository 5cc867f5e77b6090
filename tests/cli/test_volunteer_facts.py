"""What a coordinator says about a volunteer besides their name: zone, trainings, probation."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.operator import Operator
from tests.stories.line import MAIN, Line
from warmline.errors import RefusedError
from warmline.flows.office import roster_changes
from warmline.volunteers.particulars import MUST_BE_TRAINING, Particulars


def facts(operator: Operator, name: str) -> tuple[str | None, list[str], bool]:
    shown = operator.reads("volunteers", "show", name)
    return shown["zone"], shown["training"], shown["probation"]


def test_zone_trainings_and_probation_are_said_when_someone_comes(
    line: Line, operator: Operator
) -> None:
    phone = line.phone()
    operator.does(
        "volunteers", "add", "Ada", phone.number, "--zone", "Europe/London", "--probation",
        "--training", "Safety=2027-01-31", "--training", "listening=2026-12-01",
    )  # fmt: skip
    phone.expects("You are now a volunteer")

    trainings = ["listening=2026-12-01", "safety=2027-01-31"]
    assert facts(operator, "Ada") == ("Europe/London", trainings, True)
    assert operator.reads("volunteers", "list")[0]["zone"] == "Europe/London"


def test_a_training_is_renewed_or_added_and_the_others_stay(line: Line, operator: Operator) -> None:
    line.volunteer("Ada")
    operator.does("volunteers", "edit", "Ada", "--training", "safety=2026-01-31", "--probation")
    operator.does("volunteers", "edit", "Ada", "--training", "listening=2026-12-01")
    operator.does("volunteers", "edit", "Ada", "--training", "safety=2027-01-31", "--zone", "UTC")
    assert facts(operator, "Ada") == ("UTC", ["listening=2026-12-01", "safety=2027-01-31"], True)

    operator.does(
        "volunteers", "edit", "Ada", "--no-training", "--training", "safety=2027-01-31",
        "--no-probation", "--zone", "",
    )  # fmt: skip
    assert facts(operator, "Ada") == (None, ["safety=2027-01-31"], False)


@pytest.mark.parametrize(
    ("option", "value", "why"),
    [
        ("--zone", "Europe/Londres", "zone must be the name of a time zone, such as Europe/London"),
        ("--zone", "../etc/passwd", "zone must be the name of a time zone"),
        ("--zone", "America", "zone must be the name of a time zone"),
        ("--training", "safety", "training must be written like safety=2027-01-31"),
        ("--training", "safety=31/01/2027", "training must be written like safety=2027-01-31"),
        ("--training", "safe ty=2027-01-31", "training must be written like safety=2027-01-31"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_changed(
    line: Line, operator: Operator, option: str, value: str, why: str
) -> None:
    line.volunteer("Ada")
    before = line.everything_stored()

    assert why in operator.is_refused("volunteers", "edit", "Ada", option, value)
    assert line.everything_stored() == before


def test_an_edit_does_not_undo_another_that_was_made_meanwhile(
    line: Line, operator: Operator
) -> None:
    ada, _ = line.volunteer("Ada")
    read = Particulars.of(ada)
    operator.does("volunteers", "edit", "Ada", "--zone", "Europe/London")

    with pytest.raises(RefusedError, match="Somebody else changed that volunteer"):
        roster_changes.edit(line.desk, ada, replace(read, capacity=2))
    assert facts(operator, "Ada")[0] == "Europe/London"
    again = roster_changes.edit(line.desk, ada, replace(read, zone="Europe/London"))
    assert again.zone == "Europe/London"


def test_the_journal_says_who_changed_what(line: Line, operator: Operator) -> None:
    ada, _ = line.volunteer("Ada")
    operator.does("volunteers", "edit", "Ada", "--zone", "Europe/London", "--capacity", "2")

    (_, entry), *_ = line.desk.store.connection.xrange(line.desk.store.keys.journal())
    said = {name: value for name, value in entry.items() if name != "at"}
    assert said == {
        "event": "volunteer_edited",
        "volunteer": ada.id,
        "what": "capacity zone",
        "by": "operator",
    }


def test_all_of_it_is_in_the_file_and_one_import_is_all_or_nothing(
    line: Line, operator: Operator, tmp_path: Path
) -> None:
    line.volunteer("Ada")
    operator.does(
        "volunteers", "edit", "Ada", "--zone", "Europe/London", "--training", "safety=2027-01-31"
    )
    file = tmp_path / "roster.csv"
    table = operator.does("volunteers", "export", "--with-numbers").out
    file.write_text(table, encoding="utf-8")
    assert operator.does("volunteers", "import", str(file)).out == "= 1 unchanged\nDone.\n"

    lines = [
        table.replace("Europe/London", "").replace("safety=2027-01-31", "safety=2028-01-31"),
        ",Bo,+15550110902,no,en,,1,Europe/Paris,first_aid=2027-05-01; safety=2027-05-01,yes\n",
        ",Cy,+15550110903,no,en,,1,Nowhere/Land,safety,perhaps\n",
    ]
    before = line.everything_stored()
    file.write_text("".join(lines), encoding="utf-8")
    assert operator.is_refused("volunteers", "import", str(file)).splitlines() == [
        "Nothing was changed:",
        "line 4, column probation: must be yes or no",
        f"line 4, column training: {MUST_BE_TRAINING}",
        "line 4, column zone: must be the name of a time zone, such as Europe/London",
    ]
    assert line.everything_stored() == before

    file.write_text("".join(lines[:2]), encoding="utf-8")
    said = operator.does("volunteers", "import", str(file))
    assert said.out.splitlines() == [
        "~ Ada: zone Europe/London -> ; training safety=2027-01-31 -> safety=2028-01-31",
        "+ Bo (…02)",
        "Done.",
    ]
    assert facts(operator, "Bo") == (
        "Europe/Paris",
        ["first_aid=2027-05-01", "safety=2027-05-01"],
        True,
    )
    line.phones.phone("+15550110902").expects("You are now a volunteer")


def test_while_one_of_the_new_phones_is_a_callers_nobody_is_imported_and_nobody_named(
    line: Line, operator: Operator, tmp_path: Path
) -> None:
    caller = line.phone()
    caller.texts("hello?", to=MAIN)
    caller.expects("not an emergency service")
    caller.expects()
    file = tmp_path / "roster.csv"
    file.write_text(f"name,number\nBo,+15550110902\nCy,{caller.number}\n", encoding="utf-8")
    before = line.everything_stored()

    refused = operator.is_refused("volunteers", "import", str(file))

    assert "One of the new numbers cannot be added just now, so nothing was changed." in refused
    assert "Cy" not in refused
    assert line.everything_stored() == before


def test_who_lives_elsewhere_from_now_on_reads_all_times_by_their_own_clock_at_once(
    line: Line, operator: Operator
) -> None:
    _, ada = line.volunteer("Ada")
    operator.does("shifts", "add", "2026-03-05 18:00", "2026-03-05 22:00")
    operator.does("claims", "add", "1", "Ada")
    ada.texts("MINE", to=MAIN)
    ada.expects("1 Thu 5 Mar 6-10 pm")

    operator.does("volunteers", "edit", "Ada", "--zone", "Europe/London")

    ada.texts("MINE", to=MAIN)
    ada.expects("1 Thu 5 Mar 11 pm-3 am", "Times are those of London.")
    ada.texts("ON 60", to=MAIN)
    ada.expects("today at 4 pm (London time)")
    ada.texts("PAUSE 30", to=MAIN)
    ada.expects("Paused until today at 3:30 pm (London time)")
