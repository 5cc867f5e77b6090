"""Queues of callers, each in the order of arrival."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from warmline.simulator import sids
from warmline.simulator.voice.calls import Call

MOST = 1000  # the provider's default


@dataclass(slots=True, eq=False)
class Member:
    """One caller in a queue."""

    call: Call
    since: datetime
    is_leaving: bool = False  # somebody has dialled the queue, and is about to be connected


@dataclass(slots=True, eq=False)
class Queue:
    sid: str
    name: str
    created_at: datetime
    most: int = MOST
    members: list[Member] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)  # of those who have left
    dialled_by: list[Call] = field(default_factory=list)  # who waits for the next to join

    @property
    def is_full(self) -> bool:
        return len(self.members) >= self.most

    def position(self, member: Member) -> int:
        return self.members.index(member) + 1

    def first(self) -> Member | None:
        return next((member for member in self.members if not member.is_leaving), None)

    def leave(self, member: Member, now: datetime) -> None:
        if member in self.members:
            self.members.remove(member)
            self.waits.append((now - member.since).total_seconds())

    def average_s(self) -> int:
        return round(sum(self.waits) / len(self.waits)) if self.waits else 0


class Queues:
    """Every queue, made when it is first named."""

    def __init__(self) -> None:
        self._by_name: dict[str, Queue] = {}

    def get(self, sid: str) -> Queue | None:
        return next((queue for queue in self.all() if queue.sid == sid), None)

    def named(self, name: str) -> Queue | None:
        return self._by_name.get(name)

    def open(self, name: str, now: datetime) -> Queue:
        if name not in self._by_name:
            self._by_name[name] = Queue(sids.fresh("QU"), name, now)
        return self._by_name[name]

    def remove(self, queue: Queue) -> None:
        self._by_name.pop(queue.name, None)

    def all(self) -> list[Queue]:
        return list(self._by_name.values())

    def clear(self) -> None:
        self._by_name.clear()
