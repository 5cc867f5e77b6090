"""The roster, kept from the command line."""

from __future__ import annotations

import pytest

from tests.cli.operator import Operator
from tests.stories.line import MAIN, POOL, Line


def journal(line: Line) -> list[str]:
    entries = line.desk.store.connection.xrange(line.desk.store.keys.journal())
    return [fields["event"] for _, fields in entries]


def test_someone_put_on_the_roster_is_welcomed_and_can_come_on(
    line: Line, operator: Operator
) -> None:
    phone = line.phone()

    said = operator.does("volunteers", "add", "Ada Byron", phone.number, "--language", "es")

    assert "Ada Byron is on the roster" in said.out
    phone.expects("You are now a volunteer of Maple Line", "STOP", sender=MAIN)
    assert journal(line) == ["volunteer_added"]
    phone.texts("ON", to=MAIN)
    phone.expects("You are on")


def test_the_roster_is_listed_without_numbers(line: Line, operator: Operator) -> None:
    phone = line.phone()
    operator.does(
        "volunteers", "add", "Ada", phone.number, "--experience", "Anxiety", "--capacity", "2",
        "--coordinator",
    )  # fmt: skip
    phone.expects("You are now a volunteer")

    (row,) = operator.reads("volunteers", "list")

    assert row.pop("id").startswith("v")
    assert row == {
        "name": "Ada",
        "phone": f"…{phone.number[-2:]}",
        "coordinator": True,
        "languages": ["en"],
        "experience": ["anxiety"],
        "capacity": 2,
        "zone": None,
        "training": [],
        "probation": False,
        "unreachable": None,
    }
    for words in (
        ["list"],
        ["list", "--json"],
        ["show", "Ada"],
        ["show", "Ada", "--json"],
        ["export"],
    ):
        assert phone.number[1:] not in operator.does("volunteers", *words).out


@pytest.mark.parametrize(
    ("number", "why"),
    [
        (POOL[1], "one of the line's own numbers"),
        ("12", "no possible phone number"),
        ("hello", "no possible phone number"),
        ("+19005550100", "premium"),
    ],
)
def test_a_number_that_cannot_be_is_refused(
    line: Line, operator: Operator, number: str, why: str
) -> None:
    refused = operator.is_refused("volunteers", "add", "Ada", number)

    assert why in refused
    assert number not in refused
    assert operator.reads("volunteers", "list") == []


@pytest.mark.parametrize("capacity", ["0", "4", "-1"])
def test_nobody_talks_with_none_or_with_more_than_three_at_once(
    line: Line, operator: Operator, capacity: str
) -> None:
    refused = operator.is_refused(
        "volunteers", "add", "Ada", "+15550110901", "--capacity", capacity
    )

    assert "capacity must be from 1 to 3" in refused


def test_a_phone_belongs_to_one_volunteer(line: Line, operator: Operator) -> None:
    _, phone = line.volunteer("Ada")

    assert "on the roster already" in operator.is_refused("volunteers", "add", "Eve", phone.number)


def test_who_is_reaching_out_just_now_is_not_told_to_an_operator(
    line: Line, operator: Operator
) -> None:
    caller = line.phone()
    caller.texts("hello?", to=MAIN)
    caller.expects("not an emergency service")
    caller.expects()

    refused = operator.is_refused("volunteers", "add", "Cy", caller.number)

    assert refused == "That number cannot be added just now. Please try again later.\n"


def test_what_is_known_of_a_volunteer_can_be_changed(line: Line, operator: Operator) -> None:
    volunteer, _ = line.volunteer("Ada", experience=("grief",))

    operator.does(
        "volunteers", "edit", "ada", "--name", "Ada B", "--coordinator", "--capacity", "3"
    )
    operator.does("volunteers", "edit", volunteer.id, "--experience", "anxiety")

    shown = operator.reads("volunteers", "show", "Ada B")
    assert (shown["name"], shown["coordinator"], shown["capacity"]) == ("Ada B", True, 3)
    assert shown["experience"] == ["anxiety"]
    assert line.desk.store.roster.experiences() == {"anxiety"}
    assert line.desk.store.roster.coordinators() == [volunteer.id]
    assert journal(line) == ["volunteer_edited", "volunteer_edited"]

    operator.does("volunteers", "edit", volunteer.id, "--no-coordinator", "--no-experience")
    assert line.desk.store.roster.coordinators() == []
    assert line.desk.store.roster.experiences() == set()


def test_of_two_with_one_name_it_must_be_said_who_is_meant(line: Line, operator: Operator) -> None:
    first, _ = line.volunteer("Sam")
    second, _ = line.volunteer("Sam")

    refused = operator.is_refused("volunteers", "remove", "Sam")

    assert first.id in refused
    assert second.id in refused
    operator.does("volunteers", "remove", first.id)
    assert [row["id"] for row in operator.reads("volunteers", "list")] == [second.id]


def test_nobody_is_taken_off_while_someone_talks_with_them(line: Line, operator: Operator) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)

    assert "is talking with someone" in operator.is_refused("volunteers", "remove", "Ada")

    ada.texts("still here", to=MAIN)
    caller.expects("still here")


def test_whoever_was_offered_to_someone_taken_off_is_offered_to_another(
    line: Line, operator: Operator
) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    caller.texts("anyone?", to=MAIN)
    caller.expects("not an emergency service")
    caller.expects("looking for a peer")
    ada.expects("TAKE")

    operator.does("volunteers", "remove", "Ada")
    caller.expects("No peer is here right now")
    bo = line.peer("Bo")

    bo.expects("TAKE")
    assert journal(line).count("volunteer_removed") == 1


def test_a_larger_capacity_is_made_use_of_at_once(line: Line, operator: Operator) -> None:
    ada = line.peer("Ada")
    first, second = line.phone(), line.phone()
    line.in_touch(first, ada)
    second.texts("me too", to=MAIN)
    second.expects("not an emergency service")
    second.expects("looking for a peer")

    operator.does("volunteers", "edit", "Ada", "--capacity", "2")

    ada.expects("TAKE")
