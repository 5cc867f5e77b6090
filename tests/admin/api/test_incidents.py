"""Incident records by program: for coordinators only, without words, and with a line for whoever read them."""

from __future__ import annotations

import pytest

from tests.admin.api.program import Program
from warmline.flows.arrival import take_in
from warmline.flows.desk import Desk
from warmline.flows.inbox import read_inbox
from warmline.flows.incidents import gather
from warmline.ids import ContactId, MessageSid
from warmline.phone import PhoneNumber
from warmline.routing.arrived import Arrived

IMMINENT = "I have the pills in my hand and I'm going to take them all tonight to kill myself"


@pytest.fixture
def contact(desk: Desk) -> str:
    """Someone in danger has written."""
    number = PhoneNumber("+15550110998")
    text = Arrived(MessageSid("SM" + "b" * 32), number, desk.line.numbers[0], IMMINENT, ())
    take_in(desk, text)
    read_inbox(desk, desk.store.people.key_of(number))
    contact = desk.store.contacts.open()[0]
    gather(desk, ContactId(contact))
    return contact


def test_a_coordinator_s_program_reads_a_record_and_that_is_written_into_it(
    coordinator: Program, contact: str
) -> None:
    assert coordinator.gets("/incidents")["items"] == [contact]
    record = coordinator.gets(f"/incidents/{contact}")
    events = [line["event"] for line in record["timeline"]]
    assert {"opened", "band", "alerted", "paged", "incident_read"} <= {*events}
    last = record["timeline"][-1]
    assert (last["event"], last["about"]["by"][:4]) == ("incident_read", "api:")
    assert "pills" not in str(record)
    assert "0998" not in str(record)
    coordinator.is_refused(404, "GET", "/incidents/cnobody")


def test_a_viewer_reads_no_record_and_nothing_of_it_in_the_journal(
    viewer: Program, contact: str
) -> None:
    viewer.is_refused(403, "GET", "/incidents")
    viewer.is_refused(403, "GET", f"/incidents/{contact}")
    shown = [line["event"] for line in viewer.gets("/journal")["items"]]
    assert not {"band", "alerted", "paged", "page_sent", "lowered"} & {*shown}
