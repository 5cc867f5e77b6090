"""Redis is gone: whoever writes still gets a kind word, and their text is not lost."""

from __future__ import annotations

import time

import pytest

from tests.stories.line import MAIN, Line
from tests.stories.looking import looks_again
from tests.stories.own_redis import OwnRedis
from warmline.flows.office.crisis_lines import confirm
from warmline.simulator.handset import Phone

PROVIDER_WAITS = 15  # seconds for an answer to its webhook


@pytest.fixture
def environ(environ: dict[str, str]) -> dict[str, str]:
    return {**environ, "WARMLINE_RECONCILE_SECONDS": "60"}


@pytest.fixture
def redis_url(own_redis: OwnRedis) -> str:
    return own_redis.url


def _is_answered_at_once(phone: Phone) -> None:
    """Nothing can be settled while Redis is away: look at the phone itself."""
    deadline = time.monotonic() + PROVIDER_WAITS
    while not (came := phone.waiting()) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert "988" in came[-1].body


def test_a_crisis_line_that_was_confirmed_is_told_without_redis_too(
    environ: dict[str, str], request: pytest.FixtureRequest
) -> None:
    environ["WARMLINE_CRISIS_LINES_CONFIRMED"] = ""
    line: Line = request.getfixturevalue("line")
    own_redis: OwnRedis = request.getfixturevalue("own_redis")
    confirm(line.desk, "US", by="Ana")
    looks_again(line)
    caller = line.phone()
    caller.texts("CRISIS", to=MAIN)  # with it the web process looks
    caller.expects("988")

    own_redis.stops()
    caller.texts("I can't sleep", to=MAIN)
    _is_answered_at_once(caller)
    own_redis.starts()
    caller.expects("Your text has reached us", "988")


def test_a_text_without_redis_gets_a_kind_word_with_the_crisis_line_and_arrives_later(
    line: Line, own_redis: OwnRedis
) -> None:
    ada, caller = line.peer("Ada"), line.phone()

    own_redis.stops()
    caller.texts("I can't sleep", to=MAIN)
    _is_answered_at_once(caller)
    own_redis.starts()
    caller.expects("Your text has reached us", "988")
    line.passes(seconds=70)

    caller.expects("Maple Line")
    caller.expects("looking for a peer")
    line.takes(ada)
    ada.expects("I can't sleep")
    caller.expects("Ada is here")


def test_the_next_text_after_redis_is_back_brings_those_before_it(
    line: Line, own_redis: OwnRedis
) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    own_redis.stops()
    ada.texts("take your time", to=MAIN)
    _is_answered_at_once(ada)
    own_redis.starts()
    ada.expects("988")

    caller.texts("hello?", to=MAIN)

    ada.expects("hello?")
    line.passes(seconds=10)
    caller.expects("take your time")


def test_what_was_agreed_before_still_holds_after_redis_was_gone(
    line: Line, own_redis: OwnRedis
) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)

    own_redis.stops()
    own_redis.starts()

    caller.texts("still there?", to=MAIN)
    ada.expects("still there?")
    ada.texts("still here", to=MAIN)
    caller.expects("still here")
