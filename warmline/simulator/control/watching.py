"""Looking at all that goes on: events as they happen, the log, every message, and quiet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from flask import Blueprint, Response, request

from warmline.simulator.control.answers import say
from warmline.simulator.exchange import Exchange
from warmline.simulator.messages import Message

HEARTBEAT_S = 15.0
LONGEST_WAIT_S = 30.0


def blueprint(exchange: Exchange) -> Blueprint:
    """The routes."""
    routes = Blueprint("watching", __name__)

    @routes.get("/events")
    def events() -> Response:
        after = request.headers.get("Last-Event-ID", type=int)
        answer = Response(
            _stream(exchange, after or request.args.get("after", 0, type=int)),
            mimetype="text/event-stream",
        )
        answer.headers["Cache-Control"] = "no-store"
        return answer

    @routes.get("/events.json")
    def polled() -> Response:
        after = request.args.get("after", 0, type=int)
        wait = min(LONGEST_WAIT_S, request.args.get("wait", 0.0, type=float))
        return say(exchange.events.after(after, wait=wait))

    @routes.get("/log")
    def log() -> Response:
        return say(exchange.log.after(request.args.get("after", 0, type=int)))

    @routes.get("/messages")
    def messages() -> Response:
        return say([_show(message) for message in exchange.messages.all()])

    @routes.get("/idle")
    def idle() -> Response:
        quiet = exchange.is_idle()
        following = exchange.agenda.next_at()
        return say({"idle": quiet, "next_at": following.isoformat() if following else None})

    @routes.post("/reset")
    def reset() -> Response:
        exchange.reset()
        return say({"reset": True})

    return routes


def _stream(exchange: Exchange, after: int) -> Iterator[bytes]:
    """Server-Sent Events, for as long as the reader listens."""
    yield b": listening\n\n"
    while not exchange.events.is_closed:
        fresh = exchange.events.after(after, wait=HEARTBEAT_S)
        if not fresh:
            yield b": still here\n\n"  # shows a reader that has gone
        for entry in fresh:
            after = entry["n"]
            yield f"id: {after}\ndata: {json.dumps(entry)}\n\n".encode()


def _show(message: Message) -> dict[str, Any]:
    return {
        "sid": message.sid,
        "from": message.sender,
        "to": message.to,
        "body": message.body,
        "direction": message.direction,
        "status": message.status,
        "error_code": message.error_code,
        "created_at": message.created_at.isoformat(),
        "sent_at": message.sent_at.isoformat() if message.sent_at else None,
    }
