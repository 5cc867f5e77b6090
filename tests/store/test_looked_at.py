"""Whoever waits on the line can be told whether anybody looks after them."""

from __future__ import annotations

from tests.store.calling import held
from tests.store.world import LATER, NOW, World


def test_a_look_at_a_call_that_needs_nothing_is_written_down_and_costs_no_version(
    world: World,
) -> None:
    contact = held(world)
    assert world.store.contacts.looked_at(contact.id) is None

    assert world.store.contacts.rest(contact, LATER, now=NOW) == "resting"

    assert world.store.contacts.looked_at(contact.id) == NOW
    assert world.read(contact).version == contact.version


def test_a_look_that_came_too_late_is_not(world: World) -> None:
    contact = held(world)
    world.store.contacts.keep(contact, {"told": "1"}, now=NOW, plan={})

    assert world.store.contacts.rest(contact, LATER, now=NOW) == "moved"

    assert world.store.contacts.looked_at(contact.id) is None


def test_nothing_of_it_is_written_for_a_contact_by_text(world: World) -> None:
    contact = world.contact()

    assert world.store.contacts.rest(contact, LATER, now=NOW) == "resting"

    assert world.store.contacts.looked_at(contact.id) is None
