"""Where all calls are, and the turns in which anything happens to them."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from warmline.clock import Clock
from warmline.simulator.agenda import Agenda, Plan
from warmline.simulator.feed import Feed
from warmline.simulator.lanes import Lanes
from warmline.simulator.voice.calls import Calls
from warmline.simulator.voice.conferences import Conferences
from warmline.simulator.voice.habits import Habit
from warmline.simulator.voice.queues import Queues
from warmline.simulator.voice.recordings import Recordings
from warmline.simulator.voice.strands import Strand

HEARD_KEPT = 10_000


class Switchboard:
    """All calls, queues, conferences and recordings. Nothing happens to them but in a turn, one at a time."""

    def __init__(
        self, clock: Clock, agenda: Agenda, lanes: Lanes, *, calls_per_second: float, wpm: float
    ) -> None:
        self.clock = clock
        self.lanes = lanes
        self.calls = Calls()
        self.queues = Queues()
        self.conferences = Conferences()
        self.recordings = Recordings()
        self.habits: dict[str, Habit] = {}  # handset → what it does when it is called
        self.sounds: dict[str, float] = {}  # address → seconds: each is fetched once
        self.criers: list[Strand] = []  # announcements in conferences
        self.calls_per_second = calls_per_second
        self.speech_wpm = wpm
        self.is_forgetting = False  # then nobody is told of anything
        self._free_at: datetime | None = None  # when the next call may go out
        self._agenda = agenda
        self._heard: dict[str, Feed] = {}
        self._lock = threading.RLock()
        self._todo: deque[Callable[[], None]] = deque()
        self._is_working = False

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Have the switchboard alone. What follows from it happens before the turn is over."""
        with self._lock:
            if self._is_working:
                yield
                return
            self._is_working = True
            try:
                yield
                while self._todo:
                    self._todo.popleft()()
            finally:
                self._is_working = False

    def soon(self, action: Callable[[], None]) -> None:
        """Do `action` in this turn, after all that is to be done before it."""
        self._todo.append(action)

    def later(self, seconds: float, action: Callable[[], None]) -> Plan:
        """Do `action` in a turn of its own, unless the plan is called off."""

        def carry_out() -> None:
            with self.turn():
                if not plan.is_off:
                    action()

        plan = self._agenda.at(self.clock.now() + timedelta(seconds=seconds), carry_out)
        return plan

    def heard_by(self, handset: str) -> Feed:
        """What has ever been heard on this handset."""
        return self._heard.setdefault(handset, Feed(HEARD_KEPT))

    def place_in_queue(self) -> float:
        """Seconds until a call that is placed now goes out: so many a second, and no more."""
        if self.calls_per_second <= 0:
            return 0.0
        now = self.clock.now()
        goes_at = max(now, self._free_at or now)
        self._free_at = goes_at + timedelta(seconds=1 / self.calls_per_second)
        return (goes_at - now).total_seconds()

    def forget(self) -> None:
        """Forget all calls and what handsets do; nobody is told, and the numbering of what was heard goes on."""
        with self._lock:
            self.is_forgetting = True
            for call in self.calls.all():
                call.strand.drop()
            for crier in self.criers:
                crier.drop()
            self.criers.clear()
            self._todo.clear()
            for forgotten in (self.calls, self.queues, self.conferences, self.recordings):
                forgotten.clear()
            self.habits.clear()
            self.sounds.clear()
            self._free_at = None
            for feed in self._heard.values():
                feed.clear()
            self.is_forgetting = False

    def close(self) -> None:
        """Let every waiting reader go."""
        for feed in list(self._heard.values()):
            feed.close()
