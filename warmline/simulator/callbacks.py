"""Telling the customer how a message fares. Best effort: one ask, whatever comes of it."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from warmline.simulator import delivery
from warmline.simulator.account import API_VERSION
from warmline.simulator.exchange import Exchange
from warmline.simulator.faults import Kind
from warmline.simulator.messages import Message, Status


def tell(exchange: Exchange, message: Message) -> None:
    """Report the status that `message` has now; one message's reports go in order."""
    if message.callback:
        ask = delivery.Ask(message.callback, _params(exchange, message), "callback", message.sid)
        report(exchange, ask, message.sender, message.to)


def report(exchange: Exchange, ask: delivery.Ask, *numbers: str, operation: str = "") -> None:
    """Send a report, unless a fault says otherwise; those about one thing go in order."""
    strike = partial(exchange.faults.strike, operation=operation or None)
    if strike(Kind.CALLBACK_LOSE, *numbers):
        return
    send = partial(_put, exchange, ask)
    if late := strike(Kind.CALLBACK_REORDER, *numbers):
        when = exchange.clock.now() + timedelta(milliseconds=late.ms)
        exchange.agenda.at(when, send)
    else:
        send()
    if strike(Kind.CALLBACK_DUPLICATE, *numbers):
        send()


def _put(exchange: Exchange, ask: delivery.Ask) -> None:
    exchange.lanes.put(("callback", ask.about), partial(delivery.send, exchange, ask))


def _params(exchange: Exchange, message: Message) -> dict[str, str]:
    params = {
        "AccountSid": exchange.account.sid,
        "ApiVersion": API_VERSION,
        "From": message.sender,
        "MessageSid": message.sid,
        "MessageStatus": message.status.value,
        "SmsSid": message.sid,
        "SmsStatus": message.status.value,
        "To": message.to,
    }
    if message.error_code is not None:
        params["ErrorCode"] = str(message.error_code)
    if message.status is Status.DELIVERED:
        params["RawDlrDoneDate"] = message.updated_at.strftime("%y%m%d%H%M")
    return params
