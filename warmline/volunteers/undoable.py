"""What UNDO would take back: a volunteer's latest change to the roster, for five minutes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from warmline.ids import ShiftId, VolunteerId

UNDO_WITHIN = timedelta(minutes=5)


class Kind(StrEnum):
    """What was done."""

    CLAIM = "claim"
    RELEASE = "release"
    COVER = "cover"
    SWAP = "swap"
    SWAPPED = "swapped"


@dataclass(frozen=True, slots=True)
class Undoable:
    """`relieved` had these seats before, and asked for cover; `swap` is the name of the one that was offered."""

    kind: Kind
    at: datetime
    shifts: tuple[ShiftId, ...]
    relieved: Mapping[ShiftId, VolunteerId] = field(default_factory=dict)
    swap: str = ""

    def is_fresh(self, now: datetime) -> bool:
        return now - self.at < UNDO_WITHIN

    def to_text(self) -> str:
        return json.dumps(
            [self.kind, self.at.isoformat(), self.shifts, dict(self.relieved), self.swap]
        )

    @classmethod
    def from_text(cls, text: str) -> Undoable:
        kind, at, shifts, relieved, swap = json.loads(text)
        held = {ShiftId(shift): VolunteerId(who) for shift, who in relieved.items()}
        return cls(Kind(kind), datetime.fromisoformat(at), tuple(map(ShiftId, shifts)), held, swap)
