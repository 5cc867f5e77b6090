"""Conferences: who hears whom, what is reported, and what the API can change."""

from __future__ import annotations

import pytest
from twilio.rest import Client

from tests.simulator.customer import Customer
from tests.simulator.voice import LINE, facts, passes, pointed_at, reads, words
from warmline.simulator.exchange import Setup
from warmline.simulator.handset import Handsets, Phone
from warmline.simulator.telephone import Calling

ALL = "start end join leave mute hold modify announcement"


@pytest.fixture
def setup(customer: Customer) -> Setup:
    return pointed_at(customer)


def room(attributes: str = "", dial: str = "") -> str:
    reports = f"statusCallback='/room' statusCallbackEvent='{ALL}'"
    return (
        f"<Dial action='/after' {dial}><Conference {reports} {attributes}>den</Conference></Dial>"
    )


def rest_of(customer: Customer) -> list[str]:
    return words(customer.at("/room"), "StatusCallbackEvent")


def two(customer: Customer, ada: Phone, bo: Phone, attributes: str = "") -> tuple[Calling, Calling]:
    reads(customer, voice=room(attributes), after="<Say>After.</Say><Pause length='90'/>")
    return ada.calls(LINE), bo.calls(LINE)


def test_the_first_waits_and_the_second_starts_it(
    customer: Customer, ada: Phone, bo: Phone, api: Client
) -> None:
    reads(customer, voice=room())
    first = ada.calls(LINE).is_held()
    first.hears("hold music")
    (conference,) = api.conferences.list(friendly_name="den")
    assert conference.status == "init"
    second = bo.calls(LINE)
    second.is_with(first)
    first.is_with(second)
    assert api.conferences(conference.sid).fetch().status == "in-progress"
    second.hangs_up()
    first.is_alone().hears_nothing()
    first.hangs_up()

    told = customer.wait_for(6, at="/room")
    assert facts(told, "StatusCallbackEvent", "SequenceNumber") == [
        {"StatusCallbackEvent": event, "SequenceNumber": str(n + 1)}
        for n, event in enumerate(
            [
                "participant-join",
                "participant-join",
                "conference-start",
                "participant-leave",
                "participant-leave",
                "conference-end",
            ]
        )
    ]
    left, end = told[3].params, told[5].params
    assert (left["ReasonParticipantLeft"], left["ParticipantCallStatus"]) == (
        "participant_hung_up",
        "completed",
    )
    assert (end["ReasonConferenceEnded"], end["CallSidEndingConference"]) == (
        "last-participant-left",
        first.sid,
    )
    assert {one.params["FriendlyName"] for one in told} == {"den"}
    assert "CallSid" not in end
    over = api.conferences(conference.sid).fetch()
    assert (over.status, over.reason_conference_ended) == ("completed", "last-participant-left")
    assert api.conferences(conference.sid).participants.list() == []


def test_who_may_not_start_it_waits_with_the_music_that_was_named(
    customer: Customer, ada: Phone, bo: Phone, handsets: Handsets
) -> None:
    reads(
        customer,
        voice=room("startConferenceOnEnter='false' waitUrl='/music'"),
        music="<Say>Soon.</Say><Pause length='10'/>",
        host=room(),
    )
    first, second = ada.calls(LINE), bo.calls(LINE)
    passes(handsets, 10)
    assert first.is_held().hears() == "Soon. Soon."
    second.is_held()
    handsets.call("PUT", f"numbers/{LINE}", json={"voice_url": f"{customer.url}/host"})
    host = handsets.phone("+15557770003").calls(LINE)
    host.is_with(first).is_with(second)
    for call in (host, first, second):
        call.hangs_up()


def test_only_the_first_participants_reports_count(
    customer: Customer, ada: Phone, bo: Phone
) -> None:
    reads(customer, voice=room().replace("/room", "/other").replace(ALL, "join"))
    first = ada.calls(LINE)
    reads(customer, voice=room())
    bo.calls(LINE).is_with(first).hangs_up()
    first.hangs_up()
    assert (
        words(customer.wait_for(2, at="/other"), "StatusCallbackEvent") == ["participant-join"] * 2
    )
    assert customer.at("/room") == []


def test_one_whose_leaving_ends_it_sends_the_others_on(
    customer: Customer, ada: Phone, bo: Phone
) -> None:
    first, second = two(customer, ada, bo, "endConferenceOnExit='true'")
    second.is_with(first).hangs_up()
    first.hears("hold music", "After.")
    assert rest_of(customer)[-3:] == ["participant-leave", "participant-leave", "conference-end"]
    reasons = words(customer.at("/room"), "ReasonParticipantLeft")
    assert reasons[-3:-1] == ["participant_hung_up", "moderator_ended_conference"]
    end = customer.at("/room")[-1].params["ReasonConferenceEnded"]
    assert end == "participant-with-end-conference-on-exit-left"
    first.hangs_up()


def test_the_star_leads_out_and_a_document_leads_back_in(
    customer: Customer, ada: Phone, bo: Phone
) -> None:
    reads(
        customer,
        voice=room(dial="hangupOnStar='true'"),
        after="<Gather numDigits='1' action='/back'><Say>1 leads back.</Say></Gather>",
        back=room(dial="hangupOnStar='true'"),
    )
    first, second = ada.calls(LINE), bo.calls(LINE)
    second.is_with(first)
    second.presses("5").is_with(first)
    second.presses("*").hears("1 leads back.")
    first.is_alone()
    second.presses("1").is_with(first)
    assert words(customer.wait_for(1, at="/after"), "DialCallStatus") == ["answered"]
    for call in (first, second):
        call.hangs_up()


def test_someone_muted_hears_and_is_not_heard(
    customer: Customer, ada: Phone, bo: Phone, api: Client
) -> None:
    first, second = two(customer, ada, bo)
    first.is_with(second)
    (conference,) = api.conferences.list(status="in-progress")
    participant = api.conferences(conference.sid).participants(second.sid)
    assert participant.update(muted=True).muted
    (seen,) = first.now()["with"]
    assert (seen["hears"], seen["is_heard"]) == (True, False)
    participant.update(muted=False)
    first.is_with(second)
    first.is_with(second).goes_on()
    assert rest_of(customer)[-2:] == ["participant-mute", "participant-unmute"]
    for call in (first, second):
        call.hangs_up()


def test_someone_held_hears_the_document_of_the_hold(
    customer: Customer, ada: Phone, bo: Phone, api: Client
) -> None:
    reads(customer, voice=room(), hold="<Say>Hold on.</Say><Pause length='30'/>")
    first, second = ada.calls(LINE), bo.calls(LINE)
    first.is_with(second)
    (conference,) = api.conferences.list(status="in-progress")
    participant = api.conferences(conference.sid).participants(first.sid)
    participant.update(hold=True, hold_url=f"{customer.url}/hold")
    first.is_held().hears("hold music", "Hold on.")
    assert first.now()["with"] == []
    participant.update(hold=False)
    first.is_with(second)
    assert rest_of(customer)[-2:] == ["participant-hold", "participant-unhold"]
    for call in (first, second):
        call.hangs_up()


def test_a_coach_is_heard_by_one_alone(
    customer: Customer, ada: Phone, bo: Phone, handsets: Handsets, api: Client
) -> None:
    first, second = two(customer, ada, bo)
    first.is_with(second)
    reads(customer, voice=f"<Dial><Conference coach='{second.sid}'>den</Conference></Dial>")
    coach = handsets.phone("+15557770003").calls(LINE)
    heard = {one["sid"]: one["hears"] for one in coach.now()["with"]}
    assert heard == {second.sid: True, first.sid: False}
    (conference,) = api.conferences.list(status="in-progress")
    api.conferences(conference.sid).participants(coach.sid).update(coaching=False)
    coach.is_with(first)
    for call in (first, second, coach):
        call.hangs_up()


def test_someone_taken_out_goes_on_with_what_follows(
    customer: Customer, ada: Phone, bo: Phone, api: Client
) -> None:
    first, second = two(customer, ada, bo)
    (conference,) = api.conferences.list()
    assert api.conferences(conference.sid).participants(second.sid).delete()
    second.hears("After.")
    first.is_alone()
    api.conferences(conference.sid).update(status="completed")
    first.hears("After.")
    end = customer.at("/room")[-1].params
    assert end["ReasonConferenceEnded"] == "conference-ended-via-api"
    for call in (first, second):
        call.hangs_up()


def test_someone_can_be_called_in(customer: Customer, ada: Phone, bo: Phone, api: Client) -> None:
    reads(customer, voice=room())
    first = ada.calls(LINE)
    (conference,) = api.conferences.list()
    added = api.conferences(conference.sid).participants.create(
        to=bo.number, from_=LINE, label="guest", end_conference_on_exit=True, timeout=30
    )
    leg = bo.rings()
    assert leg.sid == added.call_sid
    leg.picks_up().is_with(first)
    assert api.conferences(conference.sid).participants("guest").fetch().call_sid == leg.sid
    leg.hangs_up()
    first.is_over()


def test_a_call_that_is_sent_on_has_left(
    customer: Customer, ada: Phone, bo: Phone, api: Client
) -> None:
    first, second = two(customer, ada, bo)
    api.calls(second.sid).update(twiml="<Response><Say>Out here.</Say></Response>")
    second.hears("Out here.")
    first.is_alone()
    left = customer.at("/room")[-1].params
    assert (left["ReasonParticipantLeft"], left["ParticipantCallStatus"]) == (
        "participant_updated_via_api",
        "in-progress",
    )
    first.hangs_up()


def test_no_more_come_in_than_there_is_room_for(
    customer: Customer, ada: Phone, bo: Phone, handsets: Handsets
) -> None:
    first, second = two(customer, ada, bo, "maxParticipants='2'")
    first.is_with(second)
    third = handsets.phone("+15557770003").calls(LINE)
    third.hears("After.")
    for call in (first, second, third):
        call.hangs_up()
