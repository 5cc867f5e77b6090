"""One process that is kept alive: how to run it, and how its last run went."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path

from warmline.supervisor import linux

SETTLED_SECONDS = 5.0  # one that lived so long did not fail at its start
LONGEST_DELAY = 10.0  # for one that ends by itself again and again: its log should stay readable
LONGEST_DELAY_KILLED = 0.5  # for one that others kill: it can work, and people wait for it


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """What to run. `ready`, where given, says when those of the next stage may start.

    What it writes goes where the supervisor's own goes, or to the end of the file `output`.
    """

    name: str
    command: tuple[str, ...]
    environ: Mapping[str, str] = field(repr=False)
    ready: Callable[[], bool] | None = None
    output: Path | None = None


class Run:
    """A child and its process of the moment, a leader of a group of its own."""

    def __init__(self, child: Child) -> None:
        self.child = child
        self._process: subprocess.Popen[bytes] | None = None
        self._since = 0.0
        self._early_deaths = 0
        self._due = 0.0

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    @property
    def is_due(self) -> bool:
        """Is it down, and its pause over?"""
        return self._process is None and time.monotonic() >= self._due

    def start(self) -> None:
        self._since = time.monotonic()
        with ExitStack() as opened:
            output = self.child.output
            self._process = subprocess.Popen(
                self.child.command,
                env=self.child.environ,
                stdin=subprocess.DEVNULL,
                stdout=opened.enter_context(output.open("ab")) if output else None,
                stderr=subprocess.STDOUT if output else None,
                start_new_session=True,
                preexec_fn=linux.die_with(os.getpid()),  # noqa: PLW1509 - a supervisor has no threads
            )

    def ended(self) -> int | None:
        """Its exit code (negative: the signal that ended it), once; its group goes with it. None while it runs."""
        if self._process is None or self._process.poll() is None:
            return None
        code = self._process.returncode
        self.send_to_group(signal.SIGKILL)
        self._process = None
        settled = time.monotonic() - self._since >= SETTLED_SECONDS
        self._early_deaths = 0 if settled else self._early_deaths + 1
        self._due = time.monotonic() + self._delay(killed=code < 0)
        return code

    def _delay(self, *, killed: bool) -> float:
        longest = LONGEST_DELAY_KILLED if killed else LONGEST_DELAY
        return (
            min(longest, 0.05 * 2.0 ** min(self._early_deaths, 10)) if self._early_deaths else 0.0
        )

    def send(self, number: signal.Signals) -> None:
        if self._process:
            self._process.send_signal(number)

    def send_to_group(self, number: signal.Signals) -> None:
        """Reach those too that it started."""
        if self._process:
            with suppress(
                ProcessLookupError, PermissionError
            ):  # macOS: not permitted once all are dead
                os.killpg(self._process.pid, number)
