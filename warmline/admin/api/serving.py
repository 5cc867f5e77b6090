"""Serving the API's routes with Flask: let in, read, run, render, and any fault as a problem."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from http import HTTPStatus
from typing import Any, cast

import msgspec
from flask import Blueprint, Response, request
from werkzeug.exceptions import HTTPException

from warmline.admin.api import guard, once, problems, reading
from warmline.admin.api.operations import CSV, PREFIX, Asked, Gives, Noun, Operation, Table
from warmline.admin.api.problems import ProblemError
from warmline.errors import RefusedError, TransientError
from warmline.flows.desk import Desk

log = logging.getLogger(__name__)


def blueprint(desk: Desk, noun: Noun) -> Blueprint:
    """The routes of one noun. The guard stands before each of them, so none can forget it."""
    made = Blueprint(f"api_{noun.name}", __name__, url_prefix=PREFIX)
    for operation in noun.operations:
        made.add_url_rule(
            operation.path,
            operation.name,
            _view(desk, operation),
            methods=[operation.method],
            provide_automatic_options=False,
        )
    made.register_error_handler(Exception, problem_of)
    return made


def _view(desk: Desk, operation: Operation) -> Callable[..., Response]:
    def view(**path: Any) -> Response:
        request.max_content_length = reading.LARGEST
        if operation.role is None:
            content = operation.run(cast(Asked, None))
            return _render(operation, content)
        token = guard.admit(desk, request, operation.role)
        asked = Asked(
            desk=replace(desk, by=f"api:{token.id}"),
            token=token,
            path=path,
            read_query=reading.query(request, operation.query),
            read_body=_body(operation),
            versions=_versions(request.headers.get("If-Match", "")),
            once=once.name_of(token, request),
        )
        return once.once(desk, token, request, lambda: _render(operation, operation.run(asked)))

    return view


def _body(operation: Operation) -> msgspec.Struct | bytes | None:
    if operation.body is None:
        return None
    return (
        reading.table(request) if operation.body is Table else reading.body(request, operation.body)
    )


def _versions(header: str) -> frozenset[str]:
    return frozenset(one.strip() for one in header.split(",") if one.strip())


def _render(operation: Operation, given: msgspec.Struct | Gives | None) -> Response:
    content, location = (given.content, given.location) if isinstance(given, Gives) else (given, "")
    if isinstance(content, Table):
        response = Response(content.text, operation.status, mimetype=CSV)
    elif content is None:
        response = Response(status=operation.status)
        del response.headers["Content-Type"]
    else:
        response = Response(msgspec.json.encode(content), operation.status, mimetype=reading.JSON)
    if operation.versioned and content is not None:
        response.headers["ETag"] = f'"{content.version}"'  # type: ignore[attr-defined]  # by its declaration
    if location:
        response.headers["Location"] = f"{PREFIX}{location}"
    response.headers["Cache-Control"] = "no-store"
    return response


def problem_of(fault: Exception) -> Response:
    """Any fault as a problem; of one that nobody foresaw, its kind and place are logged, not what it was about."""
    match fault:
        case ProblemError():
            return problems.answer(fault)
        case RefusedError():
            return problems.answer(problems.refused(fault))
        case TransientError():
            log.warning("api without Redis", extra={"why": str(fault)})
            away = ProblemError(
                HTTPStatus.SERVICE_UNAVAILABLE,
                "The line's store does not answer just now. Ask again in a moment.",
                headers={"Retry-After": "5"},
            )
            return problems.answer(away)
        case HTTPException():
            return _of_http(fault)
    log.error("api failed", exc_info=fault, extra={"endpoint": request.endpoint})
    broken = ProblemError(
        HTTPStatus.INTERNAL_SERVER_ERROR, "That is our fault, and it is in our log."
    )
    return problems.answer(broken)


def _of_http(fault: HTTPException) -> Response:
    status = HTTPStatus(fault.code or HTTPStatus.INTERNAL_SERVER_ERROR)
    headers = dict(fault.get_headers())
    kept = {name: value for name, value in headers.items() if name == "Allow"}
    words = {
        HTTPStatus.NOT_FOUND: "There is nothing here.",
        HTTPStatus.METHOD_NOT_ALLOWED: "That cannot be done here.",
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE: f"Send at most {reading.LARGEST} bytes.",
    }
    problem = ProblemError(status, words.get(status, "That cannot be read."), headers=kept)
    return problems.answer(problem)
