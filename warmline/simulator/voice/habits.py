"""What a handset does when it is called."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Does(StrEnum):
    BY_HAND = "by_hand"  # rings until somebody says what happens
    ANSWERS = "answers"  # after `after_s`, and presses `keys` once it may
    NEVER = "never"  # rings for as long as the caller has patience
    BUSY = "busy"
    VOICEMAIL = (
        "voicemail"  # answers after `after_s`, speaks for `lasts_s`, listens, never presses a key
    )
    FAILS = "fails"  # no such number, or no way to reach it
    HANGS_UP = "hangs_up"  # answers after `after_s` and hangs up at once


@dataclass(frozen=True, slots=True)
class Habit:
    """How a handset meets every call from now on."""

    does: Does = Does.BY_HAND
    after_s: float = 0.0
    keys: str = ""
    lasts_s: float = 120.0  # how long a voicemail listens before it hangs up


BY_HAND = Habit()
