"""How a call begins to ring, and how it ends, for everybody who is to know."""

from __future__ import annotations

from warmline.simulator.exchange import Exchange
from warmline.simulator.voice import progress
from warmline.simulator.voice.calls import Call, Doing, Status
from warmline.simulator.voice.showing import show


def end(exchange: Exchange, call: Call, status: Status, by: str) -> None:
    """The call is over, as `status` says."""
    if exchange.board.is_forgetting:
        return
    call.status, call.doing, call.with_sids = status, Doing.NOTHING, ()
    call.ended_at = call.updated_at = exchange.clock.now()
    show(exchange, call, "call_ended", status=status.value, by=by)
    progress.tell(exchange, call, "completed")
