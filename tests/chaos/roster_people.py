"""Volunteers who change their shifts all the while, and others who only wait to be reminded of theirs."""

from __future__ import annotations

import re
import time
from collections import Counter
from dataclasses import dataclass, field

from tests.chaos.people import Town
from tests.chaos.words import notice
from warmline.simulator.handset import ReceivedText

# What the line says to someone who asked for nothing; all else on a holder's phone is the answer to a command.
UNASKED = {
    "cover found": re.compile(r" has taken \d+ from you: "),
    "someone needed": re.compile(r"^Someone is needed for \d+"),
    "no longer needed": re.compile(r"is taken care of after all"),
    "given back": re.compile(r" took it back: \d+"),
    "swap wanted": re.compile(r" offers a swap: "),
    "swap called off": re.compile(r" after all\. Your \d+ stays as it is"),
    "swap lapsed": re.compile(r"^Nobody agreed to swap"),
    "could you": re.compile(r"^Could you take "),
}
# both of them hear it, one of them as an answer
SWAPPED = re.compile(r"^You and .+ have swapped: ")
REMINDERS = {
    "asked": re.compile(r"^Shift \d+, .* is yours\. Will you be there\? "),
    "reminded": re.compile(r"^Your shift \d+ begins "),
}
COMMANDS = ("CLAIM", "CLAIM", "CLAIM", "RELEASE", "COVER", "SWAP", "SWAP", "UNDO")
PATIENCE = 30.0  # seconds after which the next command is sent though no answer came


@dataclass(slots=True)
class Holder:
    """Sends one command after another, each when the one before was answered."""

    town: Town
    number: str
    main_number: str
    codes: tuple[int, ...]
    asked: int = 0
    answered: int = 0
    unasked: Counter[str] = field(default_factory=Counter)
    next_at: float = 0.0
    _waits_since: float | None = None
    _last: tuple[str, str] = ("", "")

    @property
    def is_at_rest(self) -> bool:
        return self._waits_since is None

    def turn(self, now: float) -> None:
        if self._waits_since is not None and now - self._waits_since < PATIENCE:
            return
        if self.town.closing or now < self.next_at:
            return
        self.next_at = self.town.soon(0.7)
        self._waits_since = now
        self.asked += 1
        self.town.text(self.number, self.main_number, self._command())

    def reads(self, text: ReceivedText, at: float) -> None:
        if notice(text.body) == "trouble":
            self.town.troubles.append((at, self.number))
            return
        if offered := re.search(r"text SWAP (\d+) (\d+) by", text.body):
            self._last = (offered[1], offered[2])  # which they may agree to
        if SWAPPED.match(text.body):
            self.unasked["swapped"] += 1
            self._waits_since = None
            return
        for kind, shape in UNASKED.items():
            if shape.search(text.body):
                self.unasked[kind] += 1
                return
        self.answered += 1
        self._waits_since = None

    def _command(self) -> str:
        chance = self.town.chance
        verb, code = chance.choice(COMMANDS), chance.choice(self.codes)
        if verb == "UNDO":
            return verb
        if verb == "SWAP":
            wanted, self._last = self._last, ("", "")
            return (
                f"SWAP {' '.join(wanted) if all(wanted) else f'{code} {chance.choice(self.codes)}'}"
            )
        return f"{verb} {code}"


@dataclass(slots=True)
class Keeper:
    """Holds one seat, is to be told of it once, and never answers."""

    town: Town
    number: str
    kind: str  # of REMINDERS
    due: float  # unix seconds
    told: list[float] = field(default_factory=list)

    @property
    def is_at_rest(self) -> bool:
        return bool(self.told) or time.time() < self.due

    def turn(self, _now: float) -> None:
        """They do nothing."""

    def reads(self, text: ReceivedText, at: float) -> None:
        if REMINDERS[self.kind].match(text.body):
            self.told.append(at)
        else:
            self.town.faults.unexpected(text)
