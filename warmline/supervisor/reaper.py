"""A tiny process that outlives a killed supervisor just long enough to end its children."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

SCRIPT = Path(__file__).with_name("reaper.sh")


class Reaper:
    """Knows the leaders of the groups to end. It acts when this process is gone, however that came about."""

    def __init__(self) -> None:
        self._line = b"\n"
        self._process = self._start()

    @property
    def pid(self) -> int:
        return self._process.pid

    def watch(self, leaders: Iterable[int]) -> None:
        """From now on these are the ones."""
        self._line = " ".join(str(pid) for pid in leaders).encode() + b"\n"
        self._tell()

    def tend(self) -> bool:
        """Replace it if someone killed it. Says whether that was so."""
        if self._process.poll() is None:
            return False
        self._replace()
        return True

    def dismiss(self) -> None:
        """Let it end those it watches, if any are left, and go."""
        self._process.communicate()

    def _start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            ["/bin/sh", str(SCRIPT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            start_new_session=True,  # what ends the supervisor's group must not end it as well
        )

    def _replace(self) -> None:
        if self._process.stdin:
            self._process.stdin.close()
        self._process.wait()
        self._process = self._start()
        self._tell()

    def _tell(self) -> None:
        if self._process.stdin:
            try:
                self._process.stdin.write(self._line)
            except BrokenPipeError:
                self._replace()
