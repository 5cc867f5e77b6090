"""What everybody in the rehearsal can do."""

from __future__ import annotations

from typing import Protocol

from warmline.simulator.handset import ReceivedText


class Person(Protocol):
    """Anybody with a phone."""

    @property
    def number(self) -> str: ...
    def turn(self, now: float) -> None:
        """Do what there is to do."""

    def reads(self, text: ReceivedText, at: float) -> None:
        """A text has come."""
