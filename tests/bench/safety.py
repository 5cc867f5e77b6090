"""Part `safety`: how long a text takes to be read, an ordinary one and the worst that we could think of."""

from __future__ import annotations

import time

from tests.bench import table
from tests.safety.texts import DEVELOPMENT, EVALUATION, Text, everyday, load
from warmline.safety.model import Weights, by_table, weights
from warmline.safety.reading import Band, Said, read

MOST = 2.0  # milliseconds
ROUNDS = 5
P99 = "invented texts, p99"
LONG = 1_600

CRUEL = {  # each is as long as a text can be, and made to cost time
    "wishes": "i want to i want to die not ",
    "pills": "took all of my pills and ",
    "spaced": "k i l l ",
    "stars": "k*** s*i*i*e ",
    "repeated": "aaaaaaaaaaaaaaaaaaab",
    "signs": "!$@*!$@*",
    "quotes": '"i want to die" ',
    "no end": "not never no without nor ",
    "everything": "if i died tonight nobody would miss me i have the gun on the bridge in my hand ",
    "all languages": "quiero je veux quero i want me matar mourir morir die ",
}


def run() -> bool:
    """Print the times; whether the target was kept."""
    readers = {"rules and table": by_table()}
    if weights().encoder is not None:
        readers["with the encoder"] = weights()
    times = {name: _times(by) for name, by in readers.items()}
    rows: list[table.Row] = [
        [what, *(each[what] for each in times.values())] for what in times["rules and table"]
    ]
    table.show(f"Reading a text, the best of {ROUNDS}, in milliseconds", ["what", *times], rows)
    table.say("")
    kept = True
    for name, took in times.items():
        kept &= table.verdict(f"{name}: p99 of a text", took[P99], MOST, unit=" ms")
        kept &= table.verdict(f"{name}: the worst of all", max(took.values()), MOST, unit=" ms")
    return kept


def _times(by: Weights) -> dict[str, float]:
    texts = [*load(DEVELOPMENT), *load(EVALUATION)]
    read("the rulebook is compiled with the first text", by=by)
    some = sorted(_best(text.text, text.before, by) for text in texts)
    daily = sorted(_best(text.text, text.before, by) for text in everyday(kept=True))
    talk = [Said(texts[n % len(texts)].text) for n in range(10_000)]
    risky = [text for text in texts if text.band is Band.IMMINENT]
    quiet = [text for text in texts if text.band is Band.NONE]
    times = {
        "invented texts, median": some[len(some) // 2],
        P99: some[int(len(some) * 0.99)],
        "ordinary texts, median": daily[len(daily) // 2],
        "ordinary texts, p99": daily[int(len(daily) * 0.99)],
        "1,600 characters of imminent risk, the worst": max(_of_story(risky, by)),
        "1,600 characters of such texts without risk, the worst": max(_of_story(quiet, by)),
        "after a conversation of 10,000 texts": _best("tonight", talk, by),
    }
    for name, piece in CRUEL.items():
        times[f"1,600 characters: {name}"] = _best((piece * LONG)[:LONG], (), by)
    return times


def _of_story(texts: list[Text], by: Weights) -> list[float]:
    """Texts one after the other, in pieces as long as a text can be."""
    story = " ".join(text.text for text in texts)
    return [
        _best(story[place : place + LONG], (), by) for place in range(0, len(story) - LONG, LONG)
    ]


def _best(text: str, before: tuple[Said, ...] | list[Said], by: Weights) -> float:
    """The shortest of some rounds, in the processor's time: on a shared machine the rest is the neighbours'."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        read(text, before, by=by)
        times.append((time.process_time() - start) * 1_000)
    return min(times)
