"""Texts as the provider brings them, and what became of ours."""

from __future__ import annotations

import logging

from flask import Blueprint, Response, request

from warmline.errors import TransientError
from warmline.flows import arrival, fate
from warmline.flows.desk import Desk
from warmline.ids import TextId
from warmline.phone import PhoneNumber
from warmline.routing.arrived import Arrived
from warmline.telephony import payloads, twiml
from warmline.telephony.signature import Signatures
from warmline.webhooks import guard
from warmline.webhooks.outage import Outage
from warmline.words import callers

log = logging.getLogger(__name__)


def texts(desk: Desk, signatures: Signatures) -> Blueprint:
    """`/webhooks/sms` and its status callbacks."""
    blueprint = Blueprint("texts", __name__, url_prefix="/webhooks/sms")
    guard.keep(blueprint, signatures)
    outage = Outage(desk)

    @blueprint.post("")
    def receive() -> Response:
        text = payloads.inbound_text(request.form)
        arrived = Arrived(
            text.sid,
            PhoneNumber(text.sender),
            PhoneNumber(text.to),
            text.body,
            text.media,
            text.opt_out,
        )
        try:
            arrival.take_in(desk, arrived)
        except TransientError as away:
            outage.noticed(away)
            language = desk.line.language
            return xml(
                twiml.say_by_text(callers(language).service_trouble(desk.line.crisis(language)))
            )
        outage.over()
        return xml(twiml.NOTHING)

    @blueprint.post("/status/<text>")
    def status(text: str) -> tuple[str, int]:
        told = payloads.text_status(request.form)
        try:
            fate.note_status(desk, TextId(text), told.sid, told.status, told.code)
        except TransientError as away:
            outage.noticed(away)
            return "", 503
        return "", 204

    return blueprint


def xml(document: str) -> Response:
    """TwiML as the provider expects it."""
    return Response(document, mimetype="text/xml")
