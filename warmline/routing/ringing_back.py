"""When a caller who asked for it is rung back: soon, a few times, and not in their night."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from warmline.routing.call import Call
from warmline.volunteers.limits import Limits

PAUSES = (timedelta(minutes=5), timedelta(minutes=20))  # between one try and the next; then no more
JUST_ASKED = timedelta(hours=1)  # whoever asked so lately is awake


def is_last_try(call: Call) -> bool:
    """Whether they have been rung as often as good manners allow."""
    return call.rung_back > len(PAUSES)


def next_try(call: Call, now: datetime) -> datetime:
    """When they may be rung again after one more try in vain."""
    return now + PAUSES[min(call.rung_back, len(PAUSES) - 1)]


def may_ring(call: Call, now: datetime, *, quiet: Limits, zone: ZoneInfo) -> bool:
    """Whether their phone may ring now, as far as the hour goes; `zone` is where their clock is."""
    asked = call.asked_back or call.since or now
    return now - asked < JUST_ASKED or not quiet.is_quiet(now, zone)
