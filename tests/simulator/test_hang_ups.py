"""A call that ends at any step: nobody stays behind, the customer is told once, and no answer counts any more."""

from __future__ import annotations

import pytest
from twilio.rest import Client

from tests.simulator.customer import Customer
from tests.simulator.voice import LINE, passes, pointed_at, reads, words
from warmline.simulator.exchange import Setup
from warmline.simulator.handset import Handsets, Phone

BO = "+15557770002"
STEPS = {  # where the call is → its document, and what the action is told of its end
    "pause": ("<Say>Hi.</Say><Pause length='40'/>", "", ""),
    "gather": ("<Gather timeout='40' action='/after' actionOnEmptyResult='true'/>", "", ""),
    "queue": ("<Enqueue waitUrl='/wait' action='/after'>people</Enqueue>", "QueueResult", "hangup"),
    "music": ("<Enqueue action='/after'>people</Enqueue>", "QueueResult", "hangup"),
    "ringing": (f"<Dial action='/after'>{BO}</Dial>", "DialCallStatus", "no-answer"),
    "talking": (f"<Dial action='/after'>{BO}</Dial>", "DialCallStatus", "completed"),
    "alone": (
        "<Dial action='/after'><Conference>den</Conference></Dial>",
        "DialCallStatus",
        "answered",
    ),
    "conference": (
        "<Dial action='/after'><Conference>den</Conference></Dial>",
        "DialCallStatus",
        "answered",
    ),
    "record": ("<Record action='/after' timeout='40'/>", "Digits", "hangup"),
}
WAYS = ("hangs_up", "network", "api")


@pytest.fixture
def setup(customer: Customer) -> Setup:
    return pointed_at(customer)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("step", STEPS)
def test_a_call_can_end_at_every_step(
    customer: Customer, ada: Phone, handsets: Handsets, api: Client, step: str, way: str
) -> None:
    document, name, value = STEPS[step]
    wait = "<Gather timeout='40' action='/after'><Say>Wait.</Say></Gather>"
    reads(customer, voice=document, wait=wait, after="<Say>Never said.</Say>")
    bo = handsets.phone(BO)
    call = ada.calls(LINE)
    others = []
    if step in {"ringing", "talking"}:
        others.append(bo.rings())
    if step == "talking":
        others[0].picks_up().is_with(call)
    if step == "conference":
        others.append(bo.calls(LINE).is_with(call))
    if step == "record":
        call.speaks(2)

    if way == "hangs_up":
        call.hangs_up()
    elif way == "api":
        api.calls(call.sid).update(status="completed")
    else:
        call.loses_network()
        passes(handsets, 10)

    call.is_over("completed")
    told = [one for one in customer.at("/after") if one.params["CallSid"] == call.sid]
    assert words(told, name) == ([value] if name else [])
    assert set(words(told, "CallStatus")) <= {"completed"}
    ended = [one for one in customer.wait_for(1, at="/ended") if one.params["CallSid"] == call.sid]
    assert len(ended) == 1
    assert [queue.current_size for queue in api.queues.list()] in ([], [0])
    if step in {"ringing", "talking"}:
        others[0].is_over("canceled" if step == "ringing" else "completed")
    if step == "conference":
        others[0].is_alone().hangs_up()
    assert "Never said." not in [entry["words"] for entry in ada.look()["heard"]]


def test_who_hangs_up_while_a_document_is_fetched_never_hears_it(
    customer: Customer, ada: Phone, handsets: Handsets
) -> None:
    reads(customer, voice="<Say>Too late.</Say>")
    quick = customer.script
    customer.is_slow(0.4)
    slow = customer.script
    customer.script = lambda told: (slow(told), quick(told))[1] if told.path == "/voice" else ""
    sid = handsets.call("POST", "calls", json={"from": ada.number, "to": LINE})["sid"]
    handsets.call("POST", f"calls/{sid}/hang_up", json={})
    handsets.come_to_rest()
    (call,) = ada.all_calls()
    assert (call["state"], call["status"]) == ("over", "no-answer")
    assert ada.look()["heard"] == []
    ada.answers_by_hand()
    ada.is_busy()  # the call was made without its telephone


@pytest.mark.parametrize("who", ["caller", "peer"])
def test_a_bridge_from_a_queue_ends_with_either(
    customer: Customer, ada: Phone, handsets: Handsets, api: Client, who: str
) -> None:
    reads(
        customer,
        voice="<Enqueue waitUrl='/wait' action='/after'>people</Enqueue>",
        wait="<Pause length='30'/>",
        take="<Dial action='/dialled'><Queue>people</Queue></Dial>",
        after="<Pause length='30'/>",
        dialled="<Pause length='30'/>",
    )
    bo = handsets.phone(BO)
    call = ada.calls(LINE)
    api.calls.create(to=BO, from_=LINE, url=f"{customer.url}/take")
    leg = bo.rings().picks_up().is_with(call)
    first, second = (call, leg) if who == "caller" else (leg, call)
    first.hangs_up()
    second.is_alone().hangs_up()
    assert words(customer.wait_for(1, at="/after"), "QueueResult") == ["bridged"]
    assert words(customer.wait_for(1, at="/dialled"), "DequeueResult") == ["bridged"]


def test_a_bridge_from_a_queue_ends_when_its_caller_is_sent_on(
    customer: Customer, ada: Phone, handsets: Handsets, api: Client
) -> None:
    reads(
        customer,
        voice="<Enqueue waitUrl='/wait' action='/after'>people</Enqueue>",
        wait="<Pause length='30'/>",
        take="<Dial><Queue>people</Queue></Dial><Say>They are gone.</Say>",
        there="<Say>Come here.</Say>",
    )
    bo = handsets.phone(BO)
    call = ada.calls(LINE)
    api.calls.create(to=BO, from_=LINE, url=f"{customer.url}/take")
    leg = bo.rings().picks_up().is_with(call)
    api.calls(call.sid).update(url=f"{customer.url}/there")
    call.hears("Come here.")
    leg.hears("They are gone.")
    assert words(customer.wait_for(1, at="/after"), "QueueResult") == ["redirected-from-bridged"]
