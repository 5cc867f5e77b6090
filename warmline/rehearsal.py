"""Named steps at which a rehearsal may kill a process, to prove that nothing is lost there.

A step does nothing unless WARMLINE_FAILPOINTS asks for it, in one of two ways:

- `posted:3`: this process kills itself the third time that it has just posted a text to the provider;
- a folder, such as `/tmp/steps`: whoever reaches a step first finds a file there of the step's name, takes it away, and
  kills whom it names: `self`, a process by its number, or a whole group by its number with a minus sign.

tests/chaos arms them; docs/durability.md says where each lies and what is done about a death there.
"""

from __future__ import annotations

import os
import signal
import threading
from contextlib import suppress
from pathlib import Path

STEPS = (
    "arrived",  # web: a text is at the door, nothing is written
    "received",  # web: the text is written, Twilio has no answer yet
    "rung",  # sweep: the bell was taken, no job is queued yet
    "queued",  # sweep: the job is queued
    "read",  # worker: a text is about to have its effect
    "committed",  # worker: the effects of a text are written, nothing is sent yet
    "leased",  # worker: a text is in hand, the provider has not been asked
    "posted",  # worker: the provider has taken the text, we have not written that down
    "asked",  # worker: a text in doubt was looked up at the provider, nothing is written
    "noted",  # worker: that a text was sent is written
    "called_back",  # web: a status is written, Twilio has no answer yet
    "call_received",  # web: a call is written, Twilio has no answer yet
    "leg_leased",  # worker: a leg is in hand, the provider has not been asked
    "leg_placed",  # worker: the provider rings, we have not written that down
    "leg_noted",  # worker: the leg's name is written
    "leg_told",  # web: how a leg fares is written, Twilio has no answer yet
    "key_pressed",  # web: a waiting caller's key has had its effect, Twilio has no answer yet
    "call_answered",  # web: a peer has the caller, Twilio has no answer yet
    "leg_obeyed",  # worker: the provider has redirected or ended a leg, that is not written
    "menu_pressed",  # web: a peer's key behind * has had its effect, Twilio has no answer yet
    "announced",  # worker: something was said to one side of a talk, that is not written
    "outside_told",  # web: how it stands with somebody outside is written, Twilio has no answer yet
    "phone_pressed",  # web: one of two who phone each other pressed 1, Twilio has no answer yet
    "peer_knows",  # web: the peer has heard of whoever will listen, whose phone is to ring
    "listens",  # web: a coordinator is to listen, Twilio has no answer yet
    "message_kept",  # web: a message is written down, no coordinator is asked yet
    "message_deleted",  # worker: the provider has deleted a message, that is not written
    "page_raised",  # worker: coordinators are to be asked, nobody has been
    "reconciled",  # worker: what was missed has been taken in, the watermark has not moved
)


class Steps:
    """Counts how often each armed step is reached, and obeys the orders left for it."""

    def __init__(self, armed: str = "") -> None:
        points = [point.strip() for point in armed.split(",") if point.strip()]
        pairs = (point.partition(":") for point in points if "/" not in point)
        self._left = {step.strip(): int(count or 1) for step, _, count in pairs}
        self._folder = next((Path(point) for point in points if "/" in point), None)
        self._lock = threading.Lock()

    def reach(self, step: str) -> None:
        """Say that this step has been reached."""
        if self._folder is not None:
            self._obey(self._folder / step)
        if not self._left or step not in self._left:
            return
        with self._lock:
            self._left[step] -= 1
            if self._left[step] == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    def _obey(self, order: Path) -> None:
        taken = order.with_name(f"{order.name}.{os.getpid()}.taken")
        try:
            order.rename(taken)  # of all who are here at once, one gets it
        except FileNotFoundError:
            return
        for victim in taken.read_text(encoding="ascii").split():
            _end(os.getpid() if victim == "self" else int(victim))


def _end(victim: int) -> None:
    with suppress(ProcessLookupError):
        if victim < 0:
            os.killpg(-victim, signal.SIGKILL)
        else:
            os.kill(victim, signal.SIGKILL)
