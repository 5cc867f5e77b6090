"""What a calendar program shows of shifts."""

from __future__ import annotations

from collections.abc import Sequence


def name(line: str, volunteer: str) -> str:
    """The calendar's own name; `volunteer` is a first name, or nothing for the whole line's."""
    return f"{line}: {volunteer}'s shifts" if volunteer else f"{line}: all shifts"


def own_shift(line: str, code: int) -> str:
    return f"{line}, shift {code}"


def own_shift_about(code: int) -> str:
    return f"Can't make it? Text RELEASE {code} to give it back, or COVER {code} to ask the others."


def any_shift(code: int, names: Sequence[str], seats_open: int) -> str:
    """A shift with who is on it, by first name."""
    on = ", ".join(names) if names else "nobody yet"
    return f"Shift {code}: {on}{f' ({seats_open} open)' if seats_open else ''}"
