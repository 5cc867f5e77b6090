"""A call is always answered: when Redis is away, or the program is at fault, with the truth and with somebody who can help."""

from __future__ import annotations

import logging
from contextlib import suppress
from dataclasses import replace

from flask import Blueprint, Response, request
from werkzeug.exceptions import HTTPException

from warmline.errors import TransientError
from warmline.flows.calls import putting_through
from warmline.flows.desk import Desk
from warmline.ids import LegId
from warmline.routing.leg import inbound_leg
from warmline.routing.waiting import Before
from warmline.telephony import call_payloads as payloads
from warmline.telephony import twiml, voice
from warmline.telephony.voice import Addresses
from warmline.webhooks import sorry, waiting
from warmline.webhooks.answering import xml
from warmline.webhooks.outage import Outage
from warmline.words.spoken import spoken

log = logging.getLogger(__name__)

ROUNDS = 2  # of waiting that a caller goes on without us; then somebody else is rung
TRIES = 4  # to tell someone whom we rang what they should hear


def keep_answering(blueprint: Blueprint, desk: Desk, outage: Outage) -> None:
    """Give every route of a call an answer for whatever goes wrong in it."""

    @blueprint.errorhandler(Exception)
    def unforeseen(fault: Exception) -> Response | HTTPException:
        if isinstance(fault, HTTPException):  # a refusal, and meant
            return fault
        if isinstance(fault, TransientError):
            outage.noticed(fault)
        else:
            outage.noticed()
            log.error("webhook failed", exc_info=fault, extra={"endpoint": request.endpoint})
        return _answer(desk, is_ours=not isinstance(fault, TransientError))


def _answer(desk: Desk, *, is_ours: bool) -> Response:
    form, leg = request.form, (request.view_args or {}).get("leg_id", "")
    if payloads.is_told_only(form):  # nobody hears what we say to that; it may be told again
        return Response(status=500 if is_ours else 503)
    if request.path.startswith(
        "/webhooks/voice/tell/"
    ):  # into a talk: nothing is said there about us
        return xml(twiml.NOTHING)
    if request.endpoint != "calls.now" and ("round" in request.args or "/wait/" in request.path):
        return xml(_in_line(desk, leg, is_ours=is_ours))
    if request.path.startswith("/webhooks/voice/over/"):
        return xml(sorry.after_the_call(desk, payloads.fate_of(form)))
    if payloads.is_inbound(form) or not leg:
        if is_ours:  # no peer is rung for somebody who talks to the fallback
            with suppress(Exception):
                putting_through.put_outside(desk, inbound_leg(payloads.call_sid(form)))
        return xml(sorry.to_caller(desk, form, Before.read(request.args).language))
    return xml(_to_whom_we_rang(desk, leg))


def _in_line(desk: Desk, leg: str, *, is_ours: bool) -> str:
    """They are in the provider's queue, where nobody can be dialled: a few rounds more, then out of it."""
    before = Before.read(request.args)
    away = replace(before, away=before.away + 1, language=before.language or desk.line.language)
    if away.away <= ROUNDS and request.form.get("Digits") != "0":
        said = [spoken(away.language).away_for_a_moment()]
        return waiting.document(desk, Addresses(leg), said, away)
    if is_ours:  # Redis is there: so that they do not come back to the same fault
        with suppress(Exception):
            putting_through.put_outside(desk, LegId(leg))
    return voice.leave()


def _to_whom_we_rang(desk: Desk, leg: str) -> str:
    """A peer, or somebody who is rung back: nobody knows which, just now."""
    before = Before.read(request.args)
    if before.away < TRIES:
        return sorry.one_moment(desk, leg, replace(before, away=before.away + 1))
    return sorry.to_whom_we_rang(desk)
