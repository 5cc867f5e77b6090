"""How long each rung lasts: set by the operator, and copied into a contact when it starts."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import timedelta
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Policy:
    """Times in whole seconds. A contact keeps the policy it began with, whatever is changed meanwhile."""

    offer_seconds: int = 90
    offers_at_once: int = 2
    same_peer_seconds: int = 60
    match_seconds: int = 120
    patience_seconds: int = 180
    silence_seconds: int = 900
    wrap_up_seconds: int = 120
    misses_that_pause: int = 3
    longest_wait_seconds: int = 72 * 3600  # then "we will text you" has lost its meaning
    ring_seconds: int = 20
    press_seconds: int = 25  # for hearing who waits, and pressing 1
    rings_at_once: int = 2  # at first; each miss makes the group larger by one
    keeps_place_seconds: int = 120  # for whoever drops and rings again
    at_moderate: str = "note"  # what each band sets off, in the words of routing.care.Act
    at_high: str = "note first crisis page"
    at_imminent: str = "guide first crisis page repage incident"
    at_risk_silence_seconds: int = 180  # a peer silent so long on someone at risk is a page
    often_a_day: int = 6  # contacts of one person, from which on a plan with them may help
    call_minutes: int = 0  # after so long a call the peer hears how long it has been; 0: never

    @property
    def offer_for(self) -> timedelta:
        return timedelta(seconds=self.offer_seconds)

    @property
    def patience(self) -> timedelta:
        return timedelta(seconds=self.patience_seconds)

    @property
    def ring_for(self) -> timedelta:
        """How long a peer's phone may ring, its owner listen, and press 1."""
        return timedelta(seconds=self.ring_seconds + self.press_seconds)

    @property
    def keeps_place(self) -> timedelta:
        return timedelta(seconds=self.keeps_place_seconds)

    @property
    def longest_wait(self) -> timedelta:
        return timedelta(seconds=self.longest_wait_seconds)

    @property
    def silence(self) -> timedelta:
        return timedelta(seconds=self.silence_seconds)

    @property
    def wrap_up(self) -> timedelta:
        return timedelta(seconds=self.wrap_up_seconds)

    def to_text(self) -> str:
        """Whatever is not as usual: a longer text would double what Redis needs for a contact."""
        return _written(self)

    @classmethod
    def from_text(cls, text: str) -> Policy:
        """The policy that `to_text` wrote, also by an older version with fewer times."""
        known = {name: value for name, value in json.loads(text).items() if name in cls.__slots__}
        return cls(**known)


@lru_cache(maxsize=16)  # a line has one policy, and writes it down with every contact
def _written(policy: Policy) -> str:
    usual = asdict(Policy())
    chosen = {name: value for name, value in asdict(policy).items() if value != usual[name]}
    return json.dumps(chosen, separators=(",", ":"))
