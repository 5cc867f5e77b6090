"""What operators confirm of crisis lines is kept by name and date, and taken back."""

from __future__ import annotations

from dataclasses import replace

from tests.store.world import LATER, NOW, SAID, World
from warmline.safety.crisis_lines import Confirmation

ONE = Confirmation(
    country="US",
    key="988",
    name="988 Lifeline",
    as_it_stood="US | 988 Lifeline | 988",
    by="Ana",
    at=NOW,
)
OWN = Confirmation(
    country="MT", key="Island line", name="Island line", as_it_stood="", by="Bo", at=NOW,
    number="1579",
)  # fmt: skip


def test_several_are_kept_in_one_write_with_a_line_in_the_journal(world: World) -> None:
    with world.changes() as changed:
        assert world.store.confirmations.keep([ONE, OWN], now=NOW, plan={"kept": SAID}) == "kept"

    assert set(changed) == {"confirmations", "journal"}
    assert world.store.confirmations.all() == [OWN, ONE]


def test_a_later_one_takes_the_place_of_the_first(world: World) -> None:
    world.store.confirmations.keep([ONE], now=NOW, plan={})
    again = replace(ONE, by="Bo", at=LATER, number="989")
    world.store.confirmations.keep([again], now=LATER, plan={})

    assert world.store.confirmations.all() == [again]


def test_one_is_taken_back_and_a_second_time_there_is_none(world: World) -> None:
    world.store.confirmations.keep([ONE, OWN], now=NOW, plan={})
    plan = {"forgotten": SAID}

    assert world.store.confirmations.forget([OWN], now=NOW, plan=plan) == "forgotten"
    with world.changes() as changed:
        assert world.store.confirmations.forget([OWN], now=NOW, plan=plan) == "unknown"

    assert changed == {}
    assert world.store.confirmations.all() == [ONE]
