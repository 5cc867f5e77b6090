"""The whole line on one machine, under one supervisor."""

from __future__ import annotations

import errno
import socket
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlsplit

from warmline.config import Settings
from warmline.embedded import EmbeddedRedis
from warmline.errors import RefusedError
from warmline.logs import log_as_json
from warmline.supervisor import Child, Supervisor

LINGER_SECONDS = 5.0  # what a killed line left behind is gone by then
SERVER_ERROR = 500


def run(
    environ: Mapping[str, str],
    *,
    extra: Sequence[Child] = (),
    when_up: Callable[[], None],
    output: Path | None = None,
) -> None:
    """Everything that `environ` asks for, until told to stop. `extra` is started first and stopped last.

    `when_up` is called once it takes texts. What the processes write goes to `output`, or where ours goes.
    """
    settings = Settings.read(environ)
    refuse_taken(settings.host, settings.port)
    log_as_json()
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _redis(settings, environ) as (url, servers):
        told = {**environ, "REDIS_URL": url} if url else dict(environ)
        supervisor = Supervisor(
            [[*servers, *extra], _processes(settings, told, output)],
            pids_file=settings.data_dir / "processes.json",
        )
        supervisor.run(when_up=when_up)


def refuse_taken(host: str, port: int, *, patience: float = LINGER_SECONDS) -> None:
    """RefusedError when something else listens there already, and goes on doing so."""
    deadline = time.monotonic() + patience
    while fault := _cannot_listen(host, port):
        if time.monotonic() > deadline or fault.errno != errno.EADDRINUSE:
            raise RefusedError(
                f"Port {port} of {host} cannot be used ({fault.strerror}): stop what uses it, or set PORT."
            )
        time.sleep(0.1)


def _cannot_listen(host: str, port: int) -> OSError | None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as fault:
            return fault
    return None


def answers(url: str) -> Callable[[], bool]:
    """Something to ask whether that address answers requests."""
    parts = urlsplit(url)

    def ask() -> bool:
        connection = HTTPConnection(parts.hostname or "", parts.port, timeout=1)
        try:
            connection.request("GET", parts.path or "/")
            return connection.getresponse().status < SERVER_ERROR
        except (OSError, HTTPException):
            return False
        finally:
            connection.close()

    return ask


def local_url(settings: Settings) -> str:
    """Where a browser on this machine finds the web process."""
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(settings.host, settings.host)  # noqa: S104 - compared
    return f"http://{host}:{settings.port}"


@contextmanager
def _redis(settings: Settings, environ: Mapping[str, str]) -> Iterator[tuple[str, list[Child]]]:
    if settings.redis_url:
        yield "", []
        return
    server = EmbeddedRedis(settings.data_dir)
    with server.reserved() as url:
        child = Child(
            name="redis", command=server.supervised_command, environ=environ, ready=server.answers
        )
        yield url, [child]


def _processes(settings: Settings, environ: Mapping[str, str], output: Path | None) -> list[Child]:
    def child(name: str, command: str, ready: Callable[[], bool] | None = None) -> Child:
        return Child(
            name=name,
            command=(sys.executable, "-m", "warmline", command),
            environ=environ,
            ready=ready,
            output=output,
        )

    workers = [f"worker-{number}" for number in range(1, settings.workers + 1)]
    return [
        child("web", "web", answers(f"{local_url(settings)}/health/live")),
        *(child(name, "work") for name in workers),
        child("sweep", "sweep"),
    ]
