"""API tokens: who may come in by program, and what they may do."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from warmline.clock import milliseconds, moment
from warmline.ids import TokenId
from warmline.store.access import Access
from warmline.store.connection import redis_errors
from warmline.store.effects import Plan

_COUNTED_SECONDS = 120


class Role(StrEnum):
    """What a token may do: each role may all that the one before it may."""

    VIEWER = "viewer"  # read, and no phone numbers
    COORDINATOR = "coordinator"  # change the roster
    ADMIN = "admin"  # see numbers, let others in

    def may(self, needed: Role) -> bool:
        """Whether this role is enough where `needed` is asked for."""
        return list(Role).index(self) >= list(Role).index(needed)


@dataclass(frozen=True, slots=True)
class Token:
    """A token as it is kept: of its secret, only a digest."""

    id: TokenId
    name: str
    role: Role
    digest: str
    made: datetime
    until: datetime


class Tokens(Access):
    """Everyone who may come in by program."""

    def get(self, token: TokenId) -> Token | None:
        with redis_errors():
            record = self._redis.hget(self._keys.tokens(), token)
        return _as_token(token, record) if record else None

    def all(self) -> list[Token]:
        """Every token, the oldest first."""
        with redis_errors():
            records: dict[str, str] = self._redis.hgetall(self._keys.tokens())
        tokens = [_as_token(TokenId(token), record) for token, record in records.items()]
        return sorted(tokens, key=lambda token: (token.made, token.id))

    def keep(self, token: Token, *, now: datetime, plan: Plan) -> str:
        """Let a token in from now on: "kept"."""
        record = {
            "name": token.name,
            "role": token.role,
            "digest": token.digest,
            "made": milliseconds(token.made),
            "until": milliseconds(token.until),
        }
        tokens = self._keys.tokens()
        return self._change(tokens, keep={token.id: record}, forget=(), now=now, plan=plan)

    def forget(self, token: TokenId, *, now: datetime, plan: Plan) -> str:
        """Let it in no longer: "forgotten" or "unknown"."""
        return self._change(self._keys.tokens(), keep={}, forget=(token,), now=now, plan=plan)

    def failed(self, now: datetime) -> int:
        """Count one that was wrong; how many were wrong in this minute."""
        key = self._keys.wrong_tokens(milliseconds(now) // 60_000)
        with redis_errors(), self._redis.pipeline(transaction=True) as pipe:
            pipe.incr(key).expire(key, _COUNTED_SECONDS)
            count, _ = pipe.execute()
        return int(count)


def _as_token(token: TokenId, record: str) -> Token:
    fields = json.loads(record)
    return Token(
        id=token,
        name=fields["name"],
        role=Role(fields["role"]),
        digest=fields["digest"],
        made=moment(fields["made"]),
        until=moment(fields["until"]),
    )
