"""Which requests come from the operator's own network, and not through the public address."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from flask import Request

# A proxy in front of us sets one of these for whoever comes from outside.
FORWARDED = (
    "Forwarded",
    "Via",
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "X-Forwarded-Proto",
    "X-Real-IP",
)


def is_private(request: Request, public_url: str) -> bool:
    """Asked directly, by a neighbour, and not under the public name."""
    if any(name in request.headers for name in FORWARDED):
        return False
    if not _is_near(request.remote_addr or ""):
        return False
    public = urlsplit(public_url).hostname or ""
    try:
        asked = urlsplit(f"//{request.host}").hostname or ""
    except ValueError:  # no name at all, such as [
        return False
    # a rehearsal's public address is the loopback
    return bool(asked) and (asked != public or _is_near(public))


def _is_near(host: str) -> bool:
    try:
        return ip_address(host).is_private
    except ValueError:
        return host == "localhost"
