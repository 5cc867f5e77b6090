"""Redis servers of a test's own: to be broken, to be a Cluster, to be watched by Sentinels."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import redis
from redis.exceptions import RedisError

from warmline.embedded.binary import find_server
from warmline.store.connection import Connection

PATIENCE = 30.0
BUS = 10_000  # a Cluster's servers talk to each other on a port that is this much higher


def a_port() -> int:
    """A port that nobody is using just now, and the one for a Cluster's talk."""
    while True:
        with socket.socket() as probe, socket.socket() as bus:
            probe.bind(("127.0.0.1", 0))
            port = int(probe.getsockname()[1])
            if port + BUS > 65_000:
                continue
            try:
                bus.bind(("127.0.0.1", port + BUS))
            except OSError:
                continue
            return port


def comes_true(what: Callable[[], object], *, within: float = PATIENCE) -> None:
    """Wait until something is so; a server that does not answer yet is asked again."""
    deadline = time.monotonic() + within
    while True:
        try:
            if what():
                return
        except RedisError:
            pass
        assert time.monotonic() < deadline, "it did not come true in time"
        time.sleep(0.02)


class Server:
    """One server process on the loopback."""

    def __init__(
        self, folder: Path, *options: str, port: int | None = None, password: str | None = None
    ) -> None:
        self.port = port or a_port()
        self.folder = folder
        self._options = options
        self._process: subprocess.Popen[bytes] | None = None
        self.client: Connection = redis.Redis(
            port=self.port, password=password, decode_responses=True, socket_timeout=2
        )

    def start(self) -> None:
        self.folder.mkdir(exist_ok=True)
        command = [str(find_server()), *self._options]
        if "--sentinel" not in self._options:
            command += ["--save", "", "--dir", str(self.folder)]
        command += ["--port", str(self.port), "--bind", "127.0.0.1"]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log, cwd=self.folder)
        comes_true(self.client.ping)

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None


@contextmanager
def servers(*wanted: Server) -> Iterator[None]:
    """These servers, running."""
    with ExitStack() as stack:
        for server in wanted:
            stack.callback(server.client.close)
            stack.callback(server.kill)
            server.start()
        yield
