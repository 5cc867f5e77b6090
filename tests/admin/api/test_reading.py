"""Contacts, who could answer now, and the journal, by program."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.admin.api.program import Program
from warmline.clock import SharedClock
from warmline.flows.arrival import take_in
from warmline.flows.desk import Desk
from warmline.flows.inbox import read_inbox
from warmline.ids import MessageSid
from warmline.phone import PhoneNumber
from warmline.routing.arrived import Arrived
from warmline.store.effects import Effects

ADA = {"name": "Ada Byron", "number": "+15550110201"}


@pytest.fixture
def contact(desk: Desk) -> str:
    """Someone has written and waits."""
    number = PhoneNumber("+15550110999")
    text = Arrived(MessageSid("SM" + "a" * 32), number, desk.line.numbers[0], "I am sad", ())
    take_in(desk, text)
    read_inbox(desk, desk.store.people.key_of(number))
    return desk.store.contacts.open()[0]


def test_whoever_waits_is_shown_by_alias_without_number_or_words(
    viewer: Program, contact: str, clock: SharedClock
) -> None:
    clock.jump(timedelta(seconds=90))
    (row,) = viewer.gets("/contacts")["items"]

    assert (row["id"], row["state"], row["peer"]) == (contact, "waiting", None)
    assert 90 <= row["waited_seconds"] < 120
    assert viewer.gets(f"/contacts/{contact}") == row
    assert viewer.gets(f"/contacts/{row['code']}")["id"] == contact
    assert "sad" not in str(row)
    assert "0999" not in str(row)
    viewer.is_refused(404, "GET", "/contacts/cnobody")


def test_two_are_kept_apart_and_may_meet_again(coordinator: Program, contact: str) -> None:
    ada = coordinator.does("POST", "/volunteers", ADA)["id"]
    path = f"/contacts/{contact}/apart/{ada}"

    assert coordinator.does("PUT", path)["kept_from"] == [ada]
    assert coordinator.does("PUT", path)["kept_from"] == [ada]
    coordinator.does("DELETE", path)
    assert coordinator.gets(f"/contacts/{contact}")["kept_from"] == []
    assert "is not kept from" in coordinator.is_refused(409, "DELETE", path)["detail"]
    events = [line["event"] for line in coordinator.gets("/journal")["items"]]
    assert events[:2] == ["unblocked", "blocked"]


def test_who_could_answer_now_and_why_others_could_not(coordinator: Program, desk: Desk) -> None:
    ada = coordinator.does("POST", "/volunteers", ADA)["id"]
    coordinator.does("POST", "/volunteers", {**ADA, "name": "Bo", "number": "+15550110202"})
    desk.store.roster.keep(ada, {}, now=desk.clock.now(), plan={}, duty="inf")

    told = coordinator.gets("/now", experience=["grief", "sleep"])

    assert told["could_answer"] == 1
    first, second = told["volunteers"]
    assert (first["name"], first["order"], first["on"], first["on_until"]) == (
        "Ada Byron",
        1,
        True,
        None,
    )
    assert (second["name"], second["order"], second["why_not"]) == ("Bo", None, "not on duty")
    coordinator.is_refused(422, "GET", "/now?language=klingon")


def test_every_change_is_in_the_journal_with_the_token_that_made_it(
    admin: Program, coordinator: Program, contact: str
) -> None:
    (token,) = (t["id"] for t in admin.gets("/tokens")["items"] if t["role"] == "coordinator")
    ada = coordinator.does("POST", "/volunteers", ADA)["id"]
    coordinator.does("PATCH", f"/volunteers/{ada}", {"capacity": 2})
    evening = {"starts": "2026-03-05T18:00:00Z", "ends": "2026-03-05T20:00:00Z"}
    code = coordinator.does("POST", "/shifts", evening)["code"]
    coordinator.does("PUT", f"/shifts/{code}/claims/{ada}")
    coordinator.does("DELETE", f"/shifts/{code}/claims/{ada}")
    coordinator.does("PATCH", f"/shifts/{code}", {"seats": 4})
    coordinator.does("DELETE", f"/shifts/{code}")
    coordinator.does("PUT", "/holidays/2026-12-25", {"name": "Christmas"})
    coordinator.does("PUT", "/calendars/line")
    coordinator.does("DELETE", "/calendars/line")
    coordinator.does("DELETE", f"/volunteers/{ada}")

    lines = coordinator.gets("/journal")["items"]

    mine = [line["event"] for line in lines if line["about"].get("by") == f"api:{token}"]
    assert mine[::-1] == [
        "volunteer_added", "volunteer_edited", "shift_added", "claimed", "released", "shift_changed",
        "shift_removed", "holiday_added", "calendar_opened", "calendar_closed", "volunteer_removed",
    ]  # fmt: skip
    assert not {"0201", "Ada"} & set(str(lines).split())
    assert all("contact" not in line["about"] for line in lines)


def test_the_journal_comes_by_the_page_and_back_to_a_moment(
    coordinator: Program, clock: SharedClock
) -> None:
    for day in range(1, 6):
        coordinator.does("PUT", f"/holidays/2026-12-0{day}", {"name": f"day {day}"})
    clock.jump(timedelta(hours=1))
    coordinator.does("PUT", "/holidays/2026-12-06", {"name": "day 6"})

    seen, cursor = [], ""
    while True:
        page = coordinator.gets("/journal", limit=2, cursor=cursor)
        seen += [line["about"]["day"][-1] for line in page["items"] if "day" in line["about"]]
        if not (cursor := page["next"]):
            break
    assert seen == list("654321")
    late = coordinator.gets("/journal", since="2026-03-04T15:30:00Z")["items"]
    assert [line["about"]["day"] for line in late] == ["2026-12-06"]


def test_how_somebody_is_and_what_was_said_between_people_is_not_in_the_journal(
    viewer: Program, desk: Desk
) -> None:
    lines = (
        {"event": "checked_in", "shift": "s1", "volunteer": "v1"},
        {"event": "paged", "shift": "s1", "volunteer": "v1", "page": "p1"},
        {"event": "ended", "contact": "c1", "volunteer": "v1"},
        {"event": "opted_out"},
        {"event": "shifts_added", "pattern": "r1"},
        {"event": "on", "volunteer": "v1"},
        {"event": "confirmed", "shift": "s1", "volunteer": "v1"},
    )
    for line in lines:
        plan = {"answered": Effects(journal=line)}
        desk.store.transitions.run("answer_text", now=desk.clock.now(), plan=plan)

    shown = [line["event"] for line in viewer.gets("/journal")["items"]]
    assert shown == ["confirmed", "on", "shifts_added", "token_added"]
