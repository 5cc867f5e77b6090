"""A web process on a Redis of its own, and programs that come to it with a token."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.admin.api.program import Program
from warmline import wiring
from warmline.app import create_app
from warmline.clock import SharedClock
from warmline.config import Settings
from warmline.embedded import EmbeddedRedis
from warmline.flows.desk import Desk
from warmline.flows.office import access
from warmline.store.tokens import Role

A_WEDNESDAY = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)  # 10 am in New York


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with EmbeddedRedis(tmp_path_factory.mktemp("redis")).running() as url:
        yield url


@pytest.fixture(scope="session")
def clock(tmp_path_factory: pytest.TempPathFactory) -> SharedClock:
    return SharedClock(tmp_path_factory.mktemp("clock") / "clock")


@pytest.fixture
def settings(redis_url: str) -> Settings:
    return Settings.read(
        {
            "REDIS_URL": redis_url,
            "TWILIO_ACCOUNT_SID": "AC" + "0" * 32,
            "TWILIO_AUTH_TOKEN": "a-token-for-stories-only",
            "TWILIO_API_BASE_URL": "http://127.0.0.1:9",
            "WARMLINE_PUBLIC_URL": "https://line.example.org",
            "WARMLINE_NUMBERS": "+15550100001,+15550100002",
            "WARMLINE_SECRET_KEYS": "a-key-for-programs-only",
            "WARMLINE_NAME": "Maple Line",
            "WARMLINE_CRISIS_LINES_CONFIRMED": "US",
        }
    )


@pytest.fixture
def desk(settings: Settings, clock: SharedClock) -> Iterator[Desk]:
    clock.jump_to(A_WEDNESDAY)
    desk = wiring.desk_of(settings, clock=clock)
    desk.store.connection.flushall()
    yield desk
    desk.store.connection.close()


@pytest.fixture
def client(desk: Desk, settings: Settings) -> FlaskClient:
    return create_app(desk, wiring.signatures_of(settings)).test_client()


@pytest.fixture
def nobody(client: FlaskClient) -> Program:
    """A program without a token."""
    return Program(client)


@pytest.fixture
def viewer(client: FlaskClient, desk: Desk) -> Program:
    return Program(client, access.add(desk, "a screen on the wall", Role.VIEWER)[1])


@pytest.fixture
def coordinator(client: FlaskClient, desk: Desk) -> Program:
    return Program(client, access.add(desk, "the rota program", Role.COORDINATOR)[1])


@pytest.fixture
def admin(client: FlaskClient, desk: Desk) -> Program:
    return Program(client, access.add(desk, "the office", Role.ADMIN)[1])


@pytest.fixture
def bereft(settings: Settings, tmp_path: Path) -> Iterator[Program]:
    """A program with a token, at a web process whose Redis is gone."""
    store = wiring.store_of(
        Settings.read(
            {"REDIS_URL": f"unix://{tmp_path}/gone.sock", "WARMLINE_SECRET_KEYS": "x" * 16},
            need="store",
        )
    )
    desk = wiring.desk_of(settings, store=store)
    app = create_app(desk, wiring.signatures_of(settings))
    yield Program(app.test_client(), f"warmline_k123456789012_{'x' * 43}")
    store.connection.close()
