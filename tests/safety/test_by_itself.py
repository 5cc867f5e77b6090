"""A circumstance by itself pages nobody if the second reader speaks against it, and is at least a quiet note; plain words stand."""

from __future__ import annotations

import pytest

from warmline.safety.model import by_table
from warmline.safety.reading import Band, Said, read


@pytest.mark.parametrize(
    "text",
    [
        "made my will today, its just sensible",
        "goodbye cruel world, hello annual leave",
        "did my last message come through",
        "signed the car over to jayden, he passed friday. im on the bus pass now",
    ],
)
def test_one_circumstance_of_everyday_life_is_a_quiet_note_at_most(text: str) -> None:
    assert read(text).band.rank <= Band.MODERATE.rank


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("i took all my pills", "an attempt may be under way"),
        ("I have the gun in my hand", "has the means at hand"),
        ("give my cat to my sister. goodbye everyone", "says a last goodbye"),
        ("made my will today and i want to die", "wishes to be dead"),
    ],
)
def test_plain_danger_pages_and_says_by_which_rule(text: str, why: str) -> None:
    for reading in (read(text), read(text, by=by_table())):
        assert reading.band.rank >= Band.HIGH.rank
        assert any(reason.startswith(why) for reason in reading.reasons)


def test_a_last_goodbye_is_never_nothing() -> None:
    assert read("this is my last message").band is not Band.NONE


def test_what_was_said_before_makes_a_circumstance_plain() -> None:
    before = [Said("I am going to kill myself")]

    assert read("made my will today", before).band.rank >= Band.HIGH.rank


@pytest.mark.parametrize("text", ["goodbye everyone", "bye forever"])
def test_of_a_few_words_only_rules_make_something(text: str) -> None:
    assert "model" not in read(text).rules
