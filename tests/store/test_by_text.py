"""Somebody who phoned goes on by text, or is rung after all: the contact, its place, and nothing of those who were asked."""

from __future__ import annotations

from datetime import timedelta

from tests.store.calling import a_sid, caller_of, held, new_call, rung
from tests.store.shows import shows
from tests.store.world import NOW, World
from warmline.ids import ContactId
from warmline.routing.contact import Contact, State, Tried
from warmline.store.effects import Effects
from warmline.volunteers.shifts import Channel

SAID = {"changed": Effects(journal={"event": "said"})}


def by_text(world: World, contact: Contact) -> str:
    return world.store.contacts.change_channel(
        contact, Channel.TEXT, {"told_nobody": "1"}, now=NOW, plan=SAID
    )


@shows("change_channel", "changed")
def test_the_same_contact_goes_on_by_text_in_its_place_and_phones_are_quiet(world: World) -> None:
    ada = world.volunteer("Ada")
    contact = rung(world, held(world), ada)
    place = world.store.contacts.waiting()

    with world.changes() as changed:
        assert by_text(world, contact) == "changed"

    fresh, person = world.read(contact), world.store.people.get(contact.caller)
    assert (fresh.channel, fresh.state, fresh.told_nobody) == (Channel.TEXT, State.WAITING, True)
    assert fresh.since == contact.since
    assert world.store.contacts.waiting() == place
    assert (person.contact, person.call, person.greeted) == (contact.id, None, True)
    assert fresh.tried == {ada.id: Tried.WITHDRAWN}
    assert world.again(ada).offers == frozenset()
    assert {key.partition(":")[0] for key in changed} == {
        "contact", "person", "offered", "offers", "tried", "due", "bell", "journal",
    }  # fmt: skip


@shows("change_channel", "has_one")
def test_whoever_has_another_open_by_text_keeps_both_as_they_are(world: World) -> None:
    sid, number = a_sid(), world.number()
    assert new_call(world, sid, number=number, name="c1") == "opened"
    contact = world.read(ContactId("c1"))
    world.store.people.keep(caller_of(world, sid, number), {"contact": "c2"}, now=NOW, plan={})

    with world.changes() as changed:
        assert by_text(world, contact) == "has_one"

    assert changed == {}


def test_where_no_text_arrives_it_goes_back_to_the_phone(world: World) -> None:
    contact = held(world)
    by_text(world, contact)

    word = world.store.contacts.change_channel(
        world.read(contact), Channel.VOICE, {}, now=NOW, plan={}
    )

    person = world.store.people.get(contact.caller)
    assert word == "changed"
    assert (person.contact, person.call) == (None, contact.id)
    assert world.read(contact).channel is Channel.VOICE


@shows("move_up", "moved_up", "as_early")
def test_an_earlier_place_is_taken_over_and_none_goes_back(world: World) -> None:
    first, second = held(world), held(world, at=NOW + timedelta(seconds=9))
    earlier = NOW - timedelta(seconds=5)

    assert world.store.contacts.move_up(second, earlier, 0, now=NOW) == "moved_up"
    assert world.store.contacts.waiting() == [second.id, first.id]
    assert world.read(second).since == earlier
    with world.changes() as changed:
        again = world.read(second)
        assert world.store.contacts.move_up(again, NOW, 0, now=NOW) == "as_early"
    assert changed == {}

    assert world.store.contacts.move_up(world.read(first), NOW, 1, now=NOW) == "moved_up"
    assert world.store.contacts.waiting() == [first.id, second.id]
