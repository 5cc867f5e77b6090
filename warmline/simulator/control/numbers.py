"""The owned numbers: where they point, how fast they send."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from flask import Blueprint, Response

from warmline.simulator.control.answers import Unclear, said, say
from warmline.simulator.exchange import Exchange
from warmline.simulator.numbers import OwnedNumber

SETTABLE = {f.name for f in fields(OwnedNumber)} - {"number", "created_at", "updated_at", "free_at"}


def blueprint(exchange: Exchange) -> Blueprint:
    """The routes."""
    routes = Blueprint("numbers", __name__)

    @routes.get("/numbers")
    def index() -> Response:
        return say([_show(owned) for owned in exchange.numbers.all()])

    @routes.put("/numbers/<number>")
    def change(number: str) -> Response:
        asked = said()
        if not asked.keys() <= SETTABLE:
            raise Unclear("A number has " + ", ".join(sorted(SETTABLE)) + ".")
        owned = exchange.numbers.get(number)
        if owned is None:
            owned = OwnedNumber(number, exchange.clock.now(), friendly_name=number)
            exchange.numbers.add(owned)
        for name, value in asked.items():
            setattr(owned, name, value)
        return say(_show(owned))

    return routes


def _show(owned: OwnedNumber) -> dict[str, Any]:
    return {"number": owned.number} | {name: getattr(owned, name) for name in sorted(SETTABLE)}
