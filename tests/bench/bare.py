"""The yardstick: a bare Flask app that checks the signature with the SDK and makes one Redis script call."""

from __future__ import annotations

import os

import redis
from flask import Flask, Response, abort, request
from twilio.request_validator import RequestValidator

SCRIPT = 'return redis.call("SET", KEYS[1], ARGV[1], "NX") and 1 or 0'
NOTHING = '<?xml version="1.0" encoding="UTF-8"?><Response />'


def from_environment() -> Flask:
    """What the WSGI server calls. BARE_BYTES is how much the script writes: as much as our own webhook does."""
    app = Flask(__name__, static_folder=None)
    validator = RequestValidator(os.environ["TWILIO_AUTH_TOKEN"])
    url = os.environ["WARMLINE_PUBLIC_URL"] + "/webhooks/sms"
    filling = "x" * int(os.environ["BARE_BYTES"])
    connection = redis.Redis.from_url(os.environ["REDIS_URL"], decode_responses=True)
    keep = connection.register_script(SCRIPT)

    @app.post("/webhooks/sms")
    def receive() -> Response:
        if not validator.validate(url, request.form, request.headers.get("X-Twilio-Signature", "")):
            abort(403)
        sid = request.form.get("MessageSid") or request.form["CallSid"]
        keep(keys=[f"bare:{sid}"], args=[filling])
        return Response(NOTHING, mimetype="text/xml")

    return app
