"""Time comes from here and from nowhere else."""

from __future__ import annotations

import mmap
import struct
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

_MICROSECONDS = struct.Struct("<q")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Clock(Protocol):
    """Something that knows the time. Always aware, always UTC."""

    def now(self) -> datetime: ...


class RealClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class SharedClock:
    """Real time plus an offset kept in a file, so that every process of a rehearsal jumps together.

    A jump is seen by all readers at once; the file is created with offset zero if it is missing.
    """

    def __init__(self, path: Path) -> None:
        if not path.exists():
            path.write_bytes(_MICROSECONDS.pack(0))
        with path.open("r+b") as file:
            self._offset = mmap.mmap(file.fileno(), _MICROSECONDS.size)

    def now(self) -> datetime:
        return datetime.fromtimestamp(time.time(), UTC) + self.offset

    @property
    def offset(self) -> timedelta:
        """How far it is ahead of the machine's own clock."""
        (offset,) = _MICROSECONDS.unpack_from(self._offset)
        return timedelta(microseconds=offset)

    def jump(self, by: timedelta) -> None:
        """Move the time for everyone who shares the file."""
        ahead = (self.offset + by) // timedelta(microseconds=1)
        _MICROSECONDS.pack_into(self._offset, 0, ahead)

    def jump_to(self, moment: datetime) -> None:
        """Make it `moment` (aware) now; time runs on from there."""
        self.jump(moment - self.now())


def milliseconds(moment: datetime) -> int:
    """Unix time in whole milliseconds: how moments are kept in Redis and in every script's ARGV."""
    return (moment - _EPOCH) // timedelta(milliseconds=1)  # a float would lose one now and then


def moment(ms: int) -> datetime:
    """The aware UTC time of `milliseconds`."""
    return datetime.fromtimestamp(ms / 1000, UTC)
