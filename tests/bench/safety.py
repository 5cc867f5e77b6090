"""Part `safety`: how long a text takes to be read, an ordinary one and the worst that we could think of."""

from __future__ import annotations

import time
from pathlib import Path

from tests.bench import table
from tests.safety.texts import Text, load
from warmline.safety.reading import Band, Said, read

MOST = 2.0  # milliseconds
ROUNDS = 5
SETS = Path(__file__).parents[1] / "safety"
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
    texts = [*load(SETS / "development.tsv"), *load(SETS / "evaluation.tsv")]
    read("the rulebook is compiled with the first text")
    ordinary = sorted(_best(text.text, text.before) for text in texts)
    at = int(len(ordinary) * 0.99)
    cruel = {name: _best((piece * LONG)[:LONG], ()) for name, piece in CRUEL.items()}
    risky = max(_of_story([text for text in texts if text.band is Band.IMMINENT]))
    quiet = max(_of_story([text for text in texts if text.band is Band.NONE]))
    talk = [Said(texts[n % len(texts)].text) for n in range(10_000)]
    rows: list[table.Row] = [
        ["invented texts, median", ordinary[len(ordinary) // 2]],
        ["invented texts, p99", ordinary[at]],
        ["1,600 characters of imminent risk, the worst", risky],
        ["1,600 characters of such texts without risk, the worst", quiet],
        ["after a conversation of 10,000 texts", _best("tonight", talk)],
    ]
    rows += [[f"1,600 characters: {name}", took] for name, took in cruel.items()]
    table.show(f"Reading a text, the best of {ROUNDS}, in milliseconds", ["what", "ms"], rows)
    table.say("")
    kept = table.verdict("p99 of a text", ordinary[at], MOST, unit=" ms")
    return (
        table.verdict("the worst of all", max(risky, quiet, *cruel.values()), MOST, unit=" ms")
        and kept
    )


def _of_story(texts: list[Text]) -> list[float]:
    """Texts one after the other, in pieces as long as a text can be."""
    story = " ".join(text.text for text in texts)
    return [_best(story[place : place + LONG], ()) for place in range(0, len(story) - LONG, LONG)]


def _best(text: str, before: tuple[Said, ...] | list[Said]) -> float:
    """The shortest of some rounds, in the processor's time: on a shared machine the rest is the neighbours'."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        read(text, before)
        times.append((time.process_time() - start) * 1_000)
    return min(times)
