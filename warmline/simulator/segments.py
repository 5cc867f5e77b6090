"""How many segments a text takes on the air, which is what carriers count and bill."""

from __future__ import annotations

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_GSM_ALONE, _GSM_JOINED = 160, 153  # septets; joined segments carry a header
_UCS2_ALONE, _UCS2_JOINED = 70, 67  # units of two bytes
_UNIT = 2  # bytes; an emoji takes two units

_EXTENDED = frozenset("^{}\\[~]|€\f")  # each costs an escape as well


def is_gsm(body: str) -> bool:
    """Whether the whole text fits GSM-7; one character outside turns all of it to UCS-2."""
    return all(letter in _BASIC or letter in _EXTENDED for letter in body)


def count(body: str) -> int:
    """The number of segments; an empty text still takes one."""
    if body.isascii() and len(body) <= _UCS2_ALONE:
        return 1  # nearly every text, whatever its letters cost
    if is_gsm(body):
        return _packed(
            [2 if letter in _EXTENDED else 1 for letter in body],
            alone=_GSM_ALONE,
            joined=_GSM_JOINED,
        )
    return _packed(
        [2 if len(letter.encode("utf-16-le")) > _UNIT else 1 for letter in body],
        alone=_UCS2_ALONE,
        joined=_UCS2_JOINED,
    )


def _packed(widths: list[int], *, alone: int, joined: int) -> int:
    if sum(widths) <= alone:
        return 1
    segments, room = 1, joined
    for width in widths:
        if width > room:  # no character is split over two segments
            segments, room = segments + 1, joined
        room -= width
    return segments
