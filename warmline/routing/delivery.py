"""What to do when the provider says that a text did not go out or did not arrive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType


class Flag(StrEnum):
    """What a failure says about the number it was for, or about us."""

    OPTED_OUT = "opted_out"
    BAD_NUMBER = "bad_number"
    VOICE_ONLY = "voice_only"
    BLOCKED = "blocked"
    FILTERED = "filtered"
    UNREACHABLE = "unreachable"
    CONFIGURATION = (
        "configuration"  # ours to mend: the coordinator is told, the number is not flagged
    )


@dataclass(frozen=True, slots=True)
class Retry:
    """Send the same text again, this long from now."""

    after: timedelta


@dataclass(frozen=True, slots=True)
class GiveUp:
    """Never send this text again."""

    flag: Flag


WhatNext = Retry | GiveUp


@dataclass(frozen=True, slots=True)
class Row:
    """What one error code means; `waits` are the pauses before each further attempt, in seconds."""

    meaning: str
    flag: Flag
    waits: tuple[int, ...] = ()
    source: str = ""


_NEVER: tuple[int, ...] = ()
_BUSY = (2, 5, 15, 60, 300)  # the API or a number's queue is full for a moment
_QUEUE = (60, 300, 900)
_HANDSET = (60, 300, 900)  # a phone that was off or in a tunnel; after that the peer is told
_REPAIR = (60, 300, 900, 3600)  # an operator may mend a token or a balance meanwhile
_ONCE = (60,)

_DICTIONARY = "twilio.com/docs/api/errors, the page of that code, read 2026-11-22"
_FACTS = "facts.md, Messaging"
_UNREAD = "known; its page was not read"


def _row(meaning: str, flag: Flag, waits: tuple[int, ...], source: str = _DICTIONARY) -> Row:
    return Row(meaning, flag, waits, source)


TABLE: MappingProxyType[int, Row] = MappingProxyType(
    {
        # on create
        429: _row("too many requests", Flag.CONFIGURATION, _BUSY, _FACTS),
        10001: _row("account not active", Flag.CONFIGURATION, _REPAIR),
        14107: _row("30 replies in 30 s: blocked for 30 s", Flag.CONFIGURATION, (35, 70, 140)),
        20003: _row("credentials refused", Flag.CONFIGURATION, _REPAIR),
        20429: _row("too many requests", Flag.CONFIGURATION, _BUSY, _FACTS),
        # 20500 may have been sent all the same: ask the provider first (its page says so), then this
        20500: _row("the provider's own fault", Flag.CONFIGURATION, _BUSY),
        20503: _row("service unavailable", Flag.CONFIGURATION, _BUSY),
        21211: _row("To is not a number", Flag.BAD_NUMBER, _NEVER, _FACTS),
        21265: _row("To is a short code", Flag.BAD_NUMBER, _NEVER),
        21266: _row("To is our own From", Flag.BAD_NUMBER, _NEVER),
        21268: _row("To is a premium number", Flag.BAD_NUMBER, _NEVER),
        21408: _row("region not enabled", Flag.CONFIGURATION, _NEVER),
        21601: _row("From cannot text", Flag.CONFIGURATION, _NEVER),
        21602: _row("no body", Flag.CONFIGURATION, _NEVER, _UNREAD),
        21606: _row("From cannot text here", Flag.CONFIGURATION, _NEVER),
        21608: _row("trial account, To unverified", Flag.CONFIGURATION, _NEVER),
        21609: _row("callback address invalid", Flag.CONFIGURATION, _NEVER, _FACTS),
        21610: _row("they texted STOP", Flag.OPTED_OUT, _NEVER, _FACTS),
        21611: _row("our number's queue is full", Flag.CONFIGURATION, _QUEUE),
        21612: _row("no route from this From to this To", Flag.UNREACHABLE, _NEVER),
        21614: _row("To takes no texts", Flag.VOICE_ONLY, _NEVER, _FACTS),
        21617: _row("body too long", Flag.CONFIGURATION, _NEVER),
        21635: _row("To is a landline", Flag.VOICE_ONLY, _NEVER),
        21659: _row("From is not ours", Flag.CONFIGURATION, _NEVER),
        # on a status callback
        30001: _row("queue overflow", Flag.CONFIGURATION, _QUEUE),
        30002: _row("account suspended", Flag.CONFIGURATION, _REPAIR),
        30003: _row("handset unreachable", Flag.UNREACHABLE, _HANDSET),
        30004: _row("blocked", Flag.BLOCKED, _NEVER, _FACTS),
        30005: _row("unknown number", Flag.BAD_NUMBER, _NEVER, _FACTS),
        30006: _row("landline, or carrier unreachable", Flag.VOICE_ONLY, _NEVER),
        30007: _row("filtered by a carrier", Flag.FILTERED, _NEVER, _FACTS),
        30008: _row("unknown", Flag.UNREACHABLE, _ONCE, _FACTS),
        30022: _row("10DLC rate exceeded", Flag.CONFIGURATION, (30, 120, 600)),
        30034: _row("10DLC number not registered", Flag.CONFIGURATION, _NEVER, _FACTS),
    },
)  # fmt: skip

# No code, or one we have no row for: as Twilio's own 30008 "unknown error", tried once more. What
# may have arrived is not repeated often, and the flag claims no more than that it was not seen to.
OTHERWISE = _row("no code, or one we do not know", Flag.UNREACHABLE, _ONCE, _FACTS)


def what_next(code: int | None, attempts: int) -> WhatNext:
    """Say what to do after `attempts` failed attempts, the last of them with this error code.

    For refusals at creation and for `failed` or `undelivered` callbacks alike. Failures of the
    network between us and the provider, and its 5xx answers, are settled first by asking whether
    the text went out (promise 2); only then is this asked what to do.
    """
    row = OTHERWISE if code is None else TABLE.get(code, OTHERWISE)
    tried = max(attempts, 1) - 1
    if tried < len(row.waits):
        return Retry(timedelta(seconds=row.waits[tried]))
    return GiveUp(row.flag)
