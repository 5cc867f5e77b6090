"""The door of the REST API: credentials, the faults that befall requests, and the log."""

from __future__ import annotations

import time
from http import HTTPStatus

from flask import Blueprint, Response, g, request

from warmline.simulator.admission import Refused
from warmline.simulator.exchange import Exchange
from warmline.simulator.faults import Fault, Kind
from warmline.simulator.rest import (
    accounts,
    calls,
    conferences,
    media,
    messages,
    numbers,
    participants,
    queues,
    recordings,
)
from warmline.simulator.rest.answers import not_found, refuse
from warmline.simulator.wire import HangUp

METHODS = ["GET", "POST", "PUT", "DELETE", "PATCH"]


def blueprint(exchange: Exchange) -> Blueprint:
    """Everything of the API. A resource of its own module is mounted here."""
    api = Blueprint("api", __name__)

    @api.before_request
    def admit() -> Response | None:
        g.begun = time.monotonic()
        login = request.authorization
        if not media.is_picture(request.endpoint) and not (
            login and exchange.account.admits(login.username, login.password)
        ):
            return refuse(Refused(20003, "Authenticate", 401))
        return _befall(exchange)

    @api.after_request
    def note(response: Response) -> Response:
        lost = (
            _strike(exchange, Kind.REST_TIMEOUT)
            if response.status_code < HTTPStatus.BAD_REQUEST
            else None
        )
        _log(exchange, "timeout" if lost else "answered", response.status_code)
        if lost:
            raise HangUp(after_s=lost.ms / 1000)
        return response

    path = exchange.account.path
    api.register_blueprint(accounts.blueprint(exchange, exchange.clock.now()))
    voice = (calls, conferences, participants, queues, recordings)
    for resource in (messages, media, numbers, *voice):
        api.register_blueprint(resource.blueprint(exchange), url_prefix=path)

    @api.route("/2010-04-01/<path:_>", methods=METHODS)
    def unknown(_: str) -> Response:
        return not_found()

    return api


def _befall(exchange: Exchange) -> Response | None:
    """Let the faults that are on befall this request before anything is done."""
    if slow := _strike(exchange, Kind.REST_SLOW):
        time.sleep(slow.ms / 1000)
    if _strike(exchange, Kind.REST_REFUSE):
        _log(exchange, "refused", None)
        raise HangUp
    if broken := _strike(exchange, Kind.REST_ERROR):
        return refuse(Refused(20000 + broken.status, "Internal Server Error", broken.status))
    if _strike(exchange, Kind.REST_BUSY):
        return refuse(Refused(20429, "Too Many Requests", 429))
    return None


def _strike(exchange: Exchange, kind: Kind) -> Fault | None:
    if not exchange.faults.all():  # the usual case, and it must cost nothing
        return None
    call = exchange.board.calls.get((request.view_args or {}).get("sid", ""))
    numbers_meant = (
        request.values.get("To", ""),
        request.values.get("From", ""),
        call.handset if call else "",
    )
    operation = (request.endpoint or "").removeprefix("api.")
    return exchange.faults.strike(kind, *numbers_meant, operation=operation)


def _log(exchange: Exchange, outcome: str, status: int | None) -> None:
    exchange.log.append(
        at=exchange.clock.now().isoformat(),
        kind="rest",
        method=request.method,
        path=request.path,
        outcome=outcome,
        status=status,
        ms=round((time.monotonic() - g.begun) * 1000, 1),
    )
