"""Part `alarm`: an hour of 200 texts a minute on a clock that jumps, some of them from people in imminent danger."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.bench import table
from tests.bench.loading import percentile
from tests.bench.night import Night
from tests.bench.rig import folder
from tests.roster_weeks import stage

A_MINUTE, IN_DANGER = 200, 0.02
HOUR, CALM_FOR = (
    60.0,
    15.0,
)  # minutes of the line's time; without anybody in danger it need not last as long
BEGINS = datetime(2026, 3, 4, 15, tzinfo=UTC)
PAGED_WITHIN, DELAYED_BY = 5.0, 1.0  # seconds
SHARES = (0.5, 0.9, 0.99, 1.0)


def alarm() -> bool:
    """The hour, and some of it without anybody in danger."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    calm_for = min(CALM_FOR, _minutes())
    begun = time.monotonic()
    with folder() as place:
        calm = _night(place / "calm", in_danger=0.0, minutes=calm_for)
        night = _night(place / "night", in_danger=IN_DANGER, minutes=_minutes())
    took = time.monotonic() - begun
    met = night.met
    table.show(
        f"{_minutes():.0f} minutes of {A_MINUTE} texts a minute: {met.words}, {met.asked} of them in imminent danger",
        ["seconds, of the line's clock", "texts", "p50", "p90", "p99", "longest"],
        [
            _row("until a coordinator's phone has the page", met.paged),
            _row("until the other phone has any other text", met.relayed),
            _row(f"the same with nobody in danger, {calm_for:.0f} minutes", calm.met.relayed),
        ],
    )
    queue = night.queue
    table.say(f"\nplayed in {took / 60:.1f} minutes")
    table.say(
        f"at most {queue.longest} waited, in {queue.in_danger} of {queue.looks_taken} looks somebody in imminent danger; "
        f"the load was {os.getloadavg()[0]:.1f} at the end, a text {met.behind:.2f} s behind its moment at most\n"
    )
    more = max(met.relayed) - max(calm.met.relayed)
    return all(
        [
            table.verdict("in imminent danger, and not paged for", night.unpaged, 0),
            table.verdict("the slowest page", max(met.paged), PAGED_WITHIN, unit=" s"),
            table.verdict("steps at which the queue was not in order", len(queue.wrong), 0),
            table.verdict("the slowest other text, longer by", more, DELAYED_BY, unit=" s"),
        ]
    )


def _minutes() -> float:
    """An hour, or what is told for trying out."""
    return float(os.environ.get("BENCH_MINUTES", HOUR))


def _night(place: Path, *, in_danger: float, minutes: float) -> Night:
    place.mkdir()
    with stage.line(place, BEGINS) as line:
        night = Night(line, a_minute=A_MINUTE, in_danger=in_danger, seed=200)
        night.lasts(minutes)
    return night


def _row(name: str, seconds: Sequence[float]) -> table.Row:
    known = sorted(seconds) or [0.0]
    return [name, len(seconds), *(percentile(known, share) for share in SHARES)]
