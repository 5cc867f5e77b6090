"""Calendar feeds: the private addresses at which a calendar program reads shifts, and how often each event has changed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from warmline.clock import milliseconds, moment
from warmline.store.access import Access
from warmline.store.connection import redis_errors
from warmline.store.effects import Plan

_REMEMBERED_SECONDS = 90 * 24 * 3600  # a calendar program that stays away for so long begins anew


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it is kept, by a digest of its address: `whose` is a volunteer's id, or "line"."""

    digest: str
    whose: str
    made: datetime


@dataclass(frozen=True, slots=True)
class Revision:
    """Which version of an event that is: how often it changed, and when last."""

    sequence: int
    changed: datetime


class Feeds(Access):
    """Every private calendar address."""

    def get(self, digest: str) -> Feed | None:
        with redis_errors():
            record = self._redis.hget(self._keys.feeds(), digest)
        return _as_feed(digest, record) if record else None

    def all(self) -> list[Feed]:
        """Every feed, the oldest first."""
        with redis_errors():
            records: dict[str, str] = self._redis.hgetall(self._keys.feeds())
        feeds = [_as_feed(digest, record) for digest, record in records.items()]
        return sorted(feeds, key=lambda feed: (feed.made, feed.digest))

    def keep(self, feed: Feed, *, now: datetime, plan: Plan) -> str:
        """Open this address, and close every other of the same calendar: "kept"."""
        record = {"whose": feed.whose, "made": milliseconds(feed.made)}
        feeds, before = self._keys.feeds(), self._of(feed.whose)
        return self._change(feeds, keep={feed.digest: record}, forget=before, now=now, plan=plan)

    def forget(self, whose: str, *, now: datetime, plan: Plan) -> str:
        """Close the calendar's address: "forgotten" or "unknown"."""
        before = self._of(whose)
        return self._change(self._keys.feeds(), keep={}, forget=before, now=now, plan=plan)

    def revisions(self, whose: str, told: Mapping[str, str], *, now: datetime) -> list[Revision]:
        """For each event by name, with a digest of what it tells: its version, as of this reading."""
        pairs = [part for pair in told.items() for part in pair]
        numbers: list[int] = self._scripts.run(
            "note_events",
            [self._keys.feed_events(whose)],
            [milliseconds(now), _REMEMBERED_SECONDS, *pairs],
        )
        return [
            Revision(sequence, moment(changed))
            for sequence, changed in zip(numbers[0::2], numbers[1::2], strict=True)
        ]

    def _of(self, whose: str) -> list[str]:
        return [feed.digest for feed in self.all() if feed.whose == whose]


def _as_feed(digest: str, record: str) -> Feed:
    fields = json.loads(record)
    return Feed(digest, fields["whose"], moment(fields["made"]))
