"""Letting programs in: tokens for the API, made, listed, removed and recognised."""

from __future__ import annotations

import hmac
import secrets
from datetime import timedelta
from hashlib import sha256

from warmline.errors import RefusedError
from warmline.flows.desk import Desk
from warmline.ids import TokenId, new_id
from warmline.store.effects import Effects
from warmline.store.tokens import Role, Token

USUAL_DAYS = 90
MOST_DAYS = 366
LONGEST_NAME = 40
_NOBODY = sha256(b"nobody's").hexdigest()


def add(desk: Desk, name: str, role: Role, *, days: int = USUAL_DAYS) -> tuple[Token, str]:
    """Let a program in for so many days; the second is the secret that it shows, told this once and not kept."""
    spaced = " ".join(name.split())
    if not 1 <= len(spaced) <= LONGEST_NAME or not spaced.isprintable():
        raise RefusedError(f"A token's name must be 1 to {LONGEST_NAME} characters on one line.")
    if not 1 <= days <= MOST_DAYS:
        raise RefusedError(f"A token is good for 1 to {MOST_DAYS} days.")
    now = desk.clock.now()
    token_id = TokenId(new_id("k"))
    secret = f"warmline_{token_id}_{secrets.token_urlsafe(32)}"
    token = Token(token_id, spaced, role, digest_of(secret), now, now + timedelta(days=days))
    journal = {"event": "token_added", "token": token_id, "role": role, "by": desk.by}
    desk.store.tokens.keep(token, now=now, plan={"kept": Effects(journal=journal)})
    return token, secret


def remove(desk: Desk, token: TokenId) -> None:
    """Let it in no longer, from its next request on."""
    journal = {"event": "token_removed", "token": token, "by": desk.by}
    plan = {"forgotten": Effects(journal=journal)}
    if desk.store.tokens.forget(token, now=desk.clock.now(), plan=plan) == "unknown":
        raise RefusedError("There is no such token. See: warmline tokens list")


def whose(desk: Desk, shown: str) -> Token | None:
    """The token that a program shows, while it is good. It takes as long for a wrong one as for a right one."""
    kind, _, rest = shown.partition("_")
    name, _, _ = rest.partition("_")
    token = desk.store.tokens.get(TokenId(name)) if kind == "warmline" else None
    right = hmac.compare_digest(digest_of(shown), token.digest if token else _NOBODY)
    return token if right and token and token.until > desk.clock.now() else None


def digest_of(secret: str) -> str:
    """Plain SHA-256: a secret of 256 random bits cannot be guessed, so making each guess slow would only slow us."""
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
