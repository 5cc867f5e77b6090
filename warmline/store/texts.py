"""Texts on their way in: taken once, kept in order per sender until their effect is written."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from warmline.clock import milliseconds, moment
from warmline.ids import CallerKey, MessageSid
from warmline.phone import PhoneNumber
from warmline.routing.arrived import Arrived
from warmline.store.connection import redis_errors
from warmline.store.effects import Cause, Plan
from warmline.store.keys import PERSON_SECONDS, SEEN_SECONDS
from warmline.store.room import Room
from warmline.store.sids import short, whole

DAY_SECONDS = 24 * 3600


class Texts(Room):
    """The inboxes."""

    def receive(self, text: Arrived, sender: CallerKey, *, now: datetime) -> bool:
        """Keep a text that has arrived and ring the bell: one write. False if it was known already."""
        sealed = self._vault.seal(
            json.dumps(
                [
                    text.sender.e164,
                    text.line_number.e164,
                    text.body,
                    text.media,
                    text.opt_out,
                    milliseconds(text.sent) if text.sent else None,
                ]
            )
        )
        k = self._keys
        word = self._scripts.run(
            "receive_text",
            [k.text(text.sid), k.inbox(sender), k.due(), k.bell(), k.sids(sender)],
            [short(text.sid), sealed, milliseconds(now), PERSON_SECONDS],
        )
        return bool(word == "received")

    def unknown(self, sids: Sequence[MessageSid]) -> frozenset[MessageSid]:
        """Those of these texts that were never received."""
        with redis_errors(), self._redis.pipeline(transaction=False) as pipe:
            for sid in sids:
                pipe.exists(self._keys.text(sid))
            known = pipe.execute()
        return frozenset(sid for sid, there in zip(sids, known, strict=True) if not there)

    def leave_unanswered(self, sid: MessageSid) -> bool:
        """Remember a text that gets no answer, without its words; False if it was known already."""
        with redis_errors():
            return bool(self._redis.set(self._keys.text(sid), "", nx=True, ex=SEEN_SECONDS))

    def stumble(self, sid: MessageSid) -> int:
        """A story failed over this text; how often that has happened."""
        with redis_errors(), self._redis.pipeline(transaction=True) as pipe:
            pipe.incr(self._keys.stumbles(sid)).expire(self._keys.stumbles(sid), DAY_SECONDS)
            return int(pipe.execute()[0])

    def park(self, cause: Cause, *, now: datetime, plan: Plan) -> str:
        """Set a text aside for an operator: "parked" or "gone"."""
        word: str = self._transitions.run(
            "park_text", now=now, plan=plan, cause=cause, keys=[self._keys.parked()]
        )
        return word

    def parked(self) -> int:
        """How many texts wait for an operator: none, unless there is a fault in the program."""
        with redis_errors():
            return int(self._redis.llen(self._keys.parked()))

    def first(self, sender: CallerKey) -> tuple[Cause, Arrived] | None:
        """The earliest text of this sender that has had no effect yet."""
        with redis_errors():
            first = self._redis.lindex(self._keys.inbox(sender), 0)
            sid = whole(first) if first else None
            sealed = self._redis.get(self._keys.text(sid)) if sid else None
        if not sid or not sealed:
            return None
        number, line_number, body, media, opt_out, sent = json.loads(self._vault.open(sealed))
        arrived = Arrived(
            sid,
            PhoneNumber(number),
            PhoneNumber(line_number),
            body,
            tuple(media),
            opt_out,
            moment(sent) if sent else None,
        )
        return Cause(sid, sender), arrived
