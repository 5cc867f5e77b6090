"""Both sides of the exchange in one web application: the customer's and the stage hands'."""

from __future__ import annotations

import logging

from flask import Blueprint, Flask, Response

from warmline.simulator.control import clock, faults, numbers, phones, rules, watching
from warmline.simulator.control.answers import Unclear, unclear
from warmline.simulator.exchange import Exchange
from warmline.simulator.rest import api

CONTROL = "/simulator"


def create_app(exchange: Exchange) -> Flask:
    """The application. It keeps no state of its own."""
    app = Flask(__name__, static_folder=None)
    app.config["PROPAGATE_EXCEPTIONS"] = True  # hanging up is an exception that the server knows
    app.logger.setLevel(logging.ERROR)
    app.register_blueprint(api.blueprint(exchange))
    app.register_blueprint(_control(exchange), url_prefix=CONTROL)
    return app


def _control(exchange: Exchange) -> Blueprint:
    control = Blueprint("control", __name__)
    for part in (phones, faults, clock, numbers, rules, watching):
        control.register_blueprint(part.blueprint(exchange))

    @control.errorhandler(Unclear)
    @control.errorhandler(ValueError)
    def misunderstood(mistake: Exception) -> Response:
        return unclear(mistake)

    return control
