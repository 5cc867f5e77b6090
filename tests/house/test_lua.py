"""A script's header tells the truth about it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.house.checkout import scripts

GIVEN = re.compile(r'\breturn\s+(?:finish\()?"(\w+)"')
NOT_OURS = re.compile(r'redis\.p?call\("(TIME|KEYS|SCAN|RANDOMKEY|FLUSHALL|FLUSHDB)"')

(PRELUDE,) = (path for path in scripts() if path.name == "_prelude.lua")
TRANSITIONS = [path for path in scripts() if path != PRELUDE]


def header(text: str) -> str:
    """The comment on top."""
    lines = text.splitlines()
    length = next(place for place, line in enumerate(lines) if not line.startswith("--"))
    return "\n".join(lines[:length])


def promised(text: str) -> set[str]:
    """The result words that the header names."""
    return set(re.findall(r'"(\w+)"', header(text).rpartition("-- Gives ")[2]))


def name(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("path", scripts(), ids=name)
def test_it_says_what_it_is_for_and_what_it_takes_and_gives(path: Path) -> None:
    top = header(path.read_text(encoding="utf-8"))

    assert re.match(r"-- [A-Z][^\n]+\n", top)
    assert re.search(r"^-- KEYS +\d", top, re.MULTILINE) or "KEYS[" not in path.read_text()
    assert re.search(r"^-- ARGV +\d", top, re.MULTILINE) or "ARGV[" not in path.read_text()
    assert re.search(r"^-- Gives ", top, re.MULTILINE)


@pytest.mark.parametrize("path", scripts(), ids=name)
def test_it_gives_the_words_that_its_header_names_and_no_others(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    inherited = promised(PRELUDE.read_text(encoding="utf-8"))
    given = set(GIVEN.findall(text.removeprefix(header(text))))

    assert given <= promised(text)
    assert promised(text) - given <= inherited


@pytest.mark.parametrize("path", TRANSITIONS, ids=name)
def test_it_names_every_input_that_it_uses(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for kind in ("KEYS", "ARGV"):
        used = {int(number) for number in re.findall(rf"{kind}\[(\d+)\]", text)}
        told = re.search(rf"^-- {kind} (.*?)(?=^-- (?:ARGV|Gives))", text, re.MULTILINE | re.DOTALL)
        named = {int(number) for number in re.findall(r"\b(\d+)…? ", told[1])} if told else set()
        assert used <= named


@pytest.mark.parametrize("path", scripts(), ids=name)
def test_it_asks_redis_neither_for_the_time_nor_for_keys_it_was_not_given(path: Path) -> None:
    assert not NOT_OURS.search(path.read_text(encoding="utf-8"))
