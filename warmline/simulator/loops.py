"""The guard against two machines that answer each other for ever (error 14107)."""

from __future__ import annotations

import threading
from collections import deque
from datetime import datetime, timedelta

WITHIN = timedelta(seconds=30)
BLOCKED_FOR = timedelta(seconds=30)


class Loops:
    """Counts what goes from one number to another; above `limit` in 30 s the pair is blocked for 30 s."""

    def __init__(self, limit: int) -> None:
        self.limit = limit  # 0 lets everything pass
        self._recent: dict[tuple[str, str], deque[datetime]] = {}
        self._blocked: dict[tuple[str, str], datetime] = {}
        self._lock = threading.Lock()

    def allows(self, *, sender: str, to: str, now: datetime) -> bool:
        """Count one message; False when it is one too many."""
        if self.limit <= 0:
            return True
        pair = sender, to
        with self._lock:
            if now < self._blocked.get(pair, now):
                return False
            recent = self._recent.setdefault(pair, deque())
            while recent and now - recent[0] >= WITHIN:
                recent.popleft()
            recent.append(now)
            if len(recent) <= self.limit:
                return True
            self._blocked[pair] = now + BLOCKED_FOR
            recent.clear()
            return False

    def clear(self) -> None:
        with self._lock:
            self._recent.clear()
            self._blocked.clear()
