"""An incident leaves a record: what was read, who was told and came, how it ended; never a word of the caller's."""

from __future__ import annotations

import json

import pytest

from tests.cli.operator import Operator
from tests.stories.line import MAIN, Line
from warmline.simulator.handset import Phone

IMMINENT = "I have the pills in my hand and I'm going to take them all tonight to kill myself"


@pytest.fixture
def kit(line: Line) -> Phone:
    phone = line.volunteer("Kit", coordinator=True)[1]
    phone.never_answers()
    return phone


def _goes_through_it(line: Line, kit: Phone) -> tuple[Phone, Phone]:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    caller.texts(IMMINENT, to=MAIN)
    caller.expects("glad you told us")
    ada.expects(IMMINENT)
    ada.expects("Are you safe right now?")
    ada.expects("asking a coordinator")
    kit.expects("URGENT")
    kit.texts("ACK", to=MAIN)
    kit.expects("it is yours")
    ada.expects("Kit knows about")
    return caller, ada


def test_after_a_talk_in_danger_the_peer_is_thanked_offered_a_break_and_asked_after(
    line: Line, kit: Phone
) -> None:
    caller, ada = _goes_through_it(line, kit)

    ada.texts("DONE", to=MAIN)

    ada.expects("has ended")
    ada.expects("That was hard", "PAUSE", "OFF")
    caller.expects("has ended")
    caller.expects("AGAIN")
    caller.expects("text TOMORROW")
    kit.expects("Please ask how Ada is", "ACK")
    kit.texts("ACK", to=MAIN)
    kit.expects("it is yours: a call for Ada")
    ada.expects("Kit")
    ada.texts("PAUSE", to=MAIN)
    ada.expects("Paused until")


def test_the_record_tells_who_was_told_what_and_when_and_who_has_read_it(
    line: Line, operator: Operator, kit: Phone
) -> None:
    _goes_through_it(line, kit)

    (row,) = operator.does("incidents", "list", "--json").json
    assert row["open"]
    shown = operator.does("incidents", "show", row["contact"], "--json").json
    told = " ".join(line["what"] for line in shown)

    events = [line["event"] for line in shown]
    for event in ("opened", "accepted", "band", "alerted", "paged", "page_sent", "acknowledged"):
        assert event in events
    assert events == sorted(events, key=events.index)
    assert "read as imminent (self), by:" in told
    assert "Kit was paged: imminent." in told
    assert "Kit took the page." in told
    assert events[-1] == "incident_read"
    assert "pills" not in json.dumps(shown)
    (exported,) = operator.does("incidents", "export").out.splitlines()
    timeline = json.loads(exported)["timeline"]
    assert [line["event"] for line in timeline].count("incident_read") == 2
    line.phones.reset()


def test_without_an_incident_there_is_no_record(line: Line, operator: Operator) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    assert "No incident" in operator.does("incidents", "list").out
    assert "no record" in operator.is_refused("incidents", "show", "c1")


def test_a_record_goes_on_after_the_end_and_then_rests(
    line: Line, operator: Operator, kit: Phone
) -> None:
    _, ada = _goes_through_it(line, kit)
    ada.texts("DONE", to=MAIN)
    line.settles()
    line.sleeps_until(line.minutes_from_now(49 * 60))
    (row,) = operator.does("incidents", "list", "--json").json
    events = [
        one["event"] for one in operator.does("incidents", "show", row["contact"], "--json").json
    ]
    assert "ended" in events
    assert "debriefed" in events
    keys = line.desk.store.keys
    (contact,) = line.desk.store.incidents.all_ids()
    assert line.desk.store.schedule.moments([keys.incident(contact)]) == [None]
    line.phones.reset()
