"""Contacts by voice: begun by a call that came in, taken by pressing 1."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from warmline.clock import milliseconds, moment
from warmline.ids import CallerKey, ContactId, LegId, VolunteerId
from warmline.phone import PhoneNumber
from warmline.routing.contact import Contact
from warmline.store.connection import redis_errors
from warmline.store.contacts import Contacts
from warmline.store.effects import Plan
from warmline.store.keys import NAMELESS_SECONDS, PERSON_SECONDS
from warmline.store.people import Person, as_person
from warmline.volunteers.shifts import Channel


class CallContacts(Contacts):
    """Everyone who reaches out, by text or by voice."""

    def open_call(
        self,
        contact: ContactId,
        caller: CallerKey,
        *,
        leg: LegId,
        now: datetime,
        plan: Plan,
        fields: Mapping[str, str],
        caller_number: PhoneNumber | None,
        if_new: bool = False,
    ) -> str | Person:
        """Begin a contact by voice: "opened", "known" or "moved" (they have one open).

        With `if_new`, whoever is not somebody new is given instead, as they are, and nothing is written.
        """
        k = self._keys
        number = {"caller_number": self._vault.seal(caller_number.e164)} if caller_number else {}
        noted = {**fields, "caller": caller, **number}
        answer = self._transitions.run(
            "open_call",
            contact=contact,
            now=now,
            plan=plan,
            keys=[k.person(caller), k.waiting(), k.open(), k.codes(), k.leg(leg)],
            args=[
                contact,
                json.dumps([part for pair in noted.items() for part in pair]),
                fields.get("rank", 0),
                PERSON_SECONDS if caller_number else NAMELESS_SECONDS,
                "1" if if_new else "",
            ],
        )
        if isinstance(answer, str):
            return answer
        return as_person(caller, dict(zip(answer[::2], answer[1::2], strict=True)))

    def answer(
        self,
        contact: Contact,
        volunteer: VolunteerId,
        fields: Mapping[str, str],
        *,
        now: datetime,
        plan: Plan,
    ) -> str:
        """A peer takes this caller: "answered", "engaged", "apart" or "moved"."""
        k = self._keys
        others = [k.offers(other) for other in contact.offered if other != volunteer]
        own = [
            k.offered(contact.id),
            k.waiting(),
            k.volunteer(volunteer),
            k.talks(volunteer),
            k.offers(volunteer),
            k.tried(contact.id),
            k.blocked(contact.caller),
        ]
        return self._run(
            "answer_call",
            contact.id,
            version=contact.version,
            now=now,
            plan=plan,
            keys=[*own, *others],
            args=[contact.id, volunteer, json.dumps(dict(fields)), 13 + len(others)],
        )

    def part(
        self, contact: Contact, fields: Mapping[str, str], *, now: datetime, plan: Plan
    ) -> str:
        """The peer leaves the caller with the crisis line, and the contact goes on: "parted" or "moved"."""
        k, peer = self._keys, contact.peer
        if peer is None:
            return "moved"
        return self._run(
            "part_from_contact",
            contact.id,
            version=contact.version,
            now=now,
            plan=plan,
            keys=[k.volunteer(peer), k.talks(peer), k.held(peer)],
            args=[
                contact.id,
                milliseconds(now + contact.policy.wrap_up),
                json.dumps(dict(fields)),
            ],
        )

    def sealed(self, words: str) -> str:
        """Words as they may be kept in a field."""
        return self._vault.seal(words)

    def looked_at(self, contact: ContactId) -> datetime | None:
        """When a worker last looked at a call and found nothing to do. None for never."""
        with redis_errors():
            at = self._redis.hget(self._keys.contact(contact), "looked")
        return moment(int(at)) if at else None

    def change_channel(
        self,
        contact: Contact,
        channel: Channel,
        fields: Mapping[str, str],
        *,
        now: datetime,
        plan: Plan,
    ) -> str:
        """It goes on by text, or by voice, in its place: "changed", "has_one" (another is open in that way) or "moved"."""
        k = self._keys
        asked = [k.offers(volunteer) for volunteer in contact.offered]
        was, is_now = ("call", "contact") if channel is Channel.TEXT else ("contact", "call")
        return self._run(
            "change_channel",
            contact.id,
            version=contact.version,
            now=now,
            plan=plan,
            keys=[k.person(contact.caller), k.offered(contact.id), k.tried(contact.id), *asked],
            args=[
                contact.id,
                channel,
                was,
                is_now,
                json.dumps(dict(fields)),
                PERSON_SECONDS,
                9 + len(asked),
            ],
        )

    def move_up(self, contact: Contact, since: datetime, rank: int, *, now: datetime) -> str:
        """It takes over an earlier place, or a higher rank: "moved_up", "as_early" or "moved"."""
        return self._run(
            "move_up",
            contact.id,
            version=contact.version,
            now=now,
            plan={},
            keys=[self._keys.waiting()],
            args=[contact.id, milliseconds(since), rank],
        )
