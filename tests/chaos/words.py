"""What is said over the line, each text to be recognised wherever it turns up; and the line's own sentences."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field

from warmline.simulator.handset import ReceivedText

_WORD = re.compile(r"w(\d{6})\b")


@dataclass(slots=True)
class Arrival:
    """A text on a handset."""

    phone: str
    sender: str
    n: int  # the handset's own count
    at: float


@dataclass(slots=True)
class Said:
    """A text that someone sent to be passed on, once or several times with the same words."""

    number: int
    body: str
    sender: str
    line_number: str
    relayed: bool  # to a peer or a caller who is there already
    sids: list[str] = field(default_factory=list)
    sent: list[float] = field(default_factory=list)
    arrivals: list[Arrival] = field(default_factory=list)

    @property
    def has_arrived(self) -> bool:
        return len(self.arrivals) >= len(self.sids)


class Vocabulary:
    """Every text said so far."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self.said: dict[int, Said] = {}
        self.on_the_way: dict[int, Said] = {}

    def new(self, sender: str, line_number: str, *, relayed: bool) -> Said:
        number = next(self._numbers)
        body = f"Well, w{number:06d} is what I mean"
        said = Said(number, body, sender, line_number, relayed)
        self.said[number] = self.on_the_way[number] = said
        return said

    def has_come(self, said: Said, arrival: Arrival) -> None:
        """Note an arrival."""
        said.arrivals.append(arrival)
        if said.has_arrived:
            self.on_the_way.pop(said.number, None)

    def heard(self, text: ReceivedText) -> Said | None:
        """Whose words these are, if they are anybody's."""
        found = _WORD.search(text.body)
        return self.said.get(int(found[1])) if found else None


# The line's own sentences, by what they begin with or hold; each has an account of how often it must have come.
NOTICES = {
    "greeting": "trained peers who listen, not an emergency service",
    "looking": "We are looking for a peer for you now. It may take",
    "here": "is here with you now. Just text back",
    "thanks": "Thank you for talking with us. You can text here again",
    "ended_by_peer": "Your peer has ended this talk",
    "same_peer": "If you would like the same peer next time",
    "trouble": "but our system has trouble right now",
    "on": "You are on.",
    "offer": "would like to talk. Waiting:",
    "begins": "DONE ends it. BACKUP asks",
    "ended": " has ended",
    "taken": "Thank you! Another peer is with",
    "unknown_code": "That code is not open any more",
}


def notice(body: str) -> str | None:
    """Which of the line's sentences this is."""
    return next((kind for kind, piece in NOTICES.items() if piece in body), None)
