"""What can be seen and heard of a call from outside: on its handset, and in the feed of events."""

from __future__ import annotations

from warmline.simulator.exchange import Exchange
from warmline.simulator.voice.calls import Call
from warmline.simulator.voice.conferences import Company, company


def show(exchange: Exchange, call: Call, kind: str, **facts: object) -> None:
    """Put something that happens to `call` into the feed of events."""
    if exchange.board.is_forgetting:
        return
    exchange.events.append(
        kind=kind,
        sid=call.sid,
        handset=call.handset,
        number=other_number(call),
        at=exchange.clock.now().isoformat(),
        **({"parent": call.parent_sid} if call.parent_sid else {}),
        **facts,
    )


def hear(exchange: Exchange, call: Call, words: str, verb: str, language: str = "") -> None:
    """Let the handset of `call` hear something."""
    if call.no_network or exchange.board.is_forgetting:
        return
    facts = {"words": words, "verb": verb, "language": language}
    at = exchange.clock.now().isoformat()
    exchange.board.heard_by(call.handset).append(sid=call.sid, at=at, **facts)
    show(exchange, call, "heard", **facts)


def other_number(call: Call) -> str:
    """The number that the handset of `call` shows."""
    return (call.caller_id or call.sender) if call.is_outbound else call.to


def with_whom(exchange: Exchange, call: Call) -> list[Company]:
    """Who else is on the line with `call` now."""
    found = (exchange.board.calls.get(sid) for sid in call.with_sids)
    return company(exchange.board.conferences, call, [other for other in found if other])
