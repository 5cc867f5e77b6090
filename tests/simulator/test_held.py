"""Callers who wait in a queue: what they hear, what the customer is told, and how each leaves."""

from __future__ import annotations

import pytest
from twilio.rest import Client

from tests.simulator.customer import Customer
from tests.simulator.voice import LINE, facts, passes, pointed_at, reads, words
from warmline.simulator.exchange import Setup
from warmline.simulator.handset import Handsets, Phone

HOLD = "<Enqueue waitUrl='/wait' action='/left'>people</Enqueue>"
MUSIC = "<Gather numDigits='1' action='/key' timeout='20'><Say>Please wait.</Say></Gather>"


@pytest.fixture
def setup(customer: Customer) -> Setup:
    return pointed_at(customer)


def test_the_wait_is_told_anew_each_time_the_music_is_fetched(
    customer: Customer, ada: Phone, handsets: Handsets
) -> None:
    reads(customer, voice=HOLD, wait=MUSIC)
    bo = handsets.phone("+15557770002")
    first, second = ada.calls(LINE), bo.calls(LINE)

    passes(handsets, 20)

    names = ("QueuePosition", "QueueTime", "CurrentQueueSize", "AvgQueueTime")
    told = [one for one in customer.wait_for(4, at="/wait") if one.params["CallSid"] == second.sid]
    assert [list(one.values()) for one in facts(told, *names)] == [
        ["2", "0", "2", "0"],
        ["2", "20", "2", "0"],
    ]
    assert all(sid.startswith("QU") for sid in words(told, "QueueSid"))
    assert first.is_held().hears() == "Please wait. Please wait."
    second.is_held().is_alone()
    first.hangs_up()
    passes(handsets, 20)
    last = customer.wait_for(5, at="/wait")[-1]
    assert (last.params["QueuePosition"], last.params["AvgQueueTime"]) == ("1", "20")
    second.hangs_up()


def test_a_key_in_the_wait_is_told_with_the_place_and_the_music_goes_on(
    customer: Customer, ada: Phone
) -> None:
    reads(customer, voice=HOLD, wait=MUSIC, key="<Say>Noted.</Say>")
    call = ada.calls(LINE)
    call.hears("Please wait.")
    call.presses("4")
    assert call.hears() == "Noted. Please wait."
    (told,) = customer.wait_for(1, at="/key")
    assert (told.params["Digits"], told.params["QueuePosition"]) == ("4", "1")
    call.is_held().hangs_up()


def test_leave_goes_on_with_the_action(customer: Customer, ada: Phone, handsets: Handsets) -> None:
    reads(customer, voice=HOLD, wait=MUSIC, key="<Leave/>", left="<Say>You have left.</Say>")
    call = ada.calls(LINE)
    passes(handsets, 7)
    call.presses("9")
    call.hears("Please wait.", "You have left.")
    (told,) = customer.wait_for(1, at="/left")
    assert (told.params["QueueResult"], told.params["QueueTime"]) == ("leave", "7")
    assert told.params["QueueSid"].startswith("QU")


def test_without_an_action_the_document_goes_on_after_the_queue(
    customer: Customer, ada: Phone
) -> None:
    reads(
        customer,
        voice="<Enqueue waitUrl='/wait'>people</Enqueue><Say>After.</Say>",
        wait="<Leave/>",
    )
    ada.calls(LINE).hears("After.")


def test_a_caller_who_hangs_up_is_told_of_and_the_answer_does_not_count(
    customer: Customer, ada: Phone, api: Client
) -> None:
    reads(customer, voice=HOLD, wait=MUSIC, left="<Say>Too late.</Say>")
    call = ada.calls(LINE)
    call.hears("Please wait.")
    call.hangs_up()
    (told,) = customer.wait_for(1, at="/left")
    assert (told.params["QueueResult"], told.params["CallStatus"]) == ("hangup", "completed")
    call.hears_nothing()
    (queue,) = api.queues.list()
    assert queue.current_size == 0


def test_a_redirect_takes_the_caller_out_and_the_action_is_only_told(
    customer: Customer, ada: Phone, api: Client
) -> None:
    reads(
        customer,
        voice=HOLD,
        wait=MUSIC,
        left="<Say>Never said.</Say>",
        there="<Say>Come along.</Say><Pause length='9'/>",
    )
    call = ada.calls(LINE)
    call.hears("Please wait.")
    api.calls(call.sid).update(url=f"{customer.url}/there")
    assert call.hears() == "Come along."
    assert words(customer.wait_for(1, at="/left"), "QueueResult") == ["redirected"]
    call.goes_on().hangs_up()


def test_members_are_listed_in_order_and_sent_on_by_the_front(
    customer: Customer, ada: Phone, handsets: Handsets, api: Client
) -> None:
    reads(customer, voice=HOLD, wait=MUSIC, there="<Say>You are next.</Say>")
    bo = handsets.phone("+15557770002")
    first, second = ada.calls(LINE), bo.calls(LINE)
    handsets.come_to_rest()
    (queue,) = api.queues.list()
    assert (queue.friendly_name, queue.current_size) == ("people", 2)
    members = api.queues(queue.sid).members.list()
    assert [(m.call_sid, m.position) for m in members] == [(first.sid, 1), (second.sid, 2)]

    api.queues(queue.sid).members("Front").update(url=f"{customer.url}/there")

    first.hears("Please wait.", "You are next.")
    assert api.queues(queue.sid).fetch().current_size == 1
    api.queues(queue.sid).members(second.sid).update(url=f"{customer.url}/there")
    second.hears("You are next.")


def test_who_dials_the_queue_gets_the_longest_waiting_after_the_whisper(
    customer: Customer, ada: Phone, handsets: Handsets, api: Client
) -> None:
    reads(
        customer,
        voice=HOLD,
        wait=MUSIC,
        left="<Say>It was nice.</Say>",
        whisper="<Say>Here is Bo.</Say>",
        take="<Dial action='/after'><Queue url='/whisper'>people</Queue></Dial>",
        after="<Say>Thank you, Bo.</Say>",
    )
    bo = handsets.phone("+15557770002")
    call = ada.calls(LINE)
    call.is_held()
    api.calls.create(to=bo.number, from_=LINE, url=f"{customer.url}/take")
    leg = bo.rings().picks_up()

    leg.is_with(call)
    call.is_with(bo).hears("Please wait.", "Here is Bo.")
    assert customer.at("/left") == []
    leg.hangs_up()

    call.hears("It was nice.")
    assert words(customer.wait_for(1, at="/left"), "QueueResult") == ["bridged"]
    (after,) = customer.wait_for(1, at="/after")
    assert (after.params["DialCallStatus"], after.params["DequeueResult"]) == (
        "completed",
        "bridged",
    )
    leg.hears_nothing()


def test_dialling_an_empty_queue_waits_for_the_next_caller(
    customer: Customer, ada: Phone, handsets: Handsets, api: Client
) -> None:
    reads(
        customer,
        voice=HOLD,
        wait=MUSIC,
        take="<Dial timeout='10' action='/after'><Queue>people</Queue></Dial>",
        after="<Say>Nobody came.</Say>",
    )
    api.queues.create(friendly_name="people")
    bo = handsets.phone("+15557770002")
    api.calls.create(to=bo.number, from_=LINE, url=f"{customer.url}/take")
    leg = bo.rings().picks_up()
    passes(handsets, 5)
    call = ada.calls(LINE)
    call.is_with(leg)
    call.hangs_up()
    leg.hears("Nobody came.")

    api.calls.create(to=bo.number, from_=LINE, url=f"{customer.url}/take")
    bo.rings().picks_up()
    passes(handsets, 10)
    assert words(customer.wait_for(2, at="/after"), "DequeueResult") == ["bridged", "timeout"]


def test_a_broken_wait_ends_the_waiting_as_an_error(customer: Customer, ada: Phone) -> None:
    reads(
        customer,
        voice="<Enqueue waitUrl='http://127.0.0.1:1/no' action='/left'>people</Enqueue>",
        left="<Say>Something broke.</Say>",
    )
    ada.calls(LINE).hears("Something broke.")
    assert words(customer.wait_for(1, at="/left"), "QueueResult") == ["error"]


def test_a_full_queue_takes_nobody_more(customer: Customer, ada: Phone, handsets: Handsets) -> None:
    reads(
        customer,
        voice="<Enqueue waitUrl='/wait' action='/left' maxQueueSize='1'>people</Enqueue>",
        wait=MUSIC,
        left="<Say>It is full.</Say>",
    )
    call = ada.calls(LINE)
    call.is_held()
    handsets.phone("+15557770002").calls(LINE).hears("It is full.")
    assert words(customer.wait_for(1, at="/left"), "QueueResult") == ["queue-full"]
    call.hangs_up()


def test_without_music_of_its_own_the_queue_plays_the_providers(
    customer: Customer, ada: Phone, handsets: Handsets
) -> None:
    reads(customer, voice="<Enqueue>people</Enqueue>")
    call = ada.calls(LINE)
    call.hears("hold music")
    passes(handsets, 60)
    call.is_held().hears_nothing().hangs_up()


def test_music_that_takes_no_time_does_not_stop_the_exchange(
    customer: Customer, ada: Phone, handsets: Handsets
) -> None:
    reads(customer, voice=HOLD, wait="<Say>Again.</Say>")
    call = ada.calls(LINE)
    handsets.come_to_rest()
    assert handsets.is_idle()
    call.is_held().hangs_up()
