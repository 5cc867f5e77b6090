"""What is kept of a contact's risk: its band, and the last few texts that the next one is read with."""

from __future__ import annotations

from datetime import datetime

from warmline.ids import ContactId
from warmline.routing.care import place
from warmline.routing.contact import Contact
from warmline.safety.reading import Band, Kind, Said, Who
from warmline.store.connection import redis_errors
from warmline.store.effects import BY_PEER, Cause, Plan
from warmline.store.room import Room


class Caring(Room):
    """Bands only rise by themselves; a person lowers them."""

    def said(self, contact: ContactId) -> tuple[Said, ...]:
        """The last few texts, oldest first."""
        with redis_errors():
            sealed = self._redis.lrange(self._keys.said(contact), 0, -1)
        texts = (self._vault.open(text) for text in sealed)
        return tuple(Said(t[1:], Who.PEER if t[0] == BY_PEER else Who.CALLER) for t in texts)

    def raise_band(
        self,
        contact: Contact,
        band: Band,
        kind: Kind,
        *,
        now: datetime,
        plan: Plan,
        beside: bool = False,
    ) -> str:
        """A text has shown this band: "raised", "already" (as high, or higher), or "moved".

        With `beside`, it was a text of the same person's other contact.
        """
        names = ("beside", "beside_kind") if beside else ("band", "kind")
        word: str = self._transitions.run(
            "raise_band",
            now=now,
            plan=plan,
            contact=contact.id,
            version=contact.version,
            keys=[self._keys.waiting()],
            args=[contact.id, band, band.rank, place(contact.policy, band), kind, *names],
        )
        return word

    def lower_band(
        self,
        contact: Contact,
        band: Band,
        *,
        now: datetime,
        plan: Plan,
        cause: Cause | None = None,
        other: ContactId | None = None,
    ) -> str:
        """A person says it is no more than this: "lowered", "not_lower", "moved" or "gone".

        What the same person has open in the `other` way is lowered with it.
        """
        word: str = self._transitions.run(
            "lower_band",
            now=now,
            plan=plan,
            contact=contact.id,
            version=contact.version,
            cause=cause,
            keys=[
                self._keys.waiting(),
                self._keys.contact(other) if other else self._keys.none(),
            ],
            args=[contact.id, band, band.rank, place(contact.policy, band), other or ""],
        )
        return word
