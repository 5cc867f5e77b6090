"""Names as the provider makes them: two letters and 32 hexadecimal digits."""

from __future__ import annotations

import hashlib
import secrets


def fresh(prefix: str) -> str:
    """A name nobody has had before, such as `SM` and 32 random digits."""
    return prefix + secrets.token_hex(16)


def lasting(prefix: str, of: str) -> str:
    """The name that `of` has in every run, so that a number keeps its own over a restart."""
    return prefix + hashlib.sha256(of.encode()).hexdigest()[:32]
