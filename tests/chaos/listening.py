"""A coordinator who listens to calls, where the peer has heard of it; and who has messages for the team played."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from tests.chaos.callers import Hand
from tests.chaos.people import Town
from warmline.errors import TransientError
from warmline.routing.call import Stage
from warmline.routing.contact import State
from warmline.store.store import Store

A_MESSAGE = "left a message of"
PLAYED = "/sounds/message/"
PICKS_UP_FOR = 25.0  # seconds after they asked to be rung


@dataclass(slots=True)
class Ears:
    """What a coordinator does to hear something, beside all else."""

    town: Town
    hand: Hand
    store: Store
    main_number: str
    asks_until: float = 0.0  # until then they pick up, as a rule
    _next_at: float = 0.0
    _messages_at: float = 0.0
    _until: dict[str, float] = field(default_factory=dict)  # by call: when they hang up

    def turn(self, now: float) -> None:
        chance = self.town.chance
        for call in self.hand.open():
            listens, plays = call.is_muted and call.room, PLAYED in call.heard
            if listens or plays:
                stays = chance.uniform(1.0, 8.0) if chance.random() < 0.5 else 600.0
                if now >= self._until.setdefault(call.sid, now + stays):
                    self.hand.does("hang_up", call.sid)
        if self._messages_at and now >= self._messages_at:
            self._messages_at = 0.0
            self._asks("MESSAGES", now)
        if now < self._next_at or self.town.closing or self.hand.open():
            return
        self._next_at = now + chance.uniform(3.0, 10.0)
        if codes := self._talks():
            self._asks(f"LISTEN {chance.choice(codes)}", now)

    def reads(self, body: str) -> None:
        """A text to this coordinator."""
        if A_MESSAGE in body and self.town.chance.random() < 0.8:
            self._messages_at = time.monotonic() + self.town.chance.uniform(0.5, 6.0)

    def _asks(self, what: str, now: float) -> None:
        self.town.text(self.hand.number, self.main_number, what)
        keys = "1" if self.town.closing or self.town.chance.random() < 0.85 else "2"
        self.hand.is_called(does="answers", keys=keys, after_s=self.town.chance.uniform(0.2, 2.0))
        self.asks_until = now + PICKS_UP_FOR

    def _talks(self) -> list[int]:
        """The codes of callers who are with a peer now, as any page or STATUS tells them."""
        try:
            found = [self.store.contacts.get(one) for one in self.store.contacts.open()]
        except TransientError:  # Redis is away
            return []
        return [
            one.code for one in found
            if one and one.state is State.ACTIVE and one.call and one.call.stage is Stage.TOGETHER
        ]  # fmt: skip
