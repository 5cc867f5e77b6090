"""Incident records: what was done about one contact in danger, by id, kept longer than the journal."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from warmline.clock import milliseconds, moment
from warmline.ids import ContactId
from warmline.store.connection import redis_errors
from warmline.store.journal import Entry
from warmline.store.keys import PERSON_SECONDS
from warmline.store.room import Room


@dataclass(frozen=True, slots=True)
class Incident:
    """A record as it is now; `lines` are those of the journal, oldest first."""

    contact: ContactId
    began: datetime
    lines: tuple[Entry, ...]


class Incidents(Room):
    """One record a contact; it fades 13 months after its last line."""

    def all_ids(self) -> list[ContactId]:
        """The latest first. Those that have faded are left out and forgotten."""
        key, oldest = self._keys.incidents(), timedelta(seconds=PERSON_SECONDS)
        with redis_errors():
            newest = self._redis.zrange(key, -1, -1, withscores=True)
            if newest:
                gone = milliseconds(moment(int(newest[0][1])) - 2 * oldest)
                self._redis.zremrangebyscore(key, "-inf", gone)
            ids = self._redis.zrange(key, 0, -1)
        return [ContactId(contact) for contact in reversed(ids)]

    def get(self, contact: ContactId) -> Incident | None:
        with redis_errors(), self._redis.pipeline(transaction=True) as pipe:
            pipe.lrange(self._keys.incident(contact), 0, -1)
            pipe.zscore(self._keys.incidents(), contact)
            rows, began = pipe.execute()
        if began is None:
            return None
        return Incident(contact, moment(int(began)), tuple(_entry(json.loads(row)) for row in rows))

    def add(
        self,
        contact: ContactId,
        before: int,
        lines: Sequence[Entry],
        *,
        began: datetime,
        again: datetime | None,
    ) -> str:
        """Add lines to a record that had `before` of them, and look at it `again`: "added" or "moved"."""
        k = self._keys
        word: str = self._scripts.run(
            "add_to_incident",
            [k.incident(contact), k.incidents(), k.due()],
            [
                contact,
                before,
                json.dumps([json.dumps(_row(line)) for line in lines]),
                PERSON_SECONDS,
                milliseconds(began),
                k.incident(contact),
                milliseconds(again) if again else "",
            ],
        )
        return word


def _row(entry: Entry) -> Mapping[str, object]:
    about = {"id": entry.id, "at": milliseconds(entry.at), "event": entry.event}
    return about | {"about": entry.about}


def _entry(row: Mapping[str, object]) -> Entry:
    about = row["about"]
    assert isinstance(about, dict)  # noqa: S101 - as `_row` writes it
    return Entry(str(row["id"]), moment(int(str(row["at"]))), str(row["event"]), about)
