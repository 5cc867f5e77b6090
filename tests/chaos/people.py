"""Callers and peers who talk by themselves: each reads the texts on their phone and answers as people do."""

from __future__ import annotations

import random
import re
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.chaos.words import Arrival, Said, Vocabulary, notice
from warmline.simulator.handset import ReceivedText

_TAKE = re.compile(r"^(\w+) would like .* TAKE (\d+) or", re.DOTALL)
_WITH = re.compile(r"^You are with (\w+) now")


Send = Callable[[str, str, str], str]  # from, to, body; gives the sid


@dataclass(slots=True)
class Faultfinder:
    """What must not have happened, as it happens; in the harness' own words, with made-up numbers only."""

    found: list[str] = field(default_factory=list)
    misdelivered: int = 0

    def wrong_phone(self, said: Said, text: ReceivedText) -> None:
        self.misdelivered += 1
        self.found.append(
            f"misdelivered: text {said.number} of {said.sender} came to {text.to} from {text.sender}"
        )

    def unexpected(self, text: ReceivedText) -> None:
        self.found.append(f"unexpected: {text.sender} -> {text.to}: {text.body!r}")


@dataclass(slots=True)
class Talk:
    """One caller's time with one peer, from the first text to the last notice."""

    caller: Caller
    calls: int  # how many texts the caller has yet to send
    answers: int  # and the peer
    peer: Peer | None = None
    number: str = ""  # the line's number that the peer sees
    said: list[Said] = field(default_factory=list)
    is_here: bool = False  # the caller was told
    asked_to_end: str = ""  # who sent DONE
    told_of_end: set[str] = field(default_factory=set)

    @property
    def is_open(self) -> bool:
        return self.is_here and self.peer is not None and not self.asked_to_end

    @property
    def is_quiet(self) -> bool:
        return all(said.has_arrived for said in self.said)

    @property
    def is_over(self) -> bool:
        return bool(self.asked_to_end) and len(self.told_of_end) == 2


class Town:
    """What all of them share."""

    def __init__(self, send: Send, *, seed: int, pace: float) -> None:
        self.send = send
        self.chance = random.Random(seed)
        self.pace = pace  # seconds between two texts of one person, on average
        self.words = Vocabulary()
        self.faults = Faultfinder()
        self.texts = 0  # everything that a handset sent
        self.closing = False
        self.callers: list[Caller] = []
        self.peers: list[Peer] = []
        self.some: frozenset[str] = frozenset()  # phones whose webhooks get lost and overtaken
        self.sids: dict[str, str] = {}  # of everything: whose text it was
        self.troubles: list[tuple[float, str]] = []  # when whom the line answered without Redis

    @property
    def is_at_rest(self) -> bool:
        """Nobody talks, and nothing that anybody said is still on its way."""
        return not self.words.on_the_way and all(caller.talk is None for caller in self.callers)

    def is_calm(self, since: float) -> bool:
        """Whether everything that was said in a talk before then is out."""
        return not any(
            said.relayed and said.sender not in self.some and said.sent[0] < since
            for said in self.words.on_the_way.values()
        )

    def text(self, sender: str, to: str, body: str) -> str:
        self.texts += 1
        sid = self.send(sender, to, body)
        self.sids[sid] = sender
        return sid

    def say(self, sender: str, to: str, talk: Talk) -> None:
        """Send something new; now and then the very same words twice."""
        said = self.words.new(sender, to, relayed=talk.is_open)
        talk.said.append(said)
        for _ in range(2 if self.chance.random() < 0.08 else 1):
            said.sent.append(time.time())
            said.sids.append(self.text(sender, to, said.body))

    def soon(self, longest: float = 1.0) -> float:
        return time.monotonic() + self.chance.uniform(0.2, 1.8) * self.pace * longest


@dataclass(slots=True)
class Caller:
    """Writes, talks for a while, ends it or lets the peer end it, and comes back later."""

    town: Town
    number: str
    line_number: str
    notices: Counter[str] = field(default_factory=Counter)
    talk: Talk | None = None
    talks: list[Talk] = field(default_factory=list)
    next_at: float = 0.0

    def turn(self, now: float) -> None:
        if now < self.next_at:
            return
        self.next_at = self.town.soon()
        if self.talk is None:
            if not self.town.closing:
                self._reach_out()
            return
        talk, chance = self.talk, self.town.chance
        if talk.is_open and talk.calls > 0 and not self.town.closing:
            for _ in range(min(talk.calls, chance.choice((1, 1, 1, 2, 3)))):
                self.town.say(self.number, self.line_number, talk)
                talk.calls -= 1
        elif talk.is_open and (talk.answers <= 0 or self.town.closing) and talk.is_quiet:
            peer = talk.peer
            assert peer
            if chance.random() < 0.3:
                talk.asked_to_end = "peer"
                self.town.text(peer.number, talk.number, "DONE")
            else:
                talk.asked_to_end = "caller"
                self.town.text(self.number, self.line_number, "DONE")

    def _reach_out(self) -> None:
        chance = self.town.chance
        self.talk = Talk(self, calls=chance.randint(3, 9), answers=chance.randint(3, 9))
        self.talks.append(self.talk)
        for _ in range(chance.choice((1, 1, 2))):
            self.town.say(self.number, self.line_number, self.talk)

    def reads(self, text: ReceivedText, at: float) -> None:
        if said := self.town.words.heard(text):
            self.town.words.has_come(said, Arrival(self.number, text.sender, text.n, at))
            talk = self.talk
            is_mine = talk is not None and said in talk.said and said.sender != self.number
            if not is_mine or text.sender != self.line_number:
                self.town.faults.wrong_phone(said, text)
            return
        kind = notice(text.body)
        if kind is None:
            self.town.faults.unexpected(text)
            return
        self.notices[kind] += 1
        if kind == "trouble":
            self.town.troubles.append((at, self.number))
        if self.talk and kind == "here":
            self.talk.is_here = True
        elif self.talk and kind in {"thanks", "ended_by_peer"}:
            self._heard_the_end("caller")

    def _heard_the_end(self, who: str) -> None:
        if self.talk:
            self.talk.told_of_end.add(who)
            self.leave_if_over()

    def leave_if_over(self) -> None:
        if self.talk and self.talk.is_over:
            self.talk = None
            self.next_at = self.town.soon()


@dataclass(slots=True)
class Peer:
    """Comes on, takes whoever is offered, and answers on the number of each talk."""

    town: Town
    number: str
    main_number: str
    notices: Counter[str] = field(default_factory=Counter)
    talks: dict[str, Talk] = field(default_factory=dict)  # by the line's number
    offered: Counter[int] = field(default_factory=Counter)  # by code
    took: dict[int, str] = field(default_factory=dict)  # code: alias, for those we texted TAKE for
    won: int = 0
    _taking: list[tuple[float, int, str]] = field(default_factory=list)
    _begun: set[str] = field(default_factory=set)  # numbers of talks whose first words are to come
    next_at: float = 0.0

    def comes_on(self) -> None:
        self.town.text(self.number, self.main_number, "ON")

    def turn(self, now: float) -> None:
        for due, code, alias in [taking for taking in self._taking if taking[0] <= now]:
            self._taking.remove((due, code, alias))
            self.took[code] = alias
            self.town.text(self.number, self.main_number, f"TAKE {code}")
        if now < self.next_at:
            return
        self.next_at = self.town.soon(0.5)
        for number, talk in list(self.talks.items()):
            if talk.is_open and talk.answers > 0 and not self.town.closing:
                for _ in range(min(talk.answers, self.town.chance.choice((1, 1, 1, 2)))):
                    self.town.say(self.number, number, talk)
                    talk.answers -= 1

    def reads(self, text: ReceivedText, at: float) -> None:
        if said := self.town.words.heard(text):
            self.town.words.has_come(said, Arrival(self.number, text.sender, text.n, at))
            self._follow(said, text)
            return
        kind = notice(text.body)
        if kind is None:
            self.town.faults.unexpected(text)
            return
        self.notices[kind] += 1
        if kind == "trouble":
            self.town.troubles.append((at, self.number))
        elif kind == "offer" and (offer := _TAKE.match(text.body)):
            self.offered[int(offer[2])] += 1
            wait = time.monotonic() + self.town.chance.uniform(0.0, 0.4)
            self._taking.append((wait, int(offer[2]), offer[1]))
        elif kind == "begins":
            self.won += 1
            self._begun.add(text.sender)
        elif kind == "taken" and self.town.chance.random() < 0.5:  # the others ask all the same
            alias = text.body.split(" is with ")[1].split()[0]
            self._taking = [taking for taking in self._taking if taking[2] != alias]
        elif kind == "ended" and (talk := self.talks.pop(text.sender, None)):
            talk.told_of_end.add("peer")
            talk.caller.leave_if_over()

    def _follow(self, said: Said, text: ReceivedText) -> None:
        """The first words of a talk tell whose it is; all later ones must be of the same person."""
        talk = self.talks.get(text.sender)
        if talk is None and text.sender in self._begun:
            self._begun.discard(text.sender)
            open_ones = (caller.talk for caller in self.town.callers if caller.talk)
            talk = next((t for t in open_ones if said in t.said and t.peer is None), None)
            if talk is not None:
                talk.peer, talk.number = self, text.sender
                self.talks[text.sender] = talk
        if talk is None or said not in talk.said or said.sender == self.number:
            self.town.faults.wrong_phone(said, text)
