"""Messages that callers spoke for the team: where the provider has each, and until when."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from warmline.clock import milliseconds, moment
from warmline.ids import CallerKey, ContactId, LegId, MessageId
from warmline.store.connection import redis_errors
from warmline.store.effects import Plan
from warmline.store.room import Room

PLAYED_SECONDS = 3600  # longer than any call in which messages are played
TOLD_AGAIN_SECONDS = 3 * 24 * 3600  # a webhook that was held up, or a list that is late


@dataclass(frozen=True, slots=True)
class Message:
    """The sound itself is at the provider alone, under `recording`."""

    id: MessageId
    recording: str
    caller: CallerKey
    contact: ContactId
    seconds: int
    left: datetime
    is_gone: bool = False  # heard, or to be forgotten: only its deletion is left to do


class Messages(Room):
    """Those that nobody has heard yet, and those that are being deleted."""

    def get(self, message: MessageId) -> Message | None:
        with redis_errors():
            fields: dict[str, str] = self._redis.hgetall(self._keys.message(message))
        if "recording" not in fields:
            return None
        return Message(
            id=message,
            recording=fields["recording"],
            caller=CallerKey(fields["caller"]),
            contact=ContactId(fields["contact"]),
            seconds=int(fields["seconds"]),
            left=moment(int(fields["left"])),
            is_gone="gone" in fields,
        )

    def unheard(self) -> list[Message]:
        """What waits to be heard, the oldest first."""
        with redis_errors():
            ids = self._redis.zrange(self._keys.messages(), 0, -1)
        found = (self.get(MessageId(one)) for one in ids)
        return [message for message in found if message]

    def keep(
        self, message: Message, *, until: datetime, ends: bool = True, now: datetime, plan: Plan
    ) -> str:
        """It was left, and its contact `ends` by that: "kept" or "known"."""
        fields = {
            "recording": message.recording,
            "caller": message.caller,
            "contact": message.contact,
            "seconds": str(message.seconds),
        }
        word: str = self._transitions.run(
            "keep_message",
            now=now,
            plan=plan,
            contact=message.contact if ends else None,
            keys=[self._keys.message(message.id), self._keys.messages()],
            args=[message.id, json.dumps(fields), milliseconds(until)],
        )
        return word

    def sent_to(self, leg: LegId, message: MessageId) -> None:
        """Its sound goes out to a coordinator who listens."""
        with redis_errors():
            self._redis.set(self._keys.played(leg), message, ex=PLAYED_SECONDS)

    def was_sent_to(self, leg: LegId, message: MessageId) -> bool:
        """Whether they can have heard it."""
        with redis_errors():
            return bool(self._redis.get(self._keys.played(leg)) == message)

    def let_go(self, message: MessageId, *, now: datetime, plan: Plan) -> str:
        """Nobody is played it any more: "let_go", "known" or "unknown"."""
        word: str = self._transitions.run(
            "let_message_go",
            now=now,
            plan=plan,
            keys=[self._keys.message(message), self._keys.messages()],
            args=[message],
        )
        return word

    def forget(self, message: MessageId) -> None:
        """The provider has deleted it, and so do we; that it was here is known for as long as it may be told of once more."""
        key, k = self._keys.message(message), self._keys
        with redis_errors(), self._redis.pipeline(transaction=True) as pipe:
            pipe.delete(key).hset(key, "gone", "1").expire(key, TOLD_AGAIN_SECONDS)
            pipe.zrem(k.messages(), message).zrem(k.due(), key)
            pipe.execute()
