"""The page with the phones, and what it needs to know when it opens."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from flask import Blueprint, Response, request

from warmline.simulator.control.answers import say
from warmline.simulator.exchange import Exchange
from warmline.simulator.page.cast import Person

HERE = Path(__file__).parent
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-cache",
}


def blueprint(exchange: Exchange, people: Sequence[Person]) -> Blueprint:
    """The routes. The phones themselves talk to the control API."""
    routes = Blueprint(
        "page", __name__, static_folder="static", static_url_path="/simulator/page/static"
    )
    page = (HERE / "page.html").read_bytes()
    run = secrets.token_hex(8)  # a page left open over a restart must not go on as if nothing was

    @routes.get("/")
    @routes.get("/simulator/")
    def phones() -> Response:
        return Response(page, mimetype="text/html")

    @routes.get("/simulator/page/people")
    def cast() -> Response:
        return say(
            {
                "people": [_show(exchange, person) for person in people],
                "line": [owned.number for owned in exchange.numbers.all() if owned.sms],
                "voice": [owned.number for owned in exchange.numbers.all() if owned.voice_url],
                "run": run,
                "events": exchange.events.count,
            }
        )

    @routes.get("/simulator/page/heard")
    def heard() -> Response:
        """Which texts the line has answered for, and which it has not: a phone's own "delivered"."""
        entries = exchange.log.after(request.args.get("after", 0, type=int))
        return say([_told(entry) for entry in entries if entry["kind"] in {"webhook", "fallback"}])

    @routes.after_request
    def guard(response: Response) -> Response:
        response.headers.update(HEADERS)
        return response

    return routes


def _show(exchange: Exchange, person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "role": person.role,
        "number": person.number,
        "trouble": exchange.inboxes.troubles.get(person.number),
    }


def _told(entry: dict[str, Any]) -> dict[str, Any]:
    return {"n": entry["n"], "sid": entry["about"], "heard": entry["error_code"] is None}
