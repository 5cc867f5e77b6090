"""A line whose operator has not allowed it: no coordinator listens to a call."""

from __future__ import annotations

from tests.stories.calling import in_a_talk, phone_of
from tests.stories.line import MAIN, Line


def test_a_line_that_does_not_allow_it_says_so(line: Line) -> None:
    _, kit = line.volunteer("Kit", coordinator=True)
    caller, peer = in_a_talk(line)
    (contact,) = line.desk.store.contacts.open()
    found = line.desk.store.contacts.get(contact)
    assert found
    kit.texts(f"LISTEN {found.code}", to=MAIN)
    kit.expects("switched off")
    phone_of(peer).expects_nothing()
    assert kit.all_calls() == []
    caller.is_with(peer)


def test_callers_of_other_lines_are_told_nothing_of_it(line: Line) -> None:
    assert "listen" not in line.phone().calls(MAIN).hears("crisis line")
