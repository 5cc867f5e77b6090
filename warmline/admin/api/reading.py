"""Reading what a program sent: query and body, each by its type, and plain words for what is wrong with them."""

from __future__ import annotations

import re
from functools import cache
from http import HTTPStatus
from typing import TypeVar, get_origin, get_type_hints

import msgspec
from flask import Request

from warmline.admin.api.problems import Fault, ProblemError

LARGEST = 1024 * 1024  # bytes; a roster of thousands as CSV
JSON, CSV = "application/json", "text/csv"
Kind = TypeVar("Kind", bound=msgspec.Struct)

_PLACE = re.compile(r" - at `\$\.?(?P<place>[^`]*)`$")
_MISSING = re.compile(r"missing required field `(\w+)`")
_GOT = re.compile(r"Expected `([^`]+)`, got `(\w+)`$")
_KINDS = {
    "int": "a whole number",
    "float": "a number",
    "str": "text",
    "bool": "true or false",
    "array": "a list",
    "object": "an object",
    "null": "nothing",
    "datetime": "a moment such as 2026-11-23T18:00:00-05:00",
    "date": "a day such as 2026-11-23",
}


class Nothing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What there is to read where nothing is asked for."""


def query(request: Request, kind: type[Kind]) -> Kind:
    """The query by its type. What cannot be, or stands there twice, is named."""
    lists = _lists(kind)
    given: dict[str, object] = {}
    for name, values in request.args.lists():
        many = lists.get(name, False)
        if len(values) > 1 and not many:
            raise _wrong([Fault(name if name in lists else "query", "stands there twice")])
        given[name] = values if many else values[0]
    try:
        return msgspec.convert(given, kind, strict=False)
    except msgspec.ValidationError as wrong:
        raise _wrong([_fault(wrong, "query")]) from None


@cache
def _lists(kind: type[msgspec.Struct]) -> dict[str, bool]:
    """Each name that may stand in the query, and whether it may stand there more than once."""
    types = get_type_hints(kind)  # without what is annotated
    return {
        one.encode_name: get_origin(types[one.name]) is list for one in msgspec.structs.fields(kind)
    }


def body(request: Request, kind: type[Kind]) -> Kind:
    """The JSON body by its type."""
    if request.mimetype != JSON:
        raise ProblemError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"Send {JSON}.")
    try:
        return msgspec.json.decode(request.get_data(), type=kind)
    except msgspec.ValidationError as wrong:
        raise _wrong([_fault(wrong, "body")]) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise ProblemError(HTTPStatus.BAD_REQUEST, "The body is no JSON.") from None


def table(request: Request) -> bytes:
    """The CSV body, as it came."""
    if request.mimetype != CSV:
        raise ProblemError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"Send {CSV}.")
    return request.get_data()


def _wrong(faults: list[Fault]) -> ProblemError:
    return ProblemError(HTTPStatus.UNPROCESSABLE_ENTITY, "That cannot be.", faults=faults)


def _fault(wrong: msgspec.ValidationError, whole: str) -> Fault:
    """The fault, without the value that msgspec may repeat."""
    said = str(wrong)
    found = _PLACE.search(said)
    place = found["place"] if found else ""
    said = _PLACE.sub("", said)
    if missing := _MISSING.search(said):
        return Fault(".".join(filter(None, (place, missing[1]))), "is missing")
    return Fault(place or whole, _plain(said))


def _plain(said: str) -> str:
    if "unknown field" in said:
        return "has a field that is not known here"
    if "enum value" in said:
        return "is none of the words that may stand here"
    if "RFC3339" in said or "timezone" in said:
        return f"must be {_KINDS['date' if 'date' in said.split() else 'datetime']}"
    if got := _GOT.search(said):
        wanted = " or ".join(_KINDS.get(kind, kind) for kind in got[1].split(" | "))
        return f"must be {wanted}, and is {_KINDS.get(got[2], got[2])}"
    if said.startswith("Expected"):
        return "must be " + re.sub(
            r"`(\w+)`", lambda m: _KINDS.get(m[1], m[1]), said.removeprefix("Expected ")
        )
    return "cannot be read"
