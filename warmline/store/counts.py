"""Counters that outlive a process, for /metrics."""

from __future__ import annotations

from warmline.store.connection import Connection, redis_errors
from warmline.store.keys import Keys


class Counts:
    """How often something happened since the line began."""

    def __init__(self, connection: Connection, keys: Keys) -> None:
        self._redis, self._keys = connection, keys

    def add(self, name: str) -> None:
        with redis_errors():
            self._redis.hincrby(self._keys.counts(), name, 1)

    def all(self) -> dict[str, int]:
        with redis_errors():
            counts: dict[str, str] = self._redis.hgetall(self._keys.counts())
        return {name: int(count) for name, count in counts.items()}
