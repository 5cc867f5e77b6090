"""Blocks: each with an end and a review, lifted by a person or by time."""

from __future__ import annotations

from datetime import timedelta

from tests.store.shows import shows
from tests.store.world import AT, LATER, NOW, SAID, World
from warmline.clock import milliseconds
from warmline.ids import CallerKey, ContactId
from warmline.routing.blocks import Block, Term

KEY = CallerKey("somebody")
WEEK = Block(NOW + timedelta(days=7), LATER, ContactId("c1"))


@shows("block_caller", "blocked")
def test_a_block_is_written_with_its_review(world: World) -> None:
    with world.changes() as changed:
        word = world.store.blocks.block(KEY, WEEK, now=NOW, plan={"blocked": SAID})
    assert word == "blocked"
    until = str(milliseconds(WEEK.until))
    assert changed == {
        "person:somebody": {
            "block_until": until,
            "block_review": str(milliseconds(LATER)),
            "block_contact": "c1",
            "block_told": str(AT),
        },
        "blocks": {"somebody": int(until)},
        "due": {"block:somebody": milliseconds(LATER)},
        "journal": [{"event": "said"}],
    }
    block = world.store.people.get(KEY).block
    assert block == world.store.blocks.get(KEY)
    assert block is not None
    assert block.holds(NOW)
    assert not block.holds(WEEK.until)
    assert not block.says_so_again(NOW + timedelta(hours=23))
    assert block.says_so_again(NOW + timedelta(hours=24))
    assert world.store.blocks.all_keys() == [KEY]


@shows("lift_block", "lifted")
def test_a_block_that_is_lifted_leaves_nothing(world: World) -> None:
    world.store.blocks.block(KEY, WEEK, now=NOW, plan={})
    assert world.store.blocks.lift(KEY, now=NOW, plan={"lifted": SAID}) == "lifted"
    assert {key for key in world.dump() if key != "journal"} == set()
    assert world.store.blocks.get(KEY) is None


@shows("lift_block", "not_blocked")
def test_nobody_is_let_in_who_is_in(world: World) -> None:
    assert world.store.blocks.lift(KEY, now=NOW, plan={}) == "not_blocked"


def test_every_term_has_an_end() -> None:
    assert [term.length for term in Term] == [timedelta(days=days) for days in (1, 7, 30)]
