"""The provider's list of messages, as a reconcile reads it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from twilio.base.exceptions import TwilioException, TwilioRestException
from twilio.rest import Client

from tests.simulator.conftest import LINE, SECOND
from warmline.clock import SharedClock
from warmline.simulator.handset import Handsets, Phone

MINUTE = timedelta(minutes=1)


def _bodies(found: list[object]) -> list[str]:
    return [str(message.body) for message in found]  # type: ignore[attr-defined]


def test_both_directions_are_listed_newest_first(api: Client, ada: Phone) -> None:
    ada.texts("one", to=LINE)
    api.messages.create(to=ada.number, from_=LINE, body="two")
    ada.expects("two")
    ada.texts("three", to=SECOND)
    found = api.messages.list()
    assert _bodies(found) == ["three", "two", "one"]
    assert [m.direction for m in found] == ["inbound", "outbound-api", "inbound"]
    assert _bodies(api.messages.list(to=LINE)) == ["one"]
    assert _bodies(api.messages.list(from_=ada.number)) == ["three", "one"]
    assert _bodies(api.messages.list(to=ada.number, from_=LINE)) == ["two"]


def test_a_long_list_comes_in_pages_and_misses_nothing(api: Client, ada: Phone) -> None:
    for n in range(25):
        ada.texts(f"text {n}", to=LINE)
    expected = [f"text {n}" for n in reversed(range(25))]
    assert _bodies(api.messages.list(to=LINE, page_size=10)) == expected
    assert _bodies(api.messages.list(to=LINE, limit=3)) == expected[:3]
    assert len(list(api.messages.stream(page_size=5, limit=12))) == 12


def test_what_comes_between_two_pages_shifts_nothing(api: Client, ada: Phone) -> None:
    for n in range(6):
        ada.texts(f"text {n}", to=LINE)
    first = api.messages.page(to=LINE, page_size=3)
    ada.texts("in between", to=LINE)
    second = first.next_page()
    assert second is not None
    assert _bodies([*first, *second]) == [f"text {n}" for n in (5, 4, 3, 2, 1, 0)]
    assert second.next_page() is None


def test_the_list_can_be_cut_by_the_moment_of_sending(
    api: Client, ada: Phone, handsets: Handsets, clock: SharedClock
) -> None:
    clock.jump_to(datetime(2026, 11, 22, 23, 58, 30, tzinfo=UTC))
    ada.texts("late on Sunday", to=LINE)
    clock.jump(2 * MINUTE)
    ada.texts("early on Monday", to=LINE)
    watermark = datetime(2026, 11, 23, 0, 0, 30, tzinfo=UTC)
    assert _bodies(api.messages.list(date_sent_after=watermark)) == ["early on Monday"]
    assert _bodies(api.messages.list(date_sent_before=watermark - MINUTE)) == ["late on Sunday"]
    assert _bodies(api.messages.list(date_sent=watermark.date())) == ["early on Monday"]
    assert len(api.messages.list(date_sent_after=watermark.date() - timedelta(days=1))) == 2


def test_a_date_that_is_none_is_refused(api: Client) -> None:
    with pytest.raises(TwilioException, match="20001"):
        api.messages.page(date_sent="yesterday")


def test_a_queued_text_has_no_date_of_sending_yet(
    api: Client, ada: Phone, handsets: Handsets
) -> None:
    handsets.call("PUT", f"numbers/{LINE}", json={"rate": 1})
    for word in ("one", "two"):
        api.messages.create(to=ada.number, from_=LINE, body=word)
    ada.expects("one")
    long_ago = datetime(2020, 1, 1, tzinfo=UTC)
    assert _bodies(api.messages.list(to=ada.number, date_sent_after=long_ago)) == ["one"]
    assert _bodies(api.messages.list(to=ada.number)) == ["two", "one"]


def test_a_new_text_may_take_a_while_to_appear_in_lists(
    api: Client, ada: Phone, handsets: Handsets
) -> None:
    handsets.goes_wrong("list_lag", ms=5000)
    sid = ada.texts("hidden for now", to=LINE)
    assert api.messages.list() == []
    assert api.messages(sid).fetch().body == "hidden for now"
    handsets.jump(timedelta(seconds=5))
    assert _bodies(api.messages.list()) == ["hidden for now"]


def test_a_text_can_be_redacted_and_deleted(api: Client, ada: Phone) -> None:
    sid = ada.texts("something private", to=LINE)
    assert api.messages(sid).update(body="").body == ""
    assert api.messages(sid).fetch().body == ""
    assert api.messages(sid).delete()
    assert api.messages.list() == []


def test_a_text_on_its_way_cannot_be_deleted(api: Client, ada: Phone, handsets: Handsets) -> None:
    handsets.call("PUT", f"numbers/{LINE}", json={"rate": 1})
    api.messages.create(to=ada.number, from_=LINE, body="one")
    waiting = api.messages.create(to=ada.number, from_=LINE, body="two")
    with pytest.raises(TwilioRestException) as refusal:
        api.messages(waiting.sid).delete()
    assert (refusal.value.code, refusal.value.status) == (20009, 409)
    ada.expects("one")
