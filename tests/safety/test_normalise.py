"""However it is typed, the same words come out; and no text is too strange to be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.safety.texts import DEVELOPMENT, load
from warmline.safety.model import by_table, weights
from warmline.safety.normalise import MOST_CHARACTERS, plainly, words_of
from warmline.safety.reading import Band, read

PLAIN = words_of("i want to kill myself").words


@pytest.mark.parametrize(
    "typed",
    [
        "I WANT TO KILL MYSELF",
        "i want to k!ll mys3lf",
        "i want to k*ll myself",
        "i want to k i l l myself",
        "i want to k-i-l-l myself",
        "i want to kiiiiill myselffff",
        "i want to ki\u200bll my\u00adself",
        "i want to \uff4b\uff49\uff4c\uff4c myself",
        "i want to k\u0456ll myself",
        "i w\u00e4nt to k\u00edll mys\u00e9lf",
        "i wanna kil my self",
        "i want 2 kill myslef",
    ],
)
def test_all_these_say_the_same(typed: str) -> None:
    assert words_of(typed).words == PLAIN


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("j’ai vidé", "j ai vide"),
        ("don’t", "do not"),
        ("tô aqui", "estou aqui"),
        ("ma sœur", "ma soeur"),
        ("my dad's gun", "my dads gun"),
        ("30 💊 in 2019 at 11:40", "# pills in #year at #time"),
        ("hahahaha jajaja kkkk mdrrr", "lol lol lol lol"),
    ],
)
def test_what_people_write_becomes_what_rules_know(typed: str, plain: str) -> None:
    assert " ".join(words_of(typed).words) == plain


@given(st.text())
def test_one_form_is_found_once_and_for_all(text: str) -> None:
    assert plainly(plainly(text)) == plainly(text)


@given(st.text(max_size=400))
def test_no_text_is_too_strange_to_be_read(text: str) -> None:
    assert read(text).band in Band


def test_a_text_of_any_length_is_read_from_both_ends() -> None:
    filler = "the weather was fine " * 500

    assert len(filler) > MOST_CHARACTERS
    assert read(f"{filler} I'm going to kill myself tonight").band is Band.IMMINENT
    assert read(f"I'm going to kill myself tonight. {filler}").band is Band.IMMINENT


@pytest.mark.parametrize(
    "risk", ["I have the gun in my hand.", "I am going to kill myself tonight."]
)
def test_words_of_risk_in_front_never_lower_a_band(risk: str) -> None:
    texts = [text for text in load(DEVELOPMENT) if not text.before]
    for by, some in ((by_table(), texts), (weights(), texts[::8])):  # the encoder takes its time
        for text in some:
            more = read(f"{risk} {text.text}", by=by)
            assert more.band.rank >= text.read(by).band.rank, text.text
