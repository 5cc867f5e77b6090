"""What the provider is answered when something of ours fails: kind words and the crisis line, never an error."""

from __future__ import annotations

import logging
from collections.abc import Callable

from flask import Blueprint, Response, request
from werkzeug.exceptions import HTTPException

from warmline.flows.desk import Desk
from warmline.routing import senders
from warmline.telephony import twiml
from warmline.words import callers

log = logging.getLogger(__name__)


def xml(document: str) -> Response:
    """TwiML as the provider expects it."""
    return Response(document, mimetype="text/xml")


def sorry_by_text(desk: Desk, sender: str) -> Response:
    """An answer to whoever wrote, sent by the provider itself; none where it would loop or pay a fraudster."""
    line = desk.line
    judged = senders.judge(sender, frozenset(line.numbers), line.country, served=line.served)
    if isinstance(judged, senders.Unanswered):
        return xml(twiml.NOTHING)
    return xml(
        twiml.say_by_text(callers(line.language).service_trouble(line.crisis(line.language)))
    )


def soften(blueprint: Blueprint, answer: Callable[[], Response]) -> None:
    """Let a fault of the program end in `answer`, and be logged by its kind and place, without what it was about."""

    @blueprint.errorhandler(Exception)
    def unforeseen(fault: Exception) -> Response | HTTPException:
        if isinstance(fault, HTTPException):  # a refusal, and meant
            return fault
        log.error("webhook failed", exc_info=fault, extra={"endpoint": request.endpoint})
        return answer()
