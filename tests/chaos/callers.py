"""Callers who phone: each does with the phone what people do."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from tests.chaos.people import Town
from tests.chaos.wire import OUTBOUND, OnTheLine, Wire
from tests.chaos.words import NOTICES
from warmline.simulator.handset import Handsets, ReceivedText

MOODS = (
    *("stays",) * 4, "listens", "leaves", "asks back", "by text", "crisis", "crisis", "message",
    "message",
)  # fmt: skip
AT_ONCE = frozenset({"crisis", "message"})  # before a peer has picked up
MAY_SPEAK, AGREES = "Please speak after", "It is recorded"
TROUBLE = "something is wrong on our side"
MOMENT = "with you again in a moment"  # the peer is in the menu
WAITS_TO_BE_RUNG = 40.0  # seconds; then they phone again
BY_TEXT_FOR = 30.0
WRITTEN_DOWN_AFTER = 40.0  # seconds after which the line knows of a call that failed


class Hand:
    """A hand on one phone: what it does never fails, for the call may be over by then."""

    def __init__(self, handsets: Handsets, wire: Wire, number: str) -> None:
        self._handsets, self._wire, self.number = handsets, wire, number

    def phones(self, to: str) -> str:
        said = {"from": self.number, "to": to}
        return str(self._handsets.call("POST", "calls", json=said)["sid"])

    def does(self, what: str, sid: str, **said: object) -> bool:
        return bool(self._handsets.call("POST", f"calls/{sid}/{what}", json=said)["done"])

    def is_called(self, **how: object) -> None:
        """What this phone does from now on when it is called."""
        path = f"handsets/{self.number}/ringing".replace("+", "%2B")
        self._handsets.call("PUT", path, json=how)

    def talk(self) -> OnTheLine | None:
        """The call of this phone in which there is somebody else."""
        return next((c for c in self._wire.open_on(self.number) if c.has_company), None)

    def failed(self, sid: str) -> bool:
        """Whether the line could not take a call, and may know of it only later."""
        call = self._wire.calls.get(sid)
        if call is None or call.ended is None:
            return False
        return any(call.was_told(piece) for piece in ("application error", TROUBLE))

    def open(self) -> list[OnTheLine]:
        return self._wire.open_on(self.number)


@dataclass(slots=True)
class VoiceCaller:
    """Phones, waits, talks or thinks better of it, and phones again."""

    town: Town
    hand: Hand
    line_number: str
    phoned: int = 0
    talked: int = 0
    texts: list[str] = field(default_factory=list)
    asked: list[float] = field(default_factory=list)  # when they pressed 1 to be rung back
    mood: str = ""
    _phoned: str = ""  # the call that they made last
    _talk: str = ""  # which, and since when
    _acts_at: float = 0.0
    _leaves_at: float = 0.0
    _free_at: float = 0.0
    _failed_at: float = -WRITTEN_DOWN_AFTER  # when a call of theirs broke off at once
    _moments: int = 0  # how often the peer went into the menu, in this talk
    _parted: bool = True  # nothing of theirs is left at the line: they have talked, and hung up

    @property
    def number(self) -> str:
        return self.hand.number

    @property
    def is_at_rest(self) -> bool:
        return self._parted and not self.hand.open()

    def turn(self, now: float) -> None:
        if talk := self.hand.talk():
            self._talks(talk, now)
        elif mine := self.hand.open():
            self._waits(mine[0], now)
        elif self._phoned and self.hand.failed(self._phoned):
            self._phoned, self._failed_at = "", now
            self._free_at = now + self.town.chance.uniform(2.0, 6.0)
        elif now >= self._free_at and self._wants_to_phone(now):
            self._phones(now)

    def reads(self, text: ReceivedText, at: float) -> None:
        self.texts.append(text.body)
        if NOTICES["trouble"] in text.body:
            self.town.troubles.append((at, self.number))

    def _wants_to_phone(self, now: float) -> bool:
        """At the end once more, so that nothing of theirs is left open; then the line knows of all their calls."""
        known = now >= self._failed_at + WRITTEN_DOWN_AFTER
        return not self.town.closing or (known and not self._parted)

    def _phones(self, now: float) -> None:
        if self.mood == "by text":  # whatever goes on by text is over now
            self.town.text(self.number, self.line_number, "DONE")
        self.mood = "stays" if self.town.closing else self.town.chance.choice(MOODS)
        self._phoned = self.hand.phones(self.line_number)
        self.phoned += 1
        self._parted = False
        soon = (0.2, 2.0) if self.mood in AT_ONCE else (1.0, 9.0)
        self._acts_at = now + self.town.chance.uniform(*soon)
        self._leaves_at = 0.0
        self._free_at = now + 1.0

    def _waits(self, call: OnTheLine, now: float) -> None:
        """They hold, or have been rung back and are asked to press 1, as their phone does by itself."""
        if now < self._acts_at or self.mood == "stays" or call.way == OUTBOUND:
            return
        if self.mood == "listens":  # to the exercise
            self.hand.does("keys", call.sid, digits="4")
            self._acts_at = now + 5.0
            return
        if self.mood == "crisis":
            self.hand.does("keys", call.sid, digits="0")
            self.mood = self.town.chance.choice(("stays", "stays", "leaves"))
            self._acts_at = now + self.town.chance.uniform(1.0, 9.0)
            return
        if self.mood == "message":
            self._speaks(call, now)
            return
        if self.mood == "leaves" or self._leaves_at:
            if now >= self._leaves_at:
                self._hangs_up(call, now)
            return
        key = {"asks back": "1", "by text": "2"}[self.mood]
        self.hand.does("keys", call.sid, digits=key)
        if key == "1":
            self.asked.append(time.time())
        self._leaves_at = now + 2.0
        self._free_at = now + (WAITS_TO_BE_RUNG if key == "1" else BY_TEXT_FOR)

    def _speaks(self, call: OnTheLine, now: float) -> None:
        """Ask for it, agree, say something; and then be silent, or hang up."""
        self._acts_at = now + 0.5
        if call.records is not None:
            self.hand.does("speak", call.sid, seconds=3.0)
            self.mood = self.town.chance.choice(("stays", "leaves"))
            self._leaves_at = now + 2.0
        elif MAY_SPEAK in call.heard:
            self._acts_at = now + 0.1
        elif AGREES in call.heard:
            self.hand.does("keys", call.sid, digits="1")
        else:
            self.hand.does("keys", call.sid, digits="3")
            self._acts_at = now + 2.0

    def _hangs_up(self, call: OnTheLine, now: float) -> None:
        self.hand.does("hang_up", call.sid)
        self._acts_at = now + 1.0
        self._free_at = max(self._free_at, self.town.soon(2.0))

    def _talks(self, talk: OnTheLine, now: float) -> None:
        began = talk.company[-1].began
        if self._talk != f"{talk.sid} {began}":
            self._talk = f"{talk.sid} {began}"
            self._moments = len(talk.was_told(MOMENT))
            self.talked += 1
            long = self.town.chance.uniform(1.0, 2.0 if self.town.closing else 9.0)
            self._leaves_at = now + long
        if talk.was_told(MOMENT)[self._moments :]:
            self._moments += 1
            self._leaves_at = max(self._leaves_at, now + self.town.chance.uniform(3.0, 25.0))
        if now >= self._leaves_at:
            # what became of a talk outside, or of a call that failed, the line may not know yet
            known = bool(talk.room) and now >= self._failed_at + WRITTEN_DOWN_AFTER
            self._parted = self.hand.does("hang_up", talk.sid) and known
            self._leaves_at, self._free_at = now + 1.0, self.town.soon(3.0)
            self.mood = ""
