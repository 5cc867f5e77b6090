"""Figures for /metrics: counters that outlive a process, and how the line stands at one moment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from warmline.clock import milliseconds
from warmline.ids import ContactId
from warmline.store.connection import redis_errors
from warmline.store.contact_reading import since_of
from warmline.store.room import Room

MOST_NAMED = 1000  # overdue keys whose kind is looked at; with more than that, kinds matter little


@dataclass(frozen=True, slots=True)
class Figures:
    """How many of what there are just now."""

    contacts: Mapping[str, int]  # by state, open ones only
    longest_wait_since: datetime | None
    calls: Mapping[str, int]  # by stage, open ones only
    longest_held_since: datetime | None  # of those who wait on the line
    bell: int
    overdue: int
    overdue_by_kind: Mapping[str, int]
    pages: int


class Counts(Room):
    """How often something happened since the line began, and how things stand."""

    def add(self, name: str) -> None:
        with redis_errors():
            self._redis.hincrby(self._keys.counts(), name, 1)

    def all(self) -> dict[str, int]:
        with redis_errors():
            counts: dict[str, str] = self._redis.hgetall(self._keys.counts())
        return {name: int(count) for name, count in counts.items()}

    def figures(self, now: datetime, *, grace: timedelta) -> Figures:
        """What waits, what is open, and what should have had a look `grace` ago. Two round trips."""
        k, before = self._keys, milliseconds(now - grace)
        with redis_errors(), self._redis.pipeline(transaction=False) as pipe:
            pipe.zrange(k.waiting(), 0, -1, withscores=True).zrange(k.open(), 0, -1)
            pipe.llen(k.bell()).zcount(k.due(), "-inf", before)
            pipe.zrange(k.due(), "-inf", before, byscore=True, offset=0, num=MOST_NAMED)
            pipe.hkeys(k.page_codes())
            waiting, open_, bell, overdue, named, codes = pipe.execute()
        found = self._states([ContactId(contact) for contact in open_])
        states = Counter(state for state, _ in found.values())
        held = [score for contact, score in waiting if found.get(contact, ("", ""))[1] == "held"]
        return Figures(
            contacts={
                "waiting": states["waiting"],
                "offered": states["offered"],
                "active": max(0, len(open_) - len(waiting)),
            },
            longest_wait_since=min((since_of(score) for _, score in waiting), default=None),
            calls=Counter(stage for _, stage in found.values() if stage),
            longest_held_since=min(map(since_of, held), default=None),
            bell=bell,
            overdue=overdue,
            overdue_by_kind=Counter(k.short(key)[0] for key in named),
            pages=len(set(codes) - {"next"}),
        )

    def _states(self, contacts: list[ContactId]) -> dict[str, tuple[str, str]]:
        """State and, of a call, its stage."""
        with redis_errors(), self._redis.pipeline(transaction=False) as pipe:
            for contact in contacts:
                pipe.hmget(self._keys.contact(contact), ["state", "call_stage"])
            return {
                contact: (state or "", stage or "")
                for contact, (state, stage) in zip(contacts, pipe.execute(), strict=True)
            }
