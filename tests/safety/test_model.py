"""The small model only ever raises a band, says by which words, and is what the invented texts make of it."""

from __future__ import annotations

import subprocess
import sys
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.safety.texts import DEVELOPMENT, Text, load
from tests.safety.train import KEPT_APART, Lesson, digest, learn, lesson, texts, written
from warmline.safety.features import features
from warmline.safety.model import (
    SILENT,
    by_table,
    opinion,
    pieces,
    score,
    weights,
    weights_of,
)
from warmline.safety.reading import Band, Said, Who, read

TEXTS = texts()
UNASKED = [text for text in TEXTS if not text.before]
SIDEWAYS = "three trains have gone past. the next one is mine"
RISKS = (
    "I want to die.", "I am going to kill myself tonight.", "i took all my pills.", "Me quiero matar.",
    "Je veux mourir.", "Quero me matar.", "I have the gun in my hand.", "goodbye forever, the rope is up.",
)  # fmt: skip


def test_it_hears_what_no_rule_knows() -> None:
    assert read(SIDEWAYS, by=SILENT).band is Band.NONE
    assert read(SIDEWAYS).band.rank >= Band.HIGH.rank


def test_it_names_the_words_that_weighed_most() -> None:
    (reason,) = read(SIDEWAYS).reasons

    assert reason.startswith("words that often stand near risk, taken together: ")
    assert any(f'"{word}"' in reason for word in SIDEWAYS.split())
    assert read(SIDEWAYS).rules == ("model",)


def test_it_never_lowers_what_the_rules_say() -> None:
    lowered = [t.text for t in TEXTS if t.read(by_table()).band.rank < t.read(SILENT).band.rank]

    assert lowered == []


def test_nor_does_the_encoder() -> None:
    some = TEXTS[::50]  # it takes its time

    assert [t.text for t in some if t.read().band.rank < t.read(SILENT).band.rank] == []


@given(st.text(max_size=300))
def test_it_never_lowers_any_text_at_all(text: str) -> None:
    assert read(text).band.rank >= read(text, by=SILENT).band.rank


@given(st.sampled_from(UNASKED), st.sampled_from(RISKS), st.booleans())
def test_adding_words_of_risk_never_lowers_a_band(text: Text, risk: str, first: bool) -> None:
    more = f"{risk}\n{text.text}" if first else f"{text.text}\n{risk}"

    assert read(more).band.rank >= text.read().band.rank


@pytest.mark.parametrize("little", ["yes", "ok", "the roof", "no lo sé", "and you?", "🔪"])
def test_it_makes_nothing_of_hardly_any_words(little: str) -> None:
    assert "model" not in read(little, [Said("How was your day?", Who.PEER)]).rules


def test_a_long_text_is_read_in_pieces_that_miss_no_word() -> None:
    words = [".", *("some words to read .".split() * 50)]

    assert {word for piece in pieces(words) for word in piece} == set(words)
    assert max(map(len, pieces(words))) <= 61


def test_it_was_made_of_the_texts_that_are_here() -> None:
    assert weights().digest == digest(TEXTS), "run ./scripts/safety-train"


def test_it_was_not_made_of_the_sets_that_it_is_measured_by() -> None:
    shown = {text.text.lower() for text in TEXTS}

    assert not shown & {text.text.lower() for path in KEPT_APART for text in load(path)}


def test_the_same_texts_make_the_same_table() -> None:
    some = [lesson(text) for text in load(DEVELOPMENT)[:150]]

    assert written(learn(some)) == written(learn(some))


def test_it_learns_what_stands_near_risk() -> None:
    lessons = [Lesson(frozenset(features(["the", "rope"])), 3)] * 4
    lessons += [Lesson(frozenset(features(["the", "cake"])), 0)] * 4
    made = weights_of(written(learn(lessons)).replace("# least: 0.0", "# least: 0.5", 1))

    assert score(features(["the", "rope"]), made.of) > (0.5, 0.5, 0.5)
    assert opinion(made, ["the", "cake", "."]).above < (0.0, 0.0, 0.0)


def test_the_table_is_small_and_is_read_only_when_a_text_comes() -> None:
    table = resources.files("warmline.safety").joinpath("weights.tsv").read_bytes()
    asked = "import sys, warmline.safety.reading, warmline.safety.model as m; print(m.by_table.cache_info().currsize + ('numpy' in sys.modules))"
    told = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True)

    assert len(table) < 1_500_000
    assert told.stdout.strip() == "0"
