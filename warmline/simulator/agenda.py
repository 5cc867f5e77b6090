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


class Plan:
    """One action to come, which may still be called off."""

    __slots__ = ("action", "is_off")

    def __init__(self, action: Callable[[], None]) -> None:
        self.action = action
        self.is_off = False

    def call_off(self) -> None:
        self.is_off = True


class Agenda:
    """Runs each action once its moment has come, in order of moments, on one thread."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._due: list[tuple[datetime, int, Plan]] = []
        self._order = itertools.count()
        self._changed = threading.Condition()
        self._running = False
        self._stopping = False
        self._thread = threading.Thread(target=self._work, name="agenda", daemon=True)
        self.taken = 0  # how many actions were ever taken in

    def at(self, moment: datetime, action: Callable[[], None]) -> Plan:
        """Do `action` at `moment`; those of one moment go in the order given."""
        plan = Plan(action)
        with self._changed:
            heapq.heappush(self._due, (moment, next(self._order), plan))
            self.taken += 1
            self._changed.notify()
        return plan

    def is_idle(self) -> bool:
        """Whether nothing is due at this moment and nothing is being done."""
        with self._changed:
            following = self._first()
            return not self._running and not (following and following <= self._clock.now())

    def next_at(self) -> datetime | None:
        """The moment of the next action, if there is any."""
        with self._changed:
            return self._first()

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

    def _first(self) -> datetime | None:
        while self._due and self._due[0][2].is_off:
            heapq.heappop(self._due)
        return self._due[0][0] if self._due else None

    def _work(self) -> None:
        while (plan := self._next()) is not None:
            try:
                plan.action()
            except Exception:  # one bad action must not stop the exchange
                log.exception("an action of the exchange failed")
            with self._changed:
                self._running = False

    def _next(self) -> Plan | None:
        with self._changed:
            while not self._stopping:
                following = self._first()
                if following is None:
                    self._changed.wait()
                    continue
                wait = (following - self._clock.now()).total_seconds()
                if wait <= 0:
                    self._running = True
                    return heapq.heappop(self._due)[2]
                self._changed.wait(min(wait, LOOK_AGAIN_S))
            return None
