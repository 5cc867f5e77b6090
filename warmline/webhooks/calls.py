"""Calls as the provider brings them: each webhook tells one flow, and is answered from state."""

from __future__ import annotations

import logging

from flask import Blueprint, Response, request

from warmline.errors import TransientError
from warmline.flows.calls import arrival, holding, news, taking
from warmline.flows.desk import Desk
from warmline.ids import ContactId, LegId
from warmline.phone import PhoneNumber
from warmline.routing import hears
from warmline.routing.contact import Contact
from warmline.routing.leg import Leg, Side, inbound_leg
from warmline.routing.waiting import Before
from warmline.telephony import call_payloads as payloads
from warmline.telephony import voice
from warmline.telephony.signature import Signatures
from warmline.telephony.voice import Addresses
from warmline.webhooks import guard, hearing, waiting
from warmline.webhooks.answering import soften, xml
from warmline.words.spoken import TO_PEERS, spoken

log = logging.getLogger(__name__)


def calls(desk: Desk, signatures: Signatures) -> Blueprint:
    """`/webhooks/voice` and everything that we hand to the provider for a call."""
    blueprint = Blueprint("calls", __name__, url_prefix="/webhooks/voice")
    guard.keep(blueprint, signatures)

    @blueprint.post("")
    def ring() -> Response:
        call = payloads.inbound_call(request.form)
        word = arrival.arrive(desk, call, PhoneNumber(call.to))
        leg, contact = _who(desk, inbound_leg(call.sid))
        if leg is None or contact is None:
            return _trouble(desk)
        return xml(_greeting(desk, leg, contact, word))

    @blueprint.post("/now/<leg_id>")
    def now(leg_id: str) -> Response:
        leg, contact = _who(desk, LegId(leg_id))
        if leg is None:
            return xml(voice.goodbye(desk.line.language))
        if news.told(desk, leg, payloads.call_news(request.form)) == "over":
            return xml(voice.leave())
        return xml(hearing.now(desk, leg, contact))

    @blueprint.post("/wait/<leg_id>")
    def wait(leg_id: str) -> Response:
        leg, contact = _who(desk, LegId(leg_id))
        if leg is None or contact is None or not _holds(leg, contact):
            return xml(voice.leave())
        return xml(waiting.round_of(desk, leg, contact, Before.read(request.args)))

    @blueprint.post("/key/<leg_id>")
    def key(leg_id: str) -> Response:
        leg, _ = _who(desk, LegId(leg_id))
        if leg is None:
            return xml(voice.leave())
        word = holding.press(desk, leg, payloads.digits(request.form))
        leg, contact = _who(desk, leg.id)
        if leg is None or contact is None:
            return xml(voice.leave())
        in_line = "round" in request.args
        if _holds(leg, contact) and in_line:
            before = Before.read(request.args)
            return xml(waiting.round_of(desk, leg, contact, before, word))
        return xml(voice.leave() if in_line else hearing.now(desk, leg, contact))

    @blueprint.post("/press/<leg_id>")
    def press(leg_id: str) -> Response:
        leg, _ = _who(desk, LegId(leg_id))
        pressed = payloads.digits(request.form)
        if leg and leg.side is Side.PEER and pressed == "1":
            taking.take(desk, leg)
        elif leg and leg.side is Side.PEER and pressed == "2":
            taking.pass_on(desk, leg)
            return xml(voice.goodbye("en", TO_PEERS.passed()))
        elif leg and leg.side is Side.CALLER:
            news.rung_back(desk, leg, pressed)
        leg, contact = _who(desk, LegId(leg_id))
        return xml(hearing.now(desk, leg, contact) if leg else voice.goodbye("en"))

    @blueprint.post("/over/<leg_id>")
    def over(leg_id: str) -> Response:
        leg, contact = _who(desk, LegId(leg_id))
        if leg is None or contact is None:
            return xml(voice.goodbye(desk.line.language))
        if payloads.fate_of(request.form) == "completed":
            return xml(voice.goodbye(contact.language, spoken(contact.language).goodbye()))
        holding.crisis_line_failed(desk, leg)
        return xml(_after_crisis(desk, leg))

    @blueprint.post("/status")
    def status() -> tuple[str, int]:
        told = payloads.call_news(request.form)
        return _note(desk, inbound_leg(told.sid), told)

    @blueprint.post("/leg/<leg_id>")
    def leg_status(leg_id: str) -> tuple[str, int]:
        return _note(desk, LegId(leg_id), payloads.call_news(request.form))

    @blueprint.post("/room/<contact_id>")
    def room(contact_id: str) -> tuple[str, int]:
        told = payloads.room_news(request.form)
        if told:
            news.of_room(desk, ContactId(contact_id), *told)
        return "", 204

    soften(blueprint, lambda: _trouble(desk))
    return blueprint


def _who(desk: Desk, leg_id: LegId) -> tuple[Leg | None, Contact | None]:
    leg = desk.store.legs.get(leg_id)
    contact = desk.store.contacts.get(leg.contact) if leg and leg.contact else None
    return leg, contact


def _holds(leg: Leg, contact: Contact) -> bool:
    return isinstance(hears.heard_by(leg, contact), hears.Hold)


def _note(desk: Desk, leg_id: LegId, told: payloads.CallNews) -> tuple[str, int]:
    try:
        leg = desk.store.legs.get(leg_id)
        if leg:
            news.told(desk, leg, told)
    except TransientError:
        return "", 503
    return "", 204


def _greeting(desk: Desk, leg: Leg, contact: Contact, word: str) -> str:
    words = spoken(contact.language)
    match word:
        case "opened":
            return voice.welcome(
                contact.language, [words.welcome(desk.line.name)], Addresses(leg.id)
            )
        case "resumed" if _holds(leg, contact):
            return voice.welcome(contact.language, [words.welcome_back()], Addresses(leg.id))
        case _:
            return hearing.now(desk, leg, contact)


def _after_crisis(desk: Desk, leg: Leg) -> str:
    fresh, contact = _who(desk, leg.id)
    if fresh is None or contact is None:
        return voice.goodbye(desk.line.language)
    failed = spoken(contact.language).crisis_line_failed(desk.line.crisis_aloud(contact.language))
    return voice.say_then(contact.language, [failed], Addresses(leg.id).to("now"))


def _trouble(desk: Desk) -> Response:
    language = desk.line.language
    aloud = desk.line.crisis_aloud(language)
    return xml(voice.goodbye(language, spoken(language).trouble(aloud)))
