"""How the REST API words its answers: JSON, RFC 2822 dates, errors and pages."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any, TypeVar
from urllib.parse import urlencode

from flask import Response, request

from warmline.simulator.admission import Refused

Thing = TypeVar("Thing")
MOST_IN_PAGE = 1000
DAY = len("2026-11-22")  # the SDK writes a day as its midnight; in `DateSent` only the day counts


def say(facts: dict[str, Any], status: int = 200) -> Response:
    """`facts` as JSON."""
    return Response(json.dumps(facts), status, mimetype="application/json")


def refuse(refused: Refused) -> Response:
    """An error, in the provider's shape."""
    return say(
        {
            "code": refused.code,
            "message": refused.message,
            "more_info": f"https://www.twilio.com/docs/errors/{refused.code}",
            "status": refused.status,
        },
        refused.status,
    )


def not_found() -> Response:
    """The provider's answer for something that is not there."""
    return refuse(Refused(20404, f"The requested resource {request.path} was not found", 404))


def date(moment: datetime | None) -> str | None:
    """A moment as the API writes it, such as `Sun, 22 Nov 2026 08:00:00 +0000`."""
    return format_datetime(moment) if moment else None


def span(said: str) -> tuple[datetime, datetime]:
    """The first and the last second of a day; a date-time is both."""
    moment = datetime.fromisoformat(said)
    moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    if len(said) > DAY:
        moment = moment.replace(microsecond=0)
        return moment, moment
    return moment, moment + timedelta(days=1) - timedelta(seconds=1)


def page(
    name: str,
    things: Sequence[Thing],
    token_of: Callable[[Thing], str],
    say_one: Callable[[Thing], Any],
) -> Response:
    """One page of `things`; it goes on after the thing that the page token names."""
    size = max(1, min(MOST_IN_PAGE, request.args.get("PageSize", 50, type=int)))
    number = request.args.get("Page", 0, type=int)
    token = request.args.get("PageToken", "")
    first = number * size
    if token:
        first = next(
            (n + 1 for n, thing in enumerate(things) if token_of(thing) == token[2:]), first
        )
    shown = things[first : first + size]
    following = None
    if first + size < len(things):
        following = _address(size, page=number + 1, token=f"PA{token_of(shown[-1])}")
    return say(
        {
            name: [say_one(thing) for thing in shown],
            "page": number,
            "page_size": size,
            "start": first,
            "end": first + max(0, len(shown) - 1),
            "uri": f"{request.path}?{request.query_string.decode()}",
            "first_page_uri": _address(size, page=0),
            "next_page_uri": following,
            "previous_page_uri": _address(size, page=number - 1) if number else None,
        }
    )


def _address(size: int, *, page: int, token: str = "") -> str:
    asked = {name: value for name, value in request.args.items() if not name.startswith("Page")}
    asked |= {"PageSize": str(size), "Page": str(page)}
    if token:
        asked["PageToken"] = token
    return f"{request.path}?{urlencode(asked)}"
