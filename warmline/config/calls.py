"""What an operator can set about calls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from warmline.config.reader import Reader

RING_LIMIT = 600  # seconds; Twilio gives up then whatever it is told


@dataclass(frozen=True, slots=True, kw_only=True)
class Calls:
    """docs/operations.md tells the meaning of each."""

    ring_seconds: int
    rings_at_once: int
    minutes: int
    listening_in: bool

    @classmethod
    def read(cls, read: Reader) -> Self:
        """As set in the environment; faults are the reader's to tell."""
        return cls(
            ring_seconds=read.whole("WARMLINE_RING_SECONDS", 20, most=RING_LIMIT),
            rings_at_once=read.whole("WARMLINE_RINGS_AT_ONCE", 2, most=10),
            minutes=read.whole("WARMLINE_CALL_MINUTES", 0, least=0, most=240),
            listening_in=read.yes("WARMLINE_LISTENING_IN", default=False),
        )
