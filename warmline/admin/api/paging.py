"""Lists come by the page: a cursor says where to go on, and "" that there is no more."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from typing import Annotated

import msgspec

from warmline.admin.api.problems import invalid

MOST = 200

Limit = Annotated[int, msgspec.Meta(ge=1, le=MOST, description="How many at most.")]
Cursor = Annotated[
    str,
    msgspec.Meta(
        max_length=200,
        pattern="^[A-Za-z0-9_-]*$",
        description="`next` of the page before; empty for the first.",
    ),
]


class Page(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which part of a list."""

    limit: Limit = 50
    cursor: Cursor = ""


def cut(names: Sequence[str], page: Page) -> tuple[list[str], str]:
    """The part of `names` (each of them there once) that this page shows, and the cursor of the next.

    A cursor holds the last name and its place: if that name is gone, whoever moved up to its place comes next.
    """
    start = 0
    if page.cursor:
        place, name = after(page.cursor)
        start = names.index(name) + 1 if name in names else place
    part = list(names[start : start + page.limit])
    end = start + len(part)
    return part, cursor(end - 1, part[-1]) if part and end < len(names) else ""


def cursor(place: int, name: str) -> str:
    """Goes on after this name at this place."""
    return base64.urlsafe_b64encode(f"{place}:{name}".encode()).decode().rstrip("=")


def after(cursor: str) -> tuple[int, str]:
    """The place and the name in a cursor. 422 for what is none."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        place, colon, name = base64.urlsafe_b64decode(padded).decode().partition(":")
        if colon and place.isdecimal() and place.isascii() and len(place) <= len(str(10**15)):
            return int(place), name
    except (binascii.Error, UnicodeDecodeError):
        pass
    raise invalid("cursor", "is none that this list gave")
