"""How a call is written down: into its contact's hash, under names that begin with `call_`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from warmline.clock import milliseconds, moment
from warmline.ids import LegId
from warmline.routing.call import Call, Handoff, Stage


def as_fields(call: Call) -> dict[str, str]:
    """As `Contacts.keep` takes it: "" where there is nothing."""
    facts: Mapping[str, str] = {
        "stage": call.stage,
        "room": call.room,
        "leg": call.leg or "",
        "peer_leg": call.peer_leg or "",
        "crisis_leg": call.crisis_leg or "",
        "handoff": call.handoff or "",
        "since": _ms(call.since),
        "rests_until": _ms(call.rests_until),
        "rung_back": str(call.rung_back or ""),
    }
    return {f"call_{name}": fact for name, fact in facts.items()}


def as_call(fields: Mapping[str, str]) -> Call | None:
    """The call in a contact's hash, if it has one."""

    def given(name: str) -> str:
        return fields.get(f"call_{name}", "")

    if not given("stage"):
        return None
    return Call(
        stage=Stage(given("stage")),
        room=given("room"),
        leg=LegId(given("leg")) or None,
        peer_leg=LegId(given("peer_leg")) or None,
        crisis_leg=LegId(given("crisis_leg")) or None,
        handoff=Handoff(given("handoff")) if given("handoff") else None,
        since=moment(int(given("since"))) if given("since") else None,
        rests_until=moment(int(given("rests_until"))) if given("rests_until") else None,
        rung_back=int(given("rung_back") or 0),
    )


def _ms(at: datetime | None) -> str:
    return str(milliseconds(at)) if at else ""
