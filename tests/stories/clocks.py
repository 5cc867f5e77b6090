"""The clocks of stories: both jump when they are told to; what differs is what they do meanwhile."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Lock

from warmline.clock import SharedClock

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
TICK = timedelta(milliseconds=1)  # the finest that the line tells apart: what came first is first


class StillClock(SharedClock):
    """Stands still until something happens: however busy the machine, the same has happened by then."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._lock = Lock()

    def now(self) -> datetime:
        """The offset that it keeps is all the time there is."""
        return _EPOCH + self.offset

    def jump(self, by: timedelta) -> None:
        with self._lock:
            super().jump(by)

    def ticks(self) -> None:
        """Something happens."""
        self.jump(TICK)


class RunningClock(SharedClock):
    """Runs on, as it does for the commands that share its file."""

    def ticks(self) -> None:
        """It does so by itself."""


StoryClock = StillClock | RunningClock
