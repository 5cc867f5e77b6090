"""What a text costs, and where a long one is cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmline.simulator import segments as exchange
from warmline.words.gsm7 import is_gsm7, segments, split

UNICODE = st.text(st.characters(), max_size=400)  # lone surrogates too
CLUSTERS = st.lists(
    st.sampled_from(
        ["👨‍👩‍👧", "🇺🇸", "🇪🇸", "👍🏽", "7️⃣", "e\u0301", "🏴\U000e0067\U000e0062\U000e007f", "각", "\u1100\u1161\u11a8", "x", " "],
    ),
    max_size=60,
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 1), ("a" * 160, 1), ("a" * 161, 2), ("a" * 306, 2), ("a" * 307, 3), ("€" * 80, 1),
     ("€" * 81, 2), ("a" * 152 + "€" * 77, 3), ("á" * 70, 1), ("á" * 71, 2), ("á" * 134, 2),
     ("á" * 135, 3), ("😀" * 35, 1), ("😀" * 36, 2), ("😀" * 66, 2), ("😀" * 67, 3)],
)  # fmt: skip
def test_segments_are_counted_as_networks_do(text: str, count: int) -> None:
    assert segments(text) == count


@given(st.text(max_size=400) | st.text("a€á😀", max_size=400))
def test_the_simulated_exchange_counts_the_same(text: str) -> None:
    assert segments(text) == exchange.count(text)


@pytest.mark.parametrize("text", ["¿Qué tal, señor?", "à è ì ò ù ü", "[x] {y} ~ | ^ \\ €", "\n"])
def test_these_fit_gsm7(text: str) -> None:
    assert is_gsm7(text)


@pytest.mark.parametrize(
    "text", ["á", "í", "ó", "ú", "“x”", "it’s", "🙂", "\u00a0", "–", "`", "\t"]
)
def test_these_do_not(text: str) -> None:
    assert not is_gsm7(text)


def test_a_short_text_is_left_as_it_is() -> None:
    assert split("  two  words ") == ["  two  words "]
    assert split("") == split("   ") == []


def test_a_long_text_is_cut_between_words() -> None:
    assert split("one two three four", 9) == ["one two", "three", "four"]
    assert split("one\ntwo\nthree", 8) == ["one\ntwo", "three"]
    assert split("abcdefgh", 3) == ["abc", "def", "gh"]


def test_flags_and_families_are_not_cut() -> None:
    assert split("🇺🇸🇪🇸🇬🇧", 8) == ["🇺🇸🇪🇸", "🇬🇧"]
    assert split("👨‍👩‍👧👨‍👩‍👧", 10) == ["👨‍👩‍👧", "👨‍👩‍👧"]


def test_syllables_written_in_their_letters_are_cut_between_and_never_within() -> None:
    assert split("\u1100\u1161\u11a8" * 5, 13) == ["\u1100\u1161\u11a8" * 4, "\u1100\u1161\u11a8"]
    assert split("\uac00\u11a8\uac00\u11a8", 3) == ["\uac00\u11a8", "\uac00\u11a8"]
    assert split("\uac01" * 4, 3) == ["\uac01" * 3, "\uac01"]


def test_a_letter_longer_than_the_limit_is_cut_all_the_same() -> None:
    assert split("e" + "\u0301" * 5, 3) == ["e\u0301\u0301", "\u0301\u0301\u0301"]


def test_a_limit_without_room_for_a_letter_is_refused() -> None:
    with pytest.raises(ValueError, match="room"):
        split("x", 1)


@given(UNICODE, st.integers(2, 50))
def test_nothing_but_space_is_ever_lost(text: str, limit: int) -> None:
    parts = split(text, limit)
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert all(part and not part.isspace() for part in parts)
    assert all(sum(1 + (ord(letter) > 0xFFFF) for letter in part) <= limit for part in parts)


@given(CLUSTERS, st.integers(12, 40))
def test_no_cut_falls_inside_what_a_person_sees_as_one(clusters: list[str], limit: int) -> None:
    text = "".join(clusters)
    ends = {0}
    for cluster in clusters:
        ends.add(max(ends) + len(cluster))
    place = 0
    for part in split(text, limit):
        place = text.index(part, place)
        assert place in ends
        place += len(part)
        assert place in ends
