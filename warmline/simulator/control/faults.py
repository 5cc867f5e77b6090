"""Switching faults on and off."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import Any

from flask import Blueprint, Response, request

from warmline.simulator.control.answers import Unclear, said, say
from warmline.simulator.exchange import Exchange
from warmline.simulator.faults import Fault, Kind

SETTABLE = {f.name for f in fields(Fault)} - {"id", "struck"}
NUMERIC = {"probability": (int, float), "count": (int, type(None)), "ms": (int,), "status": (int,)}


def blueprint(exchange: Exchange) -> Blueprint:
    """The routes."""
    routes = Blueprint("faults", __name__)

    def show() -> Response:
        return say([asdict(fault) for fault in exchange.faults.all()])

    @routes.get("/faults")
    def index() -> Response:
        return show()

    @routes.put("/faults")
    def replace() -> Response:
        content = request.get_json(silent=True)
        if not isinstance(content, list):
            raise Unclear("The request must be a JSON list of faults.")
        wanted = [_fault(asked) for asked in content]
        exchange.faults.clear()
        for fault in wanted:
            exchange.faults.add(fault)
        return show()

    @routes.post("/faults")
    def add() -> Response:
        return say(asdict(exchange.faults.add(_fault(said()))), 201)

    @routes.delete("/faults")
    def clear() -> Response:
        exchange.faults.clear()
        return say([])

    @routes.delete("/faults/<int:fault_id>")
    def remove(fault_id: int) -> Response:
        exchange.faults.remove(fault_id)
        return show()

    return routes


def _fault(asked: Any) -> Fault:
    if not isinstance(asked, dict) or not asked.keys() <= SETTABLE:
        raise Unclear("A fault is an object with " + ", ".join(sorted(SETTABLE)) + ".")
    try:
        kind = Kind(asked.get("kind", ""))
    except ValueError:
        raise Unclear("'kind' must be one of " + ", ".join(Kind)) from None
    for name, kinds in NUMERIC.items():
        if not isinstance(asked.get(name, 0), kinds):
            raise Unclear(f"'{name}' must be a number.")
    return Fault(**{**asked, "kind": kind})
