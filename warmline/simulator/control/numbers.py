"""The owned numbers and the house rules: where they point, how fast they send."""

from __future__ import annotations

from dataclasses import fields
from datetime import timedelta
from typing import Any

from flask import Blueprint, Response

from warmline.simulator.control.answers import Unclear, said, say
from warmline.simulator.exchange import Exchange
from warmline.simulator.numbers import OwnedNumber
from warmline.simulator.optouts import Kind, Mode

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

    @routes.get("/rules")
    def rules() -> Response:
        return say(_rules(exchange))

    @routes.put("/rules")
    def change_rules() -> Response:
        asked = said()
        if "opt_out" in asked:
            exchange.opt_outs.mode = Mode(asked["opt_out"])
        for kind, words in asked.get("confirmations", {}).items():
            exchange.opt_outs.confirmations[Kind(kind)] = str(words)
        if "loop_limit" in asked:
            exchange.loops.limit = int(asked["loop_limit"])
        if "transit_ms" in asked:
            exchange.transit = timedelta(milliseconds=float(asked["transit_ms"]))
        if "reach" in asked:
            exchange.reach = dict(asked["reach"])
        return say(_rules(exchange))

    return routes


def _show(owned: OwnedNumber) -> dict[str, Any]:
    return {"number": owned.number} | {name: getattr(owned, name) for name in sorted(SETTABLE)}


def _rules(exchange: Exchange) -> dict[str, Any]:
    return {
        "opt_out": exchange.opt_outs.mode,
        "confirmations": exchange.opt_outs.confirmations,
        "loop_limit": exchange.loops.limit,
        "transit_ms": exchange.transit / timedelta(milliseconds=1),
        "reach": exchange.reach,
    }
