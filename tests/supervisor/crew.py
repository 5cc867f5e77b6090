"""A supervisor in a process of its own, with shell scripts for children, so that it can really be killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from warmline.supervisor import Child, Supervisor

Found = TypeVar("Found")
PATIENCE = 30.0  # seconds: a busy machine is no fault of the code


class Crew:
    """Started with stages of `name: script`. A script may write to `$NOTES`, where the tests read."""

    def __init__(self, folder: Path, *stages: dict[str, str], grace: float = 1) -> None:
        self.notes = folder / "notes"
        self.notes.touch()
        self._pids_file = folder / "pids.json"
        self._process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "tests.supervisor.crew",
                str(folder),
                json.dumps(stages),
                str(grace),
            ],
            env={**os.environ, "NOTES": str(self.notes)},
        )

    def pid(self, name: str) -> int:
        """Waits for the process to be there."""
        return until(lambda: self.pids().get(name, 0), f"{name} to run")

    def pids(self) -> dict[str, int]:
        if not self._pids_file.exists():
            return {}
        found: dict[str, int] = json.loads(self._pids_file.read_text())
        return found

    def another_pid(self, name: str, *, than: int) -> int:
        return until(lambda: pid if (pid := self.pid(name)) != than else 0, f"another {name}")

    def noted(self, *lines: str) -> list[str]:
        """All lines, once these are among them."""
        return until(
            lambda: found if set(lines) <= set(found := self.notes.read_text().split()) else [],
            f"{lines} in the notes",
        )

    def tell(self, number: signal.Signals) -> None:
        self._process.send_signal(number)

    def exit_code(self) -> int:
        return self._process.wait(timeout=PATIENCE)


def until(find: Callable[[], Found], what: str, *, seconds: float = PATIENCE) -> Found:
    """What `find` gives as soon as it gives something."""
    deadline = time.monotonic() + seconds
    while not (found := find()):
        assert time.monotonic() < deadline, f"waited in vain for {what}"
        time.sleep(0.01)
    return found


def is_alive(pid: int) -> bool:
    """Does it run? One that is dead and not yet buried does not."""
    told = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False
    ).stdout
    return bool(told.strip()) and not told.startswith("Z")


def main(folder: Path, stages: list[dict[str, str]], grace: float) -> None:
    """What the process of a crew does."""

    def is_ready(name: str) -> Callable[[], bool]:
        return lambda: f"{name}-is-ready" in (folder / "notes").read_text().split()

    Supervisor(
        [
            [
                Child(
                    name=name,
                    command=("/bin/sh", "-c", script),
                    environ=os.environ,
                    ready=is_ready(name) if "is-ready" in script else None,
                )
                for name, script in stage.items()
            ]
            for stage in stages
        ],
        pids_file=folder / "pids.json",
        grace=grace,
    ).run()


if __name__ == "__main__":
    main(Path(sys.argv[1]), json.loads(sys.argv[2]), float(sys.argv[3]))
