"""Asking the customer's server: signed, patient as the address says, and noted in the log."""

from __future__ import annotations

import http.client
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import urlencode, urlsplit

from twilio.request_validator import RequestValidator

from warmline.simulator.exchange import Exchange
from warmline.simulator.overrides import On, Patience, split

RETRY_WAIT_S = 0.1  # ours: the provider does not say how long it waits
LARGEST = 64 * 1024


@dataclass(frozen=True, slots=True)
class Ask:
    """One webhook to make. `about` is the sid it concerns, for the log."""

    url: str
    params: Mapping[str, str] = field(repr=False)
    kind: str
    about: str
    method: str = "POST"


@dataclass(frozen=True, slots=True)
class Answer:
    """How it ended. `trouble` is None when a good answer came."""

    trouble: On | None
    error_code: int | None = None  # the provider's name for the trouble
    content_type: str = ""
    body: bytes = field(default=b"", repr=False)
    status: int | None = None


def send(exchange: Exchange, ask: Ask) -> Answer:
    """Make the request, again as often as the address allows, and give the last answer."""
    address, patience = split(ask.url)
    deadline = time.monotonic() + patience.total_s
    token = str(uuid.uuid4())
    answer = Answer(On.CONNECT, 11205)
    for attempt in range(patience.retries + 1):
        begun = time.monotonic()
        answer = _attempt(exchange, ask, address, patience, deadline=deadline, token=token)
        exchange.log.append(
            at=exchange.clock.now().isoformat(),
            kind=ask.kind,
            about=ask.about,
            path=urlsplit(address).path,
            attempt=attempt + 1,
            status=answer.status,
            outcome=answer.trouble or "answered",
            error_code=answer.error_code,
            ms=round((time.monotonic() - begun) * 1000, 1),
        )
        if answer.trouble not in patience.retry_on:
            break
        if time.monotonic() + RETRY_WAIT_S >= deadline:
            break
        if attempt < patience.retries:
            time.sleep(RETRY_WAIT_S)
    return answer


def _attempt(
    exchange: Exchange,
    ask: Ask,
    address: str,
    patience: Patience,
    *,
    deadline: float,
    token: str,
) -> Answer:
    body = urlencode(ask.params)
    signed, form = address, dict(ask.params)
    if ask.method == "GET" and not body:
        form = {}
    elif ask.method == "GET":
        signed, form, body = f"{address}{'&' if '?' in address else '?'}{body}", {}, ""
    headers = {
        "User-Agent": "TwilioProxy/1.1",
        "Accept": "*/*",
        "Connection": "close",
        "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
        "I-Twilio-Idempotency-Token": token,
        "X-Twilio-Signature": RequestValidator(exchange.account.token).compute_signature(
            signed, form
        ),
    }
    left = deadline - time.monotonic()
    connection = _connection(_reachable(exchange, signed), min(patience.connect_s, left))
    try:
        try:
            connection.connect()
        except OSError:
            return Answer(On.CONNECT, 11205)
        left = deadline - time.monotonic()
        connection.sock.settimeout(max(0.01, min(patience.read_s, left)))
        parts = urlsplit(signed)
        headers["Host"] = parts.netloc
        target = parts.path or "/"
        target += f"?{parts.query}" if parts.query else ""
        try:
            connection.request(ask.method, target, body.encode() or None, headers)
            response = connection.getresponse()
            content = response.read(LARGEST + 1)
        except (OSError, http.client.HTTPException):
            return Answer(On.READ, 11205)
        return _judge(response, content)
    finally:
        connection.close()


def _judge(response: http.client.HTTPResponse, content: bytes) -> Answer:
    status = response.status
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return Answer(On.SERVER_ERROR, 11200, status=status)
    if not HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return Answer(On.CLIENT_ERROR, 11200, status=status)
    kind = (response.getheader("Content-Type") or "").split(";")[0].strip().lower()
    if len(content) > LARGEST:
        return Answer(None, 11750, kind, b"", status)
    return Answer(None, None, kind, content, status)


def _reachable(exchange: Exchange, url: str) -> str:
    """Where a public address is really served, when the set-up says so."""
    for public, real in exchange.reach.items():
        if url.startswith(public):
            return real + url[len(public) :]
    return url


def _connection(url: str, timeout: float) -> http.client.HTTPConnection:
    parts = urlsplit(url)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    return kind(parts.hostname or "", parts.port, timeout=max(0.01, timeout))
