"""A program may ask again: with the same Idempotency-Key, a POST is carried out once and answered the same for a day."""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha256
from http import HTTPStatus

from flask import Request, Response

from warmline.admin.api.problems import ProblemError, answer
from warmline.flows.desk import Desk
from warmline.store.answers import Begun, Kept
from warmline.store.tokens import Token

HEADER = "Idempotency-Key"
AGAIN = "Idempotency-Replayed"
_KEY = re.compile(r"[\x21-\x7e]{1,255}")
_TOLD_AGAIN = ("Content-Type", "Location", "ETag")


def once(desk: Desk, token: Token, request: Request, act: Callable[[], Response]) -> Response:
    """What `act` answers, or what it answered the first time."""
    key = request.headers.get(HEADER)
    if key is None or request.method != "POST":
        return act()
    if not _KEY.fullmatch(key):
        raise ProblemError(
            HTTPStatus.BAD_REQUEST, f"{HEADER} must be 1 to 255 plain characters without spaces."
        )
    name, asked = _digest(token.id.encode(), key.encode())[:40], _asked(request)
    match desk.store.answers.begin(name):
        case Begun.ELSEWHERE:
            raise ProblemError(
                HTTPStatus.CONFLICT,
                "The same is being done just now. Ask again in a moment.",
                headers={"Retry-After": "2"},
            )
        case Begun.NOW:
            return _first(desk, name, asked, act)
        case Kept() as kept if kept.asked != asked:
            raise ProblemError(
                HTTPStatus.UNPROCESSABLE_ENTITY, f"That {HEADER} was used for something else."
            )
        case Kept() as kept:
            return Response(kept.body, kept.status, {**kept.headers, AGAIN: "true"})


def name_of(token: Token, request: Request) -> str:
    """A name for what this request makes: the same whenever the same is asked with the same key; "" without a key.

    Should whoever began it die before the answer is kept, the next one finds what was made and makes no second one.
    """
    key = request.headers.get(HEADER)
    return _digest(token.id.encode(), key.encode(), _asked(request).encode())[:16] if key else ""


def _first(desk: Desk, name: str, asked: str, act: Callable[[], Response]) -> Response:
    try:
        response = act()
    except ProblemError as problem:
        response = answer(problem)
    except BaseException:
        desk.store.answers.forget(name)
        raise
    headers = {one: response.headers[one] for one in _TOLD_AGAIN if one in response.headers}
    body = response.get_data(as_text=True)
    desk.store.answers.keep(name, Kept(asked, response.status_code, headers, body))
    return response


def _asked(request: Request) -> str:
    return _digest(request.full_path.encode(), request.mimetype.encode(), request.get_data())


def _digest(*parts: bytes) -> str:
    return sha256(b"".join(len(part).to_bytes(8) + part for part in parts)).hexdigest()
