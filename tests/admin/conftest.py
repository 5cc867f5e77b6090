"""A story's line, and one without a Redis."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.stories import conftest as stories
from tests.stories.line import Line
from warmline import wiring
from warmline.app import create_app
from warmline.config import Settings

clock, redis_url, web, exchange = stories.clock, stories.redis_url, stories.web, stories.exchange
environ, reads, line = stories.environ, stories.reads, stories.line


@pytest.fixture
def client(line: Line, environ: dict[str, str]) -> FlaskClient:
    settings = Settings.read(environ | {"WARMLINE_PUBLIC_URL": "https://line.example.org"})
    desk = wiring.desk_of(settings, store=line.desk.store, clock=line.desk.clock)
    return create_app(desk, wiring.signatures_of(settings)).test_client()


@pytest.fixture
def bereft(environ: dict[str, str], tmp_path: Path) -> Iterator[FlaskClient]:
    """A web process whose Redis is gone."""
    settings = Settings.read(environ | {"REDIS_URL": f"unix://{tmp_path}/gone.sock"})
    desk = wiring.desk_of(settings)
    yield create_app(desk, wiring.signatures_of(settings)).test_client()
    desk.store.connection.close()
