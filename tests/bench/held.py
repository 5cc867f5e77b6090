"""Parts `accept` and `rush`: from a peer's 1 to both in the room, and three hundred callers with fifty peers."""

from __future__ import annotations

import heapq
import logging
import os
import random
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.bench import table
from tests.bench.house import House, house
from tests.bench.loading import percentile
from tests.bench.rig import NUMBERS, folder
from tests.roster_weeks import stage
from tests.stories.line import MAIN

ACCEPTED = 60  # calls that are taken, one after another
# fewer, for trying out
CALLERS, PEERS = (
    int(os.environ.get(name, n)) for name, n in (("BENCH_CALLERS", 300), ("BENCH_PEERS", 50))
)
RINGS_FOR = 4.0  # seconds until a peer picks up
TALKS = (60.0, 6 * 60.0, 20 * 60.0)  # seconds: at least, on average, at most
WRAP_UP = 120.0
PATIENCE = 20.0
SAME_MOMENT = 15.0  # seconds; phones that ring for two callers are picked up in any order


def accept() -> bool:
    """From the key that a peer presses until both hear each other, with a provider that takes no time of its own."""
    with folder() as place, house(place, calls=True) as home:
        took = [_one(home, number) for number in range(ACCEPTED + 5)][5:]
        took.sort()
        table.show(
            f"From a peer's 1 to both in the room, {ACCEPTED} calls",
            ["p50 ms", "p90 ms", "p99 ms", "slowest ms"],
            [[percentile(took, share) for share in (0.5, 0.9, 0.99, 1.0)]],
        )
        table.say("")
        return table.verdict("accepted to together, slowest", took[-1], 1000, unit=" ms")


def _one(home: House, number: int) -> float:
    """Milliseconds that it took for one call."""
    caller = home.phones.phone(f"+1213{number:07d}")
    peer = home.enrolled(f"Peer {number}", f"+1646{number:07d}")
    call = caller.calls(NUMBERS[0])
    ring = peer.rings().picks_up()
    ring.hears("press 1")
    begun = time.monotonic()
    ring.presses("1")
    while not any(one["with"] for one in caller.look()["calls"]):
        if time.monotonic() > begun + PATIENCE:
            raise AssertionError("the two never met")
        time.sleep(0.002)
    met = time.monotonic()
    call.hangs_up()
    peer.texts("OFF", to=NUMBERS[0])
    return (met - begun) * 1000


def rush() -> bool:
    """Everybody phones within a minute; who has waited longest is answered first, by whoever is free."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    talks = _talks()
    with (
        folder() as place,
        stage.line(
            place, datetime(2026, 3, 4, 15, tzinfo=UTC), WARMLINE_WRAP_UP_SECONDS=str(int(WRAP_UP))
        ) as line,
    ):
        waited, order = _play(line, talks)
    best = _best(talks)
    ours, optimum = sum(waited) / len(waited), sum(best) / len(best)
    table.show(
        f"{CALLERS} callers within a minute, {PEERS} peers, talks of {TALKS[1] / 60:.0f} min on average",
        ["", "mean wait, min", "half waited, min", "longest, min"],
        [
            _row("the line", waited),
            _row("best possible", best),
            _row("the same, one call a second", _best(talks, apart=1.0)),
        ],
    )
    table.say("")
    return all(
        [
            table.verdict("mean wait, of the best possible", ours / optimum, 1.10),
            table.verdict("answered before somebody who waited longer", order, 0),
        ]
    )


def _row(name: str, waited: Sequence[float]) -> list[str | float]:
    known = sorted(waited)
    minutes = (sum(known) / len(known), percentile(known, 0.5), known[-1])
    return [name, *(figure / 60 for figure in minutes)]


def _talks() -> list[tuple[float, float]]:
    """When each calls, and how long they talk: seconds, the same in every run."""
    chance = random.Random(300)
    least, mean, most = TALKS
    lengths = [min(most, least + chance.expovariate(1 / (mean - least))) for _ in range(CALLERS)]
    return list(zip(sorted(chance.uniform(0, 60) for _ in range(CALLERS)), lengths, strict=True))


def _best(talks: Sequence[tuple[float, float]], *, apart: float = 0.0) -> list[float]:
    """Waits when whoever is free takes the longest wait at once: nothing lost but the ringing itself and the wrap-up.

    `apart` is how long the provider takes from one call that it places to the next, in seconds.
    """
    free = [0.0] * PEERS
    waits = []
    placed = -apart
    for called, length in talks:
        placed = max(called, heapq.heappop(free), placed + apart)
        begins = placed + RINGS_FOR
        waits.append(begins - called)
        heapq.heappush(free, begins + length + WRAP_UP)
    return waits


def _play(line: stage.WeeksLine, talks: Sequence[tuple[float, float]]) -> tuple[list[float], int]:
    """Waits in the order of calling, and how many were answered before somebody who had called earlier."""
    _point(line)
    peers = [line.peer(f"Peer{n}") for n in range(PEERS)]
    for peer in peers:
        peer.answers(keys="1", after=RINGS_FOR)
    begun = line.now()
    seen = line.events(0)[-1]["n"]
    calls = {}  # sid -> number of the caller
    waits: dict[int, float] = {}
    due: list[tuple[float, int, str]] = [
        (at, number, "calls") for number, (at, _) in enumerate(talks)
    ]
    heapq.heapify(due)
    sids: dict[int, Any] = {}
    while due or len(waits) < len(talks):
        moment = due[0][0] if due else None
        _go(line, begun, moment)
        while due and due[0][0] <= _at(line, begun):
            _, number, what = heapq.heappop(due)
            if what == "calls":
                sids[number] = line.phones.phone(f"+1212{5550000 + number}").calls(MAIN)
                calls[sids[number].sid] = number
            else:
                sids[number].hangs_up()
        line.settles()
        for event in line.events(seen):
            seen = event["n"]
            number = calls.get(event.get("sid", ""), -1)
            if event["kind"] == "joined_conference" and number >= 0 and number not in waits:
                at = (datetime.fromisoformat(event["at"]) - begun).total_seconds()
                waits[number] = at - talks[number][0]
                heapq.heappush(due, (at + talks[number][1], number, "hangs up"))
    waited = [waits[number] for number in range(len(talks))]
    return waited, _overtaken(talks, waited)


def _overtaken(talks: Sequence[tuple[float, float]], waited: Sequence[float]) -> int:
    """How many were answered clearly later than somebody who had called after them."""
    answered = [called + wait for (called, _), wait in zip(talks, waited, strict=True)]
    return sum(
        any(later + SAME_MOMENT < at for later in answered[number + 1 :])
        for number, at in enumerate(answered)
    )


def _at(line: stage.WeeksLine, begun: datetime) -> float:
    return (line.now() - begun).total_seconds()


def _go(line: stage.WeeksLine, begun: datetime, moment: float | None) -> None:
    """To whatever comes next: for a phone, for the line, or for the exchange."""
    moments = [begun + timedelta(seconds=moment)] if moment is not None else []
    moments += [at for at in (line.next_moment(), line.phones_next()) if at]
    line.jumps_to(min(moments))
    line.settles()


def _point(line: stage.WeeksLine) -> None:
    """Calls come to the line's web server, too."""
    voice = f"{line.desk.public_url}/webhooks/voice"
    where = {"voice_url": voice, "status_callback": f"{voice}/status"}
    line.phones.call("PUT", f"numbers/{MAIN}", json=where)
