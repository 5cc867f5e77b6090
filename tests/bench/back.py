"""Part `back`: how soon a process of `warmline up` that was killed is there again, and the line takes texts."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable

from tests.bench import table
from tests.bench.rig import folder, free_port
from tests.cli.running import Running, until

OURS = ("redis", "web", "worker-1", "sweep")
ROUNDS = 5
BACK_S = 1.0  # what docs/operations.md promises


def run() -> bool:
    """Kill each in turn, and hold the slowest return against a second and against the line's own start."""
    with folder() as place:
        began = time.monotonic()
        with Running(place / "data", free_port()) as line:
            until(line.is_up, "the line to be up")
            started = time.monotonic() - began
            took = {name: [_killed(line, name) for _ in range(ROUNDS)] for name in OURS}
    table.show(
        f"Killed with SIGKILL {ROUNDS} times each, seconds; the whole line starts in {started:.2f} s",
        [
            "process",
            "there again, p50",
            "slowest",
            "line ready again, p50",
            "slowest",
            "of a start",
        ],
        [
            [
                name,
                table.middle([back for back, _ in seen]),
                max(back for back, _ in seen),
                table.middle([ready for _, ready in seen]),
                max(ready for _, ready in seen),
                table.middle([ready for _, ready in seen]) / started,
            ]
            for name, seen in took.items()
        ],
    )
    slowest = max(back for seen in took.values() for back, _ in seen)
    return table.verdict("slowest to be there again", slowest, BACK_S, unit=" s")


def _killed(line: Running, name: str) -> tuple[float, float]:
    """Seconds until another process has its place, and until the line says that it is ready."""
    until(lambda: set(OURS) <= set(line.pids()) and line.is_ready(), "the line to be whole")
    killed = line.pids()[name]
    os.kill(killed, signal.SIGKILL)
    began = time.monotonic()
    back = _after(began, lambda: line.pids().get(name, killed) != killed, name)
    return back, _after(began, line.is_ready, "the line to be ready")


def _after(began: float, it_is_so: Callable[[], bool], what: str) -> float:
    until(it_is_so, what)
    return time.monotonic() - began
