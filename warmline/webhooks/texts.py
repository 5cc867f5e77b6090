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
from warmline.webhooks.answering import soften, sorry_by_text, xml
from warmline.webhooks.outage import Outage

log = logging.getLogger(__name__)


def texts(desk: Desk, signatures: Signatures) -> Blueprint:
    """`/webhooks/sms` and its status callbacks."""
    blueprint = Blueprint("texts", __name__, url_prefix="/webhooks/sms")
    guard.keep(blueprint, signatures)
    outage = Outage(desk)

    @blueprint.post("")
    def receive() -> Response:
        arrived = _arrived(payloads.inbound_text(request.form))
        if arrived.line_number not in desk.line.numbers:
            log.error("a text came for a number that is not in WARMLINE_NUMBERS")
            return sorry_by_text(desk, arrived.sender.e164)
        try:
            arrival.take_in(desk, arrived)
        except TransientError as away:
            outage.noticed(away)
            return sorry_by_text(desk, arrived.sender.e164)
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

    def after_a_fault() -> Response:
        if request.endpoint != "texts.receive":
            return Response(status=500)
        outage.noticed()
        return sorry_by_text(desk, request.form.get("From", ""))

    soften(blueprint, after_a_fault)
    return blueprint


def _arrived(text: payloads.InboundText) -> Arrived:
    return Arrived(
        text.sid,
        PhoneNumber(text.sender),
        PhoneNumber(text.to),
        text.body,
        text.media,
        text.opt_out,
    )
