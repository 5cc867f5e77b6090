"""<Record>: what is kept of a voice, and that it can be deleted."""

from __future__ import annotations

import pytest
import requests
from twilio.base.exceptions import TwilioRestException
from twilio.rest import Client

from tests.simulator.conftest import ACCOUNT
from tests.simulator.customer import Customer
from tests.simulator.voice import LINE, facts, passes, pointed_at, reads, words
from warmline.simulator.exchange import Setup
from warmline.simulator.handset import Handsets, Phone


@pytest.fixture
def setup(customer: Customer) -> Setup:
    return pointed_at(customer)


def test_a_recording_ends_with_silence_and_can_be_heard_and_deleted(
    customer: Customer, ada: Phone, handsets: Handsets, api: Client
) -> None:
    reads(
        customer,
        voice="<Record action='/recorded' timeout='4' recordingStatusCallback='/kept'/>",
        recorded="<Say>Thank you.</Say>",
    )
    call = ada.calls(LINE)
    passes(handsets, 2)
    call.speaks(6)
    passes(handsets, 9)
    assert customer.at("/recorded") == []
    passes(handsets, 1)
    call.hears("Thank you.")
    (told,) = customer.wait_for(1, at="/recorded")
    assert facts([told], "RecordingDuration", "Digits") == [
        {"RecordingDuration": "12", "Digits": ""}
    ]
    assert words(customer.wait_for(1, at="/kept"), "RecordingStatus") == ["completed"]
    (kept,) = api.recordings.list(call_sid=call.sid)
    assert told.params["RecordingSid"] == kept.sid
    for ending in ("", ".wav", ".mp3"):
        sound = requests.get(
            told.params["RecordingUrl"] + ending, auth=(ACCOUNT.sid, ACCOUNT.token), timeout=5
        )
        assert sound.headers["Content-Type"].startswith("audio/")
    assert api.recordings(kept.sid).delete()
    with pytest.raises(TwilioRestException):
        api.recordings(kept.sid).fetch()
    assert api.recordings.list() == []


@pytest.mark.parametrize(
    ("attributes", "keys", "seconds", "duration", "digits"),
    [
        ("", "#", 0, "0", "#"),
        ("finishOnKey='5'", "15", 0, "0", "5"),
        ("maxLength='9'", "", 9, "9", ""),
    ],
)
def test_a_recording_ends_with_a_key_or_when_it_is_long_enough(
    customer: Customer,
    ada: Phone,
    handsets: Handsets,
    attributes: str,
    keys: str,
    seconds: int,
    duration: str,
    digits: str,
) -> None:
    reads(customer, voice=f"<Record action='/recorded' {attributes}/>")
    call = ada.calls(LINE)
    call.speaks(60).presses(keys)
    passes(handsets, seconds)
    assert facts(customer.wait_for(1, at="/recorded"), "RecordingDuration", "Digits") == [
        {"RecordingDuration": duration, "Digits": digits}
    ]


def test_silence_is_no_recording_and_the_document_goes_on(
    customer: Customer, ada: Phone, handsets: Handsets, api: Client
) -> None:
    reads(customer, voice="<Record action='/recorded'/><Say>Nothing was said.</Say>")
    call = ada.calls(LINE)
    passes(handsets, 5)
    call.hears("Nothing was said.")
    assert customer.at("/recorded") == []
    assert api.recordings.list() == []


def test_who_hangs_up_leaves_the_recording(
    customer: Customer, ada: Phone, handsets: Handsets, api: Client
) -> None:
    reads(customer, voice="<Record action='/recorded'/>")
    call = ada.calls(LINE)
    call.speaks(3)
    passes(handsets, 3)
    call.hangs_up()
    (told,) = customer.wait_for(1, at="/recorded")
    assert (told.params["Digits"], told.params["CallStatus"]) == ("hangup", "completed")
    assert len(api.recordings.list()) == 1
