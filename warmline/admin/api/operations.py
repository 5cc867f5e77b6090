"""What a route of the API is: what it takes, what it gives, who may, and what it runs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, TypeVar, cast

import msgspec

from warmline.admin.api import reading
from warmline.admin.api.problems import ProblemError
from warmline.flows.desk import Desk
from warmline.store.tokens import Role, Token

PREFIX = "/api/v1"
CSV = reading.CSV
Kind = TypeVar("Kind", bound=msgspec.Struct)


class Table(msgspec.Struct, frozen=True):
    """Stands for a body or an answer that is CSV."""

    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that was let in and read. Whatever its desk changes, the journal says by which token."""

    desk: Desk
    token: Token
    path: Mapping[str, Any]
    read_query: msgspec.Struct
    read_body: msgspec.Struct | bytes | None
    versions: frozenset[str]  # of If-Match; empty for any
    once: str = ""  # the same whenever the same is asked again with an Idempotency-Key

    def query(self, kind: type[Kind]) -> Kind:
        return cast(kind, self.read_query)  # type: ignore[valid-type]

    def body(self, kind: type[Kind]) -> Kind:
        return cast(kind, self.read_body)  # type: ignore[valid-type]

    @property
    def table(self) -> bytes:
        return cast(bytes, self.read_body)

    @property
    def shows_numbers(self) -> bool:
        return self.token.role.may(Role.ADMIN)

    def expects(self, version: str) -> None:
        """412 when If-Match names other versions than the one that there is now."""
        if self.versions and not self.versions & {"*", f'"{version}"'}:
            raise ProblemError(
                HTTPStatus.PRECONDITION_FAILED, "It was changed since you read it. Read it again."
            )


@dataclass(frozen=True, slots=True)
class Gives:
    """An answer with more to it than its content."""

    content: msgspec.Struct
    location: str = ""


Run = Callable[[Asked], msgspec.Struct | Gives | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One method of one address."""

    method: str
    path: str  # as Flask writes it: /shifts/<int:code>
    name: str
    summary: str
    noun: str
    role: Role | None  # None: everyone, without a token
    query: type[msgspec.Struct]
    body: type[msgspec.Struct] | None
    gives: type[msgspec.Struct] | None
    status: HTTPStatus
    versioned: bool
    run: Run


@dataclass(frozen=True, slots=True)
class Noun:
    """The routes about one kind of thing."""

    name: str
    operations: list[Operation] = field(default_factory=list)

    def at(
        self,
        route: str,
        summary: str,
        *,
        role: Role | None,
        gives: type[msgspec.Struct] | None = None,
        query: type[msgspec.Struct] = reading.Nothing,
        body: type[msgspec.Struct] | None = None,
        creates: bool = False,
        versioned: bool = False,
    ) -> Callable[[Run], Run]:
        """Serve `route`, such as "GET /shifts", with the function below: for those with `role`, once what they sent is read and right."""
        method, _, path = route.partition(" ")
        status = HTTPStatus.OK if gives else HTTPStatus.NO_CONTENT

        def served(run: Run) -> Run:
            self.operations.append(
                Operation(
                    method=method,
                    path=path,
                    name=run.__name__,
                    summary=summary,
                    noun=self.name,
                    role=role,
                    query=query,
                    body=body,
                    gives=gives,
                    status=HTTPStatus.CREATED if creates else status,
                    versioned=versioned,
                    run=run,
                )
            )
            return run

        return served
