"""Part `patterns`: a year of 50 patterns put on the roster, kept in step, and one of them changed."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from tests.bench import table
from tests.bench.rig import environment, folder, redis, settings
from warmline import wiring
from warmline.flows import materialise
from warmline.flows.desk import Desk
from warmline.flows.office import pattern_changes
from warmline.ids import PatternId
from warmline.volunteers.patterns import Pattern
from warmline.volunteers.wishes import Wish

PATTERNS, ROUNDS, MOST = 50, 5, 2.0  # seconds
RULES = {
    "one day a week": "FREQ=WEEKLY",
    "three days a week": "FREQ=WEEKLY;BYDAY=MO,WE,FR",
    "every day": "FREQ=DAILY",
}


def run() -> bool:
    """Print the table; whether the target was kept."""
    rows: list[table.Row] = []
    slowest = 0.0
    with folder() as place, redis(place) as (url, store):
        chosen = settings(environment(place, REDIS_URL=url, WARMLINE_ROSTER_WEEKS="52"))
        desk = wiring.desk_of(chosen, store=store)
        for name, rule in RULES.items():
            times: dict[str, list[float]] = {}
            shifts = 0
            for _ in range(ROUNDS):
                store.connection.flushall()
                shifts = _round(desk, rule, times)
            rows.append([name, shifts, *(table.middle(spent) for spent in times.values())])
            slowest = max(slowest, table.middle(times["from nothing"]))
    table.show(
        f"A year of {PATTERNS} patterns: seconds, medians of {ROUNDS}",
        ["the pattern", "shifts", "from nothing", "of it busy", "in step already", "one edited"],
        rows,
    )
    table.say("")
    return table.verdict("a year of 50 patterns materialised", slowest, MOST, unit=" s")


def _round(desk: Desk, rule: str, times: dict[str, list[float]]) -> int:
    first = desk.clock.now().astimezone(desk.line.zone).replace(tzinfo=None, microsecond=0)
    patterns = [_pattern(desk, number, rule, first) for number in range(PATTERNS)]
    for pattern in patterns:
        now = desk.clock.now()
        desk.store.patterns.keep(pattern.id, pattern, was="", now=now, plan={})
    busy = _busy(desk)
    _measure(times, "from nothing", lambda: materialise.keep_in_step(desk))
    times.setdefault("of it busy", []).append(_busy(desk) - busy)
    shifts = desk.store.connection.zcard(desk.store.keys.shifts())
    _measure(times, "in step already", lambda: materialise.keep_in_step(desk))
    wish = Wish(seats=3)
    _measure(times, "one edited", lambda: pattern_changes.edit(desk, patterns[0], wish))
    return int(shifts)


def _pattern(desk: Desk, number: int, rule: str, first: datetime) -> Pattern:
    """Each at a time of its own."""
    starts = first.replace(minute=number, second=0) + timedelta(days=1 + number % 7)
    return replace(
        pattern_changes.drafted(
            desk, starts.replace(tzinfo=desk.line.zone), _later(desk, starts), rule=rule
        ),
        id=PatternId(f"r{number:012d}"),
    )


def _later(desk: Desk, starts: datetime) -> datetime:
    return (starts + timedelta(hours=4)).replace(tzinfo=desk.line.zone)


def _busy(desk: Desk) -> float:
    """Processor time of this process and of Redis: what neighbours on the machine change little."""
    used = desk.store.connection.info("cpu")
    return time.process_time() + float(used["used_cpu_user"]) + float(used["used_cpu_sys"])


def _measure(times: dict[str, list[float]], what: str, act: Callable[[], object]) -> None:
    began = time.perf_counter()
    act()
    times.setdefault(what, []).append(time.perf_counter() - began)
