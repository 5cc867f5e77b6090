"""API tokens: who else may come in by program."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import msgspec
from msgspec import Meta

from warmline.admin.api import paging, problems
from warmline.admin.api.operations import Asked, Gives, Noun
from warmline.admin.api.paging import Page
from warmline.flows.office import access
from warmline.ids import TokenId
from warmline.store.tokens import Role, Token

tokens = Noun("tokens")


class TokenRead(msgspec.Struct, frozen=True):
    """A token, without its secret."""

    id: str
    name: str
    role: Role
    made: datetime
    until: datetime
    times_in: str


class TokenMade(msgspec.Struct, frozen=True):
    """A new token, and its secret, which is told this once."""

    token: TokenRead
    secret: str


class TokenPage(msgspec.Struct, frozen=True):
    """Tokens, the oldest first."""

    items: list[TokenRead]
    next: str


class TokenNew(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who is to be let in."""

    name: Annotated[str, Meta(min_length=1, max_length=access.LONGEST_NAME)]
    role: Role
    days: Annotated[int, Meta(ge=1, le=access.MOST_DAYS)] = access.USUAL_DAYS


@tokens.at("GET /tokens", "All tokens", role=Role.ADMIN, query=Page, gives=TokenPage)
def list_tokens(asked: Asked) -> TokenPage:
    found = {token.id: token for token in asked.desk.store.tokens.all()}
    ids, following = paging.cut(list(found), asked.query(Page))
    return TokenPage([_read(asked, found[TokenId(one)]) for one in ids], following)


@tokens.at(
    "POST /tokens",
    "Let a program in",
    role=Role.ADMIN,
    body=TokenNew,
    gives=TokenMade,
    creates=True,
)
def add_token(asked: Asked) -> Gives:
    new = asked.body(TokenNew)
    with problems.as_invalid("name"):
        token, secret = access.add(asked.desk, new.name, new.role, days=new.days)
    return Gives(TokenMade(_read(asked, token), secret), f"/tokens/{token.id}")


@tokens.at("GET /tokens/<token>", "One token", role=Role.ADMIN, gives=TokenRead)
def show_token(asked: Asked) -> TokenRead:
    return _read(asked, _find(asked))


@tokens.at("DELETE /tokens/<token>", "Let a program in no longer", role=Role.ADMIN)
def remove_token(asked: Asked) -> None:
    access.remove(asked.desk, _find(asked).id)


def _find(asked: Asked) -> Token:
    found = asked.desk.store.tokens.get(TokenId(asked.path["token"]))
    if found is None:
        raise problems.no_such("token")
    return found


def _read(asked: Asked, token: Token) -> TokenRead:
    zone = asked.desk.line.zone
    made, until = token.made.astimezone(zone), token.until.astimezone(zone)
    return TokenRead(token.id, token.name, token.role, made, until, zone.key)
