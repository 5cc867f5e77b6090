"""Couriers see to all that asks the provider, beside the worker's own work: a slow answer holds nobody up."""

from __future__ import annotations

import logging
from concurrent.futures import Future, ThreadPoolExecutor

from warmline.errors import TransientError
from warmline.flows.desk import Desk
from warmline.flows.look import look

log = logging.getLogger(__name__)

COURIERS = (
    32  # texts in hand at once; at 100 ms a text that is 320 a second, more than a worker can read
)


class Couriers:
    """A few threads. Whatever they do not get done is found in the store by the next look."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(COURIERS, thread_name_prefix="courier")
        # keys that a thread will come to; asked twice, once will do
        self._waiting: set[str] = set()
        self.desk: Desk | None = (
            None  # set once, when the desk that hands over to us has been built
        )

    def look(self, key: str) -> None:
        """Have what this key needs done now."""
        if key not in self._waiting:
            self._waiting.add(key)
            self._pool.submit(self._look, key).add_done_callback(_report)

    def stop(self) -> None:
        """Finish what is in hand."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _look(self, key: str) -> None:
        self._waiting.discard(key)  # first: what is asked for from now on may be new
        if self.desk is not None:
            look(self.desk, key)


def _report(done: Future[None]) -> None:
    if done.cancelled() or (error := done.exception()) is None:
        return
    if isinstance(error, TransientError):
        log.warning("a courier had to stop", extra={"why": str(error)})
    else:
        log.error("a courier failed", exc_info=error)
