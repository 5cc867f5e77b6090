"""Peers who pick up, or do not; and what they do in a talk, with the menu behind * above all."""

from __future__ import annotations

import re
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from tests.chaos.callers import Hand
from tests.chaos.crisis import WAYS, Introduction
from tests.chaos.people import Town
from tests.chaos.wire import OnTheLine
from tests.chaos.words import NOTICES
from warmline.simulator.handset import ReceivedText

TAKE = re.compile(r"TAKE (\d+) or")
HOWS = ("", "* 3", "drops", *WAYS)


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
    _introduction: Introduction | None = None
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
        if self._introduction:
            if self._introduction.goes_on(now):
                return
            self._introduction = None
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
            self._how = "" if self.town.closing else chance.choice(HOWS)
            self._parts_at = now + chance.uniform(0.3, 3.0 if self._how in WAYS else 6.0)
        if not self._how or now < self._parts_at:
            return
        if self._how == "* 3":
            self.hand.does("keys", talk.sid, digits="*")
            self._menu = talk.sid
        elif self._how in WAYS:
            self._introduction = Introduction(self.hand, talk, self._how, self.town.chance)
        else:
            self.hand.does("hang_up", talk.sid)
        self._how = ""

    def _in_the_menu(self) -> None:
        """Press 3 once the menu is read."""
        for call in self.hand.open():
            if call.sid == self._menu and "press 3" in call.heard:
                self.hand.does("keys", call.sid, digits="3")
                self._menu = ""
