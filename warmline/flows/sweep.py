"""The sweep: bells and passed moments become jobs, so that nothing waits for ever."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from threading import Event

from warmline.errors import TransientError
from warmline.flows import gaps, heartbeat, materialise
from warmline.flows.desk import Desk
from warmline.flows.reconcile import ask_for_reconcile

log = logging.getLogger(__name__)

LOOK_EVERY = 0.5  # seconds; how late a passed moment may be noticed
AWAY = 0.2  # seconds between two tries while Redis is away


def sweep(desk: Desk, wake: Callable[[Sequence[str]], None], stop: Event) -> None:
    """Until `stop`: hand every key that rang or is due to `wake`. Any number of sweeps may run.

    When Redis was away, the provider's list is read at once: texts may have come meanwhile.
    """
    blind = True
    while not stop.is_set():
        try:
            if blind:
                ask_for_reconcile(desk)
                materialise.arm(desk)
                gaps.arm(desk)
                heartbeat.arm(desk)
                blind = False
            sweep_once(desk, wake, longest=LOOK_EVERY)
        except TransientError as away:
            if not blind:
                log.warning("the sweep lost sight of Redis", extra={"why": str(away)})
            blind = True
            time.sleep(AWAY)


def sweep_once(desk: Desk, wake: Callable[[Sequence[str]], None], *, longest: float) -> int:
    """One turn; how many keys were handed on. Waits `longest` seconds at most for a bell."""
    rung = desk.store.schedule.wait_for_bell(longest)
    if rung:
        desk.steps.reach("rung")
    due = desk.store.schedule.take_due(desk.clock.now())
    keys = list(dict.fromkeys([*rung, *due]))
    if keys:
        wake(keys)
        desk.steps.reach("queued")
    return len(keys)
