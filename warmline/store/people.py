"""People by their phones: who they are to the line, what they wished, what must be forgotten."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from warmline.clock import milliseconds, moment
from warmline.ids import CallerKey, ContactId, MessageSid, VolunteerId
from warmline.phone import PhoneNumber
from warmline.routing.blocks import Block
from warmline.safety.reading import Band
from warmline.store.blocks import as_block
from warmline.store.connection import redis_errors
from warmline.store.effects import Cause, Plan
from warmline.store.keys import PERSON_SECONDS
from warmline.store.room import Ground, Room
from warmline.store.sids import short, whole
from warmline.store.vault import caller_key


@dataclass(frozen=True, slots=True)
class Person:
    """What is known of whoever has a phone; all empty for someone new."""

    key: CallerKey
    volunteer: VolunteerId | None = None
    contact: ContactId | None = None  # open, by text
    call: ContactId | None = None  # open, by voice
    greeted: bool = False
    language: str = ""
    last_peer: VolunteerId | None = None
    wished_by_caller: bool = False
    wished_by_peer: bool = False
    opted_out: bool = False
    block: Block | None = None
    left_at: Band = Band.NONE  # high or imminent, when their last contact ended so
    left_until: datetime | None = None  # until when that counts
    may_follow_up: datetime | None = None  # until when TOMORROW asks for a text the next day

    def was_at(self, now: datetime) -> Band:
        """How much they were at risk when they left, if that was within the last day."""
        counts = self.left_until is not None and now < self.left_until
        return self.left_at if counts else Band.NONE


@dataclass(frozen=True, slots=True)
class Wished:
    """A text that someone wished for: when, to which phone, from which of the line's numbers, in which language."""

    at: datetime
    number: PhoneNumber
    sender: PhoneNumber
    language: str


def as_person(key: CallerKey, fields: Mapping[str, str]) -> Person:
    """The person whose hash this is; of an empty one, somebody new."""
    return Person(
        key=key,
        volunteer=VolunteerId(fields["volunteer"]) if "volunteer" in fields else None,
        contact=ContactId(fields["contact"]) if "contact" in fields else None,
        call=ContactId(fields["call"]) if "call" in fields else None,
        greeted="greeted" in fields,
        language=fields.get("language", ""),
        last_peer=VolunteerId(fields["last_peer"]) if "last_peer" in fields else None,
        wished_by_caller="wished_by_caller" in fields,
        wished_by_peer="wished_by_peer" in fields,
        opted_out="opted_out" in fields,
        block=as_block(fields),
        left_at=Band(fields.get("left_at", Band.NONE)),
        left_until=moment(int(at)) if (at := fields.get("left_until")) else None,
        may_follow_up=moment(int(at)) if (at := fields.get("may_follow_up")) else None,
    )


class People(Room):
    """Everyone who ever texted, and everyone on the roster."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self._pepper: bytes | None = None

    def key_of(self, number: PhoneNumber) -> CallerKey:
        """The name by which this number is known here. Reads the line's pepper from Redis, once per process."""
        if self._pepper is None:
            self._pepper = self._read_pepper()
        return caller_key(self._pepper, number)

    def _read_pepper(self) -> bytes:
        """The line's own random secret, made at the first start and sealed again when the first key changes."""
        key = self._keys.pepper()
        with redis_errors():
            self._redis.set(key, self._vault.seal(secrets.token_hex(32)), nx=True)
            sealed = self._redis.get(key)
            pepper = self._vault.open(sealed)
            if not self._vault.is_current(sealed):
                self._redis.set(key, self._vault.seal(pepper))
        return bytes.fromhex(pepper)

    def get(self, key: CallerKey) -> Person:
        """Who that is."""
        with redis_errors():
            fields: dict[str, str] = self._redis.hgetall(self._keys.person(key))
        return as_person(key, fields)

    def keep(
        self,
        key: CallerKey,
        fields: Mapping[str, str],
        *,
        now: datetime,
        plan: Plan,
        cause: Cause | None = None,
        contact: ContactId | None = None,
        version: str = "",
    ) -> str:
        """Write facts about a person ("" removes one): "kept", "gone" or "moved"."""
        word: str = self._transitions.run(
            "keep_person",
            now=now,
            plan=plan,
            cause=cause,
            contact=contact,
            version=version,
            keys=[self._keys.person(key)],
            args=[json.dumps(dict(fields)), PERSON_SECONDS],
        )
        return word

    def erase(
        self,
        key: CallerKey,
        *,
        now: datetime,
        plan: Plan,
        cause: Cause | None,
        staying: Sequence[str],
    ) -> str:
        """Forget a caller; `staying` are fields that must survive: "erased", "moved" or "gone"."""
        k = self._keys
        word: str = self._transitions.run(
            "erase_person",
            now=now,
            plan=plan,
            cause=cause,
            keys=[
                k.person(key),
                k.sids(key),
                k.erasing(key),
                k.visits(key, "opened"),
                k.visits(key, "left"),
            ],
            args=[PERSON_SECONDS, *staying],
        )
        return word

    def is_about(self, key: CallerKey, sid: MessageSid) -> None:
        """A text that came from somebody else belongs to this person's conversation, and to what they may erase."""
        sids = self._keys.sids(key)
        with redis_errors(), self._redis.pipeline(transaction=True) as pipe:
            pipe.rpush(sids, short(sid)).ltrim(sids, -5000, -1).expire(sids, PERSON_SECONDS)
            pipe.execute()

    def count_visit(
        self, key: CallerKey, contact: ContactId, which: str, *, within: timedelta, now: datetime
    ) -> int:
        """Note that a contact was `opened`, `left`, or ended for `abuse`; how many there were lately. Noted twice, it is one."""
        visits, day = self._keys.visits(key, which), max(within, timedelta(days=1))
        with redis_errors(), self._redis.pipeline(transaction=True) as pipe:
            pipe.zadd(visits, {contact: milliseconds(now)}, nx=True)
            pipe.zremrangebyscore(visits, "-inf", milliseconds(now - day))
            pipe.expire(visits, day // timedelta(seconds=1))
            pipe.zcount(visits, milliseconds(now - within), "inf")
            return int(pipe.execute()[-1])

    def follow_up_fields(
        self, at: datetime, *, number: PhoneNumber, sender: PhoneNumber, language: str
    ) -> dict[str, str]:
        """What is kept of someone who wishes for a text at that moment; their number sealed."""
        return {
            "may_follow_up": "",
            "follow_up": str(milliseconds(at)),
            "follow_number": self._vault.seal(number.e164),
            "follow_from": sender.e164,
            "follow_language": language,
        }

    def follow_up(self, key: CallerKey) -> Wished | None:
        """What they wished for, if they did and have not had it."""
        names = ("follow_up", "follow_number", "follow_from", "follow_language")
        with redis_errors():
            at, number, sender, language = self._redis.hmget(self._keys.person(key), names)
        if at is None:
            return None
        to = PhoneNumber(self._vault.open(number))
        return Wished(moment(int(at)), to, PhoneNumber(sender), language)

    def send_follow_up(self, key: CallerKey, at: datetime, *, now: datetime, plan: Plan) -> str:
        """Take the wish with its text: "sent" or "not_wished"."""
        word: str = self._transitions.run(
            "send_follow_up",
            now=now,
            plan=plan,
            keys=[self._keys.person(key)],
            args=[milliseconds(at)],
        )
        return word

    def to_erase(self, key: CallerKey, *, after: int = 0, at_most: int = 50) -> list[MessageSid]:
        """Texts that the provider has still to forget, but for the first `after`."""
        with redis_errors():
            sids = self._redis.lrange(self._keys.erasing(key), after, after + at_most - 1)
        return [whole(sid) for sid in sids]

    def erased(self, key: CallerKey, sid: MessageSid) -> None:
        """The provider has forgotten this one."""
        with redis_errors():
            self._redis.lrem(self._keys.erasing(key), 1, short(sid))

    def blocked(self, key: CallerKey) -> frozenset[VolunteerId]:
        """Volunteers whom this caller must not meet."""
        with redis_errors():
            return frozenset(VolunteerId(v) for v in self._redis.smembers(self._keys.blocked(key)))

    def block(
        self,
        key: CallerKey,
        volunteer: VolunteerId,
        *,
        apart: bool = True,
        now: datetime,
        plan: Plan,
    ) -> str:
        """Keep these two apart from now on, or no longer: "apart", "together", or "already" if it was so before."""
        word: str = self._transitions.run(
            "keep_apart",
            now=now,
            plan=plan,
            keys=[self._keys.blocked(key)],
            args=[volunteer, "1" if apart else ""],
        )
        return word
