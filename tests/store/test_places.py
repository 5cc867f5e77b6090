"""Where somebody is among those who wait, and the best place that they were told."""

from __future__ import annotations

from datetime import timedelta

from tests.store.calling import held, keep_call
from tests.store.shows import shows
from tests.store.world import NOW, World
from warmline.ids import ContactId
from warmline.routing.call import Call, Stage
from warmline.store.places import LOOKED_AT, Ahead


@shows("tell_place", "told", "told_better", "ended")
def test_the_best_place_that_was_told_is_kept_and_costs_no_version(world: World) -> None:
    contact, places = held(world), world.store.places
    assert places.ahead_of(contact) == Ahead(0, (), 0)
    with world.changes() as changed:
        assert places.tell(contact.id, 3, now=NOW) == "told"
    assert changed == {f"contact:{contact.id}": {"told_place": "3"}}
    with world.changes() as changed:
        assert places.tell(contact.id, 3, now=NOW) == "told_better"
        assert places.tell(contact.id, 4, now=NOW) == "told_better"
        assert places.tell(ContactId("c404"), 1, now=NOW) == "ended"
    assert changed == {}
    assert places.tell(contact.id, 1, now=NOW) == "told"
    assert places.ahead_of(contact) == Ahead(0, (), 1)
    assert world.read(contact).version == contact.version


def test_whoever_is_not_on_the_line_is_named_for_others_to_judge(world: World) -> None:
    first, second, third = (held(world, at=NOW + timedelta(seconds=n)) for n in range(3))
    assert world.store.places.ahead_of(third) == Ahead(2, (), 0)
    keep_call(world, first, Call(Stage.DROPPED, room="a room"))
    assert world.store.places.ahead_of(third) == Ahead(1, (first.id,), 0)
    assert world.store.places.ahead_of(second) == Ahead(0, (first.id,), 0)
    assert world.store.places.ahead_of(first) == Ahead(0, (), 0)


def test_whoever_does_not_wait_has_no_place_and_nobody_is_before_themselves(world: World) -> None:
    texts = world.contact()
    phones = held(world, at=NOW + timedelta(seconds=1))
    assert world.store.places.ahead_of(phones) == Ahead(1, (), 0)
    world.store.connection.hset(world.keys.contact(texts.id), "caller", phones.caller)
    assert world.store.places.ahead_of(phones) == Ahead(0, (), 0)
    world.store.connection.zrem(world.keys.waiting(), phones.id)
    assert world.store.places.ahead_of(phones) is None


def test_of_very_many_before_somebody_the_last_are_counted_without_a_look(world: World) -> None:
    many = [held(world, at=NOW - timedelta(minutes=90 - n)) for n in range(LOOKED_AT + 2)]
    last = held(world)
    for one in (many[0], many[-1]):
        keep_call(world, one, Call(Stage.DROPPED, room="a room"))
    assert world.store.places.ahead_of(last) == Ahead(LOOKED_AT + 1, (many[0].id,), 0)
