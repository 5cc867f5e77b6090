"""Calls as the provider brings them: each webhook tells one flow, and is answered from state."""

from __future__ import annotations

from flask import Blueprint, Response, request

from warmline.flows.calls import arrival, holding, listening, news, ringing_back, taking
from warmline.flows.desk import Desk
from warmline.ids import ContactId, LegId
from warmline.phone import PhoneNumber
from warmline.routing import hears
from warmline.routing.contact import Contact
from warmline.routing.leg import Leg, Side, inbound_leg
from warmline.routing.listening import is_listener
from warmline.routing.waiting import Before
from warmline.telephony import call_payloads as payloads
from warmline.telephony import voice
from warmline.telephony.signature import Signatures
from warmline.webhooks import (
    choosing,
    coming_in,
    guard,
    hearing,
    in_talk,
    messages,
    outside,
    phoning,
    sorry,
    to_coordinators,
    waiting,
)
from warmline.webhooks.always import keep_answering
from warmline.webhooks.answering import xml
from warmline.webhooks.outage import Outage
from warmline.words import spoken_coordinators
from warmline.words.spoken import TO_PEERS


def calls(desk: Desk, signatures: Signatures) -> Blueprint:
    """`/webhooks/voice` and everything that we hand to the provider for a call."""
    blueprint = Blueprint("calls", __name__, url_prefix="/webhooks/voice")
    guard.keep(blueprint, signatures)
    outage = Outage(desk)
    _waiting(blueprint, desk, outage)
    _talking(blueprint, desk)
    outside.routes(blueprint, desk)
    messages.routes(blueprint, desk)
    _told(blueprint, desk)
    in_talk.serve(blueprint, desk)
    keep_answering(blueprint, desk, outage)
    return blueprint


def _waiting(blueprint: Blueprint, desk: Desk, outage: Outage) -> None:
    """What a caller hears from the first ring to the moment that somebody is there."""

    @blueprint.post("")
    def ring() -> Response:
        call = payloads.inbound_call(request.form)
        came = arrival.arrive(desk, call, PhoneNumber(call.to))
        outage.over()
        return xml(coming_in.greeting(desk, came) or sorry.to_caller(desk, request.form))

    @blueprint.post("/language/<leg_id>")
    def language(leg_id: str) -> Response:
        leg, contact = _who(desk, LegId(leg_id))
        if leg is None or contact is None:
            return xml(voice.goodbye(desk.line.language))
        return xml(coming_in.chosen(desk, leg, contact, payloads.digits(request.form)))

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
        if in_line:
            return xml(voice.leave())
        return xml(choosing.out_of_line(desk, leg, contact, word))


def _talking(blueprint: Blueprint, desk: Desk) -> None:
    """What whoever picked up hears, and what follows a talk outside."""

    @blueprint.post("/press/<leg_id>")
    def press(leg_id: str) -> Response:
        leg, contact = _who(desk, LegId(leg_id))
        pressed = payloads.digits(request.form)
        if leg and phoning.is_within(leg, contact):
            return xml(phoning.pressed(desk, leg, pressed))
        if leg and leg.side is Side.PEER and pressed == "1":
            taking.take(desk, leg)
        elif leg and leg.side is Side.PEER and pressed == "2":
            taking.pass_on(desk, leg)
            return xml(voice.goodbye("en", TO_PEERS.passed()))
        elif leg and is_listener(leg) and pressed == "2":
            return xml(voice.goodbye("en", spoken_coordinators.nothing_to_hear()))
        elif leg and is_listener(leg) and pressed == "1":
            listening.press(desk, leg)
        elif leg and leg.side is Side.COORDINATOR and not is_listener(leg):
            return xml(to_coordinators.pressed(desk, leg, pressed))
        elif leg and contact and leg.side is Side.CALLER:
            word = ringing_back.answer(desk, leg, pressed)
            return xml(choosing.rung_back(desk, leg, contact, word))
        leg, contact = _who(desk, LegId(leg_id))
        return xml(hearing.now(desk, leg, contact) if leg else voice.goodbye("en"))


def _told(blueprint: Blueprint, desk: Desk) -> None:
    """What the provider only tells: nobody hears the answer."""

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
            news.of_room(desk, ContactId(contact_id), told)
        return "", 204


def _who(desk: Desk, leg_id: LegId) -> tuple[Leg | None, Contact | None]:
    leg = desk.store.legs.get(leg_id)
    contact = desk.store.contacts.get(leg.contact) if leg and leg.contact else None
    return leg, contact


def _holds(leg: Leg, contact: Contact) -> bool:
    return isinstance(hears.heard_by(leg, contact), hears.Hold)


def _note(desk: Desk, leg_id: LegId, told: payloads.CallNews) -> tuple[str, int]:
    leg = desk.store.legs.get(leg_id)
    if leg:
        news.told(desk, leg, told)
    return "", 204
