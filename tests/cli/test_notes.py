"""A peer keeps a note on a talk; the caller never sees it, and DELETE takes it along."""

from __future__ import annotations

from tests.cli.operator import Operator
from tests.stories.calling import in_a_talk, phone_of
from tests.stories.line import MAIN, Line


def notes_of(operator: Operator, contact: str) -> list[str]:
    return [
        note["note"] for note in operator.reads("contacts", "show", contact, "--notes")["notes"]
    ]


def test_a_note_is_for_coordinators_and_reading_it_leaves_a_line(
    line: Line, operator: Operator
) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    contact = operator.reads("contacts", "list")[0]["id"]

    ada.texts("NOTE Lost a cat, and sleeps badly.", to=MAIN)

    ada.expects("is kept", "I sent", "nothing")
    caller.expects_nothing()
    assert "notes" not in operator.reads("contacts", "show", contact)
    assert notes_of(operator, contact) == ["Lost a cat, and sleeps badly."]
    (read,) = (one for one in line.desk.store.journal.before() if one.event == "notes_read")
    assert read.about == {"contact": contact, "by": "operator"}
    assert not any("cat" in held for held in line.everything_stored().values())


def test_after_the_talk_there_is_a_day_for_it(line: Line, operator: Operator) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    contact = operator.reads("contacts", "list")[0]["id"]
    ada.texts("DONE", to=MAIN)
    ada.expects("ended")
    caller.expects()
    caller.expects()

    ada.texts("note: we spoke about sleep", to=MAIN)
    ada.expects("is kept")
    line.sleeps_until(line.minutes_from_now(25 * 60))
    ada.texts("note: and about work", to=MAIN)

    ada.expects("kept nothing")
    assert notes_of(operator, contact) == ["we spoke about sleep"]


def test_a_peer_on_the_phone_may_note_as_well(line: Line, operator: Operator) -> None:
    caller, ring = in_a_talk(line)
    contact = operator.reads("contacts", "list")[0]["id"]

    phone_of(ring).texts("Note  calmer now", to=MAIN)

    phone_of(ring).expects("is kept")
    assert notes_of(operator, contact) == ["calmer now"]
    caller.hangs_up()
    phone_of(ring).expects("ended the talk")


def test_with_several_people_a_note_says_whom_it_is_about(line: Line, operator: Operator) -> None:
    ada = line.peer("Ada", capacity=2)
    first, second = line.phone(), line.phone()
    line.in_touch(first, ada)
    second.texts("hi", to=MAIN)
    second.expects("not an emergency service")
    second.expects("looking for a peer")
    line.takes(ada)
    ada.expects("hi")
    second.expects("is here with you")

    ada.texts("NOTE worried about rent", to=MAIN)
    ada.expects("Which one?", "NOTE 1", "NOTE 2")
    ada.texts("NOTE 2 worried about rent", to=MAIN)
    ada.expects("is kept")

    assert notes_of(operator, "1") == []
    assert notes_of(operator, "2") == ["worried about rent"]


def test_delete_takes_notes_along_and_none_is_kept_after_it(line: Line, operator: Operator) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    contact = operator.reads("contacts", "list")[0]["id"]
    ada.texts("NOTE about them", to=MAIN)
    ada.expects("is kept")

    caller.texts("DELETE", to=MAIN)
    caller.expects()
    ada.expects("ended")
    ada.texts("NOTE more about them", to=MAIN)

    ada.expects("kept nothing")
    assert notes_of(operator, contact) == []


def test_a_bare_note_and_one_about_nobody_are_answered(line: Line) -> None:
    ada = line.peer("Ada")
    ada.texts("NOTE", to=MAIN)
    ada.expects("NOTE and your words")
    ada.texts("NOTE hello", to=MAIN)
    ada.expects("kept nothing")
