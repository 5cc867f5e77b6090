"""Notes of peers: sealed, fading with their contact, erased with their caller."""

from __future__ import annotations

from tests.store.shows import shows
from tests.store.world import NOW, SAID, World
from warmline.ids import VolunteerId
from warmline.store.keys import CLOSED_SECONDS
from warmline.store.notes import Note

ADA = VolunteerId("vada")


@shows("keep_note", "noted")
def test_notes_are_kept_in_order_sealed_and_for_as_long_as_a_closed_contact(world: World) -> None:
    contact, cause = world.contact(), world.arrives(world.store.people.key_of(world.number()))
    first, second = Note(NOW, ADA, "lost a cat"), Note(NOW, ADA, "calmer now")

    for note in (first, second):
        word = world.store.notes.keep(contact, note, plan={"noted": SAID}, cause=cause)
        assert word == "noted"
        cause = world.arrives(world.store.people.key_of(world.number()))

    assert world.store.notes.of(contact.id) == [first, second]
    assert "a cat" not in repr(first)
    assert "a cat" not in str(world.store.connection.lrange(world.keys.notes(contact.id), 0, -1))
    assert 0 < world.seconds_to_live(world.keys.notes(contact.id)) <= CLOSED_SECONDS
    assert 0 < world.seconds_to_live(world.keys.noted(contact.caller)) <= CLOSED_SECONDS


@shows("keep_note", "gone")
def test_the_same_text_is_noted_once(world: World) -> None:
    contact, cause = world.contact(), world.arrives(world.store.people.key_of(world.number()))
    world.store.notes.keep(contact, Note(NOW, ADA, "once"), plan={}, cause=cause)
    with world.changes() as changed:
        word = world.store.notes.keep(contact, Note(NOW, ADA, "once"), plan={}, cause=cause)
    assert word == "gone"
    assert changed == {}


def test_whoever_is_erased_leaves_no_note(world: World) -> None:
    contact = world.contact()
    world.store.notes.keep(
        contact,
        Note(NOW, ADA, "about them"),
        plan={},
        cause=world.arrives(world.store.people.key_of(world.number())),
    )
    world.store.notes.erase(contact.caller)
    world.store.notes.erase(contact.caller)
    assert world.store.notes.of(contact.id) == []
    assert world.seconds_to_live(world.keys.noted(contact.caller)) < 0
