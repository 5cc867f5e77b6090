"""A text from one of the account's numbers to a phone: taken in, queued, sent, delivered or not."""

from __future__ import annotations

import mimetypes
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from urllib.parse import urlsplit

from warmline.simulator import callbacks, inbound, reserved, segments, sids
from warmline.simulator.admission import Draft, Refused, admit
from warmline.simulator.exchange import Exchange
from warmline.simulator.faults import Kind
from warmline.simulator.messages import Direction, Medium, Message, Status
from warmline.simulator.numbers import OwnedNumber
from warmline.simulator.twiml import MOST_REPLIES, Reply

LOOP = 14107
TOO_MANY_REPLIES = 14109
EXPIRED = 30036


@dataclass(frozen=True, slots=True)
class _Slot:
    """When a message leaves its number, and the error it meets there at the latest."""

    at: datetime
    error_code: int | None = field(default=None)


def create(exchange: Exchange, draft: Draft) -> Message | Refused:
    """Take in a text to send, or say why not. What follows happens on the exchange's clock."""
    admitted = admit(exchange, draft)
    if isinstance(admitted, Refused):
        return admitted
    owned, to = admitted
    now = exchange.clock.now()
    lag = exchange.faults.strike(Kind.LIST_LAG, owned.number, to)
    message = Message(
        sid=sids.fresh("MM" if draft.media else "SM"),
        sender=owned.number,
        to=to,
        body=draft.body,
        direction=draft.direction,
        status=Status.QUEUED,
        segments=segments.count(draft.body),
        created_at=now,
        updated_at=now,
        listed_at=now + timedelta(milliseconds=lag.ms) if lag else now,
        callback=draft.callback,
        media=[Medium(sids.fresh("ME"), _kind(url), url) for url in draft.media],
    )
    exchange.messages.add(message)
    slot = _slot(exchange, owned, message, validity_s=draft.validity_s)
    exchange.agenda.at(slot.at, partial(_send, exchange, message, slot.error_code))
    return message


def answer(exchange: Exchange, heard: Message, replies: Sequence[Reply]) -> None:
    """Send what the customer's TwiML asked for in answer to `heard`."""
    for reply in replies[:MOST_REPLIES]:
        made = create(
            exchange,
            Draft(
                sender=reply.sender or heard.to,
                to=reply.to or heard.sender,
                body=reply.body,
                media=reply.media,
                callback=reply.callback,
                direction=Direction.REPLY,
            ),
        )
        if isinstance(made, Refused):
            _note(exchange, heard, made.code)
    if len(replies) > MOST_REPLIES:
        _note(exchange, heard, TOO_MANY_REPLIES)


def _slot(exchange: Exchange, owned: OwnedNumber, message: Message, *, validity_s: int) -> _Slot:
    """The message's place in its number's queue; one that would wait too long fails instead."""
    now = message.created_at
    if not exchange.loops.allows(sender=message.sender, to=message.to, now=now):
        return _Slot(now, LOOP)
    if owned.rate <= 0:
        return _Slot(now)
    free_at, expires_at = max(now, owned.free_at or now), now + timedelta(seconds=validity_s)
    if free_at > expires_at:
        return _Slot(expires_at, EXPIRED)
    owned.free_at = free_at + timedelta(seconds=message.segments / owned.rate)
    return _Slot(free_at)


def _send(exchange: Exchange, message: Message, error_code: int | None) -> None:
    """Give the message to the carrier, or fail it."""
    message.status = Status.SENDING
    code = error_code or exchange.inboxes.troubles.get(message.to) or reserved.outcome(message.to)
    if code is not None and reserved.OUTCOMES.get(code) is Status.FAILED:
        _reach(exchange, message, Status.FAILED, code)
        return
    message.sent_at = exchange.clock.now()
    _reach(exchange, message, Status.SENT)
    if exchange.transit:
        arrives_at = exchange.clock.now() + exchange.transit
        exchange.agenda.at(arrives_at, partial(_arrive, exchange, message, code))
    else:
        _arrive(exchange, message, code)


def _arrive(exchange: Exchange, message: Message, code: int | None) -> None:
    """The carrier has done with it: it is on the handset, or it never will be."""
    if code is not None:
        _reach(exchange, message, Status.UNDELIVERED, code)
        return
    if message.to in exchange.numbers:  # one of our own: it comes in again at the other end
        kinds = tuple(medium.content_type for medium in message.media)
        text = inbound.Text(message.sender, message.to, message.body, kinds)
        inbound.receive(exchange, text, answered_by=answer)
    else:
        exchange.text_arrived(message)
    _reach(exchange, message, Status.DELIVERED)


def _reach(exchange: Exchange, message: Message, status: Status, code: int | None = None) -> None:
    message.status, message.error_code = status, code
    message.updated_at = exchange.clock.now()
    exchange.events.append(
        kind="status",
        sid=message.sid,
        to=message.to,
        **{"from": message.sender},
        status=status,
        error_code=code,
        at=message.updated_at.isoformat(),
    )
    callbacks.tell(exchange, message)


def _note(exchange: Exchange, heard: Message, code: int) -> None:
    at = exchange.clock.now().isoformat()
    exchange.log.append(at=at, kind="error", about=heard.sid, error_code=code)


def _kind(url: str) -> str:
    return mimetypes.guess_type(urlsplit(url).path)[0] or "image/jpeg"
