"""A sign of life to the outside, given only while everything open has a next moment: silence is the alarm."""

from __future__ import annotations

import logging
from datetime import timedelta

from warmline.errors import TransientError
from warmline.flows.auditing import audit
from warmline.flows.desk import Desk

log = logging.getLogger(__name__)

EVERY = timedelta(minutes=1)


def arm(desk: Desk) -> None:
    """Have the first one given. For processes that start."""
    if desk.outside.has_heartbeat:
        desk.store.schedule.look_at(desk.store.keys.heartbeat(), desk.clock.now())


def beat(desk: Desk) -> None:
    """Audit, and say outside that all is well if it is. Safe to run twice."""
    now, key = desk.clock.now(), desk.store.keys.heartbeat()
    if not desk.outside.has_heartbeat:
        desk.store.schedule.done(key)
        return
    desk.store.schedule.set(key, now + EVERY)
    if forgotten := audit(desk).forgotten:
        for one in forgotten:
            log.error("forgotten", extra={"what": one.what, "id": one.id, "why": one.why})
        desk.store.signals.went("heartbeat", well=False, now=now)
        return
    try:
        desk.outside.beat()
    except TransientError as unheard:
        log.warning("the heartbeat was not heard", extra={"why": str(unheard)})
        desk.store.signals.went("heartbeat", well=False, now=now)
    else:
        desk.store.signals.went("heartbeat", well=True, now=now)
