"""<Dial> to phones: the first that is there wins, and what the customer is told afterwards."""

from __future__ import annotations

import pytest
from twilio.rest import Client

from tests.simulator.customer import Customer
from tests.simulator.voice import LINE, facts, passes, pointed_at, reads, words
from warmline.simulator.exchange import Setup
from warmline.simulator.handset import Handsets, Phone


@pytest.fixture
def setup(customer: Customer) -> Setup:
    return pointed_at(customer)


@pytest.fixture
def cy(handsets: Handsets) -> Phone:
    return handsets.phone("+15557770003")


def dials(*numbers: str, dial: str = "", number: str = "") -> str:
    nouns = "".join(f"<Number {number}>{one}</Number>" for one in numbers)
    return f"<Dial action='/after' callerId='{LINE}' {dial}>{nouns}</Dial>"


def test_two_phones_are_connected_and_part_when_the_other_hangs_up(
    customer: Customer, ada: Phone, bo: Phone, handsets: Handsets, api: Client
) -> None:
    reads(customer, voice=dials(bo.number), after="<Say>They have gone.</Say>")
    call = ada.calls(LINE)
    leg = bo.rings()
    assert leg.shows == LINE
    leg.picks_up().is_with(call)
    call.is_with(bo)
    passes(handsets, 12)
    leg.hangs_up()
    call.hears("They have gone.")
    (told,) = customer.wait_for(1, at="/after")
    assert facts([told], "DialCallStatus", "DialCallDuration", "DialBridged") == [
        {"DialCallStatus": "completed", "DialCallDuration": "12", "DialBridged": "true"}
    ]
    assert told.params["DialCallSid"] == leg.sid
    child = api.calls(leg.sid).fetch()
    assert (child.parent_call_sid, child.direction) == (call.sid, "outbound-dial")
    assert [one.sid for one in api.calls.list(parent_call_sid=call.sid)] == [leg.sid]


def test_the_first_to_answer_wins_and_the_others_stop_ringing(
    customer: Customer, ada: Phone, bo: Phone, cy: Phone
) -> None:
    reads(customer, voice=dials(bo.number, cy.number))
    call = ada.calls(LINE)
    loser, winner = bo.rings(), cy.rings().picks_up()
    winner.is_with(call)
    loser.is_over("canceled")
    call.hangs_up()
    winner.is_over("completed")


def test_who_is_dialled_first_hears_the_whisper_and_may_hang_up(
    customer: Customer, ada: Phone, bo: Phone, cy: Phone, handsets: Handsets
) -> None:
    reads(
        customer,
        voice=dials(bo.number, cy.number, number="url='/whisper'"),
        whisper="<Gather numDigits='1' action='/taken' timeout='8'><Say>Press 1 to take it.</Say></Gather><Hangup/>",
    )
    call = ada.calls(LINE)
    silent, ready = bo.rings().picks_up(), cy.rings().picks_up()
    silent.hears("Press 1")
    ready.hears("Press 1")
    call.is_alone()
    ready.presses("1").is_with(call)
    silent.is_over()
    assert words(customer.wait_for(2, at="/whisper"), "ParentCallSid") == [call.sid] * 2
    ready.hangs_up()
    call.is_over()


def test_nobody_takes_the_call_when_the_whisper_ends_in_hanging_up(
    customer: Customer, ada: Phone, bo: Phone, handsets: Handsets
) -> None:
    reads(
        customer,
        voice=dials(bo.number, number="url='/whisper'"),
        whisper="<Gather action='/taken' timeout='8'/><Hangup/>",
        after="<Say>Nobody.</Say>",
    )
    bo.has_voicemail(after=5)
    call = ada.calls(LINE)
    passes(handsets, 13)
    call.hears("Nobody.")
    assert words(customer.wait_for(1, at="/after"), "DialBridged") == ["false"]


@pytest.mark.parametrize(
    ("habit", "status"), [("is_busy", "busy"), ("fails", "failed"), ("never_answers", "no-answer")]
)
def test_a_phone_that_is_not_answered_is_named_to_the_action(
    customer: Customer, ada: Phone, bo: Phone, handsets: Handsets, habit: str, status: str
) -> None:
    reads(customer, voice=dials(bo.number, dial="timeout='10'"), after="<Say>Sorry.</Say>")
    getattr(bo, habit)()
    call = ada.calls(LINE)
    passes(handsets, 15)
    call.hears("Sorry.")
    assert words(customer.wait_for(1, at="/after"), "DialCallStatus") == [status]


def test_a_caller_who_hangs_up_while_it_rings_ends_the_ringing(
    customer: Customer, ada: Phone, bo: Phone
) -> None:
    reads(customer, voice=dials(bo.number), after="<Say>Never said.</Say>")
    call = ada.calls(LINE)
    leg = bo.rings()
    call.hangs_up()
    leg.is_over("canceled")
    (told,) = customer.wait_for(1, at="/after")
    assert facts([told], "DialCallStatus", "CallStatus") == [
        {"DialCallStatus": "no-answer", "CallStatus": "completed"}
    ]
    call.hears_nothing()


def test_the_star_ends_the_connection_for_who_dialled(
    customer: Customer, ada: Phone, bo: Phone
) -> None:
    reads(
        customer,
        voice=dials(bo.number, dial="hangupOnStar='true'"),
        after="<Say>A menu.</Say><Pause length='20'/>",
    )
    call = ada.calls(LINE)
    leg = bo.rings().picks_up()
    leg.presses("*").is_with(call)
    call.presses("*").hears("A menu.")
    leg.is_over("completed")
    call.goes_on().hangs_up()


def test_a_connection_lasts_no_longer_than_it_may(
    customer: Customer, ada: Phone, bo: Phone, handsets: Handsets
) -> None:
    reads(customer, voice=dials(bo.number, dial="timeLimit='30'"), after="<Say>Time.</Say>")
    call = ada.calls(LINE)
    leg = bo.rings().picks_up()
    passes(handsets, 29)
    leg.is_with(call)
    passes(handsets, 1)
    call.hears("Time.")
    leg.is_over()


def test_each_step_of_a_dialled_phone_is_reported_to_its_own_address(
    customer: Customer, ada: Phone, bo: Phone
) -> None:
    reports = "statusCallback='/leg' statusCallbackEvent='initiated ringing answered completed'"
    reads(customer, voice=dials(bo.number, number=reports))
    call = ada.calls(LINE)
    bo.rings().picks_up().hangs_up()
    told = customer.wait_for(4, at="/leg")
    assert words(told, "CallStatus") == ["initiated", "ringing", "in-progress", "completed"]
    assert set(words(told, "ParentCallSid")) == {call.sid}
    assert set(words(told, "Direction")) == {"outbound-dial"}


def test_either_end_can_be_sent_on_alone(
    customer: Customer, ada: Phone, bo: Phone, api: Client
) -> None:
    reads(
        customer,
        voice=dials(bo.number),
        after="<Say>You are alone.</Say><Pause length='9'/>",
        there="<Say>Come here.</Say><Pause length='9'/>",
    )
    call = ada.calls(LINE)
    leg = bo.rings().picks_up()
    leg.is_with(call)
    api.calls(leg.sid).update(url=f"{customer.url}/there")
    leg.hears("Come here.")
    call.hears("You are alone.")
    leg.goes_on().hangs_up()
    call.goes_on().hangs_up()


def test_what_is_no_number_or_not_ours_to_show_fails(
    customer: Customer, ada: Phone, bo: Phone, handsets: Handsets
) -> None:
    for voice in (
        "<Dial action='/after'>12</Dial>",
        f"<Dial action='/after' callerId='+15550166666'>{bo.number}</Dial>",
    ):
        reads(customer, voice=voice)
        ada.calls(LINE).is_over()
    assert words(customer.wait_for(2, at="/after"), "DialCallStatus") == ["failed", "failed"]
    codes = [entry["error_code"] for entry in handsets.get("log") if entry["kind"] == "error"]
    assert codes == [13224, 13214]
    bo.does_not_ring()
