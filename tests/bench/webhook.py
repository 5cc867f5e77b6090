"""Parts `webhook` and `calls`: a text or a call coming in, against a bare app on the same server, at sizes of the roster."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench import roster, table
from tests.bench.loading import Measured, call_request, send, text_request
from tests.bench.rig import (
    SECRET,
    environment,
    folder,
    free_port,
    listening,
    redis,
    running,
    settings,
)
from warmline.clock import RealClock, milliseconds
from warmline.processes import web_command
from warmline.store.store import Store
from warmline.store.vault import Vault

SIZES = (10, 1_000, 100_000)
CALL_SIZES = (10, 1_000)
OURS, BARE = "warmline.app:from_environment()", "tests.bench.bare:from_environment()"
CONNECTIONS = 32
REQUESTS = 2_000
ROUNDS = 9
CALLERS = 500


Request = Callable[[int, int, bool], bytes]  # number, volunteers on the roster, kept alive


@dataclass(slots=True)
class Contender:
    """One server under measurement, what it is asked, and what it did in each round."""

    name: str
    port: int
    store: Store
    request: Request
    rounds: list[Measured] = field(default_factory=list)

    def measure(self, place: Path, *, keep_alive: bool, requests: int = REQUESTS) -> Measured:
        """Send it one round of requests."""
        size = self.store.roster.size()
        sent = [self.request(n, size, keep_alive) for n in range(requests)]
        found = send(sent, self.port, folder=place, connections=CONNECTIONS, keep_alive=keep_alive)
        if found.lost:
            raise RuntimeError(f"{self.name} gave {found.statuses}")
        k = self.store.keys  # no sweep runs here: what it would have taken away is taken away now
        self.store.connection.delete(k.bell(), k.due())
        # nor does anybody hang up: a line has codes for 9,999 open contacts, and finds the last of them slowly
        self.store.connection.delete(k.codes(), k.waiting(), k.open())
        return found


def run() -> bool:
    """A text coming in. Prints the tables; whether every target was kept."""
    return _measure("text", SIZES, _text, _text)


def calls() -> bool:
    """A call coming in: taken in and answered with what its caller hears."""
    return _measure("call", CALL_SIZES, _call, _bare_call)


def _measure(what: str, sizes: Sequence[int], asked: Request, of_bare: Request) -> bool:
    with folder() as place, ExitStack() as stack:
        ours = [stack.enter_context(_ours(place, size, asked)) for size in sizes]
        weight = _bytes_each(ours[0], place)
        bare = stack.enter_context(_bare(place, ours[0].store, weight, of_bare))
        table.say(f"each {what} adds {weight} bytes to the append-only file; the bare app the same")
        kept = [
            _compare(place, what, bare, ours, keep_alive=True),
            _compare(place, what, bare, ours, keep_alive=False),
        ]
    return all(kept)


def _compare(
    place: Path, what: str, bare: Contender, ours: list[Contender], *, keep_alive: bool
) -> bool:
    everyone = [bare, *ours]
    for contender in everyone:
        contender.rounds.clear()
        contender.measure(place, keep_alive=keep_alive, requests=300)  # caches warm up
    for number in range(ROUNDS):
        turn = number % len(everyone)
        for contender in everyone[turn:] + everyone[:turn]:
            contender.rounds.append(contender.measure(place, keep_alive=keep_alive))
    how = "kept-alive connections" if keep_alive else f"a new connection for each {what}"
    table.show(
        f"Inbound {what}, {how}: {CONNECTIONS} at once, {ROUNDS} rounds of {REQUESTS}, medians",
        ["app", f"{what}s/s", "of bare", "p50 ms", "p99 ms", "p99 / bare", "cost / at 10"],
        [_row(contender, bare, ours[0]) for contender in everyone],
    )
    table.say("")
    kept = []
    for one in ours:
        kept += [
            table.verdict(
                f"{one.name}, throughput of bare", _throughput(one, bare), 0.7, most=False
            ),
            table.verdict(f"{one.name}, p99 of bare's", _slowest(one, bare), 2.0),
        ]
    for one in ours[1:]:
        kept.append(
            table.verdict(f"{one.name}, cost of that at 10", _throughput(ours[0], one), 1.3)
        )
    return all(kept)


def _row(one: Contender, bare: Contender, smallest: Contender) -> list[str | float]:
    return [
        one.name,
        table.middle([found.rate for found in one.rounds]),
        _throughput(one, bare),
        table.middle([found.at(0.5) for found in one.rounds]),
        table.middle([found.at(0.99) for found in one.rounds]),
        _slowest(one, bare),
        "" if one is bare else _throughput(smallest, one),
    ]


def _throughput(one: Contender, other: Contender) -> float:
    pairs = zip(one.rounds, other.rounds, strict=True)
    return table.middle([mine.rate / theirs.rate for mine, theirs in pairs])


def _slowest(one: Contender, other: Contender) -> float:
    pairs = zip(one.rounds, other.rounds, strict=True)
    return table.middle([mine.at(0.99) / theirs.at(0.99) for mine, theirs in pairs])


@contextmanager
def _ours(place: Path, size: int, asked: Request) -> Iterator[Contender]:
    home = place / f"roster-{size}"
    with redis(home) as (url, store):
        now = milliseconds(RealClock().now())
        roster.fill(store, Vault((SECRET,)), size, now_ms=now)
        port = free_port()
        environ = environment(home, REDIS_URL=url, PORT=str(port))
        with running(web_command(settings(environ)), environ, ready=listening(port)):
            yield Contender(f"warmline, {size:,} volunteers", port, store, asked)


@contextmanager
def _bare(place: Path, store: Store, weight: int, asked: Request) -> Iterator[Contender]:
    port = free_port()
    url = f"unix://{place}/roster-{SIZES[0]}/redis/redis.sock"
    environ = environment(place, REDIS_URL=url, PORT=str(port), BARE_BYTES=str(weight))
    command = [BARE if word == OURS else word for word in web_command(settings(environ))]
    with running(command, environ, ready=listening(port)):
        yield Contender("bare Flask", port, store, asked)


def _bytes_each(contender: Contender, place: Path) -> int:
    """How much one request to ours adds to the append-only file."""
    count = 200
    before = contender.store.connection.info("persistence")["aof_current_size"]
    contender.measure(place, keep_alive=True, requests=count)
    after = contender.store.connection.info("persistence")["aof_current_size"]
    return int((after - before) / count)


def _text(n: int, on_roster: int, keep_alive: bool) -> bytes:
    """Half of them from people on the roster."""
    volunteer = roster.number_of(n * 7919 % on_roster).e164
    caller = f"+1212{n % CALLERS:07d}"
    return text_request(caller if n % 2 else volunteer, keep_alive=keep_alive)


def _call(n: int, on_roster: int, keep_alive: bool) -> bytes:
    """Each from a phone that never called before."""
    return call_request(_nobody_known(), path="/webhooks/voice", keep_alive=keep_alive)


def _bare_call(n: int, on_roster: int, keep_alive: bool) -> bytes:
    return call_request(_nobody_known(), path="/webhooks/sms", keep_alive=keep_alive)


def _nobody_known() -> str:
    return f"+1212{200_0000 + secrets.randbelow(799_9999)}"
