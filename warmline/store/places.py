"""Places in the line, as callers are told of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from warmline.ids import ContactId
from warmline.routing.call import Stage
from warmline.routing.contact import Contact
from warmline.store.connection import redis_errors
from warmline.store.room import Room

LOOKED_AT = 50  # of those before somebody: each costs a reading in every round that a caller hears


@dataclass(frozen=True, slots=True)
class Ahead:
    """Who has an earlier place: `waiting` by text or on the line, and `elsewhere`, who may have left for good."""

    waiting: int
    elsewhere: tuple[ContactId, ...]
    told: int  # the best place that this caller was told; 0 for none


class Places(Room):
    """Where somebody is among those who wait."""

    def ahead_of(self, contact: Contact) -> Ahead | None:
        """None when they do not wait. What the same person has open by text is not before them.

        Of more than fifty people before them the first fifty are looked at, and all others count as waiting.
        """
        k = self._keys
        with redis_errors(), self._redis.pipeline(transaction=False) as pipe:
            pipe.zrank(k.waiting(), contact.id).hget(k.contact(contact.id), "told_place")
            rank, told = pipe.execute()
            if rank is None:
                return None
            nearer = max(0, rank - LOOKED_AT)
            before = self._redis.zrange(k.waiting(), 0, rank - nearer - 1) if rank else []
            for one in before:
                pipe.hmget(k.contact(ContactId(one)), "caller", "call_stage")
            facts = pipe.execute() if before else []
        others = [
            (ContactId(one), stage)
            for one, (caller, stage) in zip(before, facts, strict=True)
            if caller and caller != contact.caller
        ]
        elsewhere = tuple(one for one, stage in others if stage and stage != Stage.HELD)
        return Ahead(nearer + len(others) - len(elsewhere), elsewhere, int(told or 0))

    def tell(self, contact: ContactId, place: int, *, now: datetime) -> str:
        """They hear it now: "told", "told_better" or "ended"."""
        word: str = self._transitions.run(
            "tell_place", now=now, plan={}, contact=contact, args=[place]
        )
        return word
