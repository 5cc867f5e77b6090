"""The worker: runs looks one after another in its own process, with couriers beside it."""

from __future__ import annotations

import logging
import time
from typing import Any

from rq.exceptions import StopRequested
from rq.serializers import JSONSerializer
from rq.worker import SimpleWorker

from warmline.errors import TransientError
from warmline.jobs.queue import open_queue
from warmline.store.connection import redis_errors

log = logging.getLogger(__name__)

AWAY = 0.2  # seconds between two tries while Redis is away
BEAT_EVERY = 15.0  # seconds; RQ counts a worker as gone after seven minutes


class Worker(SimpleWorker):
    """RQ's worker without a fork for each job: a fork would lose the open connections to Redis and the provider.

    What a fork protects from, a crash in the middle of a job, is met by state and sweep instead. Of what RQ writes
    about the worker itself only what someone reads is left: for each job it would be fifteen writes more, every one
    synced to disk before the next.
    """

    max_connection_wait_time = (
        1  # seconds between two tries while Redis is away; RQ's own limit is a minute
    )
    _beat_at = float("-inf")

    was_told_to_stop = False

    def request_stop(self, signum: Any, frame: Any) -> None:
        """SIGTERM or SIGINT: finish the job in hand, then go."""
        self.was_told_to_stop = True
        super().request_stop(signum, frame)  # type: ignore[no-untyped-call]  # RQ's

    def subscribe(self) -> None:
        """Nobody commands a worker through Redis: a thread and a connection less to lose with it."""

    def unsubscribe(self) -> None:
        """As `subscribe`."""

    def heartbeat(self, timeout: int | None = None, pipeline: Any = None) -> None:
        """Say that this worker lives: now and then, where RQ does so four times a job."""
        if pipeline is None:
            if time.monotonic() < self._beat_at + BEAT_EVERY:
                return
            self._beat_at = time.monotonic()
        super().heartbeat(timeout, pipeline)

    def set_state(self, state: str, pipeline: Any = None) -> None:
        """Idle or busy: kept for this process, and written where it costs no round trip of its own."""
        if pipeline is None:
            self._state = state
        else:
            super().set_state(state, pipeline)


def work(connection: Any, line: str, *, burst: bool = False) -> None:
    """Run looks until told to stop; `burst`: until none is left.

    RQ's own loop ends when Redis goes away in the middle of a job, or is still reading its file. A supervisor would
    start a process that ends by itself later and later, so here a new loop takes over instead.
    """
    queue = open_queue(connection, line)
    while True:
        try:
            with redis_errors():
                worker = Worker([queue], connection=connection, serializer=JSONSerializer)
                worker.work(burst=burst, logging_level="WARNING", with_scheduler=False)
                if burst or worker.was_told_to_stop:
                    return
        except TransientError as away:
            log.warning("the worker lost sight of Redis", extra={"why": str(away)})
        except StopRequested:  # told to while it was between two loops
            return
        time.sleep(AWAY)
