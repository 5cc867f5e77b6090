"""Part `servers`: the same app on each WSGI server that could carry it, so that one is chosen by measurement."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench import table
from tests.bench.loading import Measured, Sending, begin, send, text_request
from tests.bench.rig import (
    environment,
    family,
    folder,
    free_port,
    listening,
    memory,
    python,
    redis,
    running,
    settings,
)
from warmline.processes import web_command

WORKERS = "2"
REQUESTS = 1_500
ROUNDS = 7
CONNECTIONS = 32
STEADY = 200.0  # texts a second, where it is not about throughput
STEADY_SECONDS = 3
SLOW_MS = 100


def _gunicorn(kind: str, *more: str) -> Callable[[int], list[str]]:
    return lambda port: python(
        "-m", "gunicorn", "warmline.app:from_environment()", "--bind", f"127.0.0.1:{port}",
        "--worker-class", kind, "--workers", WORKERS, *more,
        "--graceful-timeout", "10", "--timeout", "30", "--no-control-socket", "--log-level", "warning",
    )  # fmt: skip


def _granian(threads: str) -> Callable[[int], list[str]]:
    return lambda port: python(
        "-m", "granian", "--interface", "wsgi", "--factory", "warmline.app:from_environment",
        "--host", "127.0.0.1", "--port", str(port), "--workers", WORKERS,
        "--blocking-threads", threads, "--respawn-failed-workers", "--respawn-interval", "0.1",
        "--no-ws", "--log-level", "warning",
    )  # fmt: skip


CONTENDERS = {
    "gunicorn sync": _gunicorn("sync"),
    "gunicorn gthread, 8 threads": _gunicorn("gthread", "--threads", "8"),
    "gunicorn gthread, 64 threads": _gunicorn("gthread", "--threads", "64"),
    "gunicorn gevent": _gunicorn("gevent"),
    "granian, 1 thread": _granian("1"),
    "granian, 32 threads": _granian("32"),
}
CHOSEN = "as chosen"  # whatever `warmline web` starts


@dataclass(slots=True)
class Contender:
    """One server and what was seen of it."""

    name: str
    command: list[str]
    port: int
    process: subprocess.Popen[bytes]
    kept: list[Measured] = field(default_factory=list)
    fresh: list[Measured] = field(default_factory=list)


def run() -> bool:
    """Print the tables. They decide nothing: docs/adr/0005-wsgi-server.md does."""
    with folder() as place, redis(place) as (url, _store):
        _throughput(place, url)
        _trouble(place, url)
    return True


def _throughput(place: Path, url: str) -> None:
    with ExitStack() as stack:
        everyone = [stack.enter_context(_serve(place, url, name)) for name in _names()]
        for contender in everyone:
            _send(contender, place, keep_alive=True, requests=300)  # caches warm up
        for number in range(ROUNDS):
            turn = number % len(everyone)
            for contender in everyone[turn:] + everyone[:turn]:
                contender.kept.append(_send(contender, place, keep_alive=True))
                contender.fresh.append(_send(contender, place, keep_alive=False))
        first = everyone[0]
        rows: list[table.Row] = [
            [
                one.name,
                _rate(one.kept),
                _ratio(one.kept, first.kept),
                _at(one.kept, 0.5),
                _at(one.kept, 0.99),
                _rate(one.fresh),
                _ratio(one.fresh, first.fresh),
                _at(one.fresh, 0.5),
                _at(one.fresh, 0.99),
                sum(memory(pid)[1] for pid in family(one.process.pid)),
            ]
            for one in everyone
        ]
    table.show(
        f"Inbound text on each server, {WORKERS} workers, {CONNECTIONS} at once, {ROUNDS} rounds of {REQUESTS}, "
        "medians: first with kept-alive connections, then with a new one for each text",
        [
            "server",
            "texts/s",
            "of sync",
            "p50 ms",
            "p99 ms",
            "texts/s, new",
            "of sync",
            "p50 ms",
            "p99 ms",
            "PSS MiB",
        ],
        rows,
    )


def _trouble(place: Path, url: str) -> None:
    rows: list[table.Row] = []
    for name in _names():
        with _serve(place, url, name) as one:
            calm = _steadily(one, place).account()
        with _slow(url) as slow_url, _serve(place, slow_url, name) as one:
            slow = _steadily(one, place).account()
        with _serve(place, url, name) as one:
            ended = _strike(one, place, [one.process.pid], signal.SIGTERM)
        with _serve(place, url, name) as one:
            workers = family(one.process.pid)[1:]
            killed = _strike(one, place, workers[-1:], signal.SIGKILL)
        rows.append(
            [
                name,
                calm.at(0.99),
                slow.at(0.5),
                slow.at(0.99),
                f"{slow.good}/{len(slow.took)}",
                _cut_off(ended),
                _cut_off(killed),
                killed.took[-1] * 1000,
            ]
        )
    table.show(
        f"In trouble, at {STEADY:.0f} texts a second: with a Redis that takes {SLOW_MS} ms, on SIGTERM to the master, "
        "and on SIGKILL of a worker",
        [
            "server",
            "calm p99 ms",
            "slow p50 ms",
            "slow p99 ms",
            "slow, good",
            "SIGTERM cuts off",
            "SIGKILL cuts off",
            "slowest then, ms",
        ],
        rows,
    )


def _names() -> Sequence[str]:
    return [*CONTENDERS, CHOSEN]


@contextmanager
def _serve(place: Path, url: str, name: str) -> Iterator[Contender]:
    port = free_port()
    environ = environment(place, REDIS_URL=url, PORT=str(port))
    chosen = CONTENDERS.get(name)
    command = chosen(port) if chosen else web_command(settings(environ))
    with running(command, environ, ready=listening(port)) as process:
        contender = Contender(name, command, port, process)
        _send(contender, place, keep_alive=True, requests=40)  # every worker has come up
        yield contender


@contextmanager
def _slow(url: str) -> Iterator[str]:
    port = free_port()
    command = python(
        "-m", "tests.bench.slow_redis", str(port), url.removeprefix("unix://"), str(SLOW_MS)
    )
    environ = dict(os.environ) | {
        "WARMLINE_DATA_DIR": str(Path(url.removeprefix("unix://")).parent)
    }
    with running(command, environ, ready=listening(port)):
        yield f"redis://127.0.0.1:{port}/0"


def _send(one: Contender, place: Path, *, keep_alive: bool, requests: int = REQUESTS) -> Measured:
    texts = [_text(n, keep_alive=keep_alive) for n in range(requests)]
    return send(texts, one.port, folder=place, connections=CONNECTIONS, keep_alive=keep_alive)


def _steadily(one: Contender, place: Path) -> Sending:
    texts = [_text(n, keep_alive=False) for n in range(int(STEADY * STEADY_SECONDS))]
    return begin(texts, one.port, folder=place, connections=500, keep_alive=False, rate=STEADY)


def _strike(one: Contender, place: Path, pids: Sequence[int], blow: signal.Signals) -> Measured:
    sending = _steadily(one, place)
    time.sleep(STEADY_SECONDS / 2)
    for pid in pids:
        os.kill(pid, blow)
    return sending.account()


def _cut_off(found: Measured) -> int:
    """Requests that were taken and never answered. One that is refused at the door is brought again."""
    return found.lost - found.statuses.get("ConnectionRefusedError", 0)


def _text(n: int, *, keep_alive: bool) -> bytes:
    return text_request(f"+1212{n % 500:07d}", keep_alive=keep_alive)


def _rate(rounds: Sequence[Measured]) -> float:
    return table.middle([found.rate for found in rounds])


def _ratio(mine: Sequence[Measured], theirs: Sequence[Measured]) -> float:
    return table.middle([a.rate / b.rate for a, b in zip(mine, theirs, strict=True)])


def _at(rounds: Sequence[Measured], share: float) -> float:
    return table.middle([found.at(share) for found in rounds])
