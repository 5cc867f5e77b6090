"""Callers in danger by text, and the coordinators who are paged for them: by text, and then by call."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field

from tests.chaos.callers import Hand
from tests.chaos.listening import Ears
from tests.chaos.people import Town
from tests.chaos.words import NOTICES
from warmline.simulator.handset import ReceivedText

IMMINENT = "I have the pills in my hand and I'm going to take them all tonight to kill myself"
ACK = re.compile(r"ACK (\d+) ")
STAYS = (8.0, 40.0)  # seconds until they write DONE
PATIENCE = 20.0  # seconds until they write it again
STILL_HERE = re.compile(
    "not an emergency service|looking for a peer|No peer is here|glad you told us|coordinator"
)  # what they are told while they wait


@dataclass(slots=True)
class InDanger:
    """Writes what is imminent, and is gone some time later; then again."""

    town: Town
    number: str
    line_number: str
    wrote: list[float] = field(default_factory=list)
    _is_here: bool = False
    _said_done: bool = False
    _next_at: float = 0.0

    @property
    def is_at_rest(self) -> bool:
        return not (self._is_here or self._said_done)

    def turn(self, now: float) -> None:
        if now < self._next_at and not (self.town.closing and self._is_here):
            return
        if self._is_here or self._said_done:
            self.town.text(self.number, self.line_number, "DONE")
            self._is_here, self._said_done = False, True
            self._next_at = now + PATIENCE
        elif not self.town.closing:
            self.wrote.append(time.time())
            self.town.text(self.number, self.line_number, IMMINENT)
            self._is_here, self._next_at = True, now + self.town.chance.uniform(*STAYS)

    def reads(self, text: ReceivedText, at: float) -> None:
        if NOTICES["trouble"] in text.body:
            self.town.troubles.append((at, self.number))
        elif self._said_done and not (STILL_HERE.search(text.body)):
            self._said_done = False
            self._next_at = time.monotonic() + self.town.chance.uniform(1.0, 6.0)


@dataclass(slots=True)
class Coordinator:
    """Answers most pages, some by text and some by the phone that rings, each after a while."""

    town: Town
    hand: Hand
    main_number: str
    ears: Ears
    pages: list[tuple[float, int]] = field(default_factory=list)  # when a page came, and its code
    texts: int = 0
    ended: int = 0
    _acks: list[tuple[float, str]] = field(default_factory=list)
    _changes_at: float = 0.0

    @property
    def number(self) -> str:
        return self.hand.number

    @property
    def is_at_rest(self) -> bool:
        return not self._acks and not self.hand.open()

    def turn(self, now: float) -> None:
        for due in [ack for ack in self._acks if ack[0] <= now]:
            self._acks.remove(due)
            self.town.text(self.number, self.main_number, due[1])
        self.ears.turn(now)
        if now >= max(self._changes_at, self.ears.asks_until):
            self._changes_at = now + self.town.chance.uniform(8.0, 20.0)
            picks_up = {"does": "answers", "keys": "1", "after_s": self.town.chance.uniform(1, 4)}
            silent = {"does": "voicemail", "after_s": 3.0, "lasts_s": 10.0}
            self.hand.is_called(**self.town.chance.choice((picks_up, {"does": "never"}, silent)))

    def reads(self, text: ReceivedText, at: float) -> None:
        self.texts += 1
        self.ears.reads(text.body)
        if NOTICES["trouble"] in text.body:
            self.town.troubles.append((at, self.number))
        elif NOTICES["ended"] in text.body and "already" not in text.body:
            self.ended += 1
        elif asked := ACK.search(text.body):
            self.pages.append((at, int(asked[1])))
            if self.town.closing or self.town.chance.random() < 0.6:
                after = self.town.chance.uniform(0.5, 12.0)
                allows = f"ALLOW {asked[1]} they told me so"
                agrees = "text ALLOW" in text.body and self.town.chance.random() < 0.7
                answer = allows if agrees else f"ACK {asked[1]}"
                self._acks.append((time.monotonic() + after, answer))
