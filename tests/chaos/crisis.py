"""The crisis line's own telephone, whoever else is outside; and a peer who brings the crisis line into a talk."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from tests.chaos.callers import Hand
from tests.chaos.people import Town
from tests.chaos.wire import OnTheLine
from warmline.simulator.handset import ReceivedText

CRISIS_LINE = "+18002738255"  # as the exchange of the rehearsal knows it; no real phone is about
FALLBACK = "+15550110999"
OUTSIDE = frozenset({CRISIS_LINE, FALLBACK})
WAYS = (
    "leaves",
    "leaves",
    "leaves",
    "stays",
    "lets go",
    "stops ringing",
    "not now",
    "danger",
    "loses it",
)
GIVES_UP = 30.0  # seconds in which nothing happens, and a peer goes on with the talk
ASKED, AGREE = "bring in the crisis line, press 2", "If they agree, press 1"
PICKED_UP, STOPS, PARTS = "has picked up", "To stop ringing it, press 2", "press 3, and they stay"
OVER = ("did not answer", "has hung up", "is not confirmed", "Back to", "Goodbye")
OTHERWISE = {"not now": "2", "danger": "3"}  # what the peer says of the person's will


@dataclass(slots=True)
class Introduction:
    """One peer brings the crisis line in, key by key, by what they hear."""

    hand: Hand
    call: OnTheLine
    way: str
    chance: random.Random
    _heard: int = 0  # words taken so far
    _since: float = 0.0
    _acts_at: float = 0.0  # when they do what is to be done while it rings, or when three talk
    _is_three: bool = False

    def goes_on(self, now: float) -> bool:
        """Do what is to be done now; False when it is over, whatever came of it."""
        if not self._since:
            self._since, self._heard = now, len(self.call.words)
            self._presses("*")
            return True
        fresh = [words for _, words in self.call.words[self._heard :]]
        self._heard += len(fresh)
        if fresh:
            self._since = now
        if any(self._is_over_by(words, now) for words in fresh):
            return False
        if self._acts_at and now >= self._acts_at:
            self._acts_at = 0.0
            if self.way == "loses it":
                self.hand.does("hang_up", self.call.sid)
                return False
            self._presses("*")
        return self.call.ended is None and now - self._since < GIVES_UP

    def _is_over_by(self, words: str, now: float) -> bool:
        """Answer what was said: whether there is nothing left to do."""
        if ASKED in words:
            self._presses("2")
        elif AGREE in words:
            self._presses(OTHERWISE.get(self.way, "1"))
        elif "is being rung. Please keep talking" in words:
            if self.way in {"stops ringing", "loses it"}:
                self._acts_at = now + self.chance.uniform(0.1, 2.0)
        elif PICKED_UP in words:
            self._is_three = True
            if self.way == "stays":
                return True
            self._acts_at = now + self.chance.uniform(0.2, 4.0)
        elif STOPS in words:
            self._presses("2" if self.way == "stops ringing" else "1")
        elif PARTS in words:
            self._presses("3" if self.way in {"leaves", "danger"} else "2")
        else:
            return any(piece in words for piece in OVER) and not self._waits_still(words)
        return False

    def _waits_still(self, words: str) -> bool:
        """Back in the talk by a key that had come too early or too late, while the crisis line is yet to come."""
        return "Back to" in words and not self._is_three and self.way == "leaves"

    def _presses(self, key: str) -> None:
        self.hand.does("keys", self.call.sid, digits=key)


@dataclass(slots=True)
class Outside:
    """A telephone outside that takes any number of calls: answers mostly, and hangs up when it has talked for a while."""

    town: Town
    hand: Hand
    _changes_at: float = 0.0
    _until: dict[str, float] = field(default_factory=dict)  # by call: when they hang up

    @property
    def number(self) -> str:
        return self.hand.number

    def turn(self, now: float) -> None:
        chance = self.town.chance
        if now >= self._changes_at:
            self._changes_at = now + chance.uniform(4.0, 10.0)
            answers: dict[str, object] = {"does": "answers", "after_s": chance.uniform(0.2, 3.0)}
            others = ({"does": "busy"}, {"does": "never"}, {"does": "hangs_up", "after_s": 1.0},
                      {"does": "fails"})  # fmt: skip
            often = self.town.closing or chance.random() < 0.8
            self.hand.is_called(**(answers if often else chance.choice(others)))
        for call in self.hand.open():
            if not call.has_company:  # whoever is alone on the line waits until the line ends it
                continue
            until = now + (chance.uniform(2.0, 8.0) if chance.random() < 0.5 else 600.0)
            if now >= self._until.setdefault(call.sid, until):
                self.hand.does("hang_up", call.sid)

    def reads(self, text: ReceivedText, at: float) -> None:
        del at
        self.town.faults.unexpected(text)
