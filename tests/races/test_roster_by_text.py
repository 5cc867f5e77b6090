"""Several text about the same seat at the same moment: one winner, everyone answered, and a text has its effect once."""

from __future__ import annotations

from datetime import timedelta

import pytest
import requests
from twilio.request_validator import RequestValidator
from werkzeug.serving import BaseWSGIServer

from tests.races.rush import at_once, hears, writes
from tests.stories.conftest import SID, TOKEN
from tests.stories.line import MAIN, Line
from tests.stories.rostering import at, journal, now_is, posted, says, someone
from warmline.flows.look import look
from warmline.simulator.handset import Phone

TIMES, ROUNDS, MANY = 20, 3, 12


def _delivers(line: Line, web: BaseWSGIServer, phone: Phone, body: str, sid: str) -> None:
    """The same webhook many times, at once and again."""
    url = f"http://127.0.0.1:{web.server_port}/webhooks/sms"
    form = {
        "MessageSid": sid,
        "AccountSid": SID,
        "From": phone.number,
        "To": MAIN,
        "Body": body,
        "NumMedia": "0",
    }
    signed = {"X-Twilio-Signature": RequestValidator(TOKEN).compute_signature(url, form)}

    def deliver() -> int:
        with requests.Session() as session:
            session.trust_env = False
            return session.post(url, data=form, headers=signed, timeout=20).status_code

    assert set(at_once(*[deliver] * TIMES)) <= {200, 204}
    line.settles()
    assert deliver() in {200, 204}
    line.settles()


def test_every_command_delivered_twenty_times_has_one_effect_and_one_answer(
    line: Line, web: BaseWSGIServer
) -> None:
    ada, adas = someone(line, "Ada")
    bo, bos = someone(line, "Bo")
    for day in (10, 12):
        posted(line, at(day, 18))
    posted(line, at(17, 18), 4, bo)
    script = [
        (adas, "claim 1 2", "1 is yours"),
        (adas, "undo", "1 and 2 are not yours"),
        (adas, "claim tue 6pm", "1 is yours"),
        (adas, "cover 1", "asking others"),
        (adas, "undo", "1 stays yours"),
        (adas, "swap 1 3", "asking who has 3"),
        (bos, "swap 3 1", "have swapped"),
        (adas, "release 3", "no longer yours"),
    ]

    for n, (phone, words, answer) in enumerate(script):
        _delivers(line, web, phone, words, f"SM{n:032x}")
        said = hears(line, phone)
        assert len([body for body in said if answer in body]) == 1, said
        if phone is bos:
            assert ["have swapped" in body for body in hears(line, adas)] == [True]

    to_bo = hears(line, bos)
    assert len(to_bo) == len(set(to_bo))
    events = [event for event, _, _ in journal(line)]
    assert events.count("claimed") == 2 + 1 + 2
    assert events.count("released") == 2 + 2 + 1
    assert [s.claimed for s in line.desk.store.shifts.of(bo.id, at(9, 0), at(28, 0))] == [{bo.id}]
    assert line.desk.store.shifts.all_of(ada.id) == []


@pytest.mark.parametrize("_", range(ROUNDS))
def test_many_claim_one_seat_and_one_has_it(line: Line, _: int) -> None:
    people = [someone(line, f"Peer{n}") for n in range(MANY)]
    shift = posted(line, at(10, 18), seats=2)

    phones = [phone for _, phone in people]
    at_once(*[writes(line, phone, "claim 1") for phone in phones])

    said = [hears(line, phone) for phone in phones]
    assert all(len(one) == 1 for one in said)
    assert sum("1 is yours" in one[0] for one in said) == 2
    assert sum("1 is full" in one[0] for one in said) == MANY - 2
    assert len(now_is(line, shift).claimed) == 2
    assert len(journal(line)) == 2


@pytest.mark.parametrize("_", range(ROUNDS))
def test_two_claims_of_several_seats_share_what_there_is(line: Line, _: int) -> None:
    ada, adas = someone(line, "Ada")
    bo, bos = someone(line, "Bo")
    shifts = [posted(line, at(day, 18), 2) for day in range(9, 14)]

    at_once(writes(line, adas, "claim 1 2 3 4 5"), writes(line, bos, "claim 5 4 3 2 1"))

    claimed = [now_is(line, shift).claimed for shift in shifts]
    assert all(len(one) == 1 for one in claimed)
    for volunteer, phone in ((ada, adas), (bo, bos)):
        (answer,) = hears(line, phone)
        mine = [n for n, one in enumerate(claimed, 1) if one == {volunteer.id}]
        assert all(f"{n} is yours: " in answer for n in mine)
        assert all(f"{n} is full." in answer for n in range(1, 6) if n not in mine)
    assert len(journal(line)) == 5


@pytest.mark.parametrize("_", range(ROUNDS))
def test_one_covers_and_the_other_takes_it_back_at_once(line: Line, _: int) -> None:
    ada, adas = someone(line, "Ada")
    bo, bos = someone(line, "Bo")
    shift = posted(line, at(10, 18), 4, ada)
    says(adas, "cover 1", "asking others")
    bos.expects("Someone is needed for 1")

    at_once(writes(line, adas, "undo"), writes(line, bos, "claim 1"))

    to_ada, to_bo = hears(line, adas), hears(line, bos)
    held = now_is(line, shift).claimed
    if held == {bo.id}:
        assert any("Bo has taken 1" in body for body in to_ada)
        assert any("1 cannot come back" in body for body in to_ada)
        assert any("instead of Ada" in body for body in to_bo)
    else:
        assert held == {ada.id}
        assert to_ada == ["Done: 1 stays yours, and nobody else is asked."]
        assert any("1 is full" in body for body in to_bo)
    assert now_is(line, shift).covers == set()


@pytest.mark.parametrize("_", range(ROUNDS))
def test_two_agree_to_one_swap_and_one_has_it(line: Line, _: int) -> None:
    ada, adas = someone(line, "Ada")
    others = [someone(line, name) for name in ("Bo", "Cy", "Di")]
    first = posted(line, at(10, 18), 2, ada)
    second = posted(line, at(12, 18), 2, *[one for one, _ in others])
    says(adas, "swap 1 2", "asking")
    phones = [phone for _, phone in others]
    for phone in phones:
        phone.expects("Ada offers a swap")

    at_once(*[writes(line, phone, "swap 2 1") for phone in phones])

    said = [hears(line, phone) for phone in phones]
    assert sum("You and Ada have swapped" in body for one in said for body in one) == 1
    assert len(now_is(line, first).claimed) == 1
    assert len(now_is(line, second).claimed) == 3
    assert ada.id in now_is(line, second).claimed
    assert len(journal(line)) == 4
    hears(line, adas)


def test_a_call_for_cover_looked_at_by_many_asks_each_person_once(line: Line) -> None:
    ada, adas = someone(line, "Ada")
    others = [someone(line, f"Bo{n}")[1] for n in range(7)]
    shift = posted(line, at(10, 18), 2, ada)
    says(adas, "cover 1", "asking others")
    key = line.desk.store.keys.asking(shift.id)
    asked = sum(len(hears(line, phone)) for phone in others)
    assert asked == 3

    line.phones.jump(timedelta(minutes=20, seconds=1))
    at_once(*[lambda: look(line.desk, key)] * 8)

    said = [hears(line, phone) for phone in others]
    assert sum(len(one) for one in said) == 3
    assert all(len(one) <= 1 for one in said)
