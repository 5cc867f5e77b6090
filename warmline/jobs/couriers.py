"""Couriers carry texts to the provider beside the worker's own work: a slow provider holds nobody up."""

from __future__ import annotations

import logging
from concurrent.futures import Future, ThreadPoolExecutor

from warmline.errors import TransientError
from warmline.flows.desk import Desk
from warmline.flows.sending import send_lane
from warmline.ids import CallerKey

log = logging.getLogger(__name__)

COURIERS = 16  # texts in hand at once; at 100 ms a text that is 160 a second


class Couriers:
    """A few threads. Whatever they do not get done is found in the outbox by the next look."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(COURIERS, thread_name_prefix="courier")
        self.desk: Desk | None = (
            None  # set once, when the desk that hands over to us has been built
        )

    def hand_over(self, recipient: CallerKey) -> None:
        """Have this phone's texts sent now."""
        self._pool.submit(self._carry, recipient).add_done_callback(_report)

    def stop(self) -> None:
        """Finish what is in hand."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _carry(self, recipient: CallerKey) -> None:
        if self.desk is not None:
            send_lane(self.desk, recipient)


def _report(done: Future[None]) -> None:
    if done.cancelled() or (error := done.exception()) is None:
        return
    if isinstance(error, TransientError):
        log.warning("a courier had to stop", extra={"why": str(error)})
    else:
        log.error("a courier failed", exc_info=error)
