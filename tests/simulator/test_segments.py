"""Segments are counted as carriers count them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmline.simulator import segments


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("", 1),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("[" * 80, 1),
        ("[" * 81, 2),
        ("ü" * 160, 1),
        ("’" + "a" * 69, 1),
        ("’" + "a" * 70, 2),
        ("\xa0" * 134, 2),
        ("\xa0" * 135, 3),
        ("😀" * 35, 1),
        ("😀" * 36, 2),
        ("`" * 70, 1),
        ("`" * 71, 2),
    ],
)
def test_a_text_takes_as_many_segments_as_the_carrier_counts(body: str, count: int) -> None:
    assert segments.count(body) == count


@given(st.text(max_size=400), st.text(max_size=10))
def test_more_words_never_take_fewer_segments(body: str, more: str) -> None:
    assert 1 <= segments.count(body) <= segments.count(body + more)


def test_an_escaped_letter_is_not_split_over_two_segments() -> None:
    assert segments.count("a" * 152 + "[" + "a" * 151) == 2
    assert segments.count("a" * 152 + "[" + "a" * 152) == 3
