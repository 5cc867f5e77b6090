"""Is there somebody outside who hears when nobody here answers, and is anything forgotten?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from warmline.cli.checkup.finding import Finding, advice, fine, mend
from warmline.errors import TransientError
from warmline.flows.auditing import audit
from warmline.flows.desk import Desk

SILENT_AFTER = timedelta(minutes=5)


def look(desk: Desk) -> Iterator[Finding]:
    try:
        yield _alarm(desk)
        yield _heartbeat(desk)
    except TransientError:
        return  # told already


def _alarm(desk: Desk) -> Finding:
    what = "alarm outside"
    if not desk.outside.has_alarm:
        how = "not set: a page that no coordinator answers is heard by nobody"
        return advice(what, how, "Set WARMLINE_ALARM_URL and WARMLINE_ALARM_SECRET.")
    outcome = desk.store.signals.outcome("alarm")
    if outcome.failures:
        how = f"was not heard {outcome.failures} times since it last was"
        return mend(what, how, "See that WARMLINE_ALARM_URL answers a POST with 2xx.")
    heard = f"last heard {outcome.well:%Y-%m-%d %H:%M} UTC" if outcome.well else "never needed yet"
    return fine(what, heard)


def _heartbeat(desk: Desk) -> Finding:
    what, now = "heartbeat", desk.clock.now()
    if not desk.outside.has_heartbeat:
        how = "not set: if the whole line falls silent, nobody outside is told"
        return advice(what, how, "Set WARMLINE_HEARTBEAT_URL to a service that misses it.")
    outcome = desk.store.signals.outcome("heartbeat")
    if outcome.well and now - outcome.well < SILENT_AFTER:
        return fine(what, "heard outside within the last minutes")
    how = "has not been heard outside for more than five minutes"
    return mend(what, how, "warmline doctor --deep says whether something is forgotten.")


def prove(desk: Desk) -> Iterator[Finding]:
    """Everything open, one by one."""
    what = "next moments"
    try:
        found = audit(desk)
    except TransientError as away:
        yield mend(what, str(away), "Start Redis, or correct REDIS_URL.")
        return
    for one in found.forgotten:
        how = f"{one.what} {one.id} {one.why}"
        yield mend(what, how, f"warmline sweep, then report this: it must not happen ({one.what}).")
    if not found.forgotten:
        open_ones = f"{found.contacts} contacts, {found.legs} calls' sides, {found.pages} pages"
        yield fine(what, f"everything open has one ({open_ones})")
