"""Sounds that the provider fetches and plays: by GET, unsigned, the same for everyone, kept by its cache."""

from __future__ import annotations

from importlib import resources

from flask import Blueprint, Response

KEPT = "public, max-age=86400, immutable"
CALM = "/webhooks/sounds/calm.wav"  # made by tests/webhooks/calm_sound.py


def sounds() -> Blueprint:
    """`/webhooks/sounds`."""
    blueprint = Blueprint("sounds", __name__)
    calm = resources.files(__package__).joinpath("calm.wav").read_bytes()

    @blueprint.get(CALM)
    def calm_sound() -> Response:
        return Response(calm, mimetype="audio/wav", headers={"Cache-Control": KEPT})

    return blueprint
