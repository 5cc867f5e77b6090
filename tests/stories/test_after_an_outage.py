"""What the kill matrix has found, told by phones: the list is read closely, and a late hand sends nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.stories.calling import in_a_talk
from tests.stories.line import MAIN, Line
from tests.stories.phoning import how_it_ended
from warmline.errors import TransientError
from warmline.flows.look import look
from warmline.jobs.queue import open_queue, wake
from warmline.phone import PhoneNumber
from warmline.rehearsal import Steps
from warmline.store.connection import connect_for_queue


def test_texts_of_one_second_that_were_missed_come_in_the_order_they_were_sent(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    line.phones.goes_wrong("webhook_lose", number=caller.number, count=3)

    for words in ("one", "two", "three"):
        caller.texts(words, to=MAIN)
    line.passes(seconds=5)
    line.reads_the_list()

    for words in ("one", "two", "three"):
        ada.expects(words)


def test_a_missed_text_that_the_list_shows_late_is_found_all_the_same(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    line.passes(minutes=1)
    line.phones.goes_wrong("webhook_lose", number=caller.number, count=1)
    line.phones.goes_wrong("list_lag", number=caller.number, count=1, ms=4000)

    caller.texts("are you there?", to=MAIN)
    line.reads_the_list()
    ada.expects_nothing()
    line.passes(seconds=8)

    ada.expects("are you there?")


def test_a_text_whose_webhook_is_late_is_not_overtaken_by_way_of_the_list(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    line.phones.goes_wrong("webhook_delay", number=caller.number, count=1, ms=2000)
    line.phones.goes_wrong("list_lag", number=caller.number, count=1, ms=1500)

    caller.texts("first", to=MAIN)  # held, and not listed yet
    caller.texts("second", to=MAIN)  # waits behind it, and is listed
    line.reads_the_list()
    line.passes(seconds=10)

    ada.expects("first")
    ada.expects("second")


def test_a_reading_that_fails_is_not_put_off_until_the_next_period(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    line.passes(minutes=1)
    line.phones.goes_wrong("webhook_lose", number=caller.number, count=1)
    # a question is asked three times
    line.phones.goes_wrong("rest_error", operation="list", count=3)

    caller.texts("hello?", to=MAIN)
    line.passes(seconds=4)
    with pytest.raises(TransientError):
        line.reads_the_list()
    line.passes(seconds=10)

    ada.expects("hello?")


def test_whoever_was_held_up_with_a_text_in_hand_does_not_send_it(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    seen: list[str] = []

    def held_up(step: str) -> None:
        seen.append(step)
        if seen == ["leased"]:
            line.phones.jump(timedelta(seconds=3))

    lane = line.desk.store.people.key_of(PhoneNumber(caller.number))
    held = replace(line.desk, steps=_Watched(held_up), hand_over=lambda _: None)
    # the peer's words are read by a desk that hands nothing over, so that the held-up one sends them
    sending = replace(line.desk, hand_over=lambda key: look(held, key))
    line.desk = sending
    ada.texts("once", to=MAIN)
    caller.expects("once")
    look(held, line.desk.store.keys.lane(lane))

    assert seen[:3] == ["leased", "leased", "posted"]
    caller.expects_nothing()


def test_a_sweep_that_cannot_reach_the_queue_is_told_so_in_our_own_words() -> None:
    queue = open_queue(connect_for_queue("unix:///nowhere/redis.sock", "rq"), "main")
    with pytest.raises(TransientError):
        wake(queue, ["wl:{main}:waiting"])


class _Watched(Steps):
    """Tells of every step."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        super().__init__()
        self._tell = tell

    def reach(self, step: str) -> None:
        self._tell(step)


def test_a_call_that_was_missed_belongs_to_the_one_that_got_through_and_opens_nothing_later(
    line: Line,
) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.phones.goes_wrong("webhook_lose", number=caller.number, count=9, operation="calls.webhook")
    caller.calls(MAIN).is_over()
    line.phones.goes_right()

    calling = caller.calls(MAIN)
    ada.rings().picks_up().presses("1")
    talk = ada.is_on_the_line().is_with(calling)
    line.passes(seconds=25)
    line.reads_the_list()
    assert line.counted("calls_missed") == 1
    talk.is_with(calling)
    calling.hangs_up()
    ada.expects("ended the talk")
    line.reads_the_list()

    assert line.desk.store.contacts.open() == []
    assert how_it_ended(line) == "by_caller"


def test_a_peers_call_that_ended_while_nobody_could_be_told_is_asked_for_at_once(
    line: Line,
) -> None:
    caller, peer = in_a_talk(line)
    line.passes(seconds=10)
    line.phones.goes_wrong("callback_lose")
    line.phones.goes_wrong("webhook_lose", operation="calls.webhook", number=peer.phone.number)
    peer.hangs_up()
    caller.is_alone()
    line.phones.goes_right()

    line.reads_the_list()
    line.passes(seconds=2)

    caller.hears("broke off")
    peer.phone.rings().picks_up().presses("1")
    caller.is_with(peer.phone)
