"""A small HTTP/1.1 server for a WSGI app: a thread a connection, kept alive, and able to hang up.

Off-the-shelf servers either close after every answer or cannot drop a connection without one, and
an exchange that rehearses failures needs both.
"""

from __future__ import annotations

import contextlib
import logging
import socket
import socketserver
import sys
import threading
import time
from collections.abc import Iterable
from http import HTTPStatus
from io import BytesIO
from typing import Any
from urllib.parse import unquote_to_bytes
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

log = logging.getLogger(__name__)

LONGEST_LINE = 64 * 1024
TAKE_BREATH_S = 0.05


class HangUp(Exception):  # noqa: N818  (not an error: it is what a fault asked for)
    """Raised in the app: close the connection without an answer, `after_s` from now."""

    def __init__(self, after_s: float = 0.0) -> None:
        super().__init__("hang up")
        self.after_s = after_s


class WireServer(socketserver.ThreadingTCPServer):
    """Serves `app` until `stop`; then every open connection is closed."""

    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 256

    def __init__(self, address: tuple[str, int], app: WSGIApplication) -> None:
        self.app = app
        self._stopping = threading.Event()
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        super().__init__(address, _Connection)
        self._thread = threading.Thread(target=self._accept, name="wire", daemon=True)

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        _close(self.socket)
        self.server_close()
        with self._lock:
            for connection in self._open:
                _close(connection)
        self._thread.join(timeout=1.0)

    def _accept(self) -> None:
        """Take connections as they come; quicker to stop than the library's loop, which polls."""
        while not self._stopping.is_set():
            try:
                request, address = self.get_request()
            except OSError:  # we have stopped listening; or there are no more sockets for now
                self._stopping.wait(TAKE_BREATH_S)
                continue
            self.process_request(request, address)

    def process_request(self, request: Any, client_address: Any) -> None:
        with self._lock:
            self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        with self._lock:
            self._open.discard(request)
        super().shutdown_request(request)


class _Connection(socketserver.StreamRequestHandler):
    server: WireServer
    disable_nagle_algorithm = True

    def handle(self) -> None:
        try:
            while self._answer_one():
                pass
        except HangUp as wish:
            time.sleep(wish.after_s)
        except OSError:
            pass  # the other side has gone; there is nobody to tell

    def _answer_one(self) -> bool:
        """Answer one request; whether the connection may be used again."""
        line = self.rfile.readline(LONGEST_LINE)
        try:
            method, target, version = line.decode("latin-1").split()
        except ValueError:  # gone, or no HTTP
            return False
        headers = self._headers()
        said = headers.get("content-length", "")
        length = int(said) if said.isdecimal() else 0
        if headers.get("expect", "").lower() == "100-continue":
            self.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        body = self.rfile.read(length) if length else b""
        keep = version == "HTTP/1.1" and headers.get("connection", "").lower() != "close"
        return self._respond(self._environ(method, target, headers, body), keep=keep)

    def _headers(self) -> dict[str, str]:
        headers: dict[str, str] = {}
        while (line := self.rfile.readline(LONGEST_LINE)) not in {b"\r\n", b"\n", b""}:
            name, _, value = line.decode("latin-1").partition(":")
            headers[name.strip().lower()] = value.strip()
        return headers

    def _environ(
        self, method: str, target: str, headers: dict[str, str], body: bytes
    ) -> WSGIEnvironment:
        path, _, query = target.partition("?")
        host, port = self.server.server_address[:2]
        environ: WSGIEnvironment = {
            "REQUEST_METHOD": method,
            "SCRIPT_NAME": "",
            "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
            "QUERY_STRING": query,
            "SERVER_NAME": str(host),
            "SERVER_PORT": str(port),
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": str(self.client_address[0]),
            "CONTENT_TYPE": headers.get("content-type", ""),
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": BytesIO(body),
            "wsgi.errors": sys.stderr,
            "wsgi.multithread": True,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
        }
        for name, value in headers.items():
            environ[f"HTTP_{name.upper().replace('-', '_')}"] = value
        return environ

    def _respond(self, environ: WSGIEnvironment, *, keep: bool) -> bool:
        head: list[str] = []

        def start_response(status: str, headers: list[tuple[str, str]], *_: object) -> Any:
            head[:] = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in headers)]
            return self.wfile.write

        chunks = self._call(environ, start_response)
        try:
            sized = any(line.lower().startswith("content-length:") for line in head)
            keep = keep and (sized or head[0].split()[1] in {"204", "304"})
            if not keep:
                head.append("Connection: close")
            preamble = ("\r\n".join(head) + "\r\n\r\n").encode("latin-1")
            if sized:
                self.wfile.write(preamble + b"".join(chunks))
                return keep
            self.wfile.write(preamble)
            for chunk in chunks:
                self.wfile.write(chunk)
            return keep
        finally:
            getattr(chunks, "close", lambda: None)()

    def _call(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        try:
            return self.server.app(environ, start)
        except HangUp:
            raise
        except Exception:  # the server of a rehearsal must outlive a bug in it
            log.exception("a request to the exchange failed")
            status = HTTPStatus.INTERNAL_SERVER_ERROR
            start(f"{status.value} {status.phrase}", [("Content-Length", "0")])
            return [b""]


def _close(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):  # it may be gone already
        connection.shutdown(socket.SHUT_RDWR)
