"""A caller's text steers the line only when the whole text is one of a few words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmline.routing.caller_words import CallerWord, Speak, Word, read


@pytest.mark.parametrize(
    ("text", "word"),
    [("DONE", Word.END), ("Bye!", Word.END), ("bye bye", Word.END), ("good-bye", Word.END),
     ("adiós", Word.END), ("Listo.", Word.END), ("DELETE", Word.DELETE), ("borrar", Word.DELETE),
     ("“Crisis”", Word.CRISIS), ("¡CRISIS!", Word.CRISIS), ("again", Word.AGAIN),
     ("Otra  vez", Word.AGAIN), ("MORE", Word.MORE), ("más", Word.MORE), ("mas", Word.MORE),
     ("ESPAÑOL", Speak("es")), ("espanol", Speak("es")), ("English", Speak("en")),
     ("inglés", Speak("en")), ("ｄｏｎｅ", Word.END)],
)  # fmt: skip
def test_a_whole_word_is_heard(text: str, word: CallerWord) -> None:
    assert read(text) == word


@pytest.mark.parametrize(
    "text",
    ["I am done", "done with life", "say goodbye", "more than I can bear", "no más", "a crisis",
     "delete me", "bye 🙂", "help", "STOP", "yes", "", "again and again", "todo listo"],
)  # fmt: skip
def test_talk_stays_talk(text: str) -> None:
    assert read(text) is None


@given(st.text())
def test_any_text_is_read_without_fault(text: str) -> None:
    read(text)
