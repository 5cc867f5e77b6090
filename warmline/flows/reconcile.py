"""The provider's own list is read, and what is unknown here is taken in as if its webhook had come."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from warmline.clock import milliseconds, moment
from warmline.errors import PermanentError, TransientError
from warmline.flows.arrival import take_in
from warmline.flows.calls import missed as missed_calls
from warmline.flows.desk import Desk
from warmline.phone import PhoneNumber
from warmline.routing.arrived import Arrived

log = logging.getLogger(__name__)

OVERLAP = timedelta(minutes=10)  # the list may show a text late, and clocks differ
CLOSELY_FOR = timedelta(seconds=10)  # after an outage: what came last may be listed late
CLOSELY_EVERY = timedelta(seconds=1)
CLOSE_OVERLAP = timedelta(minutes=2)  # quick to read; the next regular reading looks further back
# A younger text is left for the next reading: its webhook may be on the way, and the same sender's
# text before it may not be listed yet.
RIPE_AFTER = timedelta(seconds=3)
MAY_TAKE = timedelta(seconds=5)  # then whoever was reading has died, or another may as well


def reconcile(desk: Desk, every: timedelta) -> int:
    """Read the list from the watermark; how many texts had been missed.

    Where it dies over it, or meets a provider that is away, it is tried again soon.
    """
    begun, watermark = desk.clock.now(), desk.store.keys.watermark()
    desk.store.schedule.set(watermark, begun + MAY_TAKE)
    since = desk.store.watermark()
    if since is None:  # a new line: what was sent before it began is not its affair
        desk.store.move_watermark(milliseconds(begun), first=True)
        desk.store.schedule.set(watermark, begun + every)
        return 0
    overlap = CLOSE_OVERLAP if _was_asked(desk) else OVERLAP
    missed, unripe = 0, False
    try:
        for number in desk.line.numbers:
            unknown = _unknown(desk, number, moment(since) - overlap)
            ripe = [text for text in unknown if not text.sent or text.sent <= begun - RIPE_AFTER]
            unripe |= len(ripe) < len(unknown)
            missed += sum(take_in(desk, text) == "received" for text in ripe)
        missed_calls.take_in(desk, moment(since) - overlap, now=begun)
        missed_calls.take_in_messages(desk, moment(since) - overlap)
        if _was_asked(desk):
            missed_calls.leave_with_the_fallback(desk)
            missed_calls.ask_after_legs(desk)
    except TransientError:
        desk.store.schedule.set(watermark, desk.clock.now() + CLOSELY_EVERY)
        raise
    except PermanentError:  # an operator has to mend it
        desk.store.schedule.set(watermark, desk.clock.now() + every)
        raise
    desk.steps.reach("reconciled")
    desk.store.move_watermark(milliseconds(begun))
    pause = min(every, CLOSELY_EVERY) if unripe or _was_asked(desk) else every
    desk.store.schedule.set(watermark, desk.clock.now() + pause)
    if missed:
        log.warning("texts had been missed", extra={"missed": missed})
    return missed


def ask_for_reconcile(desk: Desk) -> None:
    """Something may have been missed: read the list at once. For processes that start or lost sight of Redis."""
    now = milliseconds(desk.clock.now())
    desk.store.move_watermark(now, first=True)
    desk.store.ask_for_reading(now)


def _was_asked(desk: Desk) -> bool:
    """Not long ago, or while the list was being read."""
    return desk.clock.now() < moment(desk.store.reading_asked_at()) + CLOSELY_FOR


def _unknown(desk: Desk, number: PhoneNumber, since: datetime) -> list[Arrived]:
    listed = desk.provider.arrived(at=number, since=since)
    unknown = desk.store.texts.unknown([text.sid for text in listed])
    return [text for text in listed if text.sid in unknown]
