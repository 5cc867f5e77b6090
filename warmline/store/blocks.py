"""Who is blocked, until when, and what it was about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from warmline.clock import milliseconds, moment
from warmline.ids import CallerKey, ContactId
from warmline.routing.blocks import Block
from warmline.store.connection import redis_errors
from warmline.store.effects import Cause, Plan
from warmline.store.room import Room


def as_block(fields: Mapping[str, str]) -> Block | None:
    """The block in a person's hash."""
    if "block_until" not in fields:
        return None
    return Block(
        until=moment(int(fields["block_until"])),
        review=moment(int(fields["block_review"])),
        contact=ContactId(fields["block_contact"]),
        told=moment(int(fields["block_told"])) if "block_told" in fields else None,
        appealed="block_appealed" in fields,
    )


class Blocks(Room):
    """Each with an end; erasing what is stored does not lift one."""

    def get(self, key: CallerKey) -> Block | None:
        with redis_errors():
            return as_block(self._redis.hgetall(self._keys.person(key)))

    def all_keys(self) -> list[CallerKey]:
        """Whoever is blocked, the first to be free first."""
        with redis_errors():
            return [CallerKey(key) for key in self._redis.zrange(self._keys.blocks(), 0, -1)]

    def block(
        self,
        key: CallerKey,
        block: Block,
        *,
        now: datetime,
        plan: Plan,
        cause: Cause | None = None,
    ) -> str:
        """Block them, or anew: "blocked" or "gone"."""
        word: str = self._transitions.run(
            "block_caller",
            now=now,
            plan=plan,
            cause=cause,
            keys=self._of(key),
            args=[key, milliseconds(block.until), milliseconds(block.review), block.contact],
        )
        return word

    def lift(self, key: CallerKey, *, now: datetime, plan: Plan) -> str:
        """Let them in again: "lifted" or "not_blocked"."""
        word: str = self._transitions.run(
            "lift_block", now=now, plan=plan, keys=self._of(key), args=[key]
        )
        return word

    def _of(self, key: CallerKey) -> list[str]:
        return [self._keys.person(key), self._keys.blocks(), self._keys.block(key)]
