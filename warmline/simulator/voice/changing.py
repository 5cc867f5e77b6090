"""Calls as the customer changes them: ended, or sent on to another document."""

from __future__ import annotations

from warmline.simulator.admission import Refused
from warmline.simulator.exchange import Exchange
from warmline.simulator.voice.calls import Call, Status
from warmline.simulator.voice.happenings import HungUp, NotAnswered, Redirected, Source

NOT_IN_PROGRESS = Refused(21220, "Call is not in-progress. Cannot redirect.")
RINGING = frozenset({Status.QUEUED, Status.INITIATED, Status.RINGING})
BY_API = "api"


def end(exchange: Exchange, call: Call, status: str) -> Refused | None:
    """`canceled` ends a call that was not answered, `completed` any that is not over."""
    with exchange.board.turn():
        if status not in {"canceled", "completed"}:
            return Refused(20001, "Invalid status")
        if not call.is_open:
            return NOT_IN_PROGRESS
        if call.status in RINGING and call.is_outbound:
            call.strand.interrupt(NotAnswered(Status.CANCELED))
        elif status == "completed":
            call.strand.interrupt(HungUp(BY_API))
    return None


def send_on(exchange: Exchange, call: Call, source: Source) -> Refused | None:
    """Let a call in progress go on with another document."""
    with exchange.board.turn():
        if call.status is not Status.IN_PROGRESS:
            return NOT_IN_PROGRESS
        call.strand.interrupt(Redirected(source))
    return None
