"""What a text costs on the air, and where a long one may be cut.

Alphabet: 3GPP TS 23.038, 6.2.1 (basic) and 6.2.1.1 (extension, two septets each). Lengths: 160
septets or 70 UTF-16 units alone, 153 or 67 in a series (facts.md, "RFC-style facts for texts").
"""

from __future__ import annotations

import unicodedata

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
)
_EXTENSION = frozenset("\f^{}\\[~]|€")

_WIDEST = 2  # UTF-16 units of one code point
_FIRST_ASTRAL = 0x10000  # from here on, code points need two
_ZWJ = "\u200d"
_LEADING, _VOWELS, _TRAILING = range(0x1100, 0x1160), range(0x1160, 0x11A8), range(0x11A8, 0x1200)
_SYLLABLES = range(0xAC00, 0xD7A4)  # of Hangul, whose letters above fuse into syllables like these
_FORMS = 28  # of each open syllable: itself, and with every trailing letter
_REGIONAL = range(0x1F1E6, 0x1F200)  # two make a flag
_SKIN = range(0x1F3FB, 0x1F400)
_TAGS = range(0xE0020, 0xE0080)  # spell the flags of England, Scotland, Wales


def is_gsm7(text: str) -> bool:
    """Whether the text needs no letter outside GSM-7: one such letter more than halves a segment."""
    return all(letter in _BASIC or letter in _EXTENSION for letter in text)


def segments(text: str) -> int:
    """How many texts the networks count for this one; an empty text counts as one."""
    if is_gsm7(text):
        widths = [2 if letter in _EXTENSION else 1 for letter in text]
        alone, in_series = 160, 153
    else:
        widths = [_units(letter) for letter in text]
        alone, in_series = 70, 67
    if sum(widths) <= alone:
        return 1
    count, room = 1, in_series
    for width in widths:  # neither an escape pair nor a surrogate pair is ever cut in two
        if width > room:
            count, room = count + 1, in_series
        room -= width
    return count


def split(text: str, limit: int = 1600) -> list[str]:
    """The text in parts of at most `limit` UTF-16 units, to be sent one after the other in order.

    A part ends at a space where it can, and never inside what a person sees as one letter or
    emoji, unless that alone is longer than the limit. White space at a cut is dropped, and blank
    parts with it; nothing else is. 1,600 is Twilio's greatest body (facts.md, "Messaging").
    """
    if limit < _WIDEST:
        raise ValueError("a part must have room for one letter")
    parts: list[str] = []
    rest = text
    while _width(rest) > limit:
        cut = _cut(rest, limit)
        parts.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    parts.append(rest)
    return [part for part in parts if part and not part.isspace()]


def _cut(text: str, limit: int) -> int:
    """Where to end the first part: after the last space that fits, else between two graphemes."""
    room, furthest = limit, 0
    while furthest < len(text) and _units(text[furthest]) <= room:
        room -= _units(text[furthest])
        furthest += 1
    at_space = at_grapheme = 0
    for place in range(furthest, 0, -1):
        if not _may_part(text, place):
            continue
        at_grapheme = at_grapheme or place
        if text[place].isspace() or text[place - 1].isspace():
            at_space = place
            break
    return at_space or at_grapheme or furthest


def _may_part(text: str, place: int) -> bool:
    """Whether a person sees two letters on the two sides: Unicode Annex 29, what texts need of it."""
    before, after = text[place - 1], text[place]
    if _ZWJ in (before, after) or (before, after) == ("\r", "\n"):
        return False
    if unicodedata.category(after)[0] == "M" or ord(after) in _SKIN or ord(after) in _TAGS:
        return False
    if _fuse(ord(before), ord(after)):
        return False
    if ord(before) in _REGIONAL and ord(after) in _REGIONAL:
        return _flags_before(text, place) % 2 == 0
    return True


def _fuse(before: int, after: int) -> bool:
    """Whether two letters of Hangul stand in one syllable: rules GB6 to GB8 of the Annex."""
    if after in _TRAILING:
        return before in _VOWELS or before in _TRAILING or before in _SYLLABLES
    if after in _VOWELS:
        is_open = before in _SYLLABLES and (before - _SYLLABLES.start) % _FORMS == 0
        return before in _LEADING or before in _VOWELS or is_open
    return before in _LEADING and (after in _LEADING or after in _SYLLABLES)


def _flags_before(text: str, place: int) -> int:
    start = place
    while start and ord(text[start - 1]) in _REGIONAL:
        start -= 1
    return place - start


def _units(letter: str) -> int:
    return _WIDEST if ord(letter) >= _FIRST_ASTRAL else 1


def _width(text: str) -> int:
    return sum(map(_units, text))
