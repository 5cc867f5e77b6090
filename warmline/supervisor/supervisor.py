"""Start, watch, restart, stop."""

from __future__ import annotations

import json
import logging
import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from warmline.supervisor import linux
from warmline.supervisor.child import Child, Run
from warmline.supervisor.reaper import Reaper

log = logging.getLogger(__name__)

TICK_SECONDS = 0.05
READY_SECONDS = (
    60.0  # then the next stage starts all the same; it can wait for the one before by itself
)


class Supervisor:
    """Runs stages of children: started one stage after another, stopped the other way round.

    A child that dies is started again, at once the first time. When the supervisor itself is killed, its reaper
    ends all children and whatever they started. `pids_file`, where given, always tells who runs (JSON, name: pid).
    `grace` is the time from SIGTERM to SIGKILL, in seconds; every process of ours may be killed at any time.
    """

    def __init__(
        self, stages: Sequence[Sequence[Child]], *, pids_file: Path | None = None, grace: float = 5
    ) -> None:
        self._stages = [[Run(child) for child in stage] for stage in stages]
        self._started: list[Run] = []
        self._pids_file = pids_file
        self._grace = grace
        self._stop_asked = 0

    def run(self, *, when_up: Callable[[], None] | None = None) -> None:
        """Until SIGTERM, SIGINT or SIGHUP; a second one makes haste. `when_up` is called once all stages are up."""
        linux.adopt_orphans()
        reaper = Reaper()
        try:
            with self._listening():
                for stage in self._stages:
                    self._start_stage(stage, reaper)
                if when_up and not self._is_stopping():
                    when_up()
                while not self._is_stopping():
                    self._tick(reaper)
                self._stop_all(reaper)
        finally:
            reaper.dismiss()  # after a fault of ours it ends what still runs

    def _start_stage(self, stage: list[Run], reaper: Reaper) -> None:
        if self._is_stopping():
            return
        self._started += stage
        deadline = time.monotonic() + READY_SECONDS
        self._tick(reaper)
        while not self._is_stopping() and not all(
            run.child.ready is None or run.child.ready() for run in stage
        ):
            if time.monotonic() > deadline:
                log.warning(
                    "stage is not ready", extra={"children": [run.child.name for run in stage]}
                )
                return
            self._tick(reaper)

    def _tick(self, reaper: Reaper) -> None:
        changed = self._bury()
        for run in self._started:
            if run.is_due:
                run.start()
                changed = True
        if reaper.tend() or changed:
            self._tell(reaper)
        self._end_orphans(reaper)
        time.sleep(TICK_SECONDS)

    def _bury(self) -> bool:
        changed = False
        for run in self._started:
            code = run.ended()
            if code is not None:
                changed = True
                if not self._is_stopping():
                    log.warning("child died", extra={"child": run.child.name, "code": code})
        return changed

    def _tell(self, reaper: Reaper) -> None:
        pids = {run.child.name: run.pid for run in self._started if run.pid is not None}
        reaper.watch(pids.values())
        if self._pids_file:
            draft = self._pids_file.with_suffix(".draft")
            draft.write_text(json.dumps({"supervisor": os.getpid(), "reaper": reaper.pid, **pids}))
            draft.replace(self._pids_file)

    def _end_orphans(self, reaper: Reaper) -> None:
        """Whoever lost the parent that we had started (a worker's fork, say) has nobody to answer to."""
        ours = {run.pid for run in self._started} | {reaper.pid}
        for pid in linux.children() - ours:
            with suppress(ProcessLookupError, ChildProcessError):
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, os.WNOHANG)

    def _stop_all(self, reaper: Reaper) -> None:
        while self._started:
            stage = [run for run in self._stages.pop() if run in self._started]
            for run in stage:
                run.send(signal.SIGTERM)
            deadline = time.monotonic() + self._grace
            while any(run.pid for run in stage):
                if time.monotonic() > deadline or self._stop_asked > 1:
                    for run in stage:
                        run.send_to_group(signal.SIGKILL)
                self._bury()
                time.sleep(TICK_SECONDS / 5)
            self._started = [run for run in self._started if run not in stage]
            self._tell(reaper)
        self._end_orphans(reaper)
        if self._pids_file:
            self._pids_file.unlink(missing_ok=True)

    def _is_stopping(self) -> bool:
        return self._stop_asked > 0

    @contextmanager
    def _listening(self) -> Iterator[None]:
        def ask(_number: int, _frame: FrameType | None) -> None:
            self._stop_asked += 1

        heard = [signal.SIGTERM, signal.SIGINT]
        if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:  # nohup means it
            heard.append(signal.SIGHUP)
        before = {number: signal.signal(number, ask) for number in heard}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
