"""Contacts as they are now, read whole."""

from __future__ import annotations

from datetime import datetime

from warmline.clock import moment
from warmline.ids import ContactId
from warmline.routing.contact import Contact
from warmline.store import waiting_words
from warmline.store.connection import redis_errors
from warmline.store.contact_record import as_contact
from warmline.store.room import Room

RANK = 10**13  # milliseconds; more than any moment before the year 2286


def since_of(score: float) -> datetime:
    """Since when someone waits, from their score on the waiting list: `since` less RANK for each rank."""
    return moment(int(score) % RANK)


class ContactReading(Room):
    """Everyone who reaches out, or did."""

    def get(self, contact: ContactId) -> Contact | None:
        """A contact as it is now, or None when it is long closed."""
        k = self._keys
        with redis_errors(), self._redis.pipeline(transaction=True) as pipe:
            pipe.hgetall(k.contact(contact)).hgetall(k.offered(contact)).hgetall(k.tried(contact))
            fields, offered, tried = pipe.execute()
        return as_contact(contact, fields, offered, tried, self._vault) if fields else None

    def by_code(self, code: int) -> Contact | None:
        """The open contact with this code."""
        with redis_errors():
            contact = self._redis.hget(self._keys.codes(), str(code))
        return self.get(ContactId(contact)) if contact else None

    def waiting(self) -> list[ContactId]:
        """Who waits, longest first."""
        with redis_errors():
            return [
                ContactId(contact) for contact in self._redis.zrange(self._keys.waiting(), 0, -1)
            ]

    def open(self) -> list[ContactId]:
        """Every open contact, oldest first."""
        with redis_errors():
            return [ContactId(contact) for contact in self._redis.zrange(self._keys.open(), 0, -1)]

    def words(self, contact: ContactId) -> tuple[str, ...]:
        """What the caller wrote that no peer has been sent yet, or none received, in the order in which it was said."""
        with redis_errors():
            kept: list[str] = self._redis.lrange(self._keys.words(contact), 0, -1)
        return waiting_words.in_order(self._vault, kept)
