"""The queue that wakes workers up. It may lose a job, and no person notices: state is truth."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rq import Queue
from rq.serializers import JSONSerializer

JOB = "warmline.jobs.looking.look_at"
LONGEST = (
    60  # seconds a look may take before RQ gives it up; the next look goes on from what is written
)
FAILED_KEPT = 3600  # seconds that a failed look stays to be read


def open_queue(connection: Any, line: str) -> Queue:
    """The queue of one line; `connection` gives bytes, as RQ needs."""
    return Queue(f"wl-{line}", connection=connection, serializer=JSONSerializer)


def wake(queue: Queue, keys: Sequence[str]) -> None:
    """One job for each key, all in one round trip."""
    jobs = [
        Queue.prepare_data(JOB, args=(key,), timeout=LONGEST, result_ttl=0, failure_ttl=FAILED_KEPT)
        for key in keys
    ]
    queue.enqueue_many(jobs)
