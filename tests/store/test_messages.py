"""What callers spoke for the team: kept once, ended by it, let go once, forgotten."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.store.calling import held, keep_call
from tests.store.shows import shows
from tests.store.world import NOW, World
from warmline.ids import LegId, MessageId
from warmline.routing.contact import Contact, Ended
from warmline.store.effects import Effects
from warmline.store.messages import Message

WEEK = NOW + timedelta(days=7)


def a_message(contact: Contact) -> Message:
    return Message(MessageId("m1"), "RE1", contact.caller, contact.id, 40, NOW)


def keep(world: World, message: Message) -> str:
    plan = {"kept": Effects(journal={"event": "said"})}
    return world.store.messages.keep(message, until=WEEK, now=NOW, plan=plan)


@shows("keep_message", "kept", "known")
def test_a_message_is_kept_once_and_its_contact_knows_of_it(world: World) -> None:
    contact = held(world)
    message = a_message(contact)

    assert keep(world, message) == "kept"

    assert world.store.messages.unheard() == [message]
    fresh = world.read(contact)
    assert fresh.call is not None
    assert fresh.call.message == "m1"
    assert fresh.version != contact.version  # whoever read it before would lose that
    assert world.due()["message:m1"] == 7 * 24 * 3600 * 1000
    with world.changes() as changed:
        assert keep(world, replace(message, seconds=99)) == "known"
    assert changed == {}


def test_a_contact_that_has_ended_meanwhile_stays_as_it_is(world: World) -> None:
    contact = held(world)
    world.store.contacts.end(contact, Ended.ABANDONED, now=NOW, plan={})

    with world.changes() as changed:
        assert keep(world, a_message(contact)) == "kept"

    assert {key.partition(":")[0] for key in changed} == {"message", "messages", "due", "journal"}


@shows("let_message_go", "let_go", "known", "unknown")
def test_what_was_heard_is_played_to_nobody_and_due_to_be_deleted_at_once(world: World) -> None:
    message = a_message(held(world))
    keep(world, message)
    plan = {"let_go": Effects(journal={"event": "said"})}

    assert world.store.messages.let_go(message.id, now=NOW, plan=plan) == "let_go"

    assert world.store.messages.unheard() == []
    found = world.store.messages.get(message.id)
    assert found is not None
    assert found.is_gone
    assert world.due()["message:m1"] == 0
    with world.changes() as changed:
        assert world.store.messages.let_go(message.id, now=NOW, plan=plan) == "known"
        assert world.store.messages.let_go(MessageId("m2"), now=NOW, plan=plan) == "unknown"
    assert changed == {}


def test_forgotten_is_forgotten_wholly(world: World) -> None:
    contact = held(world)
    assert contact.call
    keep_call(world, contact, contact.call)
    keep(world, a_message(world.read(contact)))

    world.store.messages.forget(MessageId("m1"))

    assert world.store.messages.get(MessageId("m1")) is None
    assert {key: kept for key, kept in world.dump().items() if "message" in key} == {
        "message:m1": {"gone": "1"}
    }
    assert world.seconds_to_live(world.keys.message(MessageId("m1"))) == 3 * 24 * 3600
    assert "message:m1" not in world.due()


def test_a_message_that_is_told_of_once_more_after_it_was_deleted_is_none(world: World) -> None:
    contact = held(world)
    message = a_message(contact)
    keep(world, message)
    world.store.messages.forget(message.id)
    with world.changes() as changed:
        assert keep(world, message) == "known"
    assert changed == {}
    assert world.store.messages.unheard() == []
    assert world.store.messages.let_go(message.id, now=NOW, plan={}) == "known"


def test_which_message_a_call_was_sent_is_known_of_that_call_alone(world: World) -> None:
    messages, first = world.store.messages, LegId("g1")
    messages.sent_to(first, MessageId("m1"))

    assert messages.was_sent_to(first, MessageId("m1"))
    assert not messages.was_sent_to(first, MessageId("m2"))
    assert not messages.was_sent_to(LegId("g2"), MessageId("m1"))


def test_a_message_that_was_found_late_leaves_its_contact_as_it_is(world: World) -> None:
    contact = held(world)
    plan = {"kept": Effects(journal={"event": "said"})}
    word = world.store.messages.keep(a_message(contact), until=WEEK, ends=False, now=NOW, plan=plan)
    assert word == "kept"
    assert world.read(contact) == contact
