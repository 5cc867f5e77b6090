"""The play: time jumps from one moment of interest to the next, people text when they mean to, and all that is said is kept."""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from tests.roster_weeks.stage import WeeksLine
from tests.stories.line import MAIN

Act = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Said:
    """A text as a phone showed it."""

    at: datetime
    phone: str  # the person's, whoever of the two wrote
    body: str = field(repr=False)
    by_line: bool


class Player(Protocol):
    """Somebody with a phone."""

    def reads(self, body: str) -> None: ...


class Watcher(Protocol):
    """Somebody who looks at the roster after each step."""

    def looks(self, heard: list[Said]) -> None: ...


class Play:
    """Who plays, what they mean to do and when, and all that was said."""

    def __init__(self, line: WeeksLine) -> None:
        self.line = line
        self.said: list[Said] = []
        self.players: dict[str, Player] = {}
        self.watchers: list[Watcher] = []
        self.steps = 0
        self._agenda: list[tuple[datetime, int, Act]] = []
        self._order = itertools.count()
        self._seen = 0

    @property
    def now(self) -> datetime:
        return self.line.now()

    def at(self, moment: datetime, act: Act) -> None:
        """Somebody means to do this then."""
        heapq.heappush(self._agenda, (moment, next(self._order), act))

    def soon(self, wait: timedelta, act: Act) -> None:
        self.at(self.now + wait, act)

    def texts(self, phone: str, body: str) -> None:
        """Send a text to the line."""
        self.line.phones.phone(phone).texts(body, to=MAIN)

    def runs_until(self, end: datetime) -> None:
        """Everything that people and the line mean to do until then."""
        self._settle()
        while (moment := self._next()) < end:
            self.line.jumps_to(moment)
            now = self.now
            while self._agenda and self._agenda[0][0] <= now:
                heapq.heappop(self._agenda)[2]()
            self._settle()
        self.line.jumps_to(end)
        self._settle()

    def _next(self) -> datetime:
        theirs = (
            self._agenda[0][0] if self._agenda else datetime.max.replace(tzinfo=self.now.tzinfo)
        )
        ours = self.line.next_moment()
        return min(theirs, ours) if ours else theirs

    def _settle(self) -> None:
        self.line.settles()
        self.steps += 1
        heard = [_said(entry) for entry in self.line.events(self._seen)]
        self._seen += len(heard)
        fresh = [said for said in heard if said is not None]
        self.said += fresh
        for watcher in self.watchers:
            watcher.looks(fresh)
        for said in fresh:
            if said.by_line and said.phone in self.players:
                self.players[said.phone].reads(said.body)


def _said(entry: dict[str, str]) -> Said | None:
    if entry["kind"] not in {"text_sent", "text_arrived"}:
        return None
    by_line = entry["from"] == MAIN
    return Said(
        at=datetime.fromisoformat(entry["at"]),
        phone=entry["to"] if by_line else entry["from"],
        body=entry["body"],
        by_line=by_line,
    )
