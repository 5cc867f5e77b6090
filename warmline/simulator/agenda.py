"""What the exchange will do, and when, on the exchange's own clock."""

from __future__ import annotations

import heapq
import itertools
import logging
import threading
from collections.abc import Callable
from datetime import datetime

from warmline.clock import Clock

log = logging.getLogger(__name__)

LOOK_AGAIN_S = 0.02  # another process may have moved a shared clock; nobody tells us


class Agenda:
    """Runs each action once its moment has come, in order of moments, on one thread."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._due: list[tuple[datetime, int, Callable[[], None]]] = []
        self._order = itertools.count()
        self._changed = threading.Condition()
        self._running = False
        self._stopping = False
        self._thread = threading.Thread(target=self._work, name="agenda", daemon=True)
        self.taken = 0  # how many actions were ever taken in

    def at(self, moment: datetime, action: Callable[[], None]) -> None:
        """Do `action` at `moment`; those of one moment go in the order given."""
        with self._changed:
            heapq.heappush(self._due, (moment, next(self._order), action))
            self.taken += 1
            self._changed.notify()

    def is_idle(self) -> bool:
        """Whether nothing is due at this moment and nothing is being done."""
        with self._changed:
            return not self._running and not (self._due and self._due[0][0] <= self._clock.now())

    def next_at(self) -> datetime | None:
        """The moment of the next action, if there is any."""
        with self._changed:
            return self._due[0][0] if self._due else None

    def clear(self) -> None:
        """Forget everything planned; what is being done goes on."""
        with self._changed:
            self._due.clear()

    def look(self) -> None:
        """Read the clock again: somebody has moved it."""
        with self._changed:
            self._changed.notify()

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        with self._changed:
            self._stopping = True
            self._changed.notify()
        self._thread.join()

    def _work(self) -> None:
        while (action := self._next()) is not None:
            try:
                action()
            except Exception:  # one bad action must not stop the exchange
                log.exception("an action of the exchange failed")
            with self._changed:
                self._running = False

    def _next(self) -> Callable[[], None] | None:
        with self._changed:
            while not self._stopping:
                if not self._due:
                    self._changed.wait()
                    continue
                wait = (self._due[0][0] - self._clock.now()).total_seconds()
                if wait <= 0:
                    self._running = True
                    return heapq.heappop(self._due)[2]
                self._changed.wait(min(wait, LOOK_AGAIN_S))
            return None
