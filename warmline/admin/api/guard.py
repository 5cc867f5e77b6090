"""Who may come in: a bearer token that is good, with a role that is enough."""

from __future__ import annotations

import logging
from http import HTTPStatus

from flask import Request

from warmline.admin.api.problems import ProblemError
from warmline.flows.desk import Desk
from warmline.flows.office import access
from warmline.store.tokens import Role, Token

log = logging.getLogger(__name__)

WRONG_A_MINUTE = (
    30  # no secret of ours can be guessed; this is for the peace of the store and the log
)
_ASK = {"WWW-Authenticate": 'Bearer realm="warmline"'}


def admit(desk: Desk, request: Request, needed: Role) -> Token:
    """The token of whoever asks. 401 without a good one, 429 after many wrong ones, 403 when its role is not enough.

    A good token comes in however many wrong ones there were: nobody can lock a coordinator out.
    """
    kind, _, shown = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() != "bearer" or not shown.strip():
        raise ProblemError(
            HTTPStatus.UNAUTHORIZED, "Send a token: Authorization: Bearer …", headers=_ASK
        )
    token = access.whose(desk, shown.strip())
    if token is None:
        now = desk.clock.now()
        wrong = desk.store.tokens.failed(now)
        if wrong == WRONG_A_MINUTE:
            log.warning("many wrong tokens in this minute")
        if wrong > WRONG_A_MINUTE:
            wait = {"Retry-After": str(60 - now.second)}
            raise ProblemError(
                HTTPStatus.TOO_MANY_REQUESTS, "Too many wrong tokens. Wait a minute.", headers=wait
            )
        raise ProblemError(
            HTTPStatus.UNAUTHORIZED, "That token is not good, or no longer.", headers=_ASK
        )
    if not token.role.may(needed):
        raise ProblemError(HTTPStatus.FORBIDDEN, f"That takes a token of the role {needed}.")
    return token
