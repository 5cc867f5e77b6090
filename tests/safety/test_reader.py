"""The reader of a worker: ready before the first text, and never in a text's way."""

from __future__ import annotations

from threading import Event

import pytest

from warmline.flows.hearing import NotReadyError, Reader
from warmline.safety.reading import Band

HIGH = "I can't stop thinking about killing myself"


def test_a_reader_that_nobody_made_ready_reads_all_the_same() -> None:
    assert Reader()(HIGH, ()).band is Band.HIGH


def test_a_worker_has_the_rules_before_its_first_text() -> None:
    loaded = Event()
    reader = Reader(loaded.set)
    reader.get_ready()
    assert loaded.is_set()
    assert reader(HIGH, ()).band is Band.HIGH


def test_rules_that_do_not_come_hold_no_text_up_for_long() -> None:
    never = Event()
    reader = Reader(lambda: never.wait(2), waits=0.01, starts_within=0.01)
    reader.get_ready()
    with pytest.raises(NotReadyError):
        reader(HIGH, ())
    never.set()


def test_no_text_waits_for_the_encoder() -> None:
    comes, asked = Event(), Event()

    def encoder() -> None:
        asked.set()
        comes.wait(5)

    reader = Reader(then=encoder)
    reader.get_ready()
    assert asked.wait(5)
    assert reader(HIGH, ()).band is Band.HIGH
    comes.set()


def test_a_reading_names_its_rules_without_a_word_of_the_text() -> None:
    rules = Reader()(HIGH, ()).rules
    assert rules
    assert all(rule.replace(".", "").replace("_", "").isascii() for rule in rules)
    assert "killing" not in " ".join(rules)
