"""How much a volunteer carries: hours and nights, behind them and before them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from warmline.volunteers.claiming import is_overnight
from warmline.volunteers.shifts import Shift

WEEK, MONTH = timedelta(days=7), timedelta(days=28)


@dataclass(frozen=True, slots=True)
class Carried:
    """Hours as they pass, and shifts that touch midnight to six in the volunteer's own zone."""

    hours: float
    nights: int


def carried(shifts: Iterable[Shift], since: datetime, until: datetime, zone: ZoneInfo) -> Carried:
    """What of these shifts falls in `[since, until)`; a night counts where it begins."""
    parts = [(shift, min(shift.ends, until) - max(shift.starts, since)) for shift in shifts]
    within = [(shift, part) for shift, part in parts if part > timedelta()]
    return Carried(
        sum(part / timedelta(hours=1) for _, part in within),
        sum(since <= shift.starts < until and is_overnight(shift, zone) for shift, _ in within),
    )
