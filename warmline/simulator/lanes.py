"""Work done in order within a lane, and lanes side by side."""

from __future__ import annotations

import logging
import queue
import threading
from collections import deque
from collections.abc import Callable, Hashable

log = logging.getLogger(__name__)


class Lanes:
    """Threads that drive jobs, one at a time of each lane, in the order they were put there."""

    def __init__(self, drivers: int) -> None:
        self._waiting: dict[Hashable, deque[Callable[[], object]]] = {}
        self._ready: queue.SimpleQueue[Hashable | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._threads = [
            threading.Thread(target=self._drive, name=f"lane-{n}", daemon=True)
            for n in range(drivers)
        ]
        self.taken = 0  # how many jobs were ever taken in

    def put(self, lane: Hashable, job: Callable[[], object]) -> None:
        """Do `job` after all that was put in `lane` before it."""
        with self._lock:
            self.taken += 1
            jobs = self._waiting.get(lane)
            if jobs is not None:  # its driver goes on to this one
                jobs.append(job)
                return
            self._waiting[lane] = deque([job])
        self._ready.put(lane)

    def is_idle(self) -> bool:
        """Whether no job waits or is being done."""
        with self._lock:
            return not self._waiting

    def clear(self) -> None:
        """Forget the jobs that no driver has begun."""
        with self._lock:
            for jobs in self._waiting.values():
                while len(jobs) > 1:  # the first is being driven, or about to be
                    jobs.pop()

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Let the drivers go after the jobs in their hands; a job may take its time, so nobody waits."""
        for _ in self._threads:
            self._ready.put(None)

    def _drive(self) -> None:
        while (lane := self._ready.get()) is not None:
            with self._lock:
                job = self._waiting[lane][0]
            try:
                job()
            except Exception:  # one bad job must not close the lane
                log.exception("a job of the exchange failed")
            with self._lock:
                jobs = self._waiting[lane]
                jobs.popleft()
                if not jobs:
                    del self._waiting[lane]
                    continue
            self._ready.put(lane)
