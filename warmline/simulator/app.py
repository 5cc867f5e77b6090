"""All sides of the exchange in one web application: the customer's, the stage hands', the page."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from flask import Blueprint, Flask, Response

from warmline.simulator.control import calls, clock, faults, numbers, phones, rules, watching
from warmline.simulator.control.answers import Unclear, unclear
from warmline.simulator.exchange import Exchange
from warmline.simulator.page import routes as page
from warmline.simulator.page.cast import DEFAULT, Person
from warmline.simulator.rest import api

CONTROL = "/simulator"


def create_app(exchange: Exchange, people: Sequence[Person] = DEFAULT) -> Flask:
    """The application. It keeps no state of its own."""
    app = Flask(__name__, static_folder=None)
    app.config["PROPAGATE_EXCEPTIONS"] = True  # hanging up is an exception that the server knows
    app.logger.setLevel(logging.ERROR)
    app.register_blueprint(api.blueprint(exchange))
    app.register_blueprint(_control(exchange), url_prefix=CONTROL)
    app.register_blueprint(page.blueprint(exchange, people))
    return app


def _control(exchange: Exchange) -> Blueprint:
    control = Blueprint("control", __name__)
    for part in (phones, calls, faults, clock, numbers, rules, watching):
        control.register_blueprint(part.blueprint(exchange))

    @control.errorhandler(Unclear)
    @control.errorhandler(ValueError)
    def misunderstood(mistake: Exception) -> Response:
        return unclear(mistake)

    return control
