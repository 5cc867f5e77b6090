"""A busy night by text: people who write, each by their habits, some of them in imminent danger, and what each met with."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from random import Random

from tests.bench.night_queue import QueueWatch
from tests.roster_weeks.play import Play, Said
from tests.roster_weeks.stage import WeeksLine
from tests.safety.texts import DEVELOPMENT, load
from warmline.flows.paging import page_name
from warmline.phone import PhoneNumber
from warmline.routing.ladder import Reason
from warmline.safety.reading import Band, read

PEERS, COORDINATORS = 80, 12
FIRST, WHILE_WAITING, BY_PEER = 0.055, 0.05, 0.38  # shares of all words
TALK = 6.0  # minutes, in the mean, until a peer ends it
TAKES = 4.0, 18.0  # seconds until a peer has read an offer and takes it
HAS_IT = 15.0, 50.0  # seconds until a coordinator has a page
ASLEEP = 0.2  # of all pages, for each coordinator: then another round finds somebody
NUMBERED = re.compile(r"\[(\d+)\]$")
ACK, TAKE = re.compile(r"ACK (\d+)"), re.compile(r"TAKE (\d+) or PASS")
IS_HERE = re.compile(r"\b(Peer\d+) is here")
IS_OVER = re.compile(r"ended|closed the talk|talk is closed|going on with another")


@dataclass(slots=True)
class Met:
    """What the words of a night met with; times in seconds."""

    words: int = 0
    asked: int = 0  # of them in imminent danger
    paged: list[float] = field(default_factory=list)  # until the page was on a coordinator's phone
    relayed: list[float] = field(default_factory=list)  # all else, until it was on the other phone
    behind: float = 0.0  # how much later than meant a text was sent, at most: the machine was busy


class Night:
    """Everybody who plays. `a_minute` words are written by callers and peers; commands come on top."""

    def __init__(self, line: WeeksLine, *, a_minute: int, in_danger: float, seed: int) -> None:
        self.line, self.play, self.met = line, Play(line), Met()
        self.chance, self.queue = Random(seed), QueueWatch(line)
        self.peers: dict[str, str] = {}  # by first name
        self.talks: dict[str, str] = {}  # caller -> peer
        self._every, self._in_danger = 60 / a_minute, in_danger
        self._calm: list[str] = []  # callers who have a contact, and have not been in danger
        self._ordinary, self._alarming = _words(Band.NONE), _words(Band.IMMINENT)
        self._sent: dict[str, datetime] = {}  # number of a text -> when
        self._owed: dict[str, datetime] = {}  # caller -> since when a page is
        self._codes: dict[str, datetime] = {}  # code of that page -> the same
        self._callers = 0
        for n in range(COORDINATORS):
            phone = line.volunteer(f"Kit{n}", coordinator=True)[1]
            self.play.players[phone.number] = Coordinator(self, phone.number)
        for n in range(PEERS):
            phone = line.peer(f"Peer{n}")
            self.peers[f"Peer{n}"] = phone.number
            self.play.players[phone.number] = Peer(self, phone.number)
        self.play.watchers += [self, self.queue]

    @property
    def unpaged(self) -> int:
        return len(self._owed) + len(self._codes)

    def lasts(self, minutes: float) -> None:
        """Words at any moment of so many minutes, and time for what they lead to."""
        begins = self.play.now
        ends, moment = begins + timedelta(minutes=minutes), begins
        while moment < ends:
            self.play.at(moment, partial(self._somebody_writes, moment))
            moment += timedelta(seconds=self.chance.expovariate(1 / self._every))
        self.play.runs_until(ends + timedelta(seconds=10))

    def looks(self, heard: list[Said]) -> None:
        """After every step, when all has come to rest: which words have arrived where they should."""
        for caller, since in list(self._owed.items()):
            if page := self._code_of_page(caller):
                self._codes[page] = since
                del self._owed[caller]
        for said in heard:
            number = NUMBERED.search(said.body)
            if not said.by_line:
                continue
            if number and (at := self._sent.pop(number[1], None)):
                self.met.relayed.append((said.at - at).total_seconds())
            code = ACK.search(said.body)
            if code and (at := self._codes.pop(code[1], None)):
                self.met.paged.append((said.at - at).total_seconds())

    def begins(self, caller: str, peer: str) -> None:
        self.talks[caller] = peer
        wait = self.chance.expovariate(1 / TALK)
        self.play.soon(timedelta(minutes=wait), lambda: self._ends(caller, peer))

    def is_over(self, peer: str) -> None:
        for caller in [one for one, who in self.talks.items() if who == peer]:
            del self.talks[caller]
            if caller in self._calm:
                self._calm.remove(caller)

    def _ends(self, caller: str, peer: str) -> None:
        if self.talks.get(caller) == peer:
            self.play.texts(peer, "DONE")

    def _code_of_page(self, caller: str) -> str | None:
        store = self.line.desk.store
        person = store.people.get(store.people.key_of(PhoneNumber(caller)))
        contact = store.contacts.get(person.contact) if person.contact else None
        page = store.pages.get(page_name(contact, Reason.IMMINENT)) if contact else None
        return str(page.code) if page else None

    def _somebody_writes(self, meant: datetime) -> None:
        at = self.play.now
        self.met.words += 1
        self.met.behind = max(self.met.behind, (at - meant).total_seconds())
        body = f"{self.chance.choice(self._ordinary)} [{self.met.words}]"
        if self.chance.random() < self._in_danger:
            caller = self._somebody_calm()
            self.met.asked += 1
            self._owed[caller] = at
            body = f"{self.chance.choice(self._alarming)} [{self.met.words}]"
            self.play.texts(caller, body)
            return
        writer, is_relayed = self._writer()
        if is_relayed:
            self._sent[str(self.met.words)] = at
        self.play.texts(writer, body)

    def _somebody_calm(self) -> str:
        """A caller who has not been in danger yet: now they are, whether they wait, talk or write for the first time."""
        if not self._calm or self.chance.random() < FIRST:
            return self._somebody_new(calm=False)
        caller = self.chance.choice(self._calm)
        self._calm.remove(caller)
        if self._code_of_page(
            caller
        ):  # read as in danger before, from words that were not meant so
            return self._somebody_calm()
        return caller

    def _writer(self) -> tuple[str, bool]:
        """Who writes next, and whether somebody is there to read it at once."""
        waiting = [one for one in self._calm if one not in self.talks]
        turn = self.chance.random()
        if turn < FIRST or not self.talks:
            return self._somebody_new(calm=True), False
        if turn < FIRST + WHILE_WAITING and waiting:
            return self.chance.choice(waiting), False
        caller = self.chance.choice(list(self.talks))
        return (self.talks[caller] if self.chance.random() < BY_PEER else caller), True

    def _somebody_new(self, *, calm: bool) -> str:
        self._callers += 1
        number = f"+1212{5550000 + self._callers}"
        self.play.players[number] = Caller(self, number)
        if calm:
            self._calm.append(number)
        return number


@dataclass(slots=True)
class Caller:
    night: Night
    number: str

    def reads(self, body: str) -> None:
        if match := IS_HERE.search(body):
            self.night.begins(self.number, self.night.peers[match[1]])


@dataclass(slots=True)
class Peer:
    night: Night
    number: str

    def reads(self, body: str) -> None:
        if match := TAKE.search(body):
            self._soon(TAKES, f"TAKE {match[1]}")
        elif IS_OVER.search(body) and not NUMBERED.search(body):
            self.night.is_over(self.number)

    def _soon(self, within: tuple[float, float], body: str) -> None:
        wait = timedelta(seconds=self.night.chance.uniform(*within))
        self.night.play.soon(wait, lambda: self.night.play.texts(self.number, body))


@dataclass(slots=True)
class Coordinator:
    night: Night
    number: str

    def reads(self, body: str) -> None:
        if (match := ACK.search(body)) and self.night.chance.random() > ASLEEP:
            wait = timedelta(seconds=self.night.chance.uniform(*HAS_IT))
            self.night.play.soon(wait, lambda: self.night.play.texts(self.number, match[0]))


def _words(band: Band) -> list[str]:
    """Invented words that are read so whatever was written before, as far as this set goes."""
    texts = [one for one in load(DEVELOPMENT) if one.band is band and one.language == "en"]
    bodies = [one.text for one in texts if not one.before and len(one.text) < 140]
    return [body for body in bodies if read(f"{body} [1]").band is band]
