"""A web process' application on a Redis of its own, with the provider far away."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import redis
from flask.testing import FlaskClient

from tests.webhooks.provider import A_TEXT, LINE, PUBLIC, TOKEN
from warmline import wiring
from warmline.app import create_app
from warmline.config import Settings
from warmline.embedded import EmbeddedRedis
from warmline.flows.desk import Desk

Dump = dict[bytes, bytes]


@pytest.fixture(scope="session")
def environ(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    with EmbeddedRedis(tmp_path_factory.mktemp("redis")).running() as url:
        yield {
            "REDIS_URL": url,
            "TWILIO_ACCOUNT_SID": "AC" + "0" * 32,
            "TWILIO_AUTH_TOKEN": TOKEN,
            "TWILIO_API_BASE_URL": "http://127.0.0.1:9",
            "WARMLINE_PUBLIC_URL": PUBLIC,
            "WARMLINE_NUMBERS": f"{LINE},+15550100002",
            "WARMLINE_SECRET_KEYS": "a-key-for-webhooks-only",
            "WARMLINE_CRISIS_LINES_CONFIRMED": "US",
        }


@pytest.fixture
def desk(environ: dict[str, str]) -> Iterator[Desk]:
    desk = wiring.desk_of(Settings.read(environ))
    desk.store.connection.flushall()
    yield desk
    desk.store.connection.close()


@pytest.fixture
def client(desk: Desk, environ: dict[str, str]) -> FlaskClient:
    """A web process that has begun its work: what it writes down at its start is there."""
    client = create_app(desk, wiring.signatures_of(Settings.read(environ))).test_client()
    another = A_TEXT.saying(From="12345", MessageSid="SM" + "c" * 32)
    assert another.sent_to(client).status_code == 200
    return client


@pytest.fixture
def dump(desk: Desk, environ: dict[str, str]) -> Iterator[Callable[[], Dump]]:
    """Everything in Redis but the counters, byte by byte."""
    with redis.Redis.from_url(environ["REDIS_URL"]) as connection:  # not decoded: dumps are bytes
        counts = desk.store.keys.counts().encode()
        yield lambda: {
            key: connection.dump(key) for key in connection.scan_iter(count=1000) if key != counts
        }
