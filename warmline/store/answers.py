"""Answers that are kept for a day, so that a program which asks again with the same key gets the same one."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import StrEnum

from warmline.store.connection import redis_errors
from warmline.store.room import Room

_KEPT_SECONDS = 24 * 3600
_RUNS_SECONDS = (
    60  # longer than any request may take (processes.py); then whoever began it has died
)


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer as it was given. `asked` is a digest of the question."""

    asked: str
    status: int
    headers: dict[str, str]
    body: str = field(repr=False)


class Begun(StrEnum):
    """What stands in the place of an answer that is not there yet."""

    NOW = "now"  # by whoever asked
    ELSEWHERE = "elsewhere"  # the same question is being answered by someone else


class Answers(Room):
    """Sealed: an answer may hold names."""

    def begin(self, name: str) -> Kept | Begun:
        """The answer that was given under this name, or the right to give it."""
        key = self._keys.answer(name)
        with redis_errors():
            if self._redis.set(key, "", nx=True, ex=_RUNS_SECONDS):
                return Begun.NOW
            sealed = self._redis.get(key)
        return Kept(**json.loads(self._vault.open(sealed))) if sealed else Begun.ELSEWHERE

    def keep(self, name: str, kept: Kept) -> None:
        """What is answered from now on, for a day."""
        record = {
            "asked": kept.asked,
            "status": kept.status,
            "headers": kept.headers,
            "body": kept.body,
        }
        with redis_errors():
            sealed = self._vault.seal(json.dumps(record))
            self._redis.set(self._keys.answer(name), sealed, ex=_KEPT_SECONDS)

    def forget(self, name: str) -> None:
        """Nothing was answered that could be given again."""
        with redis_errors():
            self._redis.delete(self._keys.answer(name))
