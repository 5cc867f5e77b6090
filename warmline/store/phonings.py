"""Calls within a conversation: begun once both have said yes, and over for whatever reason."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from warmline.ids import ContactId
from warmline.routing.contact import Contact
from warmline.routing.phoning import Phoning
from warmline.store.connection import redis_errors
from warmline.store.effects import Cause, Plan
from warmline.store.phoning_record import as_fields
from warmline.store.room import Room


class Phonings(Room):
    """Who is in such a call is on the phone, and asked for nobody else."""

    def among(self, contacts: Sequence[ContactId]) -> list[ContactId]:
        """Those of them in which such a call is asked for, rung, or talked in."""
        with redis_errors(), self._redis.pipeline(transaction=False) as pipe:
            for contact in contacts:
                pipe.hexists(self._keys.contact(contact), "phone_step")
            return [one for one, has in zip(contacts, pipe.execute(), strict=True) if has]

    def begin(
        self, contact: Contact, phoning: Phoning, *, now: datetime, plan: Plan, cause: Cause
    ) -> str:
        """Both agree: "begun", "engaged", "moved" or "gone"."""
        fields = {name: fact for name, fact in as_fields(phoning).items() if fact}
        return self._run("begin_phoning", contact, fields, (), now=now, plan=plan, cause=cause)

    def end(self, contact: Contact, fields: Mapping[str, str], *, now: datetime, plan: Plan) -> str:
        """It is over: "ended" or "moved"."""
        fields = {**as_fields(None), **fields}
        return self._run("end_phoning", contact, fields, (_number(contact),), now=now, plan=plan)

    def become_call(
        self, contact: Contact, fields: Mapping[str, str], *, now: datetime, plan: Plan
    ) -> str:
        """It is a call like any other as long as it lasts: "became", "has_one" (they have another) or "moved"."""
        fields = {**as_fields(None), **fields}
        return self._run("become_call", contact, fields, (), now=now, plan=plan, person=True)

    def become_text(
        self, contact: Contact, fields: Mapping[str, str], *, now: datetime, plan: Plan
    ) -> str:
        """Such a call is over, and the two go on by text: "became", "cannot" or "moved"."""
        more = (_number(contact),)
        return self._run("become_text", contact, fields, more, now=now, plan=plan, person=True)

    def _run(
        self,
        script: str,
        contact: Contact,
        fields: Mapping[str, str],
        more: tuple[str, ...],
        *,
        now: datetime,
        plan: Plan,
        cause: Cause | None = None,
        person: bool = False,
    ) -> str:
        k, peer = self._keys, contact.peer
        theirs = [k.person(contact.caller)] if person else []
        word: str = self._transitions.run(
            script,
            now=now,
            plan=plan,
            cause=cause,
            contact=contact.id,
            version=contact.version,
            keys=[k.talks(peer) if peer else k.none(), *theirs],
            args=[contact.id, json.dumps(dict(fields)), *more],
        )
        return word


def _number(contact: Contact) -> str:
    """Which of the line's numbers the peer has the talk on."""
    return (contact.peer_number or contact.line_number).e164
