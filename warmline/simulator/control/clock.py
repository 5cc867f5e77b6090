"""The exchange's clock, and jumping it with everybody who shares it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from flask import Blueprint, Response

from warmline.clock import SharedClock
from warmline.simulator.control.answers import Unclear, said, say
from warmline.simulator.exchange import Exchange


def blueprint(exchange: Exchange) -> Blueprint:
    """The routes."""
    routes = Blueprint("clock", __name__)

    def show() -> Response:
        can_jump = isinstance(exchange.clock, SharedClock)
        return say({"now": exchange.clock.now().isoformat(), "can_jump": can_jump})

    @routes.get("/clock")
    def read() -> Response:
        return show()

    @routes.post("/clock")
    def jump() -> Response:
        clock = exchange.clock
        if not isinstance(clock, SharedClock):
            raise Unclear("This exchange keeps real time; start it with a clock file to jump.")
        asked = said()
        if "now" in asked:
            clock.jump_to(_moment(asked["now"]))
        else:
            clock.jump(timedelta(seconds=_seconds(asked.get("jump_seconds"))))
        exchange.agenda.look()
        return show()

    return routes


def _moment(value: object) -> datetime:
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        raise Unclear("'now' must be a moment such as 2026-11-22T08:00:00+00:00.") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _seconds(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Unclear("'jump_seconds' must be a number.")
    return float(value)
