"""The provider's own list is read, and what is unknown here is taken in as if its webhook had come."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from warmline.clock import milliseconds, moment
from warmline.errors import TransientError
from warmline.flows.arrival import take_in
from warmline.flows.desk import Desk
from warmline.phone import PhoneNumber

log = logging.getLogger(__name__)

OVERLAP = timedelta(minutes=10)  # the list may show a text late, and clocks differ
AT_MOST_EVERY = timedelta(seconds=2)


def reconcile(desk: Desk, every: timedelta) -> int:
    """Read the list from the watermark; how many texts had been missed. The next time is set first."""
    now = desk.clock.now()
    desk.store.schedule.set(desk.store.keys.watermark(), now + every)
    since = desk.store.watermark()
    if since is None:  # a new line: what was sent before it began is not its affair
        desk.store.move_watermark(milliseconds(now), first=True)
        return 0
    try:
        missed = sum(_read(desk, number, moment(since) - OVERLAP) for number in desk.line.numbers)
    except TransientError:
        desk.store.schedule.set(desk.store.keys.watermark(), now + AT_MOST_EVERY)
        raise
    desk.steps.reach("reconciled")
    desk.store.move_watermark(milliseconds(now))
    if missed:
        log.warning("texts had been missed", extra={"missed": missed})
    return missed


def _read(desk: Desk, number: PhoneNumber, since: datetime) -> int:
    return sum(
        take_in(desk, text) == "received" for text in desk.provider.arrived(at=number, since=since)
    )


def ask_for_reconcile(desk: Desk) -> None:
    """Something may have been missed: read the list at once. For processes that start or lost sight of Redis."""
    now = desk.clock.now()
    desk.store.move_watermark(milliseconds(now), first=True)
    desk.store.schedule.look_at(desk.store.keys.watermark(), now)
