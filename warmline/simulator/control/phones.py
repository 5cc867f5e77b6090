"""Handsets: texting from one, and reading what arrived on each."""

from __future__ import annotations

from flask import Blueprint, Response, request

from warmline.simulator import inbound, outbound, reserved
from warmline.simulator.control.answers import Unclear, said, say, word
from warmline.simulator.exchange import Exchange

LONGEST_WAIT_S = 30.0


def blueprint(exchange: Exchange) -> Blueprint:
    """The routes."""
    routes = Blueprint("phones", __name__)

    @routes.post("/texts")
    def text() -> Response:
        asked = said()
        media = asked.get("media") or []
        if not isinstance(media, list):
            raise Unclear("'media' must be a list of content types.")
        sent = inbound.Text(
            sender=word(asked, "from"),
            to=word(asked, "to"),
            body=word(asked, "body"),
            media=tuple(str(kind) for kind in media),
        )
        message = inbound.receive(exchange, sent, answered_by=outbound.answer)
        return say({"sid": message.sid}, 201)

    @routes.get("/handsets")
    def index() -> Response:
        counts = exchange.inboxes.counts().items()
        return say([{"number": number, "texts": count} for number, count in counts])

    @routes.get("/handsets/<number>/texts")
    def texts(number: str) -> Response:
        after = request.args.get("after", 0, type=int)
        wait = min(LONGEST_WAIT_S, request.args.get("wait", 0.0, type=float))
        return say(exchange.inboxes.of(number).after(after, wait=wait))

    @routes.put("/handsets/<number>")
    def trouble(number: str) -> Response:
        code = said().get("error")
        if code is None:
            exchange.inboxes.troubles.pop(number, None)
        elif code in reserved.OUTCOMES:
            exchange.inboxes.troubles[number] = code
        else:
            raise Unclear(
                "'error' must be null or one of " + ", ".join(map(str, reserved.OUTCOMES))
            )
        return say({"number": number, "error": code})

    return routes
