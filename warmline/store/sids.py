"""The provider's ids as the store keeps them, in two thirds of the characters: they are most of a conversation."""

from __future__ import annotations

import base64
import re

from warmline.ids import MessageSid

_WHOLE = re.compile(r"[SM]M[0-9a-f]{32}")
_SHORT = 23  # S or M, then 16 bytes in URL-safe base64 without its padding


def short(sid: MessageSid) -> str:
    """How the store writes it; anything that is no sid of the provider's stays as it is."""
    if not _WHOLE.fullmatch(sid):
        return sid
    return sid[0] + base64.urlsafe_b64encode(bytes.fromhex(sid[2:])).decode().rstrip("=")


def whole(kept: str) -> MessageSid:
    """What `short` was given."""
    if len(kept) != _SHORT:
        return MessageSid(kept)
    return MessageSid(f"{kept[0]}M{base64.urlsafe_b64decode(kept[1:] + '==').hex()}")
