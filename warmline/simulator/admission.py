"""Whether a text may be sent at all, as the provider says at once when it is created."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from warmline.simulator import reserved, segments
from warmline.simulator.exchange import Exchange
from warmline.simulator.messages import Direction
from warmline.simulator.numbers import OwnedNumber, e164

LONGEST = 1600
MOST_MEDIA = 10
LONGEST_VALIDITY_S = 36_000
_OURS = "Twilio phone number for this destination/account"


@dataclass(frozen=True, slots=True)
class Draft:
    """A text somebody wants sent."""

    sender: str
    to: str
    body: str = field(repr=False)
    media: tuple[str, ...] = ()
    callback: str = ""
    validity_s: int = LONGEST_VALIDITY_S
    direction: Direction = Direction.API


@dataclass(frozen=True, slots=True)
class Refused:
    """The provider's no: its error code, its words, and the HTTP status it comes with."""

    code: int
    message: str = field(repr=False)
    status: int = 400


def admit(exchange: Exchange, draft: Draft) -> tuple[OwnedNumber, str] | Refused:
    """The number to send from and the one to send to, or the first thing that is wrong."""
    return _form(draft) or _numbers(exchange, draft)


def _form(draft: Draft) -> Refused | None:
    """What is wrong with the words and addresses, whoever they are for."""
    media = draft.media
    validity_is_wrong = not 1 <= draft.validity_s <= LONGEST_VALIDITY_S
    return _first(
        (not draft.to, 21604, "A 'To' phone number is required."),
        (not draft.sender, 21603, "A 'From' phone number is required."),
        (not draft.body and not media, 21602, "Message body is required."),
        (
            len(draft.body) > LONGEST,
            21617,
            f"The concatenated message body exceeds the {LONGEST} character limit",
        ),
        (
            len(media) > MOST_MEDIA,
            21623,
            f"Number of media files exceeds allowed limit of {MOST_MEDIA}",
        ),
        (not all(map(_is_address, media)), 21620, "Invalid media URL(s)"),
        (
            bool(draft.callback) and not _is_address(draft.callback),
            21609,
            "The 'StatusCallback' URL is not a valid URL.",
        ),
        (validity_is_wrong, 21624, "Invalid validity period value"),
    )


def _numbers(exchange: Exchange, draft: Draft) -> tuple[OwnedNumber, str] | Refused:
    """The two numbers, or what is wrong with one of them or with the pair."""
    to = e164(draft.to)
    if to is None:
        return refused(reserved.Refusal.INVALID_TO, to=draft.to)
    sender = draft.sender
    owned = exchange.numbers.get(sender)
    if owned is None:
        return Refused(
            21659, f"'From' {sender} is not a Twilio phone number or Short Code country mismatch"
        )
    wrong = _first(
        (
            not owned.sms,
            21606,
            f"The 'From' phone number provided ({sender}) is not a valid message-capable {_OURS}",
        ),
        (to == sender, 21266, "'To' and 'From' number cannot be the same"),
    )
    return wrong or _standing(exchange, owned, to, draft) or (owned, to)


def _standing(exchange: Exchange, owned: OwnedNumber, to: str, draft: Draft) -> Refused | None:
    """Why a good pair of numbers may not have this text now."""
    refusal = reserved.refusal(to)
    if refusal is None and exchange.opt_outs.is_silent(handset=to, number=owned.number):
        refusal = reserved.Refusal.OPTED_OUT
    if refusal is None and _is_full(exchange, owned, segments.count(draft.body)):
        refusal = reserved.Refusal.QUEUE_FULL
    return refused(refusal, to=to, sender=owned.number) if refusal else None


def _first(*checks: tuple[bool, int, str]) -> Refused | None:
    return next((Refused(code, words) for is_wrong, code, words in checks if is_wrong), None)


def refused(refusal: reserved.Refusal, *, to: str = "", sender: str = "") -> Refused:
    """A refusal in the provider's words."""
    code, status = refusal.value
    words = {
        reserved.Refusal.INVALID_TO: f"Invalid 'To' Phone Number: {to}",
        reserved.Refusal.NOT_PERMITTED: (
            f"Permission to send an SMS has not been enabled for the region indicated by the 'To' "
            f"number: {to}"
        ),
        reserved.Refusal.OPTED_OUT: "Attempt to send to unsubscribed recipient",
        reserved.Refusal.QUEUE_FULL: (
            f"The 'From' number {sender} has exceeded the maximum number of queued messages"
        ),
        reserved.Refusal.NO_ROUTE: (
            "Message cannot be sent with the current combination of 'To' "
            f"({to}) and/or 'From' ({sender}) parameters"
        ),
        reserved.Refusal.NOT_MOBILE: f"To number: {to}, is not a mobile number",
        reserved.Refusal.TOO_MANY_REQUESTS: "Too Many Requests",
        reserved.Refusal.BROKEN: "Internal Server Error",
        reserved.Refusal.AWAY: "Service Unavailable",
    }
    return Refused(code, words[refusal], status)


def _is_full(exchange: Exchange, owned: OwnedNumber, count: int) -> bool:
    if owned.rate <= 0 or owned.free_at is None:
        return False
    queued = (owned.free_at - exchange.clock.now()).total_seconds()
    return queued + count / owned.rate > owned.queue_s


def _is_address(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in {"http", "https"} and bool(parts.hostname)
