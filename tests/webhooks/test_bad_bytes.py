"""Bytes that are no request at all, sent to the real web server."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.webhooks.provider import MARK
from warmline.flows.desk import Desk

SMS = b"POST /webhooks/sms HTTP/1.1\r\nHost: line.example.org\r\n"
FORM = b"Content-Type: application/x-www-form-urlencoded\r\n"
WORDS = f"Body={MARK}".encode()
BYTES = {
    "nothing": b"",
    "a line break": b"\r\n\r\n",
    "noise": bytes(range(256)) * 20,
    "another language": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    "the oldest HTTP": b"POST /webhooks/sms\r\n\r\n" + WORDS,
    "a version nobody knows": b"POST /webhooks/sms HTTP/9.9\r\n\r\n",
    "no host": b"POST /webhooks/sms HTTP/1.1\r\n" + FORM + b"Content-Length: 0\r\n\r\n",
    "a broken host": b"POST /webhooks/sms HTTP/1.1\r\nHost: [\r\n" + FORM + b"Content-Length: 0\r\n\r\n",
    "a negative length": SMS + FORM + b"Content-Length: -5\r\n\r\n" + WORDS,
    "a length in words": SMS + FORM + b"Content-Length: many\r\n\r\n" + WORDS,
    "two lengths": SMS + FORM + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\n" + WORDS,
    "a huge length": SMS + FORM + b"Content-Length: 99999999999999999999\r\n\r\n" + WORDS,
    "more promised than sent": SMS + FORM + b"Content-Length: 5000\r\n\r\n" + WORDS,
    "more sent than promised": SMS + FORM + b"Content-Length: 3\r\n\r\n" + WORDS,
    "length and chunks": SMS + FORM + b"Content-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "bad chunks": SMS + FORM + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n" + WORDS + b"\r\n",
    "a huge chunk": SMS + FORM + b"Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n" + WORDS,
    "good chunks, unsigned": SMS + FORM + b"Transfer-Encoding: chunked\r\n\r\n3\r\na=b\r\n0\r\n\r\n",
    "many headers": SMS + b"".join(b"X-%d: 1\r\n" % n for n in range(2000)) + b"\r\n",
    "a long header": SMS + b"X-Twilio-Signature: " + b"A" * 100_000 + b"\r\n\r\n",
    "a folded header": SMS + b"X-Twilio-Signature: a\r\n b\r\nContent-Length: 0\r\n\r\n",
    "a NUL in a header": SMS + b"X-Twilio-Signature: a\0b\r\nContent-Length: 0\r\n\r\n",
    "a header without a name": SMS + b": nothing\r\n\r\n",
    "a long path": b"POST /webhooks/" + b"a" * 20_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    "an absolute path": b"POST http://elsewhere.example/webhooks/sms HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n",
    "spaces in the path": b"POST /webhooks/ sms HTTP/1.1\r\nHost: x\r\n\r\n",
    "a method of noise": b"P\xffST /webhooks/sms HTTP/1.1\r\nHost: x\r\n\r\n",
    "an expectation": SMS + FORM + b"Expect: the-impossible\r\nContent-Length: 0\r\n\r\n",
    "an upgrade": SMS + b"Connection: Upgrade\r\nUpgrade: h2c\r\nContent-Length: 0\r\n\r\n",
}  # fmt: skip


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("web") / "stderr"


@pytest.fixture(scope="module")
def port(environ: dict[str, str], said: Path) -> Iterator[int]:
    """A web process as the Procfile starts it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    with said.open("w") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "warmline", "web"],
            env={**os.environ, **environ, "PORT": str(port), "WARMLINE_WEB_WORKERS": "1"},
            stderr=errors,
        )
    deadline = time.monotonic() + 20
    while not is_alive(port):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    yield port
    process.send_signal(signal.SIGTERM)
    process.wait(timeout=20)


def is_alive(port: int) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/health/live")
        return connection.getresponse().read() == b"alive\n"
    except OSError:
        return False
    finally:
        connection.close()


def answer(port: int, sent: bytes) -> bytes:
    """All that comes back, once we say that nothing more will be sent."""
    came = b""
    with socket.create_connection(("127.0.0.1", port), timeout=5) as line:
        try:
            line.sendall(sent)
            line.shutdown(socket.SHUT_WR)
            while part := line.recv(65_536):
                came += part
        except (ConnectionResetError, BrokenPipeError, TimeoutError):
            pass
    return came


@pytest.mark.parametrize("name", BYTES)
def test_bytes_that_are_no_request_are_no_error_of_ours(
    port: int, desk: Desk, dump: Callable[[], dict[bytes, bytes]], name: str
) -> None:
    before = dump()

    came = answer(port, BYTES[name])

    assert MARK.encode() not in came
    assert not came.startswith((b"HTTP/1.1 5", b"HTTP/1.0 5", b"HTTP/1.1 2"))
    assert is_alive(port)
    assert dump() == before


def test_none_of_it_is_repeated_in_the_log(port: int, said: Path) -> None:
    for sent in BYTES.values():
        answer(port, sent)

    log = said.read_text(encoding="utf-8")

    assert MARK not in log
    assert all(line.startswith("{") for line in log.splitlines())
