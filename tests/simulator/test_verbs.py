"""The table of voice verbs finds every fault of a document, and none in a good one."""

from __future__ import annotations

import pytest
from twilio.twiml.voice_response import Dial, Gather, VoiceResponse

from warmline.simulator.voice.verbs import SHAPES, Place, faults_of


def test_a_good_document_of_the_sdk_has_no_faults() -> None:
    response = VoiceResponse()
    gather = Gather(num_digits=1, action="/key", finish_on_key="", timeout=5)
    gather.say("Press 1.", voice="Polly.Joanna", language="en-US", loop=2)
    gather.pause(length=2)
    response.append(gather)
    dial = Dial(hangup_on_star=True, action="/menu", time_limit=600, caller_id="+15550100001")
    dial.conference(
        "den-4f",
        start_conference_on_enter=False,
        end_conference_on_exit=False,
        beep="onEnter",
        wait_url="",
        max_participants=4,
        participant_label="peer",
        status_callback="/room",
        status_callback_event="start end join leave",
    )
    response.append(dial)
    response.enqueue("people", wait_url="/wait", action="/left", method="POST")
    response.record(max_length=120, play_beep=True, finish_on_key="#", transcribe=False)
    response.play("https://example.org/calm.mp3", loop=0)
    response.redirect("/there?x=1", method="POST")
    response.reject(reason="busy")
    response.hangup()
    assert faults_of(str(response)) == []


@pytest.mark.parametrize(
    ("document", "place", "fault"),
    [
        ("<Response><Say>", Place.CALL, "not XML"),
        ("<Other/>", Place.CALL, "root"),
        ("<Response><Leave/></Response>", Place.CALL, "<Leave> may not stand"),
        ("<Response><Sms>hi</Sms></Response>", Place.CALL, "<Sms> may not stand"),
        ("<Response><Connect/></Response>", Place.CALL, "not simulated"),
        ("<Response><Say pitch='1'>a</Say></Response>", Place.CALL, "no attribute pitch"),
        ("<Response><Say loop='twice'>a</Say></Response>", Place.CALL, "does not take this loop"),
        ("<Response><Hangup>a</Hangup></Response>", Place.CALL, "does not take this text"),
        ("<Response><Gather><Dial/></Gather></Response>", Place.CALL, "<Dial> may not stand in"),
        ("<Response><Dial><Say>a</Say></Dial></Response>", Place.CALL, "<Say> may not stand in"),
        ("<Response a='1'/>", Place.CALL, "no attributes"),
        ("<Response><Dial/></Response>", Place.QUEUE, "a queue"),
        ("<Response><Gather/></Response>", Place.CONFERENCE, "a conference"),
        ("<Response><Dial/></Response>", Place.WHISPER, "a whisper"),
        ("<Response><Gather/></Response>", Place.QUEUE_WHISPER, "a queue whisper"),
    ],
)
def test_a_fault_is_named(document: str, place: Place, fault: str) -> None:
    (found,) = faults_of(document, place)
    assert fault in found


def test_every_fault_is_named_and_no_words_are_told() -> None:
    found = faults_of("<Response><Say x='secret'>secret</Say><Pause length='secret'/></Response>")
    assert len(found) == 2
    assert not any("secret" in fault for fault in found)


def test_leave_and_gather_belong_in_a_queue() -> None:
    document = "<Response><Gather numDigits='1'><Say>a</Say></Gather><Leave/></Response>"
    assert faults_of(document, Place.QUEUE) == []


def test_whatever_may_stand_somewhere_has_a_shape() -> None:
    nested = {part for shape in SHAPES.values() for part in shape.inside}
    assert {"Number", "Queue", "Conference", "Say", "Play", "Pause"} <= nested & SHAPES.keys()
