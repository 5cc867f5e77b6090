"""The bell for now, the due list for later and for safety."""

from __future__ import annotations

from datetime import timedelta

from tests.store.shows import shows
from tests.store.world import NOW, World
from warmline.clock import milliseconds
from warmline.store.schedule import LOOK_AGAIN_AFTER

SECOND, INSTANT = timedelta(seconds=1), timedelta(milliseconds=1)


def test_what_rang_is_handed_out_at_once_all_of_it_in_order(world: World) -> None:
    world.store.schedule.ring("a", "b")
    world.store.schedule.ring("a")
    assert world.store.schedule.wait_for_bell(5) == ["a", "b", "a"]
    assert world.store.schedule.wait_for_bell(0) == []


@shows("take_due", "keys")
def test_what_is_due_is_handed_out_earliest_first_and_again_until_it_is_done(world: World) -> None:
    schedule = world.store.schedule
    for key, at in (("late", NOW), ("early", NOW - SECOND), ("soon", NOW + INSTANT)):
        schedule.set(key, at)
    assert schedule.next_moment() == NOW - SECOND
    with world.changes() as changed:
        assert schedule.take_due(NOW) == ["early", "late"]
    again = NOW + LOOK_AGAIN_AFTER
    assert changed == {"due": dict.fromkeys(("early", "late"), milliseconds(again))}

    schedule.done("soon")
    with world.changes() as changed:
        assert schedule.take_due(NOW) == schedule.take_due(again - INSTANT) == []
    assert changed == {}
    schedule.done("late")
    assert schedule.take_due(again) == ["early"]


def test_a_look_can_be_brought_forward_and_not_put_off_by_accident(world: World) -> None:
    schedule = world.store.schedule
    schedule.set("key", NOW)
    schedule.look_at("key", NOW + SECOND)
    assert schedule.next_moment() == NOW
    schedule.look_at("key", NOW - SECOND)
    assert schedule.next_moment() == NOW - SECOND
    schedule.set("key", NOW + SECOND)
    assert schedule.next_moment() == NOW + SECOND
    schedule.done("key")
    assert schedule.next_moment() is None
    schedule.look_at("key", NOW)
    assert schedule.next_moment() == NOW


def test_what_nobody_looks_at_in_time_is_counted(world: World) -> None:
    for n in range(3):
        world.store.schedule.set(f"key {n}", NOW - n * SECOND)
    assert world.store.schedule.overdue(NOW, SECOND) == 2
    assert world.store.schedule.overdue(NOW, 9 * SECOND) == 0
