"""Calls as they are made: by the customer to a phone, and from a phone to one of the customer's numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from urllib.parse import urlsplit

from warmline.simulator import sids
from warmline.simulator.admission import Refused
from warmline.simulator.exchange import Exchange
from warmline.simulator.faults import Kind
from warmline.simulator.numbers import OwnedNumber, e164
from warmline.simulator.voice.calls import Call, Direction, Report, Status
from warmline.simulator.voice.courses import set_out
from warmline.simulator.voice.happenings import Source
from warmline.simulator.voice.showing import show

ANONYMOUS = "+266696687"  # ANONYMOUS on a keypad: what the provider shows of a hidden number
LONGEST_TWIML = 4000
EVENTS = frozenset({"initiated", "ringing", "answered", "completed"})
LONGEST_TIMEOUT_S = 600


@dataclass(frozen=True, slots=True)
class Wish:
    """A call that the customer wants made."""

    sender: str
    to: str
    url: str = ""
    method: str = "POST"
    twiml: str = field(default="", repr=False)
    fallback_url: str = ""
    fallback_method: str = "POST"
    callback: str = ""
    callback_method: str = "POST"
    events: tuple[str, ...] = ()
    timeout_s: int | None = 60
    time_limit_s: int = 14_400
    detects_machines: bool = False


def place(exchange: Exchange, wish: Wish) -> Call | Refused:
    """Take in a call to make, or say why not. It goes out as soon as the account may call again."""
    wrong = unfit(exchange, wish) or no_document(wish)
    if wrong:
        return wrong
    with exchange.board.turn():
        call = made(exchange, wish)
        first = Source(wish.url, wish.method, document=wish.twiml or None)
        set_out(exchange, call, first, exchange.board.place_in_queue())
    return call


def made(exchange: Exchange, wish: Wish) -> Call:
    """The call that is wished for, not yet set out."""
    now = exchange.clock.now()
    to = e164(wish.to) or wish.to
    lag = exchange.faults.strike(Kind.LIST_LAG, wish.sender, to, operation="calls.list")
    events = frozenset(wish.events) or frozenset({"completed"})
    reports = (Report(wish.callback, wish.callback_method, events),) if wish.callback else ()
    return Call(
        sid=sids.fresh("CA"),
        sender=wish.sender,
        to=to,
        handset=to,
        direction=Direction.API,
        created_at=now,
        updated_at=now,
        listed_at=now + timedelta(milliseconds=lag.ms) if lag else now,
        reports=reports,
        fallback_url=wish.fallback_url,
        fallback_method=wish.fallback_method,
        timeout_s=wish.timeout_s or 60,
        time_limit_s=wish.time_limit_s,
        detects_machines=wish.detects_machines,
    )


def unfit(exchange: Exchange, wish: Wish) -> Refused | None:
    """What is wrong with the numbers and the rest of a wish, as the provider says at once."""
    to, timeout = wish.to, wish.timeout_s
    checks = (
        (not to, 21201, "No 'To' number is specified"),
        (not wish.sender, 21213, "No 'From' number is specified"),
        (not e164(to), 21211, f"Invalid 'To' Phone Number: {to}"),
        (
            wish.sender not in exchange.numbers,
            21210,
            f"The source phone number provided, {wish.sender}, is not yet verified for your account.",
        ),
        (
            bool(wish.callback) and not _is_address(wish.callback),
            21609,
            "The 'StatusCallback' URL is not a valid URL.",
        ),
        (not set(wish.events) <= EVENTS, 21626, "Invalid StatusCallbackEvent"),
        (timeout is None or not 0 < timeout <= LONGEST_TIMEOUT_S, 21217, "Invalid Timeout"),
    )
    return next((Refused(code, words) for is_wrong, code, words in checks if is_wrong), None)


def no_document(wish: Wish) -> Refused | None:
    """What is wrong with what the call is to hear."""
    if wish.twiml:
        too_long = len(wish.twiml) > LONGEST_TWIML
        return Refused(21494, "Twiml is too long: 4000 characters at most") if too_long else None
    if not wish.url:
        return Refused(21205, "Url parameter is required.")
    return None if _is_address(wish.url) else Refused(21205, f"Url is not a valid URL: {wish.url}")


def phone(exchange: Exchange, owned: OwnedNumber, handset: str, *, hidden: bool = False) -> Call:
    """A handset calls one of the customer's numbers."""
    now = exchange.clock.now()
    sender = ANONYMOUS if hidden else handset
    lag = exchange.faults.strike(Kind.LIST_LAG, handset, owned.number, operation="calls.list")
    reports: tuple[Report, ...] = ()
    if owned.status_callback:
        reports = (Report(owned.status_callback, owned.status_callback_method),)
    call = Call(
        sid=sids.fresh("CA"),
        sender=sender,
        to=owned.number,
        handset=handset,
        direction=Direction.INBOUND,
        status=Status.RINGING,
        created_at=now,
        updated_at=now,
        listed_at=now + timedelta(milliseconds=lag.ms) if lag else now,
        started_at=now,
        reports=reports,
        fallback_url=owned.voice_fallback_url,
        fallback_method=owned.voice_fallback_method,
    )
    with exchange.board.turn():
        show(exchange, call, "call_placed")
        set_out(exchange, call, Source(owned.voice_url, owned.voice_method))
    return call


def _is_address(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in {"http", "https"} and bool(parts.hostname)
