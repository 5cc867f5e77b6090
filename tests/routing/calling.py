"""Calls and legs for pure tests."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from tests.routing.people import MAIN, NOW, a_contact
from warmline.ids import CallSid, LegId, VolunteerId
from warmline.phone import PhoneNumber
from warmline.routing.call import Call, Stage
from warmline.routing.call_steps import CallStep
from warmline.routing.contact import Contact, State
from warmline.routing.leg import Fate, Leg, LegState, Side
from warmline.routing.next_call_step import next_call_step
from warmline.routing.next_step import LOOK_AGAIN
from warmline.routing.policy import Policy
from warmline.volunteers.shifts import Channel

ADA, BO = VolunteerId("vada"), VolunteerId("vbo")
CALLER, PEER, CRISIS = LegId("icaller"), LegId("gpeer"), LegId("gcrisis")
SID = CallSid("CAit")


def after(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def a_call(stage: Stage = Stage.HELD, **about: Any) -> Call:
    facts: dict[str, Any] = {"room": "a room", "leg": CALLER, "since": NOW}
    return Call(stage, **{**facts, **about})


def together(**about: Any) -> Call:
    return a_call(**{"stage": Stage.TOGETHER, "peer_leg": PEER, **about})


def a_caller(call: Call | None = None, **about: Any) -> Contact:
    """Somebody who phoned at NOW and waits, unless told otherwise."""
    return a_contact(**{"channel": Channel.VOICE, "call": call or a_call(), **about})


def a_talk(call: Call | None = None, **about: Any) -> Contact:
    facts: dict[str, Any] = {"state": State.ACTIVE, "peer": ADA, "began": NOW}
    return a_caller(call or together(), **{**facts, **about})


def a_leg(leg: LegId, side: Side, state: LegState = LegState.PLACED, **about: Any) -> Leg:
    facts: dict[str, Any] = {"to": PhoneNumber("+15550110009"), "tried": NOW}
    if state in {LegState.PLACED, LegState.OVER}:
        facts["sid"] = SID
    return Leg(leg, side, state, MAIN, **{**facts, **about})


def on_the_line(leg: LegId = CALLER, **about: Any) -> Leg:
    return a_leg(leg, Side.CALLER, **{"answered": NOW, **about})


def rings(volunteer: VolunteerId = ADA, leg: LegId = PEER, **about: Any) -> Leg:
    """It has rung since they were asked: an offer that lapses in 20 seconds was made so long ago."""
    rang = after(20) - Policy().ring_for
    return a_leg(leg, Side.PEER, **{"volunteer": volunteer, "rang": rang, **about})


def over(leg: LegId = CALLER, side: Side = Side.CALLER, **about: Any) -> Leg:
    return a_leg(leg, side, LegState.OVER, **{"fate": Fate.COMPLETED, "to": None, **about})


HERE = on_the_line()
JOINED = on_the_line(joined=NOW)
WITH_PEER = rings(answered=NOW, joined=NOW)
LATER = after(LOOK_AGAIN.total_seconds())


def step(contact: Contact, *legs: Leg, at: float = 0, **about: Any) -> CallStep:
    assert contact.call is not None
    known = {leg.id: leg for leg in legs}
    return next_call_step(contact, contact.call, known, now=after(at), **about)
