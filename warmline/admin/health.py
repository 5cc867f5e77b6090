"""Whether the line is alive and fit, for operators and their monitors."""

from __future__ import annotations

from datetime import timedelta

from flask import Blueprint, Response

from warmline.errors import TransientError
from warmline.flows.desk import Desk

# A moment that passed so long ago without a look means that no sweep runs.
GRACE = timedelta(seconds=15)


def health(desk: Desk) -> Blueprint:
    """`/health/live`, `/health/ready` and `/metrics`."""
    blueprint = Blueprint("health", __name__)

    @blueprint.get("/health/live")
    def live() -> Response:
        return Response("alive\n", mimetype="text/plain")

    @blueprint.get("/health/ready")
    def ready() -> Response:
        try:
            faults = desk.store.durability()
        except TransientError as away:
            faults = [str(away)]
        return Response(
            "\n".join(faults or ["ready"]) + "\n",
            status=503 if faults else 200,
            mimetype="text/plain",
        )

    return blueprint
