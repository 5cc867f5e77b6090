"""When something needs a look: the bell for now, the due list for later and for safety."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from warmline.clock import milliseconds, moment
from warmline.store.connection import redis_errors
from warmline.store.room import Room

# A look that was handed out and came to nothing is handed out again.
LOOK_AGAIN_AFTER = timedelta(seconds=4)
_AT_MOST = 500


class Schedule(Room):
    """Keys that need a look. A key is handed out again until what it names says it needs none."""

    def wait_for_bell(self, longest: float) -> list[str]:
        """Keys that rang, as soon as one does, or none after `longest` seconds.

        0 does not wait; Redis keeps more than that to 0.01 and its own ticks.
        """
        with redis_errors():
            rung = self._redis.lpop(self._keys.bell(), _AT_MOST) or []
            if rung or not longest:
                return list(rung)
            first = self._redis.blpop([self._keys.bell()], timeout=max(longest, 0.01))
        return [] if first is None else [first[1]]

    def take_due(self, now: datetime) -> list[str]:
        """Keys whose moment has come."""
        again = LOOK_AGAIN_AFTER // timedelta(milliseconds=1)
        keys: list[str] = self._scripts.run(
            "take_due", [self._keys.due()], [milliseconds(now), again, _AT_MOST]
        )
        return keys

    def next_moment(self) -> datetime | None:
        """The earliest moment on the list."""
        with redis_errors():
            first = self._redis.zrange(self._keys.due(), 0, 0, withscores=True)
        return moment(int(first[0][1])) if first else None

    def moments(self, keys: Sequence[str]) -> list[datetime | None]:
        """When each of these is looked at next; None for never."""
        with redis_errors(), self._redis.pipeline(transaction=False) as pipe:
            for key in keys:
                pipe.zscore(self._keys.due(), key)
            return [None if at is None else moment(int(at)) for at in pipe.execute()]

    def look_at(self, key: str, at: datetime) -> None:
        """See to it that `key` is looked at by then, or earlier if that was planned."""
        with redis_errors():
            self._redis.zadd(self._keys.due(), {key: milliseconds(at)}, lt=True)

    def set(self, key: str, at: datetime) -> None:
        """Look at `key` then, whatever was planned."""
        with redis_errors():
            self._redis.zadd(self._keys.due(), {key: milliseconds(at)})

    def done(self, key: str) -> None:
        """`key` needs no look any more."""
        with redis_errors():
            self._redis.zrem(self._keys.due(), key)

    def ring(self, *keys: str) -> None:
        """Have these looked at now."""
        with redis_errors():
            self._redis.rpush(self._keys.bell(), *keys)

    def overdue(self, now: datetime, grace: timedelta) -> int:
        """How many keys should have had their look `grace` ago: none, while a sweep runs."""
        with redis_errors():
            return int(self._redis.zcount(self._keys.due(), "-inf", milliseconds(now - grace)))
