"""A Redis of a story's own."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from warmline.embedded import EmbeddedRedis


class OwnRedis:
    """A Redis that a story may stop and start again on the same data."""

    def __init__(self, place: Path) -> None:
        self._redis, self._running = EmbeddedRedis(place), ExitStack()
        self.starts()

    def starts(self) -> None:
        self.url = self._running.enter_context(self._redis.running())

    def stops(self) -> None:
        self._running.close()
