"""The queue that wakes workers up. It may lose a job, and no person notices: state is truth."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from rq import Queue
from rq.serializers import JSONSerializer

from warmline.store.connection import redis_errors

JOB = "warmline.jobs.looking.look_at"
LONGEST = (
    60  # seconds a job may take before RQ gives it up; the next look goes on from what is written
)
QUEUED_FOR = 30  # seconds that a job may wait: after a long outage there would be many for each key
FAILED_KEPT = 3600  # seconds that a failed look stays to be read
KEYS_A_JOB = 20  # a job costs RQ a dozen writes, each synced to disk: more than the look at one key

HELD_AT_MOST = 0.25  # seconds; a worker that is stuck must not keep others from theirs
TAKE_BREATH = 0.003  # seconds


def open_queue(connection: Any, line: str) -> Queue:
    """The queue of one line; `connection` gives bytes, as RQ needs."""
    return Queue(f"wl-{line}", connection=connection, serializer=JSONSerializer)


def wake(queue: Queue, keys: Sequence[str]) -> None:
    """Jobs for these keys, all in one round trip. TransientError when Redis is away.

    While a job waits, every worker is busy: then nothing is queued for a moment, so that whatever rings meanwhile
    comes as one job. Where the disk is slow, jobs of one key each would never be worked off.
    """
    patience = time.monotonic() + HELD_AT_MOST
    with redis_errors():
        while len(queue) and time.monotonic() < patience:
            time.sleep(TAKE_BREATH)
    jobs = [
        Queue.prepare_data(
            JOB,
            args=tuple(keys[start : start + KEYS_A_JOB]),
            timeout=LONGEST,
            ttl=QUEUED_FOR,
            result_ttl=0,
            failure_ttl=FAILED_KEPT,
        )
        for start in range(0, len(keys), KEYS_A_JOB)
    ]
    with redis_errors():
        queue.enqueue_many(jobs)
