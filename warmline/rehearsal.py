"""Named steps at which a rehearsal may kill the process, to prove that nothing is lost there.

A step does nothing unless WARMLINE_FAILPOINTS names it, as `posted:3` does: the process is killed the third time that
it has just posted a text to the provider. tests/chaos lists the steps and where they lie.
"""

from __future__ import annotations

import os
import signal
import threading

STEPS = (
    "received",  # web: the text is written, Twilio has no answer yet
    "rung",  # sweep: the bell was taken, no job is queued yet
    "queued",  # sweep: the job is queued
    "committed",  # worker: the effects of a text are written, nothing is sent yet
    "leased",  # worker: a text is in hand, the provider has not been asked
    "posted",  # worker: the provider has taken the text, we have not written that down
    "noted",  # worker: that is written
    "called_back",  # web: a status is written, Twilio has no answer yet
)


class Steps:
    """Counts how often each armed step is reached, and dies there at the given count."""

    def __init__(self, armed: str = "") -> None:
        pairs = (point.partition(":") for point in armed.split(",") if point.strip())
        self._left = {step.strip(): int(count or 1) for step, _, count in pairs}
        self._lock = threading.Lock()

    def reach(self, step: str) -> None:
        """Say that this step has been reached."""
        if not self._left or step not in self._left:
            return
        with self._lock:
            self._left[step] -= 1
            if self._left[step] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
