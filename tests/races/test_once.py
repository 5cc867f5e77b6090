"""However often something is delivered, and however many look at it at once, it has its effect once and in order."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
import requests
from twilio.request_validator import RequestValidator
from werkzeug.serving import BaseWSGIServer

from tests.races.rush import at_once, hears, journal, key_of, writes
from tests.stories.conftest import SID, TOKEN
from tests.stories.line import MAIN, Line
from warmline.flows.look import look
from warmline.flows.sending import send_lane
from warmline.flows.sweep import sweep_once
from warmline.ids import MessageSid
from warmline.phone import PhoneNumber
from warmline.simulator.handset import Phone
from warmline.store.effects import Effects, Outgoing
from warmline.store.sids import short

TIMES, ROUNDS = 20, 3


def test_a_webhook_twenty_times_at_once_has_one_effect(line: Line, web: BaseWSGIServer) -> None:
    caller = line.phone()
    url = f"http://127.0.0.1:{web.server_port}/webhooks/sms"
    form = {
        "MessageSid": "SM" + "5" * 32,
        "AccountSid": SID,
        "From": caller.number,
        "To": MAIN,
        "Body": "hello",
        "NumMedia": "0",
    }
    signed = {"X-Twilio-Signature": RequestValidator(TOKEN).compute_signature(url, form)}

    def deliver() -> int:
        with requests.Session() as session:
            session.trust_env = False
            return session.post(url, data=form, headers=signed, timeout=20).status_code

    assert set(at_once(*[deliver] * TIMES)) <= {200, 204}
    key = key_of(line, caller)
    listed = line.desk.store.connection.lrange(line.desk.store.keys.inbox(key), 0, -1)
    assert listed == [short(MessageSid(form["MessageSid"]))]
    assert len(hears(line, caller)) == 2  # who we are, and that nobody is here
    assert set(at_once(*[deliver] * TIMES)) <= {200, 204}
    caller.expects_nothing()
    assert journal(line, "opened") == 1


@pytest.mark.parametrize("_", range(ROUNDS))
def test_words_written_while_a_peer_takes_the_person_reach_them_once_and_in_order(
    line: Line, _: int
) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    caller.texts("word 0", to=MAIN)
    hears(line, caller)
    ada.expects("TAKE")
    reads = [writes(line, caller, f"word {n}") for n in range(1, 6)]
    at_once(*reads, writes(line, ada, "TAKE 1"))

    heard = hears(line, ada)
    assert "You are with" in heard[0]
    assert heard[1:] == [f"word {n}" for n in range(6)]
    (here,) = hears(line, caller)
    assert "Ada is here" in here


def queue(line: Line, phone: Phone, count: int) -> None:
    """Texts wait in the lane of a phone."""
    key, number = key_of(line, phone), PhoneNumber(phone.number)
    sender = line.desk.line.main_number
    texts = tuple(Outgoing(key, number, sender, f"text {n}") for n in range(count))
    plan = {"answered": Effects(texts=texts)}
    line.desk.store.transitions.run("answer_text", now=line.now(), plan=plan)


@pytest.mark.parametrize("_", range(ROUNDS))
def test_many_workers_at_one_lane_send_each_text_once_and_in_order(line: Line, _: int) -> None:
    phone = line.phone()
    queue(line, phone, 12)
    key = key_of(line, phone)

    at_once(*[lambda: send_lane(line.desk, key)] * 8)
    assert hears(line, phone) == [f"text {n}" for n in range(12)]


@pytest.mark.parametrize("_", range(ROUNDS))
def test_many_workers_at_one_inbox_give_each_text_its_effect_once(line: Line, _: int) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    reads = [writes(line, caller, f"word {n}") for n in range(8)]
    at_once(*reads)
    assert hears(line, ada) == [f"word {n}" for n in range(8)]
    assert line.desk.store.texts.first(key_of(line, caller)) is None


def test_two_sweeps_and_two_workers_at_once_lose_and_double_nothing(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    for n in range(10):
        for phone, whose in ((caller, "caller"), (ada, "ada")):
            phone.exchange.send(sender=phone.number, to=MAIN, body=f"{whose} {n}")

    def look_at(keys: Sequence[str]) -> None:
        for key in keys:
            look(line.desk, key)

    def sweeps() -> None:
        for _ in range(60):
            sweep_once(line.desk, look_at, longest=0.01)

    at_once(*[sweeps] * 4)
    to_ada, to_caller = hears(line, ada), hears(line, caller)
    assert sorted(to_ada) == [f"caller {n}" for n in range(10)]
    assert sorted(to_caller) == [f"ada {n}" for n in range(10)]
