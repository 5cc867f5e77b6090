"""Whatever people and the customer do to calls, every call ends, and its end is reported once."""

from __future__ import annotations

import logging
import random
from collections import Counter
from contextlib import suppress

import pytest
from twilio.base.exceptions import TwilioRestException
from twilio.rest import Client

from tests.simulator.customer import Customer
from tests.simulator.voice import LINE, passes, pointed_at, reads
from warmline.simulator.exchange import Setup
from warmline.simulator.handset import Handsets, Phone

PEOPLE = [f"+1555777000{n}" for n in range(5)]
MENU = (
    "<Gather numDigits='1' action='/{}' timeout='4'><Say>Press.</Say></Gather>"
    "<Redirect>/{}</Redirect>"
)
DOCUMENTS = {
    "voice": MENU.format("queue", "talk"),
    "queue": "<Enqueue waitUrl='/wait' action='/voice'>people</Enqueue>",
    "wait": "<Gather numDigits='1' action='/leave' timeout='6'><Say>Wait.</Say></Gather>",
    "leave": "<Leave/>",
    "talk": (
        "<Dial hangupOnStar='true' action='/voice' timeLimit='20'>"
        "<Conference endConferenceOnExit='true' waitUrl='/music'>den</Conference></Dial>"
    ),
    "music": "<Say>Music.</Say><Pause length='5'/>",
    "take": "<Dial action='/dial' timeout='5'><Queue url='/music'>people</Queue></Dial>",
    "dial": (
        f"<Dial action='/record' timeout='5' callerId='{LINE}'>"
        f"<Number url='/whisper'>{PEOPLE[0]}</Number><Number>{PEOPLE[1]}</Number></Dial>"
    ),
    "whisper": "<Gather numDigits='1' action='/yes' timeout='3'/><Hangup/>",
    "record": "<Record action='/talk' maxLength='8' timeout='3'/><Redirect>/take</Redirect>",
}


@pytest.fixture
def setup(customer: Customer) -> Setup:
    return pointed_at(customer)


def somebody_does_something(
    chance: random.Random, handsets: Handsets, api: Client, customer: Customer
) -> None:
    page = f"{customer.url}/{chance.choice(list(DOCUMENTS))}"
    known = [call["sid"] for call in handsets.get("calls") if call["state"] != "over"]
    sid = chance.choice(known) if known else ""
    what = chance.choice(
        "phone dial answer answer answer decline keys keys keys keys hang_up speak on on end lost".split()
    )
    if what == "phone":
        handsets.phone(chance.choice(PEOPLE)).calls(LINE)
    elif what == "dial":
        api.calls.create(
            to=chance.choice(PEOPLE), from_=LINE, url=page, status_callback=f"{customer.url}/ended"
        )
    elif what in {"on", "end"} and known:
        change = {"url": page} if what == "on" else {"status": "completed"}
        with suppress(TwilioRestException):
            api.calls(sid).update(**change)
    elif known:
        action = "lose_network" if what == "lost" else what
        digits = chance.choice("123*#")
        handsets.call("POST", f"calls/{sid}/{action}", json={"digits": digits, "seconds": 2})


@pytest.mark.parametrize("seed", range(8))
def test_every_call_ends_once_whatever_happens(
    seed: int,
    customer: Customer,
    handsets: Handsets,
    api: Client,
    ada: Phone,
    caplog: pytest.LogCaptureFixture,
) -> None:
    chance = random.Random(seed)
    reads(customer, **DOCUMENTS)
    for _ in range(60):
        for _ in range(chance.randrange(1, 4)):
            somebody_does_something(chance, handsets, api, customer)
        passes(handsets, chance.choice([0, 0, 1, 3]))
    for call in handsets.get("calls"):
        if call["state"] != "over":
            with suppress(TwilioRestException):
                api.calls(call["sid"]).update(status="completed")
    passes(handsets, 15)

    known = handsets.get("calls")
    assert {call["state"] for call in known} == {"over"}
    assert [queue.current_size for queue in api.queues.list()] in ([], [0])
    assert {one.status for one in api.conferences.list()} <= {"completed"}
    ends = Counter(told.params["CallSid"] for told in customer.at("/ended"))
    dialled = {call.sid for call in api.calls.list() if call.direction == "outbound-dial"}
    assert ends == Counter(call["sid"] for call in known if call["sid"] not in dialled)
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []
    for call in known:
        handsets.phone(call["handset"]).is_busy()
