"""Texts on their way out: one lane per phone, one text of a lane in hand at a time, each sent once."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from warmline.clock import milliseconds, moment
from warmline.ids import CallerKey, ContactId, MessageSid, PageId, TextId, VolunteerId
from warmline.phone import PhoneNumber
from warmline.routing.contact import Contact
from warmline.store.connection import redis_errors
from warmline.store.effects import Plan, Purpose
from warmline.store.keys import PERSON_SECONDS, SENT_SECONDS
from warmline.store.room import Room
from warmline.store.sids import short, whole

# Longer than a REST call may take; after it, the text is anyone's to look into.
LEASE = timedelta(seconds=6)
SENDING_TAKES = timedelta(seconds=5.5)  # at most: the provider's client gives up then
ASK_FATE_AFTER = timedelta(minutes=5)  # a status callback that has not come by then is asked for


@dataclass(frozen=True, slots=True)
class Queued:
    """A text of ours, not yet known to have met its fate."""

    id: TextId
    state: str
    recipient: CallerKey
    caller: CallerKey
    number: PhoneNumber
    sender: PhoneNumber
    body: str = field(repr=False)
    purpose: Purpose
    contact: ContactId | None
    volunteer: VolunteerId | None
    attempts: int
    tried: datetime | None
    sid: MessageSid | None
    code: int | None
    failed: datetime | None = None  # when the provider said so
    page: PageId | None = None


@dataclass(frozen=True, slots=True)
class Lease:
    """`word` is "leased", or "unsure" when it was in someone's hand before: then the provider is asked first."""

    word: str
    token: str
    send_before: datetime  # later, an answer might come after the lease has run out


class Outbox(Room):
    """The lanes."""

    def first(self, recipient: CallerKey) -> TextId | None:
        """The text that must leave next for this phone."""
        with redis_errors():
            first = self._redis.lindex(self._keys.lane(recipient), 0)
        return TextId(first) if first else None

    def get(self, text: TextId) -> Queued | None:
        """A text, while its words are still kept."""
        with redis_errors():
            fields: dict[str, str] = self._redis.hgetall(self._keys.out(text))
        if "body" not in fields:
            return None
        return Queued(
            id=text,
            state=fields["state"],
            recipient=CallerKey(fields["recipient"]),
            caller=CallerKey(fields["caller"]),
            number=PhoneNumber(self._vault.open(fields["to"])),
            sender=PhoneNumber(fields["from"]),
            body=self._vault.open(fields["body"]),
            purpose=Purpose(fields["purpose"]),
            contact=ContactId(fields["contact"]) if "contact" in fields else None,
            volunteer=VolunteerId(fields["volunteer"]) if "volunteer" in fields else None,
            attempts=int(fields.get("attempts", 0)),
            tried=moment(int(fields["tried"])) if "tried" in fields else None,
            sid=whole(fields["sid"]) if "sid" in fields else None,
            code=int(fields["code"]) if "code" in fields else None,
            failed=moment(int(fields["failed"])) if "failed" in fields else None,
            page=PageId(fields["page"]) if "page" in fields else None,
        )

    def lease(self, text: Queued, *, now: datetime) -> Lease:
        """Take it in hand: "leased", "unsure", or "busy", "later" or "moved", which come without a lease."""
        token = secrets.token_hex(6)
        word = self._scripts.run(
            "lease_text",
            [self._keys.out(text.id), self._keys.lane(text.recipient), self._keys.due()],
            [text.id, milliseconds(now), milliseconds(now + LEASE), token],
        )
        return Lease(word, token, now + LEASE - SENDING_TAKES)

    def note_sent(self, text: Queued, sid: MessageSid, *, now: datetime) -> str:
        """The provider has it, under this name: "noted", or "known" when a status came first."""
        k = self._keys
        word: str = self._scripts.run(
            "note_sent",
            [
                k.out(text.id),
                k.lane(text.recipient),
                k.due(),
                k.sids(text.recipient),
                k.sids(text.caller),
            ],
            [
                text.id,
                short(sid),
                milliseconds(now),
                milliseconds(now + ASK_FATE_AFTER),
                PERSON_SECONDS,
            ],
        )
        return word

    def put_back(
        self, text: Queued, token: str, *, now: datetime, again: datetime | None, code: int | None
    ) -> str:
        """It was not sent: "put_back" until `again`, "failed" for ever (None), or "not_yours" any more."""
        k = self._keys
        word: str = self._scripts.run(
            "put_back",
            [k.out(text.id), k.lane(text.recipient), k.due(), k.bell()],
            [text.id, token, milliseconds(now), milliseconds(again) if again else "", code or ""],
        )
        return word

    def look_again(self, text: Queued, token: str, at: datetime) -> str:
        """Nobody knows whether it was sent: ask at this moment ("looking").

        "moved" when that is known now, "not_yours" when the lease ran out and someone else asks already.
        """
        word: str = self._scripts.run(
            "look_again",
            [self._keys.out(text.id), self._keys.lane(text.recipient), self._keys.due()],
            [text.id, token, milliseconds(at)],
        )
        return word

    def note_status(
        self, text: TextId, sid: MessageSid, status: str, code: int | None, *, now: datetime
    ) -> str:
        """What the provider says became of it: "noted", "known" or "unknown"."""
        k = self._keys
        with redis_errors():
            recipient, caller = self._redis.hmget(k.out(text), "recipient", "caller")
        if not recipient:
            return "unknown"
        recipient, caller = CallerKey(recipient), CallerKey(caller)
        word: str = self._scripts.run(
            "note_status",
            [k.out(text), k.due(), k.bell(), k.lane(recipient), k.sids(recipient), k.sids(caller)],
            [
                text,
                short(sid),
                status,
                code or "",
                milliseconds(now),
                PERSON_SECONDS,
                milliseconds(now + ASK_FATE_AFTER),
            ],
        )
        return word

    def send_again(self, text: Queued, *, now: datetime) -> str:
        """A text that failed on its way goes out once more: "queued" or "already"."""
        k = self._keys
        word: str = self._scripts.run(
            "send_again",
            [k.out(text.id), k.lane(text.recipient), k.due()],
            [text.id, milliseconds(now)],
        )
        return word

    def settle(
        self,
        text: TextId,
        plan: Plan,
        *,
        now: datetime,
        states: str = "failed,undelivered",
        contact: Contact | None = None,
        keep_words: bool = False,
    ) -> str:
        """Write the consequences of a failed text and forget its words: "settled" or "already".

        With a contact, only while that is as it was read ("moved"); `keep_words` for its next peer.
        """
        word: str = self._transitions.run(
            "settle_text",
            now=now,
            plan=plan,
            contact=contact.id if contact else None,
            version=contact.version if contact else "",
            keys=[
                self._keys.out(text),
                self._keys.words(contact.id) if contact else self._keys.none(),
            ],
            args=[states, SENT_SECONDS, "keep" if keep_words and contact else "forget"],
        )
        return word

    def known_sids(self, recipient: CallerKey) -> frozenset[str]:
        """The provider's names of every text from or to this phone that is accounted for."""
        with redis_errors():
            kept = self._redis.lrange(self._keys.sids(recipient), -1000, -1)
        return frozenset(whole(sid) for sid in kept)
