"""The auditor: everything open has a next moment, the heartbeat says so outside, and a fault silences it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.stories.line import MAIN, Line
from tests.stories.phoning_each_other import in_touch, together
from tests.stories.siren import Siren
from warmline.flows import heartbeat
from warmline.flows.auditing import audit
from warmline.ids import ContactId


@pytest.fixture
def siren(environ: dict[str, str]) -> Iterator[Siren]:
    siren = Siren()
    environ["WARMLINE_HEARTBEAT_URL"] = f"{siren.url}/beat"
    yield siren
    siren.close()


def _busy(line: Line) -> ContactId:
    """A talk, somebody who waits, and an open page."""
    kit = line.volunteer("Kit", coordinator=True)[1]
    ada, caller, other = line.peer("Ada"), line.phone(), line.phone()
    line.in_touch(caller, ada)
    ada.texts("BACKUP", to=MAIN)
    ada.expects("asking a coordinator")
    kit.expects("asks for backup")
    other.texts("hello", to=MAIN)
    other.expects("not an emergency service")
    other.expects("looking for a peer")
    return line.desk.store.contacts.open()[0]


def test_in_a_busy_line_nothing_is_forgotten(line: Line) -> None:
    _busy(line)
    found = audit(line.desk)
    assert (found.contacts, found.pages, found.forgotten) == (2, 1, ())


def test_what_is_without_a_next_moment_is_found(line: Line) -> None:
    contact, schedule, keys = _busy(line), line.desk.store.schedule, line.desk.store.keys
    (page,) = line.desk.store.pages.open()

    schedule.done(keys.contact(contact))
    schedule.done(keys.page(page))

    found = {(one.what, one.id): one.why for one in audit(line.desk).forgotten}
    assert found == {
        ("contact", contact): "has no next moment",
        ("page", page): "has no next moment",
    }


def test_a_call_within_a_conversation_that_would_hang_is_found(line: Line) -> None:
    ring, back = together(line)
    (contact,), schedule = line.desk.store.contacts.open(), line.desk.store.schedule
    key = line.desk.store.keys.contact(contact)
    assert audit(line.desk).forgotten == ()
    schedule.set(key, line.minutes_from_now(20))  # as a talk by text would be left

    (found,) = audit(line.desk).forgotten

    assert (found.what, found.id) == ("phoning", contact)
    assert "too late" in found.why
    schedule.done(key)
    assert {one.what for one in audit(line.desk).forgotten} == {"contact", "phoning"}
    schedule.set(key, line.now())
    back.hangs_up()
    ring.is_over()
    line.phones.reset()


def test_a_question_about_a_call_that_would_never_lapse_is_found(line: Line) -> None:
    ada, caller = in_touch(line)
    ada.texts("CALL", to=MAIN)
    ada.expects("I am asking")
    caller.expects("text CALL")
    (contact,), schedule = line.desk.store.contacts.open(), line.desk.store.schedule
    assert audit(line.desk).forgotten == ()
    schedule.set(line.desk.store.keys.contact(contact), line.minutes_from_now(20))
    assert [one.what for one in audit(line.desk).forgotten] == ["phoning"]


def test_what_would_be_looked_at_only_in_many_days_is_found(line: Line) -> None:
    contact, schedule = _busy(line), line.desk.store.schedule
    schedule.set(line.desk.store.keys.contact(contact), line.minutes_from_now(60 * 24 * 7))
    assert [one.id for one in audit(line.desk).forgotten] == [contact]


def test_looks_that_are_late_are_found(line: Line) -> None:
    _busy(line)
    line.it_is(line.minutes_from_now(5))
    assert [one.what for one in audit(line.desk).forgotten] == ["look"]
    line.settles()
    line.phones.reset()


def test_the_heartbeat_is_heard_while_all_is_well_and_silent_when_something_is_forgotten(
    siren: Siren, line: Line
) -> None:
    contact = _busy(line)
    heartbeat.arm(line.desk)
    line.settles()
    assert siren.beats == 1
    line.passes(seconds=61)
    assert siren.beats == 2

    line.desk.store.schedule.done(line.desk.store.keys.contact(contact))
    line.passes(seconds=61)
    assert siren.beats == 2
    assert line.desk.store.signals.outcome("heartbeat").failures == 1

    line.desk.store.schedule.set(line.desk.store.keys.contact(contact), line.now())
    line.passes(seconds=61)
    assert siren.beats == 3
    line.phones.reset()


def test_a_heartbeat_that_nobody_hears_is_given_again(siren: Siren, line: Line) -> None:
    siren.deaf = True
    heartbeat.arm(line.desk)
    line.settles()
    assert line.desk.store.signals.outcome("heartbeat").failures == 1

    siren.deaf = False
    line.passes(seconds=61)
    assert siren.beats == 1
