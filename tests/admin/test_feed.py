"""Calendar feeds, as calendar programs read them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import icalendar
import pytest
from flask.testing import FlaskClient

from tests.stories.line import Line
from warmline import wiring
from warmline.app import create_app
from warmline.config import Settings
from warmline.flows.office import feeds, roster_changes, shift_changes
from warmline.ids import VolunteerId
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Shift

EVENING = datetime(2026, 3, 6, 23, 0, tzinfo=UTC)


@pytest.fixture
def ada(line: Line) -> Volunteer:
    return volunteer(line, "Ada")


def volunteer(line: Line, name: str) -> Volunteer:
    line.peer(name)
    (found,) = (
        v
        for v in line.desk.store.roster.get_all(line.desk.store.roster.all_ids())
        if v.name == name
    )
    return found


def a_shift(line: Line, *people: Volunteer, days: int = 0, seats: int = 2) -> Shift:
    starts = EVENING + timedelta(days=days)
    shift = shift_changes.add(line.desk, starts, starts + timedelta(hours=4), seats=seats)
    for one in people:
        shift_changes.claim(line.desk, shift, one)
    return shift


def path(line: Line, whose: str) -> str:
    return feeds.open_address(line.desk, whose).removeprefix(line.desk.public_url)


def events(client: FlaskClient, address: str) -> list[icalendar.Event]:
    answer = client.get(address)
    assert (answer.status_code, answer.mimetype) == (200, "text/calendar")
    return list(icalendar.Calendar.from_ical(answer.data).events)


def test_a_volunteers_calendar_has_their_shifts_and_no_others(
    line: Line, client: FlaskClient, ada: Volunteer
) -> None:
    shift = a_shift(line, ada, volunteer(line, "Bo"))
    a_shift(line, days=1)

    (event,) = events(client, path(line, ada.id))

    assert (event.start, event.end) == (EVENING, EVENING + timedelta(hours=4))
    assert str(event["SUMMARY"]) == f"Maple Line, shift {shift.code}"
    assert f"RELEASE {shift.code}" in str(event["DESCRIPTION"])
    assert "Bo" not in event.to_ical().decode()


def test_the_lines_calendar_has_all_shifts_with_first_names_and_open_seats(
    line: Line, client: FlaskClient, ada: Volunteer
) -> None:
    first, second = a_shift(line, ada), a_shift(line, days=1)

    told = [str(event["SUMMARY"]) for event in events(client, path(line, feeds.LINE))]

    assert told == [
        f"Shift {first.code}: Ada (1 open)",
        f"Shift {second.code}: nobody yet (2 open)",
    ]


def test_it_is_written_by_the_book(line: Line, client: FlaskClient, ada: Volunteer) -> None:
    everybody = [volunteer(line, f"Maximiliana{letter}") for letter in "abcdef"]
    a_shift(line, ada, *everybody, seats=7)

    text = client.get(path(line, feeds.LINE)).data.decode()

    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert text.endswith("END:VCALENDAR\r\n")
    lines = text.split("\r\n")
    assert not any("\n" in one or "\r" in one for one in lines)
    assert max(len(one.encode()) for one in lines) <= 75
    assert any(one.startswith(" ") for one in lines)  # the long one was folded
    assert "DTSTART:20260306T230000Z" in lines
    assert {"REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H"} <= set(lines)
    assert "TZID" not in text
    for name in ("UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTEND", "SUMMARY"):
        assert any(one.startswith(f"{name}:") for one in lines), name
    assert "Ada\\, Maximilianaa" in text.replace("\r\n ", "")


def test_an_event_keeps_its_name_and_counts_its_changes(
    line: Line, client: FlaskClient, ada: Volunteer
) -> None:
    shift, address = a_shift(line), path(line, feeds.LINE)
    (first,) = events(client, address)
    line.passes(hours=1)
    (same,) = events(client, address)
    shift_changes.claim(line.desk, shift, ada)
    (changed,) = events(client, address)

    assert first.to_ical() == same.to_ical()
    assert first["UID"] == changed["UID"]
    assert (first["SEQUENCE"], changed["SEQUENCE"]) == (0, 1)
    assert changed.DTSTAMP > first.DTSTAMP
    assert changed.LAST_MODIFIED == changed.DTSTAMP


def test_a_seat_that_was_given_back_is_gone_from_the_calendar(
    line: Line, client: FlaskClient, ada: Volunteer
) -> None:
    shift, address = a_shift(line, ada), path(line, ada.id)
    assert len(events(client, address)) == 1

    shift_changes.release(line.desk, shift, ada)

    assert events(client, address) == []


def test_nothing_private_is_in_it(line: Line, client: FlaskClient, ada: Volunteer) -> None:
    a_shift(line, ada)
    caller = line.phone()

    for whose in (ada.id, feeds.LINE):
        text = client.get(path(line, whose)).text
        for secret in (
            ada.number.e164[1:],
            caller.number[1:],
            *(n.e164[1:] for n in line.desk.line.numbers),
        ):
            assert secret not in text


def test_an_address_that_is_none_and_one_that_was_closed_look_alike(
    line: Line, client: FlaskClient, ada: Volunteer
) -> None:
    old = path(line, ada.id)
    new = path(line, ada.id)
    answers = [client.get(address) for address in (old, "/calendar/nobody.ics", "/calendar/.ics")]

    assert {answer.status_code for answer in answers} == {404}
    assert answers[0].data == answers[1].data
    assert client.get(new).status_code == 200
    roster_changes.remove(line.desk, ada)
    assert client.get(new).status_code == 404


def test_it_may_be_kept_for_a_moment_by_whoever_asked_and_by_nobody_between(
    line: Line, client: FlaskClient, ada: Volunteer
) -> None:
    address = path(line, ada.id)
    answer = client.get(address)

    assert answer.headers["Cache-Control"] == "private, max-age=300"
    again = client.get(address, headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_without_redis_a_calendar_program_is_asked_to_come_again(bereft: FlaskClient) -> None:
    answer = bereft.get("/calendar/x.ics")

    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "60"


def test_an_operator_can_do_without_it(line: Line, environ: dict[str, str], ada: Volunteer) -> None:
    settings = Settings.read(environ | {"WARMLINE_API": "off"})
    app = create_app(line.desk, wiring.signatures_of(settings), with_api=settings.api)

    assert app.test_client().get(path(line, VolunteerId(ada.id))).status_code == 404
