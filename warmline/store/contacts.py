"""Contacts: changed by one script each, guarded by the version that was read."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from warmline.clock import milliseconds
from warmline.ids import CallerKey, ContactId, VolunteerId
from warmline.phone import PhoneNumber
from warmline.routing.contact import Contact, Ended, Tried
from warmline.store import waiting_words
from warmline.store.contact_reading import ContactReading
from warmline.store.effects import Cause, Effects, Plan
from warmline.store.keys import CLOSED_SECONDS, PERSON_SECONDS

BUSY_FOR = timedelta(seconds=60)  # before a volunteer whose phone was busy is rung again

_NOTHING: Mapping[str, str] = {}


class Contacts(ContactReading):
    """Everyone who reaches out, or did, and what happens to them."""

    def open_new(
        self,
        contact: ContactId,
        caller: CallerKey,
        *,
        now: datetime,
        plan: Plan,
        cause: Cause,
        fields: Mapping[str, str],
        caller_number: PhoneNumber,
        words: Sequence[str],
    ) -> str:
        """Begin a contact: "opened", "moved" (the person has one) or "gone"."""
        k = self._keys
        sealed = {**fields, "caller": caller, "caller_number": self._vault.seal(caller_number.e164)}
        return self._run(
            "open_contact",
            contact,
            version="",
            now=now,
            plan=plan,
            cause=cause,
            keys=[k.person(caller), k.waiting(), k.open(), k.codes(), k.words(contact)],
            args=[
                contact,
                json.dumps(sealed),
                json.dumps({"greeted": "1"}),
                PERSON_SECONDS,
                waiting_words.sealed(self._vault, words, now),
            ],
        )

    def keep(
        self,
        contact: Contact,
        fields: Mapping[str, str],
        *,
        now: datetime,
        plan: Plan,
        cause: Cause | None = None,
        words: Sequence[str] = (),
    ) -> str:
        """Write facts about a contact, and hold `words` for its next peer: "kept", "moved" or "gone"."""
        return self._run(
            "keep_contact",
            contact.id,
            version=contact.version,
            now=now,
            plan=plan,
            cause=cause,
            keys=[self._keys.words(contact.id)],
            args=[json.dumps(dict(fields)), waiting_words.sealed(self._vault, words, now)],
        )

    def rest(self, contact: Contact, until: datetime, *, now: datetime) -> str:
        """Look again at `until`, unless it has changed meanwhile: "resting" or "moved"."""
        plan = {"resting": Effects(due={self._keys.contact(contact.id): until})}
        return self._run("rest_contact", contact.id, version=contact.version, now=now, plan=plan)

    def offer(
        self,
        contact: Contact,
        ranked: Sequence[VolunteerId],
        *,
        at_once: int,
        lapses_at: datetime,
        now: datetime,
        plan: Plan,
    ) -> list[VolunteerId] | None:
        """Ask the first of `ranked` who still can: who was asked, or None when the contact has moved."""
        k = self._keys
        candidate_keys = [key for v in ranked for key in (k.volunteer(v), k.talks(v), k.offers(v))]
        answer = self._transitions.run(
            "offer_contact",
            now=now,
            plan=plan,
            contact=contact.id,
            version=contact.version,
            keys=[k.offered(contact.id), k.blocked(contact.caller), *candidate_keys],
            args=[at_once, milliseconds(lapses_at), contact.id, *ranked],
        )
        if answer == "nobody":
            return []
        return None if isinstance(answer, str) else [VolunteerId(volunteer) for volunteer in answer]

    def leave_offer(
        self,
        contact: Contact,
        volunteer: VolunteerId,
        how: Tried,
        *,
        now: datetime,
        plan: Plan,
        cause: Cause | None = None,
    ) -> str:
        """A volunteer passes or misses: "left", "paused", "not_offered", "moved" or "gone"."""
        k, rests = self._keys, milliseconds(now + BUSY_FOR)
        return self._run(
            "leave_offer",
            contact.id,
            version=contact.version,
            now=now,
            plan=plan,
            cause=cause,
            keys=[
                k.offered(contact.id),
                k.tried(contact.id),
                k.volunteer(volunteer),
                k.offers(volunteer),
            ],
            args=[contact.id, volunteer, how, contact.policy.misses_that_pause, rests],
        )

    def accept(
        self,
        contact: Contact,
        volunteer: VolunteerId,
        *,
        number: PhoneNumber,
        now: datetime,
        plan: Plan,
        cause: Cause,
    ) -> str:
        """A peer takes this person: "accepted", "full", "apart", "moved" or "gone"."""
        k = self._keys
        others = [k.offers(other) for other in contact.offered if other != volunteer]
        own = [
            k.offered(contact.id),
            k.waiting(),
            k.volunteer(volunteer),
            k.talks(volunteer),
            k.offers(volunteer),
            k.words(contact.id),
            k.tried(contact.id),
            k.blocked(contact.caller),
        ]
        return self._run(
            "accept_offer",
            contact.id,
            version=contact.version,
            now=now,
            plan=plan,
            cause=cause,
            keys=[*own, *others],
            args=[contact.id, volunteer, number.e164, 14 + len(others)],
        )

    def end(
        self, contact: Contact, how: Ended, *, now: datetime, plan: Plan, cause: Cause | None = None
    ) -> str:
        """End it by name: "ended", "moved" or "gone"."""
        k, rested = self._keys, milliseconds(now + contact.policy.wrap_up)
        asked = [k.offers(volunteer) for volunteer in contact.offered]
        own = [
            k.person(contact.caller),
            k.waiting(),
            k.open(),
            k.codes(),
            k.offered(contact.id),
            k.tried(contact.id),
            k.words(contact.id),
            k.volunteer(contact.peer) if contact.peer else k.none(),
            k.talks(contact.peer) if contact.peer else k.none(),
            k.held(contact.peer) if contact.peer else k.none(),
            k.said(contact.id),
        ]
        return self._run(
            "end_contact",
            contact.id,
            version=contact.version,
            now=now,
            plan=plan,
            cause=cause,
            keys=[*own, *asked],
            args=[contact.id, how, rested, CLOSED_SECONDS, 17 + len(asked)],
        )

    def requeue(
        self,
        contact: Contact,
        *,
        now: datetime,
        plan: Plan,
        cause: Cause | None = None,
        words: Sequence[str] = (),
        how: Tried = Tried.LEFT,
        fields: Mapping[str, str] = _NOTHING,
    ) -> str:
        """The peer cannot go on; the person keeps the place: "requeued", "moved" or "gone".

        Only whoever `LEFT` a talk gets a breathing space.
        """
        k, peer = self._keys, contact.peer
        if peer is None:
            return "moved"  # only a contact with a peer can lose one
        return self._run(
            "requeue_contact",
            contact.id,
            version=contact.version,
            now=now,
            plan=plan,
            cause=cause,
            keys=[
                k.waiting(),
                k.tried(contact.id),
                k.volunteer(peer),
                k.talks(peer),
                k.words(contact.id),
                k.held(peer),
            ],
            args=[
                contact.id,
                peer,
                milliseconds(now + contact.policy.wrap_up if how is Tried.LEFT else now),
                waiting_words.sealed(self._vault, words, now),
                how,
                json.dumps(dict(fields)),
            ],
        )

    def _run(self, name: str, contact: ContactId, **how: Any) -> str:
        return str(self._transitions.run(name, contact=contact, **how))
