"""A numbered list that readers follow: what came after the last thing they saw."""

from __future__ import annotations

import itertools
import threading
from collections import deque
from typing import Any

Entry = dict[str, Any]


class Feed:
    """Entries numbered from 1. Only the newest `keep` are kept; numbers are never used twice."""

    def __init__(self, keep: int) -> None:
        self._entries: deque[Entry] = deque(maxlen=keep)
        self._count = 0
        self._changed = threading.Condition()
        self.is_closed = False

    def append(self, **facts: Any) -> None:
        """Add an entry; it gets its number as `n`."""
        with self._changed:
            self._count += 1
            self._entries.append({"n": self._count, **facts})
            self._changed.notify_all()

    def after(self, number: int, *, wait: float = 0.0) -> list[Entry]:
        """All entries numbered above `number`; if there is none, give it `wait` seconds."""
        with self._changed:
            if wait > 0:
                self._changed.wait_for(lambda: self._fresh(number) or self.is_closed, timeout=wait)
            known = len(self._entries) - self._fresh(number)
            return list(itertools.islice(self._entries, known, None))

    def close(self) -> None:
        """Let every waiting reader go."""
        with self._changed:
            self.is_closed = True
            self._changed.notify_all()

    @property
    def count(self) -> int:
        return self._count

    def clear(self) -> None:
        """Forget the entries; the numbering goes on, so that no reader mistakes new for old."""
        with self._changed:
            self._entries.clear()

    def _fresh(self, number: int) -> int:
        """How many of the entries kept came after `number`; those that were cleared do not count."""
        return min(len(self._entries), max(0, self._count - number))
