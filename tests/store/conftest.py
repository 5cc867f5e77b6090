"""A real Redis for the store's tests: the embedded one, or the one that WARMLINE_TEST_REDIS_URL names."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.store.world import SECRETS, World
from warmline.embedded import EmbeddedRedis
from warmline.store.store import open_store


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    elsewhere = os.environ.get("WARMLINE_TEST_REDIS_URL")
    if elsewhere:
        yield elsewhere
        return
    with EmbeddedRedis(tmp_path_factory.mktemp("redis")).running() as url:
        yield url


@pytest.fixture
def world(redis_url: str) -> Iterator[World]:
    """An empty store, and builders for what a test needs in it."""
    store = open_store(redis_url, line="main", secrets=SECRETS)
    store.connection.flushall()
    yield World(store)
    store.connection.close()
