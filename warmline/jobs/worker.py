"""The worker: runs looks one after another in its own process, with couriers beside it."""

from __future__ import annotations

from typing import Any

from rq.serializers import JSONSerializer
from rq.worker import SimpleWorker

from warmline.jobs.queue import open_queue


class Worker(SimpleWorker):
    """RQ's worker without a fork for each job: a fork would lose the open connections to Redis and the provider.

    What a fork protects from, a crash in the middle of a job, is met by state and sweep instead.
    """

    max_connection_wait_time = (
        1  # seconds between two tries while Redis is away; RQ's own limit is a minute
    )


def work(connection: Any, line: str, *, burst: bool = False) -> None:
    """Run looks until told to stop; `burst`: until none is left."""
    queue = open_queue(connection, line)
    worker = Worker([queue], connection=connection, serializer=JSONSerializer)
    worker.work(burst=burst, logging_level="WARNING", with_scheduler=False)
