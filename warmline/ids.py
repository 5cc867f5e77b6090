"""Ids that must not be confused with one another."""

from __future__ import annotations

import secrets
from typing import NewType

CallerKey = NewType("CallerKey", str)  # keyed hash of a number; the same for a volunteer's phone
VolunteerId = NewType("VolunteerId", str)
ContactId = NewType("ContactId", str)
ShiftId = NewType("ShiftId", str)
PatternId = NewType("PatternId", str)  # what shifts are repeated from
PageId = NewType("PageId", str)
TokenId = NewType("TokenId", str)  # of an API token; its secret is not kept
LegId = NewType("LegId", str)  # one side of a call; if inbound, made of the provider's own name
MessageId = NewType("MessageId", str)  # what a caller spoke for the team
TextId = NewType("TextId", str)  # one outgoing text of ours, before the provider has a name for it
# The provider's name for a text: SM… or MM… and 32 hex digits.
MessageSid = NewType("MessageSid", str)
CallSid = NewType("CallSid", str)  # the provider's name for a call: CA… and 32 hex digits

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's: no i, l, o or u to misread


def new_id(kind: str) -> str:
    """A fresh id such as `c4k2…`: one letter for the kind, then 60 random bits."""
    # each byte gives five bits, evenly: 32 divides 256; read at once, for each reading is a call of the system
    return kind + "".join(_ALPHABET[byte & 31] for byte in secrets.token_bytes(12))
