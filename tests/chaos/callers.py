"""Callers who phone and peers who pick up, or do not: each does with the phone what people do."""

from __future__ import annotations

import re
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from tests.chaos.people import Town
from tests.chaos.wire import OUTBOUND, OnTheLine, Wire
from tests.chaos.words import NOTICES
from warmline.simulator.handset import Handsets, ReceivedText

TAKE = re.compile(r"TAKE (\d+) or")
MOODS = ("stays", "stays", "listens", "listens", "leaves", "leaves", "asks back", "by text")
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
        """The call of this phone in which somebody else is in the room."""
        return next((c for c in self._wire.open_on(self.number) if c.has_company), None)

    def failed(self, sid: str) -> bool:
        """Whether the line could not take a call."""
        call = self._wire.calls.get(sid)
        return call is not None and call.ended is not None and "application error" in call.heard

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
    asked: list[float] = field(default_factory=list)  # when they pressed 1 to be rung back
    mood: str = ""
    _sid: str = ""
    _acts_at: float = 0.0
    _leaves_at: float = 0.0
    _free_at: float = 0.0
    _failed_at: float = 0.0  # when a call of theirs broke off at once
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
        elif self._sid and self.hand.failed(self._sid):
            self._sid, self._failed_at = "", now
            self._free_at = now + self.town.chance.uniform(2.0, 6.0)
        elif now >= self._free_at and self._wants_to_phone(now):
            self._phones(now)

    def reads(self, text: ReceivedText, at: float) -> None:
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
        self._sid = self.hand.phones(self.line_number)
        self.phoned += 1
        self._parted = False
        self._acts_at = now + self.town.chance.uniform(1.0, 9.0)
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

    def _hangs_up(self, call: OnTheLine, now: float) -> None:
        self.hand.does("hang_up", call.sid)
        self._acts_at = now + 1.0
        self._free_at = max(self._free_at, self.town.soon(2.0))

    def _talks(self, talk: OnTheLine, now: float) -> None:
        began = talk.company[-1].began
        if self._sid != f"{talk.sid} {began}":
            self._sid = f"{talk.sid} {began}"
            self.talked += 1
            long = self.town.chance.uniform(1.0, 2.0 if self.town.closing else 9.0)
            self._leaves_at = now + long
        if now >= self._leaves_at:
            self._parted = self.hand.does("hang_up", talk.sid)
            self._leaves_at, self._free_at = now + 1.0, self.town.soon(3.0)
            self.mood = ""


@dataclass(slots=True)
class VoicePeer:
    """Is on, and picks up mostly; ends a talk now and then by * and 3, or loses it."""

    town: Town
    hand: Hand
    main_number: str
    notices: Counter[str] = field(default_factory=Counter)
    diary: list[tuple[float, str]] = field(default_factory=list)
    _talk: str = ""
    _parts_at: float = 0.0
    _how: str = ""
    _menu: str = ""  # the call in which they have pressed *
    _changes_at: float = 0.0
    _todo: list[tuple[float, str, str]] = field(default_factory=list)  # when, to which number, what

    @property
    def number(self) -> str:
        return self.hand.number

    def comes_on(self) -> None:
        self.town.text(self.number, self.main_number, "ON")

    def turn(self, now: float) -> None:
        for due in [todo for todo in self._todo if todo[0] <= now]:
            self._todo.remove(due)
            self.town.text(self.number, due[1], due[2])
        if now >= self._changes_at:
            self._changes_at = now + self.town.chance.uniform(5.0, 12.0)
            self.hand.is_called(**self._habit())
        if self._menu:
            self._in_the_menu()
        if talk := self.hand.talk():
            self._talks(talk, now)

    def reads(self, text: ReceivedText, at: float) -> None:
        self.diary.append((at, text.body))
        soon = time.monotonic() + self.town.chance.uniform(0.2, 1.0)
        if NOTICES["trouble"] in text.body:
            self.town.troubles.append((at, self.number))
        elif offered := TAKE.search(text.body):
            self._todo.append((soon, self.main_number, f"TAKE {offered[1]}"))
        elif NOTICES["begins"] in text.body:  # somebody who went on by text
            self._todo.append((soon + 3.0, text.sender, "DONE"))
        elif "I paused you" in text.body:
            self._todo.append((soon, self.main_number, "RESUME"))
        elif "You are on." in text.body:
            self.notices["on"] += 1
        elif NOTICES["ended"] in text.body and "already" not in text.body:
            self.notices["ended"] += 1

    def _habit(self) -> dict[str, Any]:
        chance = self.town.chance
        answers: dict[str, Any] = {
            "does": "answers", "keys": "1", "after_s": chance.uniform(0.3, 2.5),
        }  # fmt: skip
        if self.town.closing or chance.random() < 0.6:
            return answers
        return chance.choice(
            (
                {"does": "never"},
                {"does": "busy"},
                {"does": "voicemail", "after_s": 2.0, "lasts_s": 15.0},
                {"does": "hangs_up", "after_s": 1.0},
                {"does": "fails"},
                answers | {"keys": ""},
                answers | {"keys": "2"},
            )
        )

    def _talks(self, talk: OnTheLine, now: float) -> None:
        chance = self.town.chance
        if self._talk != f"{talk.sid} {talk.company[-1].began}":
            self._talk = f"{talk.sid} {talk.company[-1].began}"
            self._how = "" if self.town.closing else chance.choice(("", "", "* 3", "drops"))
            self._parts_at = now + chance.uniform(1.0, 6.0)
        if not self._how or now < self._parts_at:
            return
        if self._how == "* 3":
            self.hand.does("keys", talk.sid, digits="*")
            self._menu = talk.sid
        else:
            self.hand.does("hang_up", talk.sid)
        self._how = ""

    def _in_the_menu(self) -> None:
        """Press 3 once the menu is read."""
        for call in self.hand.open():
            if call.sid == self._menu and "press 3" in call.heard:
                self.hand.does("keys", call.sid, digits="3")
                self._menu = ""
