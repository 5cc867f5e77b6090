"""Calls that the customer makes: how phones meet them, and what is reported."""

from __future__ import annotations

import pytest
from twilio.base.exceptions import TwilioRestException
from twilio.rest import Client

from tests.simulator.customer import Customer
from tests.simulator.voice import LINE, SECOND, facts, passes, pointed_at, reads, words
from warmline.simulator.exchange import Setup
from warmline.simulator.handset import Handsets, Phone

EVENTS = ["initiated", "ringing", "answered", "completed"]


@pytest.fixture
def setup(customer: Customer) -> Setup:
    return pointed_at(customer)


def call_up(api: Client, customer: Customer, phone: Phone, **more: object) -> str:
    made = api.calls.create(
        to=phone.number,
        from_=LINE,
        url=f"{customer.url}/there",
        status_callback=f"{customer.url}/leg",
        status_callback_event=EVENTS,
        **more,
    )
    assert made.status == "queued"
    return str(made.sid)


def test_an_answered_call_is_reported_step_by_step(
    customer: Customer, ada: Phone, api: Client, handsets: Handsets
) -> None:
    reads(customer, there="<Say>Hello.</Say><Pause length='5'/>")
    sid = call_up(api, customer, ada)
    leg = ada.rings()
    assert leg.shows == LINE
    assert api.calls(sid).fetch().status == "ringing"
    leg.picks_up().hears("Hello.")
    assert api.calls(sid).fetch().status == "in-progress"
    passes(handsets, 5)
    leg.is_over("completed")

    told = customer.wait_for(4, at="/leg")
    assert facts(told, "CallStatus", "SequenceNumber") == [
        {"CallStatus": "initiated", "SequenceNumber": "0"},
        {"CallStatus": "ringing", "SequenceNumber": "1"},
        {"CallStatus": "in-progress", "SequenceNumber": "2"},
        {"CallStatus": "completed", "SequenceNumber": "3"},
    ]
    assert set(words(told, "Direction")) == {"outbound-api"}
    assert told[-1].params["CallDuration"] == "5"
    (document,) = customer.wait_for(1, at="/there")
    assert document.params["CallStatus"] == "in-progress"
    shown = api.calls(sid).fetch()
    assert (shown.status, shown.duration, shown.direction) == ("completed", "5", "outbound-api")


def test_only_the_end_is_reported_unless_more_is_asked(
    customer: Customer, ada: Phone, api: Client
) -> None:
    reads(customer, there="<Say>Hello.</Say>")
    api.calls.create(
        to=ada.number,
        from_=LINE,
        twiml="<Response><Say>Hi.</Say></Response>",
        status_callback=f"{customer.url}/leg",
    )
    ada.rings().picks_up().hears("Hi.")
    assert words(customer.wait_for(1, at="/leg"), "CallStatus") == ["completed"]
    assert customer.at("/there") == []


@pytest.mark.parametrize(
    ("habit", "seconds", "status"),
    [("is_busy", 0, "busy"), ("fails", 0, "failed"), ("never_answers", 25, "no-answer")],
)
def test_a_call_that_nobody_answers_ends_by_name(
    customer: Customer,
    ada: Phone,
    api: Client,
    handsets: Handsets,
    habit: str,
    seconds: int,
    status: str,
) -> None:
    getattr(ada, habit)()
    sid = call_up(api, customer, ada, timeout=20)
    passes(handsets, seconds)
    assert api.calls(sid).fetch().status == status
    last = customer.wait_for(2 if seconds == 0 else 3, at="/leg")[-1]
    assert (last.params["CallStatus"], last.params["CallDuration"]) == (status, "0")
    assert customer.at("/there") == []


def test_a_phone_rings_five_seconds_longer_than_it_was_told(
    customer: Customer, ada: Phone, api: Client, handsets: Handsets
) -> None:
    call_up(api, customer, ada, timeout=20)
    leg = ada.rings()
    passes(handsets, 24)
    ada.rings()
    passes(handsets, 1)
    leg.is_over("no-answer")


def test_a_call_pushed_away_is_busy(customer: Customer, ada: Phone, api: Client) -> None:
    call_up(api, customer, ada)
    ada.rings().declines().is_over("busy")


def test_a_voicemail_answers_late_listens_and_never_presses(
    customer: Customer, ada: Phone, api: Client, handsets: Handsets
) -> None:
    reads(customer, there="<Gather action='/key' timeout='10'><Say>Press 1.</Say></Gather>")
    ada.has_voicemail(after=12)
    sid = call_up(api, customer, ada, machine_detection="Enable")
    passes(handsets, 11)
    assert api.calls(sid).fetch().status == "ringing"
    passes(handsets, 1)
    ada.is_on_the_line().hears("Press 1.")
    passes(handsets, 10)
    assert customer.at("/key") == []
    assert words(customer.wait_for(1, at="/there"), "AnsweredBy") == ["machine_start"]
    assert api.calls(sid).fetch().status == "completed"


def test_a_voicemail_that_is_later_than_the_caller_has_patience_never_answers(
    customer: Customer, ada: Phone, api: Client, handsets: Handsets
) -> None:
    ada.has_voicemail(after=30)
    sid = call_up(api, customer, ada, timeout=20)
    passes(handsets, 25)
    assert api.calls(sid).fetch().status == "no-answer"


def test_a_phone_can_answer_by_itself_and_press_a_key_when_it_is_asked(
    customer: Customer, ada: Phone, api: Client
) -> None:
    reads(
        customer,
        there="<Say>Hello.</Say><Gather numDigits='1' action='/key'><Say>Press 1.</Say></Gather>",
    )
    ada.answers(keys="1")
    call_up(api, customer, ada)
    assert words(customer.wait_for(1, at="/key"), "Digits") == ["1"]


def test_a_phone_can_hang_up_at_once(customer: Customer, ada: Phone, api: Client) -> None:
    reads(customer, there="<Pause length='9'/>")
    ada.hangs_up_at_once()
    sid = call_up(api, customer, ada)
    assert words(customer.wait_for(4, at="/leg"), "CallStatus")[-2:] == ["in-progress", "completed"]
    assert api.calls(sid).fetch().status == "completed"


def test_a_lost_network_is_noticed_after_a_while(
    customer: Customer, ada: Phone, api: Client, handsets: Handsets
) -> None:
    reads(
        customer,
        there="<Gather numDigits='1' action='/key' timeout='4'><Say>Press.</Say></Gather><Say>Still?</Say><Pause length='60'/>",
    )
    sid = call_up(api, customer, ada)
    leg = ada.rings().picks_up()
    leg.hears("Press.")
    leg.loses_network()
    leg.presses("1")
    passes(handsets, 9)
    leg.hears_nothing()
    assert customer.at("/key") == []
    assert api.calls(sid).fetch().status == "in-progress"
    passes(handsets, 1)
    leg.is_over("completed")


@pytest.mark.parametrize("status", ["canceled", "completed"])
def test_a_ringing_call_can_be_called_off(
    customer: Customer, ada: Phone, api: Client, status: str
) -> None:
    sid = call_up(api, customer, ada)
    leg = ada.rings()
    api.calls(sid).update(status=status)
    leg.is_over("canceled")
    assert words(customer.wait_for(3, at="/leg"), "CallStatus")[-1] == "canceled"


def test_a_call_in_progress_can_be_ended_but_not_called_off(
    customer: Customer, ada: Phone, api: Client
) -> None:
    reads(customer, there="<Pause length='60'/>")
    sid = call_up(api, customer, ada)
    leg = ada.rings().picks_up()
    api.calls(sid).update(status="canceled")
    leg.goes_on()
    api.calls(sid).update(status="completed")
    leg.is_over("completed")


def test_a_call_in_progress_goes_on_with_another_document(
    customer: Customer, ada: Phone, api: Client
) -> None:
    reads(customer, there="<Pause length='60'/>", other="<Say>Elsewhere.</Say><Pause length='60'/>")
    sid = call_up(api, customer, ada)
    leg = ada.rings().picks_up()
    api.calls(sid).update(url=f"{customer.url}/other")
    leg.hears("Elsewhere.")
    api.calls(sid).update(twiml="<Response><Say>And here.</Say></Response>")
    leg.hears("And here.")
    leg.is_over("completed")


def test_only_a_call_in_progress_can_be_sent_on(
    customer: Customer, ada: Phone, api: Client
) -> None:
    sid = call_up(api, customer, ada)
    leg = ada.rings()
    for moment in ("ringing", "over"):
        with pytest.raises(TwilioRestException) as refusal:
            api.calls(sid).update(url=f"{customer.url}/other")
        assert refusal.value.code == 21220, moment
        leg.declines() if moment == "ringing" else None
    with pytest.raises(TwilioRestException, match="not in-progress"):
        api.calls(sid).update(status="completed")


def test_calls_of_one_account_go_out_one_a_second(
    customer: Customer, ada: Phone, api: Client, handsets: Handsets
) -> None:
    handsets.call("PUT", "rules", json={"calls_per_second": 1})
    phones = [handsets.phone(f"+1555777001{n}") for n in range(3)]
    sids = [call_up(api, customer, phone) for phone in phones]
    phones[0].rings()
    phones[1].does_not_ring()
    assert api.calls(sids[2]).fetch().status == "queued"
    passes(handsets, 1)
    phones[1].rings()
    phones[2].does_not_ring()
    api.calls(sids[2]).update(status="canceled")
    passes(handsets, 1)
    phones[2].does_not_ring()
    for phone in phones[:2]:
        phone.rings().declines()
    assert api.calls(sids[2]).fetch().status == "canceled"
    phones[2].is_busy()  # it was meant to be called, and never rang


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"to": "nobody"}, 21211),
        ({"from_": "+15550199999"}, 21210),
        ({"url": "nowhere"}, 21205),
        ({"url": None}, 21205),
        ({"url": None, "twiml": "x" * 4001}, 21494),
        ({"timeout": 601}, 21217),
        ({"status_callback": "nowhere"}, 21609),
    ],
)
def test_a_call_that_cannot_be_is_refused_at_once(
    api: Client, ada: Phone, customer: Customer, wrong: dict[str, object], code: int
) -> None:
    wish = {"to": ada.number, "from_": SECOND, "url": f"{customer.url}/there"} | wrong
    with pytest.raises(TwilioRestException) as refusal:
        api.calls.create(**{name: value for name, value in wish.items() if value is not None})
    assert refusal.value.code == code
    assert api.calls.list() == []
