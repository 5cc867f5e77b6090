"""What was recorded. There is no sound in it: only that it was made, how long it is, and that it can be deleted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from warmline.simulator.voice.calls import Call


@dataclass(slots=True, eq=False)
class Recording:
    sid: str
    call: Call
    seconds: int
    created_at: datetime
    source: str = "RecordVerb"
    conference_sid: str = ""


class Recordings:
    """Every recording that was not deleted."""

    def __init__(self) -> None:
        self._by_sid: dict[str, Recording] = {}

    def add(self, recording: Recording) -> None:
        self._by_sid[recording.sid] = recording

    def get(self, sid: str) -> Recording | None:
        return self._by_sid.get(sid)

    def remove(self, recording: Recording) -> None:
        self._by_sid.pop(recording.sid, None)

    def all(self) -> list[Recording]:
        return list(self._by_sid.values())

    def clear(self) -> None:
        self._by_sid.clear()
