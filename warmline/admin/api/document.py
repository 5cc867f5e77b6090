"""The API's own description, OpenAPI 3.1: built from what its routes are, so that it cannot say anything else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from http import HTTPStatus
from typing import Any

import msgspec

from warmline import __version__
from warmline.admin.api import once
from warmline.admin.api.operations import CSV, PREFIX, Operation, Table
from warmline.admin.api.problems import MEDIA_TYPE, Problem
from warmline.admin.api.reading import JSON
from warmline.store.tokens import Role

ABOUT = (
    "For coordinators' programs: what the command line does with people, shifts, claims and contacts. Times are RFC 3339; "
    "`zone` says in whose zone they are written. Whatever is changed leaves a line in the journal with the token's id."
)
_REF = "#/components/schemas/{name}"
IN_PATH = re.compile(r"<(?:(\w+):)?(\w+)>")
_WHY = {
    HTTPStatus.BAD_REQUEST: "It cannot be read.",
    HTTPStatus.UNAUTHORIZED: "There is no token, or it is not good.",
    HTTPStatus.FORBIDDEN: "The token's role is not enough.",
    HTTPStatus.NOT_FOUND: "There is nothing under that address.",
    HTTPStatus.CONFLICT: "As things stand, that cannot be done.",
    HTTPStatus.PRECONDITION_FAILED: "It is not as `If-Match` says: someone has changed it.",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "The body is too large.",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "The body is of another kind.",
    HTTPStatus.UNPROCESSABLE_ENTITY: "Something that was sent cannot be.",
    HTTPStatus.TOO_MANY_REQUESTS: "Too many wrong tokens in this minute.",
    HTTPStatus.INTERNAL_SERVER_ERROR: "Our fault.",
    HTTPStatus.SERVICE_UNAVAILABLE: "The line's store does not answer; ask again.",
}
_IDS = {
    "code": "A shift's code, as in texts: CLAIM 12.",
    "contact": "Its id or, while it is open, its code.",
}


def document(operations: Sequence[Operation], *, line: str) -> dict[str, Any]:
    """The whole document."""
    kinds = {
        kind for one in operations for kind in (one.body, one.gives) if kind not in {None, Table}
    }
    kinds |= {one.query for one in operations} | {Problem}
    named = sorted(filter(None, kinds), key=lambda kind: kind.__name__)
    _, schemas = msgspec.json.schema_components(named, ref_template=_REF)
    paths: dict[str, dict[str, Any]] = {}
    for one in operations:
        address = PREFIX + IN_PATH.sub(r"{\2}", one.path)
        paths.setdefault(address, {})[one.method.lower()] = _operation(one, schemas)
    for query in {one.query for one in operations}:
        schemas.pop(query.__name__, None)  # they stand as parameters
    problem = {MEDIA_TYPE: {"schema": {"$ref": _REF.format(name="Problem")}}}
    responses = {
        status.name.lower(): {"description": why, "content": problem}
        for status, why in _WHY.items()
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{line}: the roster's API",
            "version": __version__,
            "description": ABOUT,
        },
        "paths": paths,
        "security": [{"token": []}],
        "components": {
            "schemas": schemas,
            "responses": responses,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(one: Operation, schemas: dict[str, Any]) -> dict[str, Any]:
    told: dict[str, Any] = {
        "operationId": one.name,
        "summary": one.summary,
        "tags": [one.noun],
        "parameters": [*_in_path(one), *_in_query(one, schemas), *_in_headers(one)],
        "responses": {
            str(one.status.value): _answer(one),
            **{str(s.value): _problem(s) for s in problems(one)},
        },
    }
    if one.role is None:
        told["security"] = []
    else:
        told["description"] = (
            f"Takes a token of the role {one.role}{'' if one.role is Role.ADMIN else ' or more'}."
        )
    if one.body:
        told["requestBody"] = {"required": True, "content": _content(one.body)}
    return told


def problems(one: Operation) -> Iterator[HTTPStatus]:
    """Every other answer that this route may give."""
    if one.role is None:
        return
    changes = one.method != "GET"
    yield HTTPStatus.BAD_REQUEST
    yield from (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN)
    if "<" in one.path:
        yield HTTPStatus.NOT_FOUND
    if changes:
        yield HTTPStatus.CONFLICT
    if changes and one.versioned:
        yield HTTPStatus.PRECONDITION_FAILED
    if one.body:
        yield from (HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
    yield from (
        HTTPStatus.UNPROCESSABLE_ENTITY,
        HTTPStatus.TOO_MANY_REQUESTS,
        HTTPStatus.INTERNAL_SERVER_ERROR,
        HTTPStatus.SERVICE_UNAVAILABLE,
    )


def _answer(one: Operation) -> dict[str, Any]:
    told: dict[str, Any] = {"description": one.summary}
    if one.gives:
        told["content"] = _content(one.gives)
    headers = {}
    if one.versioned and one.gives:
        headers["ETag"] = {
            "description": "Its version, for `If-Match`.",
            "schema": {"type": "string"},
        }
    if one.status is HTTPStatus.CREATED:
        headers["Location"] = {"description": "Where it is now.", "schema": {"type": "string"}}
    return told | ({"headers": headers} if headers else {})


def _content(kind: type[msgspec.Struct]) -> dict[str, Any]:
    if kind is Table:
        return {CSV: {"schema": {"type": "string"}}}
    return {JSON: {"schema": {"$ref": _REF.format(name=kind.__name__)}}}


def _problem(status: HTTPStatus) -> dict[str, str]:
    return {"$ref": f"#/components/responses/{status.name.lower()}"}


def _in_path(one: Operation) -> Iterator[dict[str, Any]]:
    for kind, name in IN_PATH.findall(one.path):
        schema = (
            {"type": "integer", "minimum": 1, "maximum": 9999}
            if kind == "int"
            else {"type": "string"}
        )
        told = _IDS.get(name, f"The {name}'s id.")
        yield {"name": name, "in": "path", "required": True, "description": told, "schema": schema}


def _in_query(one: Operation, schemas: dict[str, Any]) -> Iterator[dict[str, Any]]:
    kind = schemas[one.query.__name__]
    for name, schema in kind.get("properties", {}).items():
        told = schema.pop("description", "") if "description" in schema else ""
        yield {
            "name": name, "in": "query", "required": name in kind.get("required", ()),
            **({"description": told} if told else {}), "schema": schema,
        }  # fmt: skip


def _in_headers(one: Operation) -> Iterator[dict[str, Any]]:
    if one.versioned and one.method != "GET":
        about = "The version that you read (its ETag): only then it is changed."
        yield {
            "name": "If-Match",
            "in": "header",
            "description": about,
            "schema": {"type": "string"},
        }
    if one.method == "POST" and one.role:
        about = "The same key for the same request: it is carried out once, and answered the same for a day."
        schema = {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$"}
        yield {"name": once.HEADER, "in": "header", "description": about, "schema": schema}
