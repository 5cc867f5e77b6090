"""The Flask application."""

from __future__ import annotations

from flask import Flask

from warmline import logs, wiring
from warmline.admin import api
from warmline.admin.feed import feed
from warmline.admin.health import health
from warmline.flows.desk import Desk
from warmline.telephony.signature import Signatures
from warmline.webhooks import messages
from warmline.webhooks.calls import calls
from warmline.webhooks.sounds import sounds
from warmline.webhooks.texts import texts


def create_app(desk: Desk, signatures: Signatures, *, with_api: bool = True) -> Flask:
    """The web side of one line. Addresses are built from the settings, so a proxy in front needs no trust."""
    app = Flask(__name__, static_folder=None)
    app.register_blueprint(texts(desk, signatures))
    app.register_blueprint(calls(desk, signatures))
    app.register_blueprint(sounds())
    app.register_blueprint(messages.sounds(desk))
    app.register_blueprint(health(desk))
    if with_api:
        api.serve(app, desk)
        app.register_blueprint(feed(desk))
    return app


def from_environment() -> Flask:
    """What the WSGI server calls."""
    logs.log_as_json()
    settings = wiring.settings_of_process()
    signatures = wiring.signatures_of(settings)
    return create_app(wiring.desk_of(settings), signatures, with_api=settings.api)
