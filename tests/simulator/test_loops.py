"""Two machines that answer each other are stopped."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from twilio.rest import Client

from tests.simulator.conftest import LINE, SECOND
from warmline.simulator.handset import Handsets, Phone
from warmline.simulator.loops import Loops

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_thirty_in_half_a_minute_pass_and_then_half_a_minute_is_lost() -> None:
    loops = Loops(limit=30)

    def allowed(seconds: float) -> bool:
        return loops.allows(sender="a", to="b", now=NOON + timedelta(seconds=seconds))

    assert all(allowed(n / 2) for n in range(30))
    assert not allowed(15)
    assert not allowed(44.9)
    assert allowed(45)


def test_a_slow_talk_may_go_on_for_ever() -> None:
    loops = Loops(limit=30)
    assert all(
        loops.allows(sender="a", to="b", now=NOON + timedelta(seconds=1.1 * n)) for n in range(200)
    )


def test_texts_in_a_loop_fail_with_14107(api: Client, ada: Phone, handsets: Handsets) -> None:
    made = [api.messages.create(to=ada.number, from_=LINE, body="Hello") for _ in range(31)]
    for _ in range(30):
        ada.expects("Hello")
    ada.expects_nothing()
    found = api.messages(made[-1].sid).fetch()
    assert (found.status, found.error_code) == ("failed", 14107)
    api.messages.create(to=ada.number, from_=SECOND, body="Another pair")
    ada.expects("Another pair")
    handsets.jump(timedelta(seconds=30))
    api.messages.create(to=ada.number, from_=LINE, body="Later")
    ada.expects("Later")
