"""All of what the line keeps, behind one address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from warmline.errors import PermanentError
from warmline.store.answers import Answers
from warmline.store.asking import Asking
from warmline.store.blocks import Blocks
from warmline.store.call_contacts import CallContacts
from warmline.store.caring import Caring
from warmline.store.confirmations import Confirmations
from warmline.store.connection import Connection, connect, redis_errors
from warmline.store.counts import Counts
from warmline.store.feeds import Feeds
from warmline.store.imports import Imports
from warmline.store.incidents import Incidents
from warmline.store.journal import Journal
from warmline.store.keys import Keys
from warmline.store.learned import Learned
from warmline.store.legs import Legs
from warmline.store.messages import Messages
from warmline.store.notes import Notes
from warmline.store.outbox import Outbox
from warmline.store.pages import Pages
from warmline.store.patterns import Patterns
from warmline.store.people import People
from warmline.store.phonings import Phonings
from warmline.store.places import Places
from warmline.store.room import Ground
from warmline.store.roster import Roster
from warmline.store.schedule import Schedule
from warmline.store.scripts import Scripts, Transitions
from warmline.store.seats import Seats
from warmline.store.shifts import Shifts
from warmline.store.signals import Signals
from warmline.store.texts import Texts
from warmline.store.tokens import Tokens
from warmline.store.vault import Vault


@dataclass(frozen=True, slots=True)
class Store:
    """One room for each thing that is kept; every one of them may raise TransientError when Redis is away."""

    connection: Connection
    keys: Keys
    transitions: Transitions
    texts: Texts
    outbox: Outbox
    people: People
    contacts: CallContacts
    caring: Caring
    blocks: Blocks
    legs: Legs
    messages: Messages
    notes: Notes
    phonings: Phonings
    places: Places
    roster: Roster
    shifts: Shifts
    patterns: Patterns
    seats: Seats
    imports: Imports
    pages: Pages
    signals: Signals
    incidents: Incidents
    schedule: Schedule
    counts: Counts
    journal: Journal
    learned: Learned
    asking: Asking
    tokens: Tokens
    feeds: Feeds
    answers: Answers
    confirmations: Confirmations

    def durability(self) -> list[str]:
        """Why Redis is not fit to be the record, in an operator's words; nothing when it is."""
        with redis_errors():
            nodes = [_nodes(self.connection.info(part)) for part in ("persistence", "memory")]
        found = (fault for pair in zip(*nodes, strict=False) for fault in _faults(*pair))
        return list(dict.fromkeys(found))  # of a Cluster, once for all nodes

    def version(self) -> str:
        """The oldest Redis among the nodes, such as "7.2.4"."""
        with redis_errors():
            nodes = _nodes(self.connection.info("server"))
        return min((str(node["redis_version"]) for node in nodes), key=_parts)

    def fsync(self) -> str | None:
        """When Redis writes to its disk: "always", "everysec" or "no"; None where it does not say."""
        try:
            with redis_errors():
                return str(self.connection.config_get("appendfsync").get("appendfsync", "")) or None
        except PermanentError:  # a managed Redis lets nobody ask
            return None

    def watermark(self) -> int | None:
        """Unix ms up to which the provider's list of texts has been read, if it ever was."""
        with redis_errors():
            at = self.connection.get(self.keys.watermark())
        return int(at) if at else None

    def reading_asked_at(self) -> int:
        """Unix ms when someone last feared that texts had been missed; 0 for never."""
        with redis_errors():
            return int(self.connection.get(self.keys.asked()) or 0)

    def ask_for_reading(self, at: int) -> None:
        """Have the provider's list read at once, and a few times more."""
        with redis_errors(), self.connection.pipeline(transaction=True) as pipe:
            pipe.set(self.keys.asked(), at).zadd(self.keys.due(), {self.keys.watermark(): at})
            pipe.execute()

    def move_watermark(self, at: int, *, first: bool = False) -> None:
        """The list has been read up to then. `first`: only if it was never read before."""
        with redis_errors():
            self.connection.set(self.keys.watermark(), at, nx=first)


def open_store(url: str, *, line: str, secrets: tuple[str, ...]) -> Store:
    """The store at this address, for this line. Connects on first use."""
    connection, keys, vault = connect(url), Keys(line), Vault(secrets)
    scripts = Scripts(connection)
    ground = Ground(connection, keys, vault, scripts, Transitions(scripts, keys, vault))
    return Store(
        connection=connection,
        keys=keys,
        transitions=ground.transitions,
        texts=Texts(ground),
        outbox=Outbox(ground),
        people=People(ground),
        contacts=CallContacts(ground),
        caring=Caring(ground),
        blocks=Blocks(ground),
        legs=Legs(ground),
        messages=Messages(ground),
        notes=Notes(ground),
        phonings=Phonings(ground),
        places=Places(ground),
        roster=Roster(ground),
        shifts=Shifts(ground),
        patterns=Patterns(ground),
        seats=Seats(ground),
        imports=Imports(ground),
        pages=Pages(ground),
        signals=Signals(ground),
        incidents=Incidents(ground),
        schedule=Schedule(ground),
        counts=Counts(ground),
        journal=Journal(ground),
        learned=Learned(ground),
        asking=Asking(ground),
        tokens=Tokens(ground),
        feeds=Feeds(ground),
        answers=Answers(ground),
        confirmations=Confirmations(ground),
    )


def _nodes(answer: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """One server's answer, or those of a Cluster's nodes by name."""
    values = list(answer.values())
    return values if values and all(isinstance(value, dict) for value in values) else [answer]


def _parts(version: str) -> list[int]:
    return [int(part) for part in version.split(".") if part.isdigit()]


def _faults(about: Mapping[str, Any], memory: Mapping[str, Any]) -> Iterator[str]:
    if not about.get("aof_enabled"):
        yield "Redis writes no append-only file: set appendonly yes"
    elif about.get("aof_last_write_status", "ok") != "ok":
        yield "Redis cannot write its append-only file: look at its disk"
    if memory.get("maxmemory_policy", "noeviction") != "noeviction":
        yield "Redis may throw keys away when memory is short: set maxmemory-policy noeviction"
