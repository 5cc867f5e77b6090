"""The house rules of the exchange: opt-outs, loops, how long a text travels, how fast calls go out and speak."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from flask import Blueprint, Response

from warmline.simulator.control.answers import said, say
from warmline.simulator.exchange import Exchange
from warmline.simulator.optouts import Kind, Mode


def blueprint(exchange: Exchange) -> Blueprint:
    """The routes."""
    routes = Blueprint("rules", __name__)

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
        if "speech_wpm" in asked:
            exchange.board.speech_wpm = float(asked["speech_wpm"])
        if "calls_per_second" in asked:
            exchange.board.calls_per_second = float(asked["calls_per_second"])
        if "reach" in asked:
            exchange.reach = dict(asked["reach"])
        return say(_rules(exchange))

    return routes


def _rules(exchange: Exchange) -> dict[str, Any]:
    return {
        "opt_out": exchange.opt_outs.mode,
        "confirmations": exchange.opt_outs.confirmations,
        "loop_limit": exchange.loops.limit,
        "transit_ms": exchange.transit / timedelta(milliseconds=1),
        "reach": exchange.reach,
        "speech_wpm": exchange.board.speech_wpm,
        "calls_per_second": exchange.board.calls_per_second,
    }
