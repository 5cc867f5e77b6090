"""Two who write to each other phone each other: one asks, the other agrees, both are rung, and then they go on by text."""

from __future__ import annotations

import random
import re
import time
from collections import Counter
from dataclasses import dataclass, field

from tests.chaos.callers import Hand
from tests.chaos.crisis import WAYS, Introduction
from tests.chaos.people import Town
from tests.chaos.words import NOTICES
from warmline.simulator.handset import ReceivedText

TAKE, ASKS = (
    re.compile(r"TAKE (\d+) or"),
    re.compile(r"would like to talk by phone.* text CALL (\d+)"),
)
ASKED, OVER, NOT_NOW = (
    "Your peer would like to talk by phone",
    "The call is over.",
    "did not work out just now",
)
BY_TEXT = "We could not keep the crisis line on your call"
PEER_S_OVER, PEER_S_NOT_NOW = "The phone call with", "did not come about"
QUIET_FOR = 40.0  # seconds in which nothing comes of it, and the caller says goodbye
HABITS: tuple[dict[str, object], ...] = (
    {"does": "never"},
    {"does": "busy"},
    {"does": "voicemail", "after_s": 2.0, "lasts_s": 15.0},
    {"does": "hangs_up", "after_s": 1.0},
    {"does": "fails"},
    {"does": "answers", "after_s": 1.0, "keys": ""},
)


@dataclass(slots=True)
class OnThePhone:
    """What either of them does with the phone that rings, and in the call."""

    town: Town
    hand: Hand
    ends_by: tuple[str, ...]
    talked: int = 0
    _changes_at: float = 0.0
    _talk: str = ""
    _until: float = 0.0
    _how: str = ""
    _menu: str = ""  # the call in which they have pressed * to end it
    _introduction: Introduction | None = None

    def turn(self, now: float) -> None:
        chance = self.town.chance
        if now >= self._changes_at:
            self._changes_at = now + chance.uniform(5.0, 12.0)
            answers: dict[str, object] = {
                "does": "answers", "keys": "1", "after_s": chance.uniform(0.2, 2.5),
            }  # fmt: skip
            usual = self.town.closing or chance.random() < 0.7
            self.hand.is_called(**(answers if usual else chance.choice(HABITS)))
        for call in self.hand.open():
            if call.sid == self._menu and "press 3" in call.heard:
                self.hand.does("keys", call.sid, digits="3")
                self._menu = ""
        if self._introduction:
            if self._introduction.goes_on(now):
                return
            self._introduction = None
        if talk := self.hand.talk():
            if self._talk != talk.sid:
                self._talk, self._until = talk.sid, now + chance.uniform(1.0, 6.0)
                self._how = chance.choice(self.ends_by)
                self.talked += 1
            if now < self._until or not (self._how or self.town.closing):
                return
            self._until = now + 5.0
            if self._how in WAYS:
                self._introduction = Introduction(self.hand, talk, self._how, chance)
                self._how = ""
            elif self._how == "* 3":
                self.hand.does("keys", talk.sid, digits="*")
                self._menu = talk.sid
            else:
                self.hand.does("hang_up", talk.sid)


@dataclass(slots=True)
class PhoningCaller:
    """Writes, is asked or asks, talks by phone, and says goodbye by text."""

    phone: OnThePhone
    line_number: str
    texts: Counter[str] = field(default_factory=Counter)
    _is_here: bool = False
    _said_done: bool = False
    _todo: list[tuple[float, str]] = field(default_factory=list)
    _next_at: float = 0.0

    @property
    def number(self) -> str:
        return self.phone.hand.number

    @property
    def is_at_rest(self) -> bool:
        return not (self._is_here or self._said_done or self.phone.hand.open())

    def turn(self, now: float) -> None:
        town = self.phone.town
        self.phone.turn(now)
        for due in [todo for todo in self._todo if todo[0] <= now]:
            self._todo.remove(due)
            town.text(self.number, self.line_number, due[1])
        ringing = bool(self.phone.hand.open())
        if now < self._next_at and not (town.closing and self._is_here and not ringing):
            return
        if self._is_here or self._said_done:
            self._says_goodbye(now)  # sometimes in the middle of a call, which ends with it
        elif not town.closing:
            town.text(self.number, self.line_number, "Hello, is somebody there?")
            self._is_here, self._next_at = True, now + QUIET_FOR

    def reads(self, text: ReceivedText, at: float) -> None:
        town = self.phone.town
        soon = time.monotonic() + town.chance.uniform(0.2, 1.5)
        if NOTICES["trouble"] in text.body:
            town.troubles.append((at, self.number))
        elif NOTICES["looking"] in text.body:
            self._is_here = True  # also by words that came just after the end
        elif NOTICES["here"] in text.body:
            self._is_here, self._next_at = True, time.monotonic() + QUIET_FOR
            if town.chance.random() < 0.3:
                self._todo.append((soon, "CALL"))
        elif ASKED in text.body and town.chance.random() < 0.9:
            self._todo.append((soon, "CALL"))
            self._next_at = time.monotonic() + QUIET_FOR
        elif text.body.startswith(BY_TEXT):
            self.texts[BY_TEXT] += 1
        elif text.body.startswith(OVER) or NOT_NOW in text.body:
            self.texts[OVER if text.body.startswith(OVER) else NOT_NOW] += 1
            self._goes_on(town.chance, soon)
        elif NOTICES["thanks"] in text.body or NOTICES["ended_by_peer"] in text.body:
            self._is_here = self._said_done = False
            self._todo.clear()
            self._next_at = soon + town.chance.uniform(0.5, 4.0)

    def _goes_on(self, chance: random.Random, soon: float) -> None:
        """By text: with words, with another call, or with goodbye."""
        if chance.random() < 0.3 and not self.phone.town.closing:
            self._todo.append((soon, "CALL"))
            self._next_at = soon + QUIET_FOR
        else:
            self._todo.append((soon, "I am still here"))
            self._next_at = soon + chance.uniform(1.0, 3.0)

    def _says_goodbye(self, now: float) -> None:
        self.phone.town.text(self.number, self.line_number, "DONE")
        self._todo.clear()
        self._is_here, self._said_done = False, True
        self._next_at = now + QUIET_FOR / 2


@dataclass(slots=True)
class PhoningPeer:
    """Takes one person at a time, and asks to phone them, or agrees."""

    phone: OnThePhone
    main_number: str
    notices: Counter[str] = field(default_factory=Counter)
    texts: Counter[str] = field(default_factory=Counter)
    _todo: list[tuple[float, str]] = field(default_factory=list)

    @property
    def number(self) -> str:
        return self.phone.hand.number

    def comes_on(self) -> None:
        self.phone.town.text(self.number, self.main_number, "ON")

    def turn(self, now: float) -> None:
        self.phone.turn(now)
        for due in [todo for todo in self._todo if todo[0] <= now]:
            self._todo.remove(due)
            self.phone.town.text(self.number, self.main_number, due[1])

    def reads(self, text: ReceivedText, at: float) -> None:
        town = self.phone.town
        soon = time.monotonic() + town.chance.uniform(0.2, 1.0)
        if NOTICES["trouble"] in text.body:
            town.troubles.append((at, self.number))
        elif offered := TAKE.search(text.body):
            self._todo.append((soon, f"TAKE {offered[1]}"))
        elif NOTICES["begins"] in text.body and town.chance.random() < 0.7:
            self._todo.append((soon, "CALL"))
        elif asked := ASKS.search(text.body):
            self._todo.append((soon, f"CALL {asked[1]}"))
        elif text.body.startswith(PEER_S_OVER):
            self.texts[NOT_NOW if PEER_S_NOT_NOW in text.body else OVER] += 1
        elif "I paused you" in text.body:
            self._todo.append((soon, "RESUME"))
        elif NOTICES["on"] in text.body:
            self.notices["on"] += 1
        elif NOTICES["ended"] in text.body and "already" not in text.body:
            self.notices["ended"] += 1
