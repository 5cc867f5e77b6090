"""One Redis, one exchange and one web server for all stories; a new line for each."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
import redis
from flask import Flask
from werkzeug.serving import BaseWSGIServer, make_server

from tests.stories.clocks import StillClock, StoryClock
from tests.stories.handing import crisis_line
from tests.stories.line import A_WEDNESDAY, POOL, SECRET, Line
from tests.stories.own_redis import OwnRedis
from warmline import wiring
from warmline.app import create_app
from warmline.config import Settings
from warmline.embedded import EmbeddedRedis
from warmline.flows.look import look
from warmline.flows.reconcile import ask_for_reconcile
from warmline.safety import reading
from warmline.safety.model import by_table
from warmline.safety.reading import Reading, Said
from warmline.simulator.account import Account
from warmline.simulator.exchange import Setup
from warmline.simulator.handset import Phone
from warmline.simulator.optouts import STANDARD
from warmline.simulator.server import ExchangeServer

Reads = Callable[[str, Sequence[Said]], Reading]
SID, TOKEN = "AC" + "0" * 32, "token-for-stories"


@pytest.fixture(scope="session")
def clock(tmp_path_factory: pytest.TempPathFactory) -> StillClock:
    return StillClock(tmp_path_factory.mktemp("clock") / "clock")


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with EmbeddedRedis(tmp_path_factory.mktemp("redis")).running() as url:
        yield url


@pytest.fixture
def own_redis(tmp_path: Path) -> Iterator[OwnRedis]:
    """For a story that gives its line this one's `url` as `redis_url`, and stops it."""
    redis = OwnRedis(tmp_path / "redis")
    yield redis
    redis.stops()


@pytest.fixture(scope="session")
def web() -> Iterator[BaseWSGIServer]:
    server = make_server("127.0.0.1", 0, Flask(__name__), threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def brought_to(web: BaseWSGIServer) -> str:
    """Where the exchange brings texts, before anybody says `connect`."""
    return f"http://127.0.0.1:{web.server_port}/webhooks/sms#rc=2&rp=all"


def called_at(web: BaseWSGIServer) -> str:
    """Where the exchange tells of calls, before anybody says `connect`."""
    return f"http://127.0.0.1:{web.server_port}/webhooks/voice"


@pytest.fixture(scope="session")
def exchange(clock: StoryClock, web: BaseWSGIServer) -> Iterator[ExchangeServer]:
    setup = Setup(
        numbers=POOL,
        rate=0,
        seed=7,
        sms_url=brought_to(web),
        voice_url=called_at(web),
        status_callback=f"{called_at(web)}/status",
        calls_per_second=0,
    )
    with ExchangeServer(Account(SID, TOKEN), setup, clock=clock) as server:
        yield server


@pytest.fixture
def environ(redis_url: str, web: BaseWSGIServer, exchange: ExchangeServer) -> dict[str, str]:
    """The settings of a story's line; a test may change them before it asks for the line."""
    return {
        "REDIS_URL": redis_url,
        "TWILIO_ACCOUNT_SID": SID,
        "TWILIO_AUTH_TOKEN": TOKEN,
        "TWILIO_API_BASE_URL": exchange.url,
        "WARMLINE_PUBLIC_URL": f"http://127.0.0.1:{web.server_port}",
        "WARMLINE_NUMBERS": ",".join(POOL),
        "WARMLINE_SECRET_KEYS": SECRET,
        "WARMLINE_NAME": "Maple Line",
        "WARMLINE_LANGUAGES": "en,es",
        "WARMLINE_CRISIS_LINES_CONFIRMED": "US",
        "WARMLINE_RECONCILE_SECONDS": "600",  # seldom, so that an hour of a story passes quickly
    }


@pytest.fixture
def reads() -> Reads:
    """By rules and table: the encoder takes fifty times as long, and has stories of its own."""
    return partial(reading.read, by=by_table())


@pytest.fixture
def line(
    environ: dict[str, str],
    clock: StoryClock,
    web: BaseWSGIServer,
    exchange: ExchangeServer,
    reads: Reads,
) -> Iterator[Line]:
    with redis.Redis.from_url(environ["REDIS_URL"]) as connection:
        connection.flushall()
    clock.jump_to(A_WEDNESDAY)
    settings = Settings.read(environ)
    store = wiring.store_of(settings)
    desk = wiring.desk_of(settings, store=store, hand_over=lambda key: look(desk, key), clock=clock)
    desk = replace(desk, read=reads)
    asks_nobody = replace(desk, hand_over=store.schedule.ring)  # webhooks never call the provider
    app = create_app(asks_nobody, wiring.signatures_of(settings))
    app.before_request(clock.ticks)  # no two webhooks come at the same moment
    web.app = app
    ask_for_reconcile(desk)
    line = Line(desk, clock, exchange)
    line.phones.reset()
    rules = {"opt_out": "default", "confirmations": STANDARD, "loop_limit": 30}
    line.phones.call("PUT", "rules", json=rules)
    at_first = {
        "sms_url": brought_to(web),
        "sms_fallback_url": "",
        "voice_url": called_at(web),
        "voice_fallback_url": "",
        "status_callback": f"{called_at(web)}/status",
    }
    for number in POOL:  # a reset leaves where numbers point, and `connect` has stories of its own
        line.phones.call("PUT", f"numbers/{number}", json=at_first)
    yield line
    line.phones.check_quiet()
    line.phones.close()
    store.connection.close()


@pytest.fixture
def crisis(line: Line) -> Phone:
    """The crisis line's own telephone."""
    return crisis_line(line)
