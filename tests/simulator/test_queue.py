"""A number sends as fast as its kind may; what is more waits in its queue."""

from __future__ import annotations

from datetime import timedelta

import pytest
from twilio.base.exceptions import TwilioRestException
from twilio.rest import Client

from tests.simulator.conftest import LINE, SECOND
from warmline.simulator.handset import Handsets, Phone

SECOND_LONG = timedelta(seconds=1)


@pytest.fixture(autouse=True)
def _long_code(handsets: Handsets) -> None:
    handsets.call("PUT", f"numbers/{LINE}", json={"rate": 1})


def test_a_long_code_sends_one_text_a_second(api: Client, ada: Phone, handsets: Handsets) -> None:
    for word in ("one", "two", "three"):
        api.messages.create(to=ada.number, from_=LINE, body=word)
    ada.expects("one")
    ada.expects_nothing()
    handsets.jump(SECOND_LONG)
    ada.expects("two")
    handsets.jump(SECOND_LONG)
    ada.expects("three")


def test_a_long_text_takes_the_time_of_its_segments(
    api: Client, ada: Phone, handsets: Handsets
) -> None:
    api.messages.create(to=ada.number, from_=LINE, body="a" * 400)
    waiting = api.messages.create(to=ada.number, from_=LINE, body="after it")
    ada.expects("aaa")
    handsets.jump(2 * SECOND_LONG)
    ada.expects_nothing()
    found = api.messages(waiting.sid).fetch()
    assert (found.status, found.date_sent) == ("queued", None)
    handsets.jump(SECOND_LONG)
    ada.expects("after it")


def test_each_number_has_a_queue_of_its_own(api: Client, ada: Phone) -> None:
    api.messages.create(to=ada.number, from_=LINE, body="one")
    api.messages.create(to=ada.number, from_=SECOND, body="two")
    assert {ada.expects().sender, ada.expects().sender} == {LINE, SECOND}


def test_a_full_queue_takes_no_more(api: Client, ada: Phone, handsets: Handsets) -> None:
    handsets.call("PUT", f"numbers/{LINE}", json={"queue_s": 2})
    for word in ("one", "two"):
        api.messages.create(to=ada.number, from_=LINE, body=word)
    with pytest.raises(TwilioRestException) as refusal:
        api.messages.create(to=ada.number, from_=LINE, body="three")
    assert (refusal.value.code, refusal.value.status) == (21611, 429)
    handsets.jump(2 * SECOND_LONG)
    api.messages.create(to=ada.number, from_=LINE, body="now three")
    for word in ("one", "two", "now three"):
        ada.expects(word)


def test_a_text_too_old_for_its_validity_is_not_sent(
    api: Client, ada: Phone, handsets: Handsets
) -> None:
    for _ in range(10):
        api.messages.create(to=ada.number, from_=LINE, body="before")
    late = api.messages.create(to=ada.number, from_=LINE, body="late", validity_period=5)
    handsets.jump(20 * SECOND_LONG)
    for _ in range(10):
        ada.expects("before")
    ada.expects_nothing()
    found = api.messages(late.sid).fetch()
    assert (found.status, found.error_code) == ("failed", 30036)


def test_idle_means_nothing_due_now_and_says_what_comes_next(
    api: Client, ada: Phone, handsets: Handsets
) -> None:
    for word in ("one", "two"):
        api.messages.create(to=ada.number, from_=LINE, body=word)
    ada.expects("one")
    handsets.come_to_rest()
    assert handsets.get("idle")["idle"]
    assert handsets.get("idle")["next_at"] > handsets.get("clock")["now"]
    handsets.jump(SECOND_LONG)
    ada.expects("two")
    handsets.come_to_rest()
    assert handsets.get("idle") == {"idle": True, "next_at": None}
