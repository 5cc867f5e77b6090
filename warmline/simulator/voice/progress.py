"""What the customer's server is told about a call, with every document and in every report."""

from __future__ import annotations

import math
from email.utils import format_datetime

from warmline.simulator import callbacks
from warmline.simulator.account import API_VERSION
from warmline.simulator.delivery import Ask
from warmline.simulator.exchange import Exchange
from warmline.simulator.voice.calls import Call, Direction, Status
from warmline.simulator.webhooks import country

SIP = {Status.BUSY: "486", Status.NO_ANSWER: "487", Status.CANCELED: "487", Status.FAILED: "404"}
MINUTE = 60


def about(exchange: Exchange, call: Call, status: str = "") -> dict[str, str]:
    """What goes with every request about `call`."""
    params = {
        "AccountSid": exchange.account.sid,
        "ApiVersion": API_VERSION,
        "CallSid": call.sid,
        "CallStatus": status or call.status.value,
        "Direction": call.direction.value,
        "From": call.sender,
        "Caller": call.sender,
        "To": call.to,
        "Called": call.to,
    }
    for name, number in (("From", call.sender), ("To", call.to)):
        for alias in (name, {"From": "Caller", "To": "Called"}[name]):
            params |= {f"{alias}City": "", f"{alias}State": "", f"{alias}Zip": ""}
            params[f"{alias}Country"] = country(number)
    if call.parent_sid:
        params["ParentCallSid"] = call.parent_sid
    if call.answered_by:
        params["AnsweredBy"] = call.answered_by
    return params


def tell(exchange: Exchange, call: Call, event: str) -> None:
    """Report that `event` (initiated, ringing, answered, completed) has come, to whoever asked for it."""
    if exchange.board.is_forgetting:
        return
    params = about(exchange, call, "initiated" if event == "initiated" else "") | {
        "CallbackSource": "call-progress-events",
        "SequenceNumber": str(call.told),
        "Timestamp": format_datetime(exchange.clock.now()),
    }
    call.told += 1
    if event == "completed":
        params |= _the_end(exchange, call)
    for report in call.reports:
        if event in report.events:
            ask = Ask(report.url, params, "call_callback", call.sid, report.method)
            callbacks.report(exchange, ask, call.handset, call.sender, call.to, operation=OPERATION)


OPERATION = "calls.callback"


def _the_end(exchange: Exchange, call: Call) -> dict[str, str]:
    seconds = call.seconds(exchange.clock.now())
    facts = {"CallDuration": str(seconds), "Duration": str(math.ceil(seconds / MINUTE))}
    if call.direction is not Direction.INBOUND:
        facts["SipResponseCode"] = SIP.get(call.status, "200")
    return facts
