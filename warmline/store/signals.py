"""What became of the alarm and the heartbeat outside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from warmline.clock import milliseconds, moment
from warmline.store.connection import redis_errors
from warmline.store.room import Room


@dataclass(frozen=True, slots=True)
class Outcome:
    """When it last went well, when it last failed, and how often since it went well."""

    well: datetime | None
    failed: datetime | None
    failures: int


class Signals(Room):
    """By name: "alarm" or "heartbeat"."""

    def went(self, name: str, *, well: bool, now: datetime) -> int:
        """Write down what became of one; how often it has failed in a row."""
        key, at = self._keys.outside(), milliseconds(now)
        with redis_errors(), self._redis.pipeline(transaction=True) as pipe:
            if well:
                pipe.hset(key, f"{name}_well", at).hdel(key, f"{name}_failures")
            else:
                pipe.hset(key, f"{name}_failed", at).hincrby(key, f"{name}_failures", 1)
            answers = pipe.execute()
        return 0 if well else int(answers[1])

    def outcome(self, name: str) -> Outcome:
        """How it went so far."""
        names = [f"{name}_{what}" for what in ("well", "failed", "failures")]
        with redis_errors():
            well, failed, failures = self._redis.hmget(self._keys.outside(), names)
        return Outcome(
            moment(int(well)) if well else None,
            moment(int(failed)) if failed else None,
            int(failures or 0),
        )
