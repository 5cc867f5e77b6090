"""The stage hands' side: events, the log, the clock, faults and a fresh start."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
import requests
from twilio.rest import Client

from tests.simulator.conftest import ACCOUNT, LINE
from tests.simulator.customer import Customer
from warmline.clock import SharedClock
from warmline.simulator.exchange import Setup
from warmline.simulator.handset import Handsets, Phone
from warmline.simulator.server import ExchangeServer


def test_all_that_phones_show_is_told_as_events(
    api: Client, ada: Phone, handsets: Handsets
) -> None:
    ada.texts("Hi", to=LINE)
    api.messages.create(to=ada.number, from_=LINE, body="Hello")
    ada.expects("Hello")
    handsets.come_to_rest()
    events = handsets.get("events.json")
    assert [event["kind"] for event in events] == ["text_sent", "status", "text_arrived", "status"]
    assert events[0]["body"] == "Hi"
    assert [event["status"] for event in events if event["kind"] == "status"] == [
        "sent",
        "delivered",
    ]
    assert handsets.get("events.json", after=events[-1]["n"]) == []


def _lines(stream: requests.Response) -> Iterator[str]:
    return (line.decode() for line in stream.iter_lines(chunk_size=1))


def test_events_are_streamed_as_they_happen(server: ExchangeServer, ada: Phone) -> None:
    with requests.get(f"{server.url}/simulator/events", stream=True, timeout=5) as stream:
        lines = _lines(stream)
        assert next(lines).startswith(":")
        ada.texts("Live", to=LINE)
        entry = next(line for line in lines if line.startswith("data:"))
        assert json.loads(entry.removeprefix("data:"))["body"] == "Live"
    assert stream.headers["Content-Type"].startswith("text/event-stream")


def test_a_stream_goes_on_where_its_reader_left(server: ExchangeServer, ada: Phone) -> None:
    ada.texts("seen", to=LINE)
    ada.texts("new", to=LINE)
    url, last = f"{server.url}/simulator/events", {"Last-Event-ID": "1"}
    with requests.get(url, stream=True, timeout=5, headers=last) as stream:
        lines = _lines(stream)
        assert "new" in next(line for line in lines if line.startswith("data:"))


def test_the_log_tells_of_every_request_and_webhook_but_not_the_words(
    api: Client, ada: Phone, customer: Customer, handsets: Handsets
) -> None:
    customer.answers("<Response><Message>secret answer</Message></Response>")
    ada.texts("secret question", to=LINE)
    ada.expects("secret answer")
    handsets.come_to_rest()
    api.messages.list(to=ada.number)
    log = handsets.get("log")
    assert [(e["kind"], e["outcome"], e["status"]) for e in log] == [
        ("webhook", "answered", 200),
        ("rest", "answered", 200),
    ]
    assert "secret" not in json.dumps(log)
    assert ada.number not in json.dumps(log)


def test_every_message_can_be_accounted_for(api: Client, ada: Phone, handsets: Handsets) -> None:
    sent = ada.texts("Hi", to=LINE)
    made = api.messages.create(to=ada.number, from_=LINE, body="Hello")
    ada.expects("Hello")
    first, second = handsets.get("messages")
    assert (first["sid"], first["from"], first["to"]) == (sent, ada.number, LINE)
    assert (second["sid"], second["body"], second["status"]) == (made.sid, "Hello", "delivered")


def test_a_fresh_start_forgets_all_but_the_numbers(
    api: Client, ada: Phone, handsets: Handsets, customer: Customer
) -> None:
    ada.texts("STOP", to=LINE)
    handsets.goes_wrong("webhook_lose")
    handsets.come_to_rest()
    handsets.reset()
    assert handsets.get("faults") == handsets.get("messages") == handsets.get("log") == []
    assert api.messages.list() == []
    api.messages.create(to=ada.number, from_=LINE, body="Hello again")
    ada.expects("Hello again")
    ada.texts("Still there?", to=LINE)
    customer.wait_for(2)


def test_who_waits_after_a_fresh_start_is_given_the_next_text_not_the_gap(
    api: Client, ada: Phone, handsets: Handsets
) -> None:
    api.messages.create(to=ada.number, from_=LINE, body="Forgotten")
    handsets.come_to_rest()
    handsets.reset()
    handsets.goes_wrong("rest_slow", ms=300, count=1)  # the reader waits before the text is there
    with ThreadPoolExecutor(1) as other:
        made = other.submit(api.messages.create, to=ada.number, from_=LINE, body="Hello again")
        ada.expects("Hello again")
    assert made.result().sid


def test_faults_can_be_set_seen_and_taken_away(handsets: Handsets, ada: Phone) -> None:
    wanted = [{"kind": "webhook_lose", "probability": 0.2}, {"kind": "rest_slow", "ms": 100}]
    first, second = handsets.call("PUT", "faults", json=wanted)
    assert (first["kind"], second["ms"], second["struck"]) == ("webhook_lose", 100, 0)
    assert handsets.call("DELETE", f"faults/{first['id']}") == [second]
    assert handsets.call("DELETE", "faults") == []


def test_a_fault_that_struck_is_counted_and_told(handsets: Handsets, ada: Phone) -> None:
    handsets.goes_wrong("webhook_lose", count=2)
    ada.texts("lost", to=LINE)
    (fault,) = handsets.get("faults")
    assert (fault["struck"], fault["count"]) == (1, 1)
    assert handsets.get("events.json")[-1]["fault"] == "webhook_lose"


@pytest.mark.parametrize(
    ("method", "path", "said"),
    [
        ("POST", "texts", {"from": "+15557770001"}),
        ("POST", "texts", ["no object"]),
        ("POST", "texts", {"from": "+1", "to": "+2", "body": "x", "media": "image/png"}),
        ("POST", "faults", {"kind": "rain"}),
        ("POST", "faults", {"kind": "rest_slow", "speed": 3}),
        ("POST", "faults", {"kind": "rest_slow", "ms": "long"}),
        ("PUT", "faults", {"kind": "rest_slow"}),
        ("POST", "clock", {"jump_seconds": "far"}),
        ("POST", "clock", {"now": "noon"}),
        ("PUT", f"numbers/{LINE}", {"colour": "blue"}),
        ("PUT", "rules", {"opt_out": "sometimes"}),
        ("PUT", "handsets/+15557770001", {"error": 42}),
    ],
)
def test_an_unclear_wish_is_answered_with_what_is_missing(
    handsets: Handsets, method: str, path: str, said: object
) -> None:
    with pytest.raises(requests.HTTPError) as refusal:
        handsets.call(method, path, json=said)
    answer = refusal.value.response
    assert answer is not None
    assert answer.status_code == 400
    assert answer.json()["error"]


def test_the_clock_jumps_for_all_who_share_it(handsets: Handsets, clock: SharedClock) -> None:
    handsets.call("POST", "clock", json={"now": "2026-12-24T18:00:00+00:00"})
    assert clock.now().date().isoformat() == "2026-12-24"
    handsets.jump(timedelta(days=1))
    assert clock.now().date().isoformat() == "2026-12-25"
    told = datetime.fromisoformat(handsets.get("clock")["now"])
    assert abs(told - clock.now()) < timedelta(seconds=5)


def test_a_clock_moved_by_somebody_else_is_noticed(
    ada: Phone, handsets: Handsets, clock: SharedClock, customer: Customer
) -> None:
    handsets.goes_wrong("webhook_delay", ms=60_000)
    ada.texts("in a minute", to=LINE)
    clock.jump(timedelta(minutes=1))
    customer.wait_for(1)


def test_real_time_cannot_be_jumped() -> None:
    with ExchangeServer(ACCOUNT, Setup(numbers=[LINE])) as server:
        handsets = Handsets(server.url)
        assert handsets.get("clock")["can_jump"] is False
        with pytest.raises(requests.HTTPError):
            handsets.jump(timedelta(seconds=1))
        handsets.close()


def test_a_number_can_be_added_while_it_runs(api: Client, ada: Phone, handsets: Handsets) -> None:
    handsets.call("PUT", "numbers/+15550100009", json={"rate": 0})
    assert {entry["number"] for entry in handsets.get("numbers")} >= {LINE, "+15550100009"}
    api.messages.create(to=ada.number, from_="+15550100009", body="New here")
    ada.expects("New here", sender="+15550100009")
