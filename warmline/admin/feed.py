"""The private calendar addresses: whoever has one reads that calendar, and nobody else learns that it is there."""

from __future__ import annotations

import logging

from flask import Blueprint, Response, abort, request

from warmline.admin import ics
from warmline.errors import TransientError
from warmline.flows.desk import Desk
from warmline.flows.office import feeds

log = logging.getLogger(__name__)


def feed(desk: Desk) -> Blueprint:
    """`/calendar/<secret>.ics`."""
    blueprint = Blueprint("feed", __name__)

    @blueprint.get("/calendar/<secret>.ics")
    def calendar(secret: str) -> Response:
        try:
            shown = feeds.read(desk, secret)
        except TransientError:
            log.warning("calendar without Redis")
            return Response("Try again in a moment.\n", 503, {"Retry-After": "60"})
        if shown is None:
            abort(404)
        line, key = desk.line, desk.store.keys.line
        document = ics.written(shown, line=line.name, zone=line.zone.key, key=key)
        answer = Response(document, mimetype="text/calendar")
        answer.headers["Cache-Control"] = "private, max-age=300"
        answer.headers["X-Robots-Tag"] = "noindex"
        answer.add_etag()
        answer.make_conditional(request)
        return answer

    return blueprint
