"""The load generator, in a process of its own: sends prepared HTTP requests and tells how long each answer took.

`python -m tests.bench.load` reads one JSON object from stdin (see `Plan`) and prints one (see `tests.bench.loading`).
It uses one thread, a selector and the standard library only, so that it takes as little as it can from the servers
that share the machine with it.
"""

from __future__ import annotations

import json
import selectors
import socket
import struct
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

LENGTH = struct.Struct("<I")  # before each request in the file
CHUNK = 65536
GIVE_UP_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Plan:
    """Where to, what, and how fast. Without `rate`, each connection sends as soon as it has had its answer."""

    host: str
    port: int
    requests: str  # a file of requests, each after its length
    connections: int
    keep_alive: bool
    rate: float = 0.0  # requests a second, on a timetable that does not wait for answers


@dataclass(slots=True)
class Line:
    """One connection and the request that it waits for."""

    number: int = -1
    begun: float = 0.0
    request: bytes = field(default=b"", repr=False)
    heard: bytearray = field(default_factory=bytearray)
    socket: socket.socket | None = None
    reused: bool = False


class Load:
    """Sends everything once and keeps the time of each answer."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._requests = list(_read(Path(plan.requests)))
        self._selector = selectors.DefaultSelector()
        self._idle = [Line() for _ in range(plan.connections)]
        self._busy = 0
        self.took: list[float] = []
        self.statuses: dict[str, int] = {}

    def run(self) -> float:
        """Until every request has had its answer or has failed; the seconds that took."""
        begun = time.perf_counter()
        rate, following = self._plan.rate, 0
        while following < len(self._requests) or self._busy:
            now = time.perf_counter()
            while following < len(self._requests) and self._idle:
                at = begun + following / rate if rate else now
                if at > now:
                    break
                self._begin(self._idle.pop(), following, at)
                following += 1
            wait = 0.5
            if rate and following < len(self._requests) and self._idle:
                wait = max(0.0, begun + following / rate - time.perf_counter())
            for key, _ in self._selector.select(wait):
                self._hear(key.data)
            self._give_up()
        return time.perf_counter() - begun

    def _begin(self, line: Line, number: int, at: float) -> None:
        line.number, line.begun, line.request = number, at, self._requests[number]
        line.heard.clear()
        self._busy += 1
        self._send(line)

    def _send(self, line: Line) -> None:
        try:
            line.reused = line.socket is not None
            if line.socket is None:
                line.socket = socket.create_connection((self._plan.host, self._plan.port), 5)
                line.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self._selector.register(line.socket, selectors.EVENT_READ, line)
            line.socket.sendall(line.request)
        except OSError as error:
            self._broken(line, type(error).__name__)

    def _hear(self, line: Line) -> None:
        if line.socket is None:
            return
        try:
            some = line.socket.recv(CHUNK)
        except OSError as error:
            self._broken(line, type(error).__name__)
            return
        if not some:
            self._broken(line, "closed")
            return
        line.heard += some
        status = _whole(line.heard)
        if status:
            closing = not self._plan.keep_alive or b"connection: close" in line.heard[:400].lower()
            self._done(line, status, close=closing)

    def _broken(self, line: Line, why: str) -> None:
        self._hang_up(line)
        if line.number < 0:
            return  # an idle connection that the server let go
        if line.reused and not line.heard:
            self._send(line)  # it was let go just as we spoke: any client opens another one
            return
        self._done(line, why, close=True)

    def _done(self, line: Line, status: str, *, close: bool) -> None:
        self.statuses[status] = self.statuses.get(status, 0) + 1
        self.took.append(time.perf_counter() - line.begun)
        line.number = -1
        if close:
            self._hang_up(line)
        self._busy -= 1
        self._idle.append(line)

    def _hang_up(self, line: Line) -> None:
        if line.socket is not None:
            self._selector.unregister(line.socket)
            line.socket.close()
            line.socket = None

    def _give_up(self) -> None:
        now = time.perf_counter()
        for key in list(self._selector.get_map().values()):
            line = key.data
            if line.number >= 0 and now - line.begun > GIVE_UP_SECONDS:
                line.reused = False
                self._broken(line, "no answer")


def _whole(heard: bytearray) -> str:
    """The status, once the answer is whole."""
    head, found, body = heard.partition(b"\r\n\r\n")
    if not found:
        return ""
    lines = head.lower().split(b"\r\n")
    for line in lines[1:]:
        if line.startswith(b"content-length:") and len(body) < int(line.split(b":")[1]):
            return ""
    return lines[0].split()[1].decode()


def _read(path: Path) -> Iterator[bytes]:
    content, at = path.read_bytes(), 0
    while at < len(content):
        (length,) = LENGTH.unpack_from(content, at)
        at += LENGTH.size
        yield content[at : at + length]
        at += length


def main() -> None:
    load = Load(Plan(**json.load(sys.stdin)))
    seconds = load.run()
    json.dump({"seconds": seconds, "took": load.took, "statuses": load.statuses}, sys.stdout)


if __name__ == "__main__":
    main()
