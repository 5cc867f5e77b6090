"""Parts `journey` and `burst`: texts through the whole line, from the sender's phone to the provider's API."""

from __future__ import annotations

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from tests.bench import table
from tests.bench.house import House, Talk, house, show_effort
from tests.bench.loading import percentile
from tests.bench.rig import NUMBERS, folder

WORDS = "and then I lay awake until it was light outside"
JOURNEY_TALKS = 20
JOURNEY_SECONDS = 40
A_SECOND = 20
BURST_TALKS = 100
BURST_EACH = 5
SLOW_MS = 100


def journey() -> bool:
    """One text end to end, at 20 a second."""
    with folder() as place, house(place) as home:
        talks = [home.talk(number) for number in range(JOURNEY_TALKS)]
        _steadily(home, talks, "warming up", seconds=3)
        before = home.busy()
        _steadily(home, talks, WORDS, seconds=JOURNEY_SECONDS)
        found = home.wait_for(WORDS, JOURNEY_SECONDS * A_SECOND)
        after = home.busy()
        took = sorted((out - came) / timedelta(milliseconds=1) for came, out in found)
        table.show(
            f"One text, from the provider's hearing of it to our REST call there: {A_SECOND} a second, "
            f"{len(took)} texts, {JOURNEY_TALKS} conversations",
            ["p50 ms", "p90 ms", "p99 ms", "slowest ms"],
            [[percentile(took, share) for share in (0.5, 0.9, 0.99, 1.0)]],
        )
        show_effort(before, after, len(took))
        home.weigh()
        table.say("")
        return all(
            [
                table.verdict("end to end, p50", percentile(took, 0.5), 30, unit=" ms"),
                table.verdict("end to end, p99", percentile(took, 0.99), 150, unit=" ms"),
            ]
        )


def burst() -> bool:
    """500 texts at once for 100 conversations, with a provider that takes 100 ms for each."""
    with folder() as place, house(place) as home:
        talks = [home.talk(number) for number in range(BURST_TALKS)]
        home.phones.goes_wrong("rest_slow", ms=SLOW_MS, operation="create")
        count = BURST_TALKS * BURST_EACH
        before = home.busy()
        with ThreadPoolExecutor(4) as senders:
            for n in range(count):
                senders.submit(_say, talks[n % BURST_TALKS], n, WORDS)
        found = home.wait_for(WORDS, count)
        after = home.busy()
        first = min(came for came, _ in found)
        last_in = max(came for came, _ in found)
        out = sorted((at - first).total_seconds() for _, at in found)
        table.show(
            f"{count} texts at once, {BURST_TALKS} conversations, {SLOW_MS} ms a text at the provider",
            ["last came in, s", "half out, s", "all out, s"],
            [[(last_in - first).total_seconds(), percentile(out, 0.5), out[-1]]],
        )
        show_effort(before, after, count)
        table.say("")
        return table.verdict("a burst is out after", out[-1], 10, unit=" s")


def _steadily(home: House, talks: Sequence[Talk], words: str, *, seconds: int) -> None:
    """So many texts a second, whether the line keeps up or not; callers and peers in turn."""
    begun = time.monotonic()
    with ThreadPoolExecutor(8) as senders:
        for n in range(seconds * A_SECOND):
            time.sleep(max(0.0, begun + n / A_SECOND - time.monotonic()))
            senders.submit(_say, talks[n % len(talks)], n, words)


def _say(talk: Talk, n: int, words: str) -> None:
    writer = talk.caller if n // JOURNEY_TALKS % 2 == 0 else talk.peer
    writer.texts(f"{n}: {words}", to=NUMBERS[0])
