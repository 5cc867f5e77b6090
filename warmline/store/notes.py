"""Notes: what a peer wrote down about a talk, sealed, for coordinators alone."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime

from warmline.clock import milliseconds, moment
from warmline.ids import CallerKey, ContactId, VolunteerId
from warmline.routing.contact import Contact
from warmline.store.connection import redis_errors
from warmline.store.effects import Cause, Plan
from warmline.store.keys import CLOSED_SECONDS
from warmline.store.room import Room


@dataclass(frozen=True, slots=True)
class Note:
    """One note as it was written."""

    at: datetime
    by: VolunteerId
    words: str = field(repr=False)


class Notes(Room):
    """Kept with their contact; DELETE erases them."""

    def keep(self, contact: Contact, note: Note, *, plan: Plan, cause: Cause) -> str:
        """ "noted" or "gone"."""
        said = {"at": milliseconds(note.at), "by": note.by, "words": note.words}
        word: str = self._transitions.run(
            "keep_note",
            now=note.at,
            plan=plan,
            cause=cause,
            keys=[self._keys.notes(contact.id), self._keys.noted(contact.caller)],
            args=[self._vault.seal(json.dumps(said)), contact.id, CLOSED_SECONDS],
        )
        return word

    def of(self, contact: ContactId) -> list[Note]:
        """All of a contact, the oldest first."""
        with redis_errors():
            sealed = self._redis.lrange(self._keys.notes(contact), 0, -1)
        said = (json.loads(self._vault.open(one)) for one in sealed)
        return [Note(moment(one["at"]), VolunteerId(one["by"]), one["words"]) for one in said]

    def erase(self, caller: CallerKey) -> None:
        """Forget every note about this person. Safe to repeat."""
        key = self._keys.noted(caller)
        with redis_errors():
            about = [ContactId(one) for one in self._redis.smembers(key)]
            self._redis.delete(key, *map(self._keys.notes, about))
