"""What a test looks for in what was heard, and how a call reads in a failure."""

from __future__ import annotations

import re
from typing import Any

Piece = str | re.Pattern[str]


def missing(said: str, pieces: tuple[Piece, ...]) -> list[Piece]:
    """The pieces that are not in what was said, after those before them."""
    at = 0
    for n, piece in enumerate(pieces):
        pattern = re.compile(re.escape(piece)) if isinstance(piece, str) else piece
        found = pattern.search(said, at)
        if found is None:
            return list(pieces[n:])
        at = found.end()
    return []


def first(lacking: list[Piece]) -> str:
    """The first of these pieces, to be read in a failure."""
    piece = lacking[0] if lacking else "something"
    return repr(piece) if isinstance(piece, str) else f"/{piece.pattern}/"


def describe(call: dict[str, Any]) -> str:
    """A call, to be read in a failure."""
    who = ", ".join(one["number"] for one in call["with"]) or "nobody"
    return (
        f"{call['handset']} {'to' if call['is_mine'] else 'from'} {call['number']}, "
        f"{call['state']} ({call['status']}, {call['doing']}), with {who}"
    )
