"""How a text is read when it may be a word for the line and not for a person."""

from __future__ import annotations

import unicodedata

LONGEST_WORD = (
    48  # characters; no word for the line comes near, and most talk need not be looked at
)
_TRIMMED = "`<>"  # symbols to Unicode, quotes and brackets to whoever typed them


def bare(text: str) -> str:
    """The text without what does not matter: case, accents, outer punctuation, doubled space.

    Empty when nothing is left or when the text is too long to be one of our words. Full-width and
    other compatibility letters become plain ones. An emoji is not punctuation: "DONE" with a smile
    is talk, since only a whole message is ever a command (contract.md, "Text language").
    """
    stripped = text.strip()
    if not stripped or len(stripped) > 2 * LONGEST_WORD:
        return ""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", stripped).casefold())
    kept = "".join(letter for letter in folded if not _is_invisible(letter))
    plain = " ".join(kept.split())
    start, end = 0, len(plain)
    while start < end and _is_trimmed(plain[start]):
        start += 1
    while end > start and _is_trimmed(plain[end - 1]):
        end -= 1
    return plain[start:end] if end - start <= LONGEST_WORD else ""


def _is_invisible(letter: str) -> bool:
    # accents, keycap and variation marks; joiners and zero-width spaces that keyboards slip in
    return unicodedata.category(letter) in {"Mn", "Me", "Mc", "Cf"}


def _is_trimmed(letter: str) -> bool:
    return letter in _TRIMMED or unicodedata.category(letter)[0] in "PZ" or letter.isspace()
