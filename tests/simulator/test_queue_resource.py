"""Queues and other parts of the API for calls that are used seldom."""

from __future__ import annotations

import pytest
from twilio.base.exceptions import TwilioRestException
from twilio.rest import Client

from tests.simulator.customer import Customer
from tests.simulator.voice import LINE, pointed_at, reads, words
from warmline.simulator.exchange import Setup
from warmline.simulator.handset import Handsets, Phone


@pytest.fixture
def setup(customer: Customer) -> Setup:
    return pointed_at(customer)


def refused(refusal: pytest.ExceptionInfo[TwilioRestException]) -> int:
    return int(refusal.value.code)


def test_a_queue_is_made_changed_and_taken_away(
    api: Client, ada: Phone, customer: Customer
) -> None:
    reads(customer, voice="<Enqueue>people</Enqueue>")
    queue = api.queues.create(friendly_name="people", max_size=5)
    assert api.queues(queue.sid).update(max_size=1).max_size == 1
    with pytest.raises(TwilioRestException) as refusal:
        api.queues.create(friendly_name="people")
    assert refused(refusal) == 22003
    call = ada.calls(LINE).is_held()
    assert api.queues(queue.sid).members(call.sid).fetch().position == 1
    with pytest.raises(TwilioRestException):
        api.queues(queue.sid).delete()
    call.hangs_up()
    assert api.queues(queue.sid).delete()
    assert api.queues.list() == []


def test_who_is_not_there_cannot_be_changed(api: Client, ada: Phone, customer: Customer) -> None:
    reads(customer, voice="<Dial><Conference record='record-from-start'>den</Conference></Dial>")
    call = ada.calls(LINE)
    (conference,) = api.conferences.list()
    nobody = "CA" + "0" * 32
    there = api.conferences(conference.sid)
    with pytest.raises(TwilioRestException) as refusal:
        there.participants(nobody).update(muted=True)
    assert refused(refusal) == 20404
    with pytest.raises(TwilioRestException) as refusal:
        there.participants(call.sid).update(coaching=True)
    assert refused(refusal) == 20001
    with pytest.raises(TwilioRestException) as refusal:
        there.participants(nobody).delete()
    assert refused(refusal) == 20404
    call.hangs_up()
    with pytest.raises(TwilioRestException) as refusal:
        there.update(status="completed")
    assert refused(refusal) == 20404
    (kept,) = api.recordings.list()
    assert (kept.source, kept.conference_sid) == ("Conference", conference.sid)


def test_a_participant_who_ends_a_conference_may_be_told_not_to(
    api: Client, ada: Phone, handsets: Handsets, customer: Customer
) -> None:
    reads(customer, voice="<Dial><Conference endConferenceOnExit='true'>den</Conference></Dial>")
    first, second = ada.calls(LINE), handsets.phone("+15557770002").calls(LINE)
    first.is_with(second)
    (conference,) = api.conferences.list()
    there = api.conferences(conference.sid).participants(second.sid)
    assert there.update(end_conference_on_exit=False).end_conference_on_exit is False
    second.hangs_up()
    first.is_alone().hangs_up()


def test_documents_are_fetched_by_the_method_that_was_said(
    api: Client, ada: Phone, customer: Customer
) -> None:
    reads(
        customer,
        voice="<Gather numDigits='1' method='GET' action='/key?line=1'/>",
        key="<Say>Got it.</Say>",
    )
    call = ada.calls(LINE)
    call.presses("6")
    call.hears("Got it.")
    (told,) = customer.wait_for(1, at="/key")
    assert told.is_signed
    assert (told.params["Digits"], told.params["line"]) == ("6", "1")
    assert "Content-Length" not in told.headers or told.headers["Content-Length"] == "0"


def test_a_machine_is_told_from_a_person_where_that_is_asked(
    api: Client, ada: Phone, customer: Customer
) -> None:
    reads(customer, there="<Say>Hello.</Say>")
    ada.answers()
    made = api.calls.create(
        to=ada.number, from_=LINE, url=f"{customer.url}/there", machine_detection="Enable"
    )
    assert words(customer.wait_for(1, at="/there"), "AnsweredBy") == ["human"]
    assert api.calls(made.sid).fetch().answered_by == "human"
