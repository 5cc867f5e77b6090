"""The texts the exchange knows of, as the provider's message list shows them."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Status(StrEnum):
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    DELIVERED = "delivered"
    UNDELIVERED = "undelivered"
    FAILED = "failed"
    RECEIVED = "received"


class Direction(StrEnum):
    INBOUND = "inbound"
    API = "outbound-api"
    REPLY = "outbound-reply"
    EXCHANGE = "exchange"  # the exchange's own confirmations and phone to phone: not in the list


@dataclass(frozen=True, slots=True)
class Medium:
    """A picture or the like that belongs to a message."""

    sid: str
    content_type: str
    url: str = ""  # where the customer keeps it; empty when the exchange itself does


@dataclass(slots=True)
class Message:
    """One text, from its acceptance to its end."""

    sid: str
    sender: str
    to: str
    body: str = field(repr=False)
    direction: Direction
    status: Status
    segments: int
    created_at: datetime
    updated_at: datetime
    listed_at: datetime  # lists show it from then on
    sent_at: datetime | None = None
    error_code: int | None = None
    callback: str = ""
    media: list[Medium] = field(default_factory=list)

    @property
    def is_done(self) -> bool:
        return self.status not in {Status.QUEUED, Status.SENDING}


@dataclass(frozen=True, slots=True)
class Query:
    """What a list is asked for. Moments are whole seconds, and both ends count."""

    to: str = ""
    sender: str = ""
    since: datetime | None = None
    until: datetime | None = None


class Messages:
    """Every message, oldest first, found by its sid or by one of its numbers."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._by_sid: dict[str, Message] = {}
        self._by_number: dict[str, dict[str, Message]] = {}

    def add(self, message: Message) -> None:
        with self._lock:
            self._by_sid[message.sid] = message
            for number in {message.sender, message.to}:
                self._by_number.setdefault(number, {})[message.sid] = message

    def get(self, sid: str) -> Message | None:
        return self._by_sid.get(sid)

    def remove(self, message: Message) -> None:
        with self._lock:
            self._by_sid.pop(message.sid, None)
            for number in {message.sender, message.to}:
                self._by_number.get(number, {}).pop(message.sid, None)

    def all(self) -> list[Message]:
        with self._lock:
            return list(self._by_sid.values())

    def matching(self, query: Query, *, now: datetime) -> list[Message]:
        """What the provider's list would show at `now`, newest first."""
        with self._lock:
            number = query.to or query.sender
            known = self._by_number.get(number, {}) if number else self._by_sid
            candidates = list(known.values())
        return [m for m in reversed(candidates) if m.listed_at <= now and _fits(m, query)]

    def clear(self) -> None:
        with self._lock:
            self._by_sid.clear()
            self._by_number.clear()


def _fits(message: Message, query: Query) -> bool:
    if message.direction is Direction.EXCHANGE:
        return False
    if (query.to and message.to != query.to) or (query.sender and message.sender != query.sender):
        return False
    if query.since is None and query.until is None:
        return True
    if message.sent_at is None:  # the filter is on the date of sending, and there is none yet
        return False
    sent = message.sent_at.replace(microsecond=0)
    return (query.since is None or sent >= query.since) and (
        query.until is None or sent <= query.until
    )
