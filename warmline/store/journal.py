"""The journal, read back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from warmline.clock import moment
from warmline.store.connection import redis_errors
from warmline.store.room import Room

_AT_A_TIME = 500
_ID = re.compile(r"\d{1,15}-\d{1,9}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: when, what, and about whom, by id."""

    id: str
    at: datetime
    event: str
    about: dict[str, str]


class Journal(Room):
    """What every transition wrote about itself; the latest hundred thousand lines of it."""

    def before(self, entry: str = "") -> Iterator[Entry]:
        """The lines before this one (all of them, for ""), newest first, read as they are asked for."""
        last = f"({entry}" if entry else "+"
        while True:
            with redis_errors():
                rows = self._redis.xrevrange(self._keys.journal(), last, "-", count=_AT_A_TIME)
            for name, fields in rows:
                yield _as_entry(name, fields)
            if len(rows) < _AT_A_TIME:
                return
            last = f"({rows[-1][0]}"

    def after(self, entry: str = "") -> Iterator[Entry]:
        """The lines after this one (all of them, for ""), oldest first, read as they are asked for."""
        first = f"({entry}" if entry else "-"
        while True:
            with redis_errors():
                rows = self._redis.xrange(self._keys.journal(), first, "+", count=_AT_A_TIME)
            for name, fields in rows:
                yield _as_entry(name, fields)
            if len(rows) < _AT_A_TIME:
                return
            first = f"({rows[-1][0]}"

    @staticmethod
    def is_entry(name: str) -> bool:
        """Whether this could be a line's id."""
        return bool(_ID.fullmatch(name))


def _as_entry(name: str, fields: dict[str, str]) -> Entry:
    about = {key: value for key, value in fields.items() if key not in {"at", "event"}}
    return Entry(name, moment(int(fields["at"])), fields.get("event", ""), about)
