"""A coordinator brings shifts in by file, and the command is killed in the middle, again and again."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.chaos.rig import ROOT, Rig
from warmline.clock import milliseconds
from warmline.store.store import Store

ROWS = 30
FIRST_DAY = 30  # days from now; nobody else's shifts are so far ahead
GIVE_UP = 12  # tries of one file; by then Redis has answered once for long enough


@dataclass(slots=True)
class Batch:
    """One file: so many shifts of one day, a quarter of an hour apart."""

    day: datetime
    file: Path
    killed: int = 0
    done: bool = False

    def count(self, store: Store) -> int:
        """How many of its shifts are on the roster; some of them twice if there are more than ROWS."""
        ends = milliseconds(self.day + timedelta(days=1)) - 1
        return int(store.connection.zcount(store.keys.shifts(), milliseconds(self.day), ends))


@dataclass(slots=True)
class Spreadsheets:
    """Tries each file until the command says that it is done, and kills it most times before it can."""

    rig: Rig
    chance: random.Random
    folder: Path
    todo: list[Batch] = field(default_factory=list)
    batches: list[Batch] = field(default_factory=list)
    _running: subprocess.Popen[bytes] | None = None
    _killed_at: float = 0.0

    def plan(self, count: int) -> None:
        today = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        for n in range(count):
            day = today + timedelta(days=FIRST_DAY + n)
            starts = [day + timedelta(minutes=15 * row) for row in range(ROWS)]
            rows = [
                f"{at:%Y-%m-%d %H:%M}Z,{at + timedelta(minutes=10):%Y-%m-%d %H:%M}Z,1"
                for at in starts
            ]
            file = self.folder / f"shifts-{n}.csv"
            file.write_text("\n".join(["start,end,seats", *rows]) + "\n", encoding="utf-8")
            self.batches.append(Batch(day, file))
        self.todo = list(self.batches)

    @property
    def is_at_rest(self) -> bool:
        return not self.todo and self._running is None

    def turn(self, _now: float) -> None:
        if self._running is None:
            if self.todo:
                self._begin(self.todo[0])
            return
        code = self._running.poll()
        if code is None and time.monotonic() < self._killed_at:
            return
        batch = self.todo[0]
        if code is None:
            self._running.kill()
            self._running.wait()
            batch.killed += 1
        elif code == 0:
            batch.done = True
            self.todo.pop(0)
        self._running = None

    def _begin(self, batch: Batch) -> None:
        self._running = subprocess.Popen(
            [sys.executable, "-m", "warmline", "shifts", "import", str(batch.file)],
            env=dict(self.rig.command_environ),
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        spared = batch.killed >= GIVE_UP or self.chance.random() < 0.2
        longest = 60.0 if spared else self.chance.uniform(0.3, 2.5)
        self._killed_at = time.monotonic() + longest
