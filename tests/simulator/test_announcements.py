"""Announcements: words said into a conference, to one or to all, and to nobody who has left it."""

from __future__ import annotations

import pytest
from twilio.rest import Client

from tests.simulator.customer import Customer
from tests.simulator.voice import LINE, passes, pointed_at, reads, words
from warmline.simulator.exchange import Setup
from warmline.simulator.handset import Handsets, Phone

ROOM = (
    "<Dial action='/after'><Conference statusCallback='/room' "
    "statusCallbackEvent='start end join leave announcement'>den</Conference></Dial>"
)


@pytest.fixture
def setup(customer: Customer) -> Setup:
    return pointed_at(customer)


def test_words_can_be_said_to_one_and_to_all(
    customer: Customer, ada: Phone, bo: Phone, api: Client
) -> None:
    reads(customer, voice=ROOM, news="<Say>Five minutes more.</Say>")
    first, second = ada.calls(LINE), bo.calls(LINE)
    first.is_with(second)
    (conference,) = api.conferences.list(status="in-progress")
    there = api.conferences(conference.sid)
    there.participants(second.sid).update(announce_url=f"{customer.url}/news")
    second.hears("Five minutes more.")
    assert first.hears() == "hold music"
    there.update(announce_url=f"{customer.url}/news")
    first.hears("Five minutes more.")
    second.hears("Five minutes more.")
    first.is_with(second)
    assert words(customer.at("/room"), "StatusCallbackEvent")[-2:] == ["announcement-end"] * 2
    assert len(customer.at("/news")) == 2
    for call in (first, second):
        call.hangs_up()


def test_whoever_leaves_in_the_middle_of_an_announcement_is_not_read_what_follows_it(
    customer: Customer, ada: Phone, bo: Phone, api: Client, handsets: Handsets
) -> None:
    reads(customer, voice=ROOM, news="<Say>A word</Say><Redirect>/more</Redirect>", more="<Say/>")
    first, second = ada.calls(LINE), bo.calls(LINE)
    first.is_with(second)
    (conference,) = api.conferences.list(status="in-progress")
    handsets.goes_wrong("webhook_delay", ms=2_000, operation="calls.webhook", count=1)
    api.conferences(conference.sid).participants(second.sid).update(
        announce_url=f"{customer.url}/news"
    )
    second.hangs_up()
    passes(handsets, 3)
    customer.wait_for(1, at="/news")
    handsets.come_to_rest()
    assert len(customer.at("/news")) == 1
    assert customer.at("/more") == []
    first.hangs_up()
