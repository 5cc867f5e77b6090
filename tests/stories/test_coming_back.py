"""Somebody who left at risk comes back within a day: they go first, and their peer has a quiet word."""

from __future__ import annotations

import pytest

from tests.stories.at_risk import left_at_risk
from tests.stories.line import MAIN, Line
from warmline.phone import PhoneNumber
from warmline.simulator.handset import Phone


@pytest.fixture
def kit(line: Line) -> Phone:
    return line.volunteer("Kit", coordinator=True)[1]


def _rank(line: Line, caller: Phone) -> int:
    store = line.desk.store
    person = store.people.get(store.people.key_of(PhoneNumber(caller.number)))
    opened = person.contact or person.call
    assert opened is not None
    contact = store.contacts.get(opened)
    assert contact is not None
    return contact.rank


def test_whoever_writes_again_within_a_day_goes_first_and_the_peer_has_a_quiet_note(
    line: Line, kit: Phone
) -> None:
    caller = left_at_risk(line, kit)
    line.passes(minutes=5)
    caller.texts("hello again", to=MAIN)
    caller.expects("No peer is here")
    assert _rank(line, caller) == 2

    ada = line.peer("Ada")

    line.takes(ada)
    ada.expects("hello again")
    ada.expects("within the last day", "at risk then")
    caller.expects("Ada is here")


def test_whoever_phones_within_a_day_goes_first_as_well(line: Line, kit: Phone) -> None:
    caller = left_at_risk(line, kit)
    caller.calls(MAIN)
    assert _rank(line, caller) == 2


def test_delete_forgets_it(line: Line, kit: Phone) -> None:
    caller = left_at_risk(line, kit)
    caller.texts("DELETE", to=MAIN)
    caller.expects()
    caller.texts("hello", to=MAIN)
    caller.expects("not an emergency service")
    caller.expects("No peer is here")
    assert _rank(line, caller) == 0
