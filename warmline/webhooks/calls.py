"""Calls, until the line can take them: a true word, and how to reach a person."""

from __future__ import annotations

from flask import Blueprint, Response

from warmline.flows.desk import Desk
from warmline.telephony import twiml
from warmline.telephony.signature import Signatures
from warmline.webhooks import guard
from warmline.webhooks.answering import soften, xml
from warmline.words import callers


def calls(desk: Desk, signatures: Signatures) -> Blueprint:
    """`/webhooks/voice`."""
    blueprint = Blueprint("calls", __name__, url_prefix="/webhooks/voice")
    guard.keep(blueprint, signatures)

    @blueprint.post("")
    def ring() -> Response:
        language = desk.line.language
        spoken = callers(language).please_text(desk.line.crisis(language))
        return xml(twiml.say_by_voice(spoken, language))

    soften(blueprint, ring)
    return blueprint
