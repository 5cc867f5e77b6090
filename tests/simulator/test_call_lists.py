"""What the API shows of calls: lists, their filters and pages, and what can be deleted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from twilio.base.exceptions import TwilioRestException
from twilio.rest import Client

from tests.simulator.customer import Customer
from tests.simulator.voice import LINE, SECOND, pointed_at, reads
from warmline.clock import SharedClock
from warmline.simulator.exchange import Setup
from warmline.simulator.handset import Handsets, Phone

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.fixture
def setup(customer: Customer) -> Setup:
    return pointed_at(customer)


@pytest.fixture
def three(customer: Customer, ada: Phone, handsets: Handsets, clock: SharedClock) -> list[str]:
    """Two calls from one phone, a day apart, and one from another."""
    reads(customer, voice="<Say>Hello.</Say>")
    sids = []
    for days, phone, to in (
        (0, ada, LINE),
        (1, ada, SECOND),
        (1, handsets.phone("+15557770002"), LINE),
    ):
        clock.jump_to(NOON + timedelta(days=days))
        call = phone.calls(to)
        call.is_over()
        sids.append(call.sid)
    return sids


def test_calls_are_listed_newest_first_and_by_number(
    three: list[str], ada: Phone, api: Client
) -> None:
    first, second, third = three
    assert [call.sid for call in api.calls.list()] == [third, second, first]
    assert [call.sid for call in api.calls.list(from_=ada.number)] == [second, first]
    assert [call.sid for call in api.calls.list(to=SECOND)] == [second]
    assert [call.sid for call in api.calls.list(status="completed", to=LINE)] == [third, first]
    assert api.calls.list(status="busy") == []


def test_calls_are_listed_by_the_time_they_began(three: list[str], api: Client) -> None:
    first, second, third = three
    later = api.calls.list(start_time_after=NOON + timedelta(hours=1))
    assert [call.sid for call in later] == [third, second]
    assert [call.sid for call in api.calls.list(start_time_before=NOON + timedelta(hours=1))] == [
        first
    ]
    assert [call.sid for call in api.calls.list(start_time=NOON)] == [first]


def test_lists_come_in_pages(three: list[str], api: Client) -> None:
    assert [call.sid for call in api.calls.list(page_size=1)] == three[::-1]


def test_a_call_that_is_over_can_be_deleted_and_no_other(
    three: list[str], customer: Customer, ada: Phone, api: Client
) -> None:
    assert api.calls(three[0]).delete()
    assert len(api.calls.list()) == 2
    reads(customer, voice="<Pause length='60'/><Say>Hi.</Say>")
    call = ada.calls(LINE)
    with pytest.raises(TwilioRestException) as refusal:
        api.calls(call.sid).delete()
    assert refusal.value.status == 409
    call.hangs_up()


@pytest.mark.parametrize("what", ["calls", "conferences", "queues", "recordings"])
def test_what_is_not_there_is_not_found(api: Client, what: str) -> None:
    with pytest.raises(TwilioRestException) as refusal:
        getattr(api, what)("XX" + "0" * 32).fetch()
    assert refusal.value.code == 20404


def test_a_numbers_addresses_for_calls_can_be_set_by_the_api(
    customer: Customer, ada: Phone, api: Client
) -> None:
    reads(customer, elsewhere="<Say>Elsewhere.</Say>")
    (number,) = api.incoming_phone_numbers.list(phone_number=LINE)
    number.update(voice_url=f"{customer.url}/elsewhere", status_callback=f"{customer.url}/finished")
    ada.calls(LINE).hears("Elsewhere.")
    assert len(customer.wait_for(1, at="/finished")) == 1
    assert customer.at("/ended") == []
