"""A text from a phone reaches a number: kept, answered if it is STOP, told to the customer."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from warmline.simulator import optouts, segments, sids, webhooks
from warmline.simulator.exchange import Exchange
from warmline.simulator.faults import Kind
from warmline.simulator.messages import Direction, Medium, Message, Status
from warmline.simulator.numbers import OwnedNumber
from warmline.simulator.webhooks import Answerer


@dataclass(frozen=True, slots=True)
class Text:
    """What a phone sends."""

    sender: str
    to: str
    body: str = field(repr=False)
    media: tuple[str, ...] = ()  # content types of the pictures in it


def receive(exchange: Exchange, text: Text, answered_by: Answerer) -> Message:
    """Take in `text`. An owned number is told by webhook; any other is just somebody's handset."""
    owned = exchange.numbers.get(text.to)
    now = exchange.clock.now()
    message = _message(exchange, text, now, Direction.INBOUND if owned else Direction.EXCHANGE)
    exchange.text_left(message)
    if owned is None:
        exchange.text_arrived(message)
        return message
    exchange.messages.add(message)
    opt_out = None
    if exchange.opt_outs.mode is not optouts.Mode.OFF:
        opt_out = optouts.kind_of(text.body)
    if opt_out is not None:
        _confirm(exchange, message, opt_out, now)
    if owned.sms_url:
        _announce(exchange, owned, message, opt_out, answered_by)
    return message


def _message(exchange: Exchange, text: Text, now: datetime, direction: Direction) -> Message:
    lag = exchange.faults.strike(Kind.LIST_LAG, text.sender, text.to)
    return Message(
        sid=sids.fresh("MM" if text.media else "SM"),
        sender=text.sender,
        to=text.to,
        body=text.body,
        direction=direction,
        status=Status.RECEIVED,
        segments=segments.count(text.body),
        created_at=now,
        updated_at=now,
        listed_at=now + timedelta(milliseconds=lag.ms) if lag else now,
        sent_at=now,
        media=[Medium(sids.fresh("ME"), content_type) for content_type in text.media],
    )


def _confirm(exchange: Exchange, message: Message, kind: optouts.Kind, now: datetime) -> None:
    said = exchange.opt_outs.hear(kind, sender=message.sender, number=message.to)
    if said:  # such answers never show in the customer's own list
        text = Text(sender=message.to, to=message.sender, body=said)
        exchange.text_arrived(_message(exchange, text, now, Direction.EXCHANGE))


def _announce(
    exchange: Exchange,
    owned: OwnedNumber,
    message: Message,
    opt_out: optouts.Kind | None,
    answered_by: Answerer,
) -> None:
    """Send the webhook: those of one sender in order, unless a fault says otherwise."""
    strike = exchange.faults.strike
    numbers = message.sender, message.to
    if strike(Kind.WEBHOOK_LOSE, *numbers):
        return
    tell = partial(webhooks.tell, exchange, owned, message, opt_out, answered_by)
    put = partial(exchange.lanes.put, ("webhook", message.sender), tell)
    now = exchange.clock.now()
    if late := strike(Kind.WEBHOOK_REORDER, *numbers):
        exchange.agenda.at(now + timedelta(milliseconds=late.ms), put)
        return
    if held := strike(Kind.WEBHOOK_DELAY, *numbers):
        exchange.held[message.sender] = now + timedelta(milliseconds=held.ms)
    free_at = exchange.held.get(message.sender, now)
    for _ in range(2 if strike(Kind.WEBHOOK_DUPLICATE, *numbers) else 1):
        if free_at > now:
            exchange.agenda.at(free_at, put)
        else:
            put()
