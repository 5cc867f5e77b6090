"""NOTE takes all that follows it; CALL is a command alone, or with a code."""

from __future__ import annotations

import pytest

from warmline.volunteers.command_reading import read
from warmline.volunteers.commands import Call, Note


@pytest.mark.parametrize("text", ["NOTE slept badly", "note: slept badly", " Note  slept badly "])
def test_a_note_is_whatever_follows_the_word(text: str) -> None:
    assert read(text) == Note("slept badly", "slept badly")


def test_a_note_may_name_its_person() -> None:
    assert read("NOTE 7: slept badly") == Note("slept badly", "7: slept badly", 7)
    assert read("NOTE 7 pills in the house") == Note(
        "pills in the house", "7 pills in the house", 7
    )
    assert read("NOTE") == Note("", "")


def test_no_note_shows_in_a_trace() -> None:
    assert "slept" not in repr(read("NOTE slept badly"))


@pytest.mark.parametrize("text", ["noted", "notebook on the table", "please note it"])
def test_other_words_are_talk(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "command"),
    [("CALL", Call()), ("call.", Call()), ("CALL 7", Call(7)), ("call #7", Call(7))],
)
def test_call_stands_alone_or_with_a_code(text: str, command: Call) -> None:
    assert read(text) == command


@pytest.mark.parametrize(
    "text", ["call me", "call your sister", "call 911 or 988", "CALL 18002738255"]
)
def test_anything_more_is_talk(text: str) -> None:
    assert read(text) is None
