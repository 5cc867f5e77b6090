"""A story's line with an operator at its command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from werkzeug.serving import BaseWSGIServer

from tests.cli.operator import Operator
from tests.stories import conftest as stories
from tests.stories.clocks import RunningClock
from tests.stories.line import POOL
from warmline.simulator.server import ExchangeServer

redis_url, web, exchange = stories.redis_url, stories.web, stories.exchange
reads, line = stories.reads, stories.line


@pytest.fixture(scope="session")
def clock_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("clock") / "clock"


@pytest.fixture(scope="session")
def clock(clock_file: Path) -> RunningClock:
    return RunningClock(clock_file)


@pytest.fixture
def environ(
    redis_url: str, web: BaseWSGIServer, exchange: ExchangeServer, clock_file: Path
) -> dict[str, str]:
    """The settings of the line; its commands share its clock."""
    return {
        "REDIS_URL": redis_url,
        "TWILIO_ACCOUNT_SID": stories.SID,
        "TWILIO_AUTH_TOKEN": stories.TOKEN,
        "TWILIO_API_BASE_URL": exchange.url,
        "WARMLINE_PUBLIC_URL": f"http://127.0.0.1:{web.server_port}",
        "WARMLINE_NUMBERS": ",".join(POOL),
        "WARMLINE_SECRET_KEYS": "a-key-for-stories-only",
        "WARMLINE_NAME": "Maple Line",
        "WARMLINE_CRISIS_LINES_CONFIRMED": "US",
        "WARMLINE_CLOCK_FILE": str(clock_file),
    }


@pytest.fixture
def operator(environ: dict[str, str]) -> Operator:
    return Operator(environ)
