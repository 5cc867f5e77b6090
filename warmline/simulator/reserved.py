"""Numbers that stand for an error: `+1555 02` followed by the error's five digits.

`+15550230003` is a handset that cannot be reached (30003), `+15550221614` is no mobile (21614).
"""

from __future__ import annotations

import re
from enum import Enum

from warmline.simulator.messages import Status

_RESERVED = re.compile(r"\+155502(\d{5})")


class Refusal(Enum):
    """Errors said at once, when the message is created: code, HTTP status."""

    INVALID_TO = (21211, 400)
    NOT_PERMITTED = (21408, 400)
    OPTED_OUT = (21610, 400)
    QUEUE_FULL = (21611, 429)
    NO_ROUTE = (21612, 400)
    NOT_MOBILE = (21614, 400)
    TOO_MANY_REQUESTS = (20429, 429)
    BROKEN = (20500, 500)
    AWAY = (20503, 503)


OUTCOMES = {  # errors that come after the message was accepted
    14107: Status.FAILED,  # an answering loop between two numbers
    30001: Status.FAILED,  # queue overflow
    30002: Status.FAILED,  # account suspended
    30003: Status.UNDELIVERED,  # handset off or away
    30004: Status.UNDELIVERED,  # blocked by the handset or its carrier
    30005: Status.UNDELIVERED,  # unknown number
    30006: Status.UNDELIVERED,  # landline, or a carrier that cannot be reached
    30007: Status.UNDELIVERED,  # filtered as spam
    30008: Status.UNDELIVERED,  # unknown
    30022: Status.UNDELIVERED,  # 10DLC rate
    30034: Status.UNDELIVERED,  # unregistered 10DLC
    30036: Status.FAILED,  # its validity period ran out in the queue
}

_REFUSALS = {refusal.value[0]: refusal for refusal in Refusal}


def refusal(number: str) -> Refusal | None:
    """The error that creating a message to `number` gives, where it is reserved for one."""
    return _REFUSALS.get(_code(number))


def outcome(number: str) -> int | None:
    """The error that a message to `number` ends with, where it is reserved for one."""
    code = _code(number)
    return code if code in OUTCOMES else None


def _code(number: str) -> int:
    reserved = _RESERVED.fullmatch(number)
    return int(reserved[1]) if reserved else 0
