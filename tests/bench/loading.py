"""Preparing webhooks as the provider would send them, and having the load generator send them."""

from __future__ import annotations

import json
import secrets
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from twilio.request_validator import RequestValidator

from tests.bench.load import LENGTH
from tests.bench.rig import ACCOUNT, NUMBERS, PUBLIC_URL, ROOT, TOKEN

WORDS = "I could not sleep again and did not know whom to call at this hour."


@dataclass(frozen=True, slots=True)
class Measured:
    """What the load generator saw."""

    seconds: float
    took: tuple[float, ...]  # seconds, sorted
    statuses: dict[str, int]

    @property
    def rate(self) -> float:
        """Good answers a second."""
        return self.good / self.seconds

    @property
    def good(self) -> int:
        return self.statuses.get("200", 0)

    @property
    def lost(self) -> int:
        """Requests without a good answer."""
        return len(self.took) - self.good

    def at(self, share: float) -> float:
        """Milliseconds within which that share of the answers came."""
        return percentile(self.took, share) * 1000


def percentile(ordered: Sequence[float], share: float) -> float:
    """The value that `share` of them do not exceed."""
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def text_request(sender: str, *, keep_alive: bool) -> bytes:
    """A text from this phone, with an id never used before, as the provider sends and signs it."""
    sid = f"SM{secrets.token_hex(16)}"
    form = {
        "AccountSid": ACCOUNT, "ApiVersion": "2010-04-01", "Body": WORDS,
        "From": sender, "FromCity": "NEW YORK", "FromCountry": "US", "FromState": "NY", "FromZip": "10001",
        "MessageSid": sid, "NumMedia": "0", "NumSegments": "1", "SmsMessageSid": sid, "SmsSid": sid,
        "SmsStatus": "received",
        "To": NUMBERS[0], "ToCity": "", "ToCountry": "US", "ToState": "NY", "ToZip": "",
    }  # fmt: skip
    return signed("/webhooks/sms", form, keep_alive=keep_alive)


def call_request(caller: str, *, path: str, keep_alive: bool) -> bytes:
    """A call from this phone, with an id never used before, as the provider brings and signs it."""
    sid = f"CA{secrets.token_hex(16)}"
    form = {
        "AccountSid": ACCOUNT, "ApiVersion": "2010-04-01", "CallSid": sid, "CallStatus": "ringing",
        "CallToken": secrets.token_urlsafe(120), "Called": NUMBERS[0], "CalledCity": "", "CalledCountry": "US",
        "CalledState": "NY", "CalledZip": "", "Caller": caller, "CallerCity": "NEW YORK", "CallerCountry": "US",
        "CallerState": "NY", "CallerZip": "10001", "Direction": "inbound",
        "From": caller, "FromCity": "NEW YORK", "FromCountry": "US", "FromState": "NY", "FromZip": "10001",
        "To": NUMBERS[0], "ToCity": "", "ToCountry": "US", "ToState": "NY", "ToZip": "",
    }  # fmt: skip
    return signed(path, form, keep_alive=keep_alive)


def signed(path: str, form: dict[str, str], *, keep_alive: bool) -> bytes:
    """A POST of this form, signed for the public address."""
    signature = RequestValidator(TOKEN).compute_signature(PUBLIC_URL + path, form)
    body = urlencode(form).encode()
    head = (
        f"POST {path} HTTP/1.1\r\n"
        f"Host: {PUBLIC_URL.partition('//')[2]}\r\n"
        "User-Agent: TwilioProxy/1.1\r\nAccept: */*\r\n"
        "Content-Type: application/x-www-form-urlencoded; charset=UTF-8\r\n"
        f"I-Twilio-Idempotency-Token: {secrets.token_hex(16)}\r\n"
        f"X-Twilio-Signature: {signature}\r\n"
        f"Connection: {'keep-alive' if keep_alive else 'close'}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def send(
    requests: Iterable[bytes],
    port: int,
    *,
    folder: Path,
    connections: int,
    keep_alive: bool,
    rate: float = 0.0,
) -> Measured:
    """Send them all from another process, and wait for its account."""
    return begin(
        requests, port, folder=folder, connections=connections, keep_alive=keep_alive, rate=rate
    ).account()


@dataclass(frozen=True, slots=True)
class Sending:
    """A load generator at work."""

    process: subprocess.Popen[str]

    def account(self) -> Measured:
        """Wait for its end."""
        said, _ = self.process.communicate()
        if self.process.returncode:
            raise RuntimeError("the load generator failed")
        found = json.loads(said)
        return Measured(found["seconds"], tuple(sorted(found["took"])), found["statuses"])


def begin(
    requests: Iterable[bytes],
    port: int,
    *,
    folder: Path,
    connections: int,
    keep_alive: bool,
    rate: float = 0.0,
) -> Sending:
    """Have another process begin to send them."""
    file = folder / f"requests-{secrets.token_hex(4)}"
    file.write_bytes(b"".join(LENGTH.pack(len(request)) + request for request in requests))
    plan = {
        "host": "127.0.0.1",
        "port": port,
        "requests": str(file),
        "connections": connections,
        "keep_alive": keep_alive,
        "rate": rate,
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.load"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    process.stdin.write(json.dumps(plan))
    process.stdin.close()
    process.stdin = None
    return Sending(process)
