"""Telling the customer of a text that came in, and doing what the answer says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from urllib.parse import urldefrag, urljoin

from warmline.phone import parse
from warmline.simulator import delivery, twiml
from warmline.simulator.account import API_VERSION
from warmline.simulator.exchange import Exchange
from warmline.simulator.messages import Message
from warmline.simulator.numbers import OwnedNumber
from warmline.simulator.optouts import Kind, Mode

HOME = "US"  # of short codes, and of numbers made up for tests

Answerer = Callable[[Exchange, Message, Sequence[twiml.Reply]], None]


def tell(
    exchange: Exchange,
    owned: OwnedNumber,
    message: Message,
    opt_out: Kind | None,
    answered_by: Answerer,
) -> None:
    """Ask the number's address, then its fallback, and pass the replies to `answered_by`."""
    era = exchange.resets
    params = _params(exchange, message)
    if opt_out is not None and exchange.opt_outs.mode is Mode.ADVANCED:
        params["OptOutType"] = opt_out.value
    asks = [delivery.Ask(owned.sms_url, params, "webhook", message.sid, owned.sms_method)]
    if owned.sms_fallback_url:
        url, method = owned.sms_fallback_url, owned.sms_fallback_method
        asks.append(delivery.Ask(url, params, "fallback", message.sid, method))
    for ask in asks:
        replies = twiml.read(delivery.send(exchange, ask))
        if exchange.resets != era:
            return
        if not isinstance(replies, int):
            answered_by(exchange, message, [_absolute(reply, ask.url) for reply in replies])
            return
        _note(exchange, message, replies)
        params |= {"ErrorCode": str(replies), "ErrorUrl": urldefrag(ask.url).url}


def _note(exchange: Exchange, message: Message, code: int) -> None:
    at = exchange.clock.now().isoformat()
    exchange.log.append(at=at, kind="error", about=message.sid, error_code=code)


def _absolute(reply: twiml.Reply, base: str) -> twiml.Reply:
    if not reply.callback:
        return reply
    where = urljoin(urldefrag(base).url, reply.callback)
    return twiml.Reply(reply.body, reply.media, to=reply.to, sender=reply.sender, callback=where)


def _params(exchange: Exchange, message: Message) -> dict[str, str]:
    params = {
        "AccountSid": exchange.account.sid,
        "ApiVersion": API_VERSION,
        "Body": message.body,
        "From": message.sender,
        "FromCity": "",
        "FromCountry": country(message.sender),
        "FromState": "",
        "FromZip": "",
        "MessageSid": message.sid,
        "NumMedia": str(len(message.media)),
        "NumSegments": str(message.segments),
        "SmsMessageSid": message.sid,
        "SmsSid": message.sid,
        "SmsStatus": "received",
        "To": message.to,
        "ToCity": "",
        "ToCountry": country(message.to),
        "ToState": "",
        "ToZip": "",
    }
    path = f"{exchange.url}{exchange.account.path}/Messages/{message.sid}/Media"
    for n, medium in enumerate(message.media):
        params[f"MediaContentType{n}"] = medium.content_type
        params[f"MediaUrl{n}"] = medium.url or f"{path}/{medium.sid}"
    return params


@lru_cache(maxsize=10_000)
def country(number: str) -> str:
    parsed = parse(number, country=HOME)
    return (parsed and parsed.country) or HOME
