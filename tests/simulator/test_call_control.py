"""What a page or a program can see and do: calls, handsets, and the feed of events."""

from __future__ import annotations

import json
from typing import Any

import pytest
import requests
from twilio.rest import Client

from tests.simulator.customer import Customer
from tests.simulator.voice import LINE, pointed_at, reads
from warmline.simulator.exchange import Setup
from warmline.simulator.handset import Handsets, Phone


@pytest.fixture
def setup(customer: Customer) -> Setup:
    return pointed_at(customer)


def seen(handsets: Handsets, *kinds: str) -> list[dict[str, Any]]:
    return [event for event in handsets.get("events.json") if event["kind"] in kinds]


def test_everything_in_a_call_is_in_the_feed_of_events(
    customer: Customer, ada: Phone, handsets: Handsets
) -> None:
    reads(customer, voice="<Gather numDigits='1' action='/key'><Say>Press 1.</Say></Gather>")
    call = ada.calls(LINE)
    call.presses("1")
    call.is_over()
    events = [event for event in handsets.get("events.json") if event.get("sid") == call.sid]
    assert [event["kind"] for event in events] == [
        "call_placed",
        "call_answered",
        "heard",
        "keys",
        "call_ended",
    ]
    assert {(event["handset"], event["number"]) for event in events} == {(ada.number, LINE)}
    assert (events[2]["words"], events[2]["verb"]) == ("Press 1.", "Say")
    assert events[3]["keys"] == "1"
    assert (events[4]["status"], events[4]["by"]) == ("completed", "line")


def test_who_meets_whom_is_in_the_feed_of_events(
    customer: Customer, ada: Phone, handsets: Handsets, api: Client
) -> None:
    reads(customer, voice="<Dial><Conference>den</Conference></Dial>")
    bo = handsets.phone("+15557770002")
    api.calls.create(to=bo.number, from_=LINE, url=f"{customer.url}/voice")
    leg, call = bo.rings().picks_up(), ada.calls(LINE)
    leg.is_with(call).hangs_up()
    call.hangs_up()
    kinds = ("call_rings", "joined_conference", "left_conference")
    assert [(event["kind"], event["sid"]) for event in seen(handsets, *kinds)] == [
        ("call_rings", leg.sid),
        ("joined_conference", leg.sid),
        ("joined_conference", call.sid),
        ("left_conference", leg.sid),
        ("left_conference", call.sid),
    ]


def test_the_log_has_no_words_and_no_numbers(
    customer: Customer, ada: Phone, handsets: Handsets
) -> None:
    reads(customer, voice="<Say>A secret.</Say><Gather numDigits='4' action='/key'/>")
    ada.calls(LINE).presses("7318")
    customer.wait_for(1, at="/key")
    handsets.come_to_rest()
    log = json.dumps(handsets.get("log"))
    assert "call_webhook" in log
    assert "call_callback" in log
    for word in ("secret", "7318", ada.number, LINE):
        assert word not in log


def test_a_handset_shows_its_calls_and_what_was_heard_since(
    customer: Customer, ada: Phone, handsets: Handsets
) -> None:
    reads(customer, voice="<Say>One.</Say><Say>Two.</Say><Pause length='9'/>")
    call = ada.calls(LINE)
    path = f"handsets/{ada.number.replace('+', '%2B')}/calls"
    shown = handsets.get(path)
    assert [one["words"] for one in shown["heard"]] == ["One.", "Two."]
    assert [(one["sid"], one["state"], one["is_mine"]) for one in shown["calls"]] == [
        (call.sid, "talking", True)
    ]
    assert [one["words"] for one in handsets.get(path, after=1)["heard"]] == ["Two."]
    assert handsets.get(path, after=2, wait=0.01)["heard"] == []
    call.hangs_up()


def test_a_reset_forgets_calls_and_habits_and_tells_nobody(
    customer: Customer, ada: Phone, handsets: Handsets
) -> None:
    reads(customer, voice="<Enqueue action='/left'>people</Enqueue>")
    ada.calls(LINE).is_held()
    handsets.phone("+15557770002").is_busy()
    handsets.reset()
    handsets.come_to_rest()
    assert handsets.get("calls") == []
    assert ada.look() == {"calls": [], "heard": []}
    assert customer.at("/left") == []
    assert customer.at("/ended") == []
    assert handsets.get("idle") == {"idle": True, "next_at": None}


@pytest.mark.parametrize(
    ("method", "path", "said"),
    [
        ("POST", "calls", {"from": "+15557770001", "to": "+15557770002"}),
        ("POST", "calls/CA0/answer", {}),
        ("POST", "calls/CA0/keys", {"digits": "x"}),
        ("PUT", "handsets/+15557770001/ringing", {"does": "sings"}),
    ],
)
def test_a_wish_that_cannot_be_understood_is_refused(
    handsets: Handsets, method: str, path: str, said: dict[str, str]
) -> None:
    with pytest.raises(requests.HTTPError) as refusal:
        handsets.call(method, path, json=said)
    assert refusal.value.response.status_code == 400


def test_the_next_moment_of_a_call_is_known(
    customer: Customer, ada: Phone, handsets: Handsets
) -> None:
    reads(customer, voice="<Pause length='20'/><Say>Now.</Say>")
    call = ada.calls(LINE)
    idle = handsets.get("idle")
    assert idle["idle"]
    assert idle["next_at"]
    call.hangs_up()
    assert handsets.get("idle")["next_at"] is None
