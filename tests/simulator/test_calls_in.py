"""A phone calls a number: what the customer is asked, and what the caller hears."""

from __future__ import annotations

import pytest
from twilio.rest import Client

from tests.simulator.customer import Customer
from tests.simulator.voice import LINE, passes, pointed_at, reads, words
from warmline.simulator.exchange import Setup
from warmline.simulator.handset import Handsets, Phone


@pytest.fixture
def setup(customer: Customer) -> Setup:
    return pointed_at(customer)


def test_a_call_asks_the_numbers_address_and_hears_its_document(
    customer: Customer, ada: Phone
) -> None:
    reads(customer, voice="<Say>Hello there.</Say><Say>Goodbye.</Say>")

    call = ada.calls(LINE)

    call.hears("Hello there.", "Goodbye.")
    call.is_over("completed")
    (told,) = customer.wait_for(1, at="/voice")
    assert told.is_signed
    assert told.params["CallSid"] == call.sid
    assert told.params["AccountSid"].startswith("AC")
    assert (told.params["From"], told.params["To"]) == (ada.number, LINE)
    assert (told.params["Caller"], told.params["Called"]) == (ada.number, LINE)
    assert told.params["CallStatus"] == "ringing"
    assert told.params["Direction"] == "inbound"
    assert told.params["FromCountry"] == "US"
    assert not {"ForwardedFrom", "CallerName", "ParentCallSid"} & told.params.keys()


def test_the_end_of_a_call_is_reported_with_its_length(
    customer: Customer, ada: Phone, handsets: Handsets
) -> None:
    reads(customer, voice="<Say>One moment.</Say><Pause length='61'/>")
    ada.calls(LINE).hears("One moment")

    passes(handsets, 61)

    (ended,) = customer.wait_for(1, at="/ended")
    assert ended.params["CallStatus"] == "completed"
    assert ended.params["CallDuration"] == "61"
    assert ended.params["Duration"] == "2"
    assert ended.params["SequenceNumber"] == "0"
    assert ended.params["CallbackSource"] == "call-progress-events"
    assert ended.params["Timestamp"].endswith("+0000")
    assert len(customer.at("/ended")) == 1


def test_a_hidden_number_is_shown_as_the_word_anonymous_on_a_keypad(
    customer: Customer, ada: Phone
) -> None:
    reads(customer, voice="<Say>Hello.</Say>")
    ada.calls(LINE, hidden=True).hears("Hello")
    assert words(customer.wait_for(1, at="/voice"), "From") == ["+266696687"]
    assert words(customer.wait_for(1, at="/ended"), "From") == ["+266696687"]


def test_a_rejected_call_is_never_answered(customer: Customer, ada: Phone, api: Client) -> None:
    reads(customer, voice="<Reject reason='busy'/>")
    call = ada.calls(LINE)
    call.is_over("busy")
    call.hears_nothing()
    assert api.calls(call.sid).fetch().duration is None


@pytest.mark.parametrize("first", ["<Pause length='3'/>", "<Redirect>/there</Redirect>"])
def test_a_call_is_answered_by_the_first_verb_that_speaks(
    customer: Customer, ada: Phone, handsets: Handsets, first: str
) -> None:
    reads(customer, voice=f"{first}<Say>Now.</Say>", there="<Pause length='3'/><Say>Now.</Say>")
    call = ada.calls(LINE)
    assert call.now()["state"] == "calling"
    passes(handsets, 3)
    call.hears("Now.")


def test_a_redirect_goes_on_at_an_address_beside_the_document(
    customer: Customer, ada: Phone
) -> None:
    reads(
        customer,
        voice="<Redirect>there?line=1</Redirect><Say>Never said.</Say>",
        there="<Say>Here.</Say>",
    )
    assert ada.calls(LINE).hears("Here.") == "Here."
    (told,) = customer.wait_for(1, at="/there")
    assert told.params["line"] == "1"
    assert told.is_signed


def test_hangup_ends_the_call_before_the_rest(customer: Customer, ada: Phone) -> None:
    reads(customer, voice="<Say>Bye.</Say><Hangup/><Say>Never said.</Say>")
    call = ada.calls(LINE)
    assert call.hears() == "Bye."
    call.is_over("completed")


def test_words_are_repeated_and_sounds_and_languages_are_told(
    customer: Customer, ada: Phone, handsets: Handsets
) -> None:
    reads(
        customer,
        voice="<Say loop='2' language='es-US'>Hola.</Say><Play>/bell.wav</Play><Say>End.</Say>",
    )
    call = ada.calls(LINE)
    assert call.hears() == "Hola. Hola. /bell.wav"
    passes(handsets, 10)
    assert call.hears() == "End."
    spoken = [entry for entry in ada.look()["heard"] if entry["words"] == "Hola."]
    assert {entry["language"] for entry in spoken} == {"es-US"}


def test_a_sound_is_fetched_once_however_often_it_is_played(
    customer: Customer, ada: Phone, handsets: Handsets
) -> None:
    reads(customer, voice="<Play loop='2'>bell.wav</Play><Play>/bell.wav</Play><Say>End.</Say>")
    call = ada.calls(LINE)
    passes(handsets, 29)
    assert call.hears() == "bell.wav bell.wav /bell.wav"
    passes(handsets, 1)
    call.hears("End.")
    (told,) = customer.at("/bell.wav")
    assert told.params == {}


@pytest.mark.parametrize("address", ["/no-sound", "http://127.0.0.1:1/bell.wav#rc=0"])
def test_a_sound_that_cannot_be_had_is_left_out(
    customer: Customer, ada: Phone, handsets: Handsets, address: str
) -> None:
    reads(customer, voice=f"<Play>{address}</Play><Say>End.</Say>")
    assert ada.calls(LINE).hears() == "End."
    codes = [entry["error_code"] for entry in handsets.get("log") if entry["kind"] == "error"]
    assert codes in ([12300], [11205])


def test_a_caller_who_hangs_up_hears_no_more_and_that_is_reported(
    customer: Customer, ada: Phone, handsets: Handsets
) -> None:
    reads(customer, voice="<Say>Hello.</Say><Pause length='30'/><Say>Still there?</Say>")
    call = ada.calls(LINE)
    call.hears("Hello")
    call.hangs_up()
    call.is_over("completed")
    passes(handsets, 31)
    call.hears_nothing()
    assert words(customer.wait_for(1, at="/ended"), "CallStatus") == ["completed"]


def test_speech_takes_time_where_the_exchange_is_told_how_fast_it_speaks(
    customer: Customer, ada: Phone, handsets: Handsets
) -> None:
    reads(customer, voice="<Say>one two three four</Say><Say>five</Say>")
    handsets.call("PUT", "rules", json={"speech_wpm": 60})
    call = ada.calls(LINE)
    assert call.hears() == "one two three four"
    passes(handsets, 3)
    call.hears_nothing()
    passes(handsets, 1)
    assert call.hears() == "five"
    handsets.come_to_rest()
    passes(handsets, 1)
    call.is_over()


def test_an_empty_document_answers_and_hangs_up(customer: Customer, ada: Phone) -> None:
    reads(customer, voice="")
    ada.calls(LINE).is_over("completed")
