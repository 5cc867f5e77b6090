"""Whether the line is alive and fit, and how it stands, for operators and their monitors."""

from __future__ import annotations

from flask import Blueprint, Response, abort, request
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from warmline.admin.metrics import registry
from warmline.admin.private_side import is_private
from warmline.errors import TransientError, WarmlineError
from warmline.flows.desk import Desk


def health(desk: Desk) -> Blueprint:
    """`/health/live` and `/health/ready` for everyone, `/metrics` for the private side. None tells who or what."""
    blueprint = Blueprint("health", __name__)
    figures = registry(desk)

    @blueprint.get("/health/live")
    def live() -> Response:
        return Response("alive\n", mimetype="text/plain")

    @blueprint.get("/health/ready")
    def ready() -> Response:
        faults = _faults(desk)
        text = "\n".join(faults or ["ready"]) + "\n"
        return Response(text, status=503 if faults else 200, mimetype="text/plain")

    @blueprint.get("/metrics")
    def metrics() -> Response:
        if not is_private(request, desk.public_url):
            abort(404)
        return Response(generate_latest(figures), content_type=CONTENT_TYPE_LATEST)

    return blueprint


def _faults(desk: Desk) -> list[str]:
    try:
        return desk.store.durability()
    except TransientError:
        return ["Redis does not answer"]
    except WarmlineError:
        return ["Redis refuses to be asked; `warmline doctor` says more"]
