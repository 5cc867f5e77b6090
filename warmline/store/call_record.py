"""How a call is written down: into its contact's hash, under names that begin with `call_`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from warmline.clock import milliseconds, moment
from warmline.ids import LegId, VolunteerId
from warmline.routing.call import Call, Handoff, Listening, Stage


def as_fields(call: Call) -> dict[str, str]:
    """As `Contacts.keep` takes it: "" where there is nothing."""
    facts: Mapping[str, str] = {
        "stage": call.stage,
        "room": call.room,
        "leg": call.leg or "",
        "peer_leg": call.peer_leg or "",
        "crisis_leg": call.crisis_leg or "",
        "handoff": call.handoff or "",
        "handoff_since": _ms(call.handoff_since),
        "handoffs": str(call.handoffs or ""),
        "consent": call.consent,
        "lost": call.lost,
        "told_length": "1" if call.told_length else "",
        "since": _ms(call.since),
        "rests_until": _ms(call.rests_until),
        "rung_back": str(call.rung_back or ""),
        "asked_back": _ms(call.asked_back),
        "connected": call.connected or "",
        "nobody_since": _ms(call.nobody_since),
        "outside_tried": "1" if call.outside_tried else "",
        "texted": "1" if call.texted else "",
        "message": call.message,
        "listening": call.listening or "",
        "listener": call.listener or "",
        "listened_by": call.listened_by or "",
        "listening_since": _ms(call.listening_since),
        "texts_with": call.texts_with or "",
    }
    return {f"call_{name}": fact for name, fact in facts.items()}


def as_call(fields: Mapping[str, str]) -> Call | None:
    """The call in a contact's hash, if it has one."""

    def given(name: str) -> str:
        return fields.get(f"call_{name}", "")

    def when(name: str) -> datetime | None:
        return moment(int(given(name))) if given(name) else None

    if not given("stage"):
        return None
    return Call(
        stage=Stage(given("stage")),
        room=given("room"),
        leg=LegId(given("leg")) or None,
        peer_leg=LegId(given("peer_leg")) or None,
        crisis_leg=LegId(given("crisis_leg")) or None,
        handoff=Handoff(given("handoff")) if given("handoff") else None,
        handoff_since=moment(int(given("handoff_since"))) if given("handoff_since") else None,
        handoffs=int(given("handoffs") or 0),
        consent=given("consent"),
        lost=given("lost"),
        told_length=bool(given("told_length")),
        since=when("since"),
        rests_until=when("rests_until"),
        rung_back=int(given("rung_back") or 0),
        asked_back=when("asked_back"),
        connected=Stage(given("connected")) if given("connected") else None,
        nobody_since=when("nobody_since"),
        outside_tried=bool(given("outside_tried")),
        texted=bool(given("texted")),
        message=given("message"),
        listening=Listening(given("listening")) if given("listening") else None,
        listener=LegId(given("listener")) or None,
        listened_by=VolunteerId(given("listened_by")) or None,
        listening_since=when("listening_since"),
        texts_with=VolunteerId(given("texts_with")) or None,
    )


def _ms(at: datetime | None) -> str:
    return str(milliseconds(at)) if at else ""
