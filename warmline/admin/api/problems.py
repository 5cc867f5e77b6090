"""What a program is told when it cannot have what it asks for: RFC 9457, in plain words, without what it sent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from http import HTTPStatus

import msgspec
from flask import Response

from warmline.errors import RefusedError

MEDIA_TYPE = "application/problem+json"
_FOR_SHELLS = re.compile(r";? (See:|`)[^.]*warmline [^.]*\.?$")  # "See: warmline shifts list"


class Fault(msgspec.Struct, frozen=True):
    """One thing that is wrong with what was sent. It never repeats what stands there."""

    at: str
    why: str


class Problem(msgspec.Struct, frozen=True):
    """Why there is no better answer."""

    title: str
    status: int
    detail: str
    faults: list[Fault]


class ProblemError(Exception):
    """Ends a request with a problem."""

    def __init__(
        self,
        status: HTTPStatus,
        detail: str,
        *,
        faults: Sequence[Fault] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status, self.detail = status, detail
        self.faults, self.headers = faults, headers or {}


def answer(problem: ProblemError) -> Response:
    """The problem as a program reads it."""
    status = problem.status
    told = Problem(status.phrase, status.value, problem.detail, list(problem.faults))
    response = Response(msgspec.json.encode(told), status.value, mimetype=MEDIA_TYPE)
    response.headers.update(problem.headers)
    return response


def no_such(what: str) -> ProblemError:
    """There is nothing under that address."""
    return ProblemError(HTTPStatus.NOT_FOUND, f"There is no such {what}.")


@contextmanager
def as_invalid(at: str) -> Iterator[None]:
    """Within, what the office refuses is something wrong with what was sent."""
    try:
        yield
    except RefusedError as why:
        raise refused(why, HTTPStatus.UNPROCESSABLE_ENTITY, at=at) from why


def invalid(at: str, why: str) -> ProblemError:
    """One field cannot be as it was sent."""
    return ProblemError(HTTPStatus.UNPROCESSABLE_ENTITY, "That cannot be.", faults=[Fault(at, why)])


def refused(
    reason: Exception, status: HTTPStatus = HTTPStatus.CONFLICT, *, at: str = ""
) -> ProblemError:
    """The office's own refusal, without its hints for those who sit at a shell."""
    said = (
        _FOR_SHELLS.sub(".", str(reason))
        .replace("..", ".")
        .replace("say --claimed-too", "send claimed_too")
    )
    return ProblemError(status, said, faults=[Fault(at, said)] if at else ())
