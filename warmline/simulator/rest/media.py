"""The Media of a message: its list, each one's facts and bytes, and its deletion."""

from __future__ import annotations

import base64
from typing import Any

from flask import Blueprint, Response, redirect, request

from warmline.simulator.exchange import Exchange
from warmline.simulator.messages import Medium, Message
from warmline.simulator.rest.answers import date, not_found, page, say

PIXEL = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")  # a GIF


def blueprint(exchange: Exchange) -> Blueprint:
    """The routes, mounted below the account's path."""
    routes = Blueprint("media", __name__)

    @routes.get("/Messages/<sid>/Media.json", endpoint="list")
    def index(sid: str) -> Response:
        message = exchange.messages.get(sid)
        if message is None:
            return not_found()
        return page(
            "media_list", message.media, lambda m: m.sid, lambda m: _show(exchange, message, m)
        )

    @routes.get("/Messages/<sid>/Media/<name>.json", endpoint="fetch")
    def fetch(sid: str, name: str) -> Response:
        message, medium = _find(exchange, sid, name)
        if message is None or medium is None:
            return not_found()
        return say(_show(exchange, message, medium))

    @routes.get("/Messages/<sid>/Media/<name>", endpoint="read")
    def read(sid: str, name: str) -> Any:
        _, medium = _find(exchange, sid, name)
        if medium is None:
            return not_found()
        if medium.url:
            return redirect(medium.url, 307)
        return Response(PIXEL, mimetype=medium.content_type)

    @routes.delete("/Messages/<sid>/Media/<name>.json", endpoint="delete")
    def delete(sid: str, name: str) -> Response:
        message, medium = _find(exchange, sid, name)
        if message is None or medium is None:
            return not_found()
        message.media.remove(medium)
        return Response(status=204)

    return routes


def is_picture(endpoint: str | None) -> bool:
    """Whether a request reads a picture's bytes, which needs no credentials at the provider."""
    return endpoint == "api.media.read" and request.method == "GET"


def _find(exchange: Exchange, sid: str, name: str) -> tuple[Message | None, Medium | None]:
    message = exchange.messages.get(sid)
    media = message.media if message else []
    return message, next((medium for medium in media if medium.sid == name), None)


def _show(exchange: Exchange, message: Message, medium: Medium) -> dict[str, Any]:
    return {
        "account_sid": exchange.account.sid,
        "content_type": medium.content_type,
        "date_created": date(message.created_at),
        "date_updated": date(message.updated_at),
        "parent_sid": message.sid,
        "sid": medium.sid,
        "uri": f"{exchange.account.path}/Messages/{message.sid}/Media/{medium.sid}.json",
    }
