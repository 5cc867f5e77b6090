"""Redis is gone: whoever phones, or waits, hears the truth and reaches somebody, and a talk goes on undisturbed."""

from __future__ import annotations

import pytest

from tests.stories.line import MAIN, Line
from tests.stories.own_redis import OwnRedis
from tests.stories.phoning import how_it_ended
from tests.stories.unsettled import comes, heard, is_with, phones, seen, while_it_is_away
from warmline.simulator.handset import Phone

FALLBACK = "+15550110099"


@pytest.fixture
def redis_url(own_redis: OwnRedis) -> str:
    return own_redis.url


@pytest.fixture
def environ(environ: dict[str, str]) -> dict[str, str]:
    return {**environ, "WARMLINE_FALLBACK_NUMBER": FALLBACK}


@pytest.fixture
def helper(line: Line) -> Phone:
    """Whoever answers at the fallback number."""
    phone = line.phones.phone(FALLBACK)
    phone.answers()
    return phone


def test_who_phones_hears_the_truth_and_is_put_through_under_the_lines_number(
    line: Line, own_redis: OwnRedis, helper: Phone
) -> None:
    caller = line.phone()
    own_redis.stops()

    calling = phones(line, caller)

    comes(line, lambda: is_with(caller, FALLBACK))
    assert "something is wrong on our side" in heard(caller)
    assert seen(helper)["calls"][-1]["number"] == MAIN
    own_redis.starts()
    line.reads_the_list()
    line.passes(seconds=30)
    line.reads_the_list()
    assert line.counted("calls_missed") == 1
    calling.is_with(helper).hangs_up()
    line.passes(minutes=1)
    assert how_it_ended(line) == "put_through"


def test_who_waits_is_told_and_after_two_rounds_put_through_and_not_torn_away_later(
    line: Line, own_redis: OwnRedis, helper: Phone
) -> None:
    caller = line.phone()
    calling = caller.calls(MAIN)
    calling.hears("Maple Line")
    line.passes(seconds=20)
    calling.is_held()
    own_redis.stops()

    for _ in range(90):
        if is_with(caller, FALLBACK):
            break
        while_it_is_away(line, seconds=1)

    assert heard(caller).count("We are trying again") == 2
    own_redis.starts()
    line.reads_the_list()
    line.passes(seconds=15)
    calling.is_with(helper)
    ada = line.peer("Ada")
    line.passes(seconds=30)
    ada.does_not_ring()
    calling.is_with(helper).hangs_up()
    line.passes(minutes=1)
    assert how_it_ended(line) == "put_through"


def test_who_waits_through_a_short_outage_keeps_the_place(line: Line, own_redis: OwnRedis) -> None:
    caller = line.phone()
    calling = caller.calls(MAIN)
    calling.hears("Maple Line")
    line.passes(seconds=20)
    own_redis.stops()
    while not heard(caller).count("We are trying again"):
        while_it_is_away(line, seconds=1)
    own_redis.starts()

    line.passes(seconds=20)
    calling.is_held()
    ada = line.peer("Ada")
    ada.rings().picks_up().presses("1")
    ada.is_on_the_line().is_with(calling)
    calling.hangs_up()
    ada.expects("ended the talk")


def test_a_talk_is_not_disturbed(line: Line, own_redis: OwnRedis) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    calling = caller.calls(MAIN)
    calling.hears("Maple Line")
    ada.rings().picks_up().presses("1")
    talk = ada.is_on_the_line().is_with(calling)
    before = heard(caller), heard(ada)

    own_redis.stops()
    while_it_is_away(line, seconds=30)

    assert is_with(caller, ada.number)
    assert (heard(caller), heard(ada)) == before
    own_redis.starts()
    line.passes(seconds=20)
    talk.is_with(calling)
    calling.hangs_up()
    ada.expects("ended the talk")
