"""The operator's own ears outside: an alarm that nobody here has answered, and a heartbeat while all is well."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import datetime

import requests

from warmline.errors import TransientError

SECONDS = (2.0, 3.0)  # to connect, to answer
SIGNATURE = "Warmline-Signature"
_REFUSED = 400


class Outside:
    """Both addresses are optional; what is not set is not called."""

    def __init__(self, *, alarm_url: str = "", secret: str = "", heartbeat_url: str = "") -> None:
        self._alarm_url, self._secret, self._heartbeat_url = alarm_url, secret, heartbeat_url

    @property
    def has_alarm(self) -> bool:
        return bool(self._alarm_url)

    @property
    def has_heartbeat(self) -> bool:
        return bool(self._heartbeat_url)

    def sound(self, facts: Mapping[str, str | int], now: datetime) -> None:
        """POST these facts as JSON, signed. TransientError unless it was answered with 2xx or 3xx."""
        body = json.dumps(dict(facts), separators=(",", ":")).encode()
        headers = {"Content-Type": "application/json", SIGNATURE: signed(self._secret, body, now)}
        _post(self._alarm_url, body, headers)

    def beat(self) -> None:
        """POST nothing: all is well. TransientError as above."""
        _post(self._heartbeat_url, b"", {})


def signed(secret: str, body: bytes, now: datetime) -> str:
    """`t=<unix seconds>,v1=<HMAC-SHA256 of "t.body", in hex>`: who sent it, and that it is not an old one."""
    at = str(int(now.timestamp()))
    digest = hmac.new(secret.encode(), at.encode() + b"." + body, hashlib.sha256).hexdigest()
    return f"t={at},v1={digest}"


def _post(url: str, body: bytes, headers: Mapping[str, str]) -> None:
    try:
        answer = requests.post(
            url, data=body, headers=dict(headers), timeout=SECONDS, allow_redirects=False
        )
    except (
        requests.RequestException
    ) as fault:  # its words may hold the address, which may be a secret
        raise TransientError(f"nobody answers outside: {type(fault).__name__}") from None
    if answer.status_code >= _REFUSED:
        raise TransientError(f"refused outside: {answer.status_code}")
