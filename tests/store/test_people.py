"""What is known of whoever has a phone, and what is forgotten on their word."""

from __future__ import annotations

from tests.store.shows import shows
from tests.store.world import AT, NOW, SAID, World
from warmline.ids import MessageSid, VolunteerId
from warmline.routing.contact import Ended
from warmline.store.effects import Effects
from warmline.store.keys import PERSON_SECONDS
from warmline.store.people import Person
from warmline.store.sids import short


def test_somebody_new_is_known_by_nothing(world: World) -> None:
    key = world.store.people.key_of(world.number())
    assert world.store.people.get(key) == Person(key)
    assert "+" not in key


@shows("keep_person", "kept")
def test_facts_about_a_person_are_kept_for_as_long_as_a_person_is(world: World) -> None:
    key = world.store.people.key_of(world.number())
    with world.changes() as changed:
        word = world.store.people.keep(
            key, {"language": "es", "opted_out": "1"}, now=NOW, plan={"kept": SAID}
        )
    assert word == "kept"
    assert changed == {
        f"person:{key}": {"language": "es", "opted_out": "1"},
        "journal": [{"event": "said"}],
    }
    assert 0 < world.seconds_to_live(world.keys.person(key)) <= PERSON_SECONDS
    assert world.store.people.keep(key, {"opted_out": ""}, now=NOW, plan={}) == "kept"
    assert world.store.people.get(key) == Person(key, language="es")


def test_a_volunteer_is_known_for_as_long_as_they_are_on_the_roster(world: World) -> None:
    ada = world.volunteer("Ada")
    world.store.people.keep(ada.key, {"language": "es"}, now=NOW, plan={})
    assert world.seconds_to_live(world.keys.person(ada.key)) == -1


@shows("erase_person", "erased")
def test_what_is_erased_is_gone_here_and_listed_for_the_provider(world: World) -> None:
    ada = world.volunteer("Ada")
    contact = world.talk(ada)
    caller = contact.caller
    world.store.people.block(caller, ada.id, now=NOW, plan={})
    world.store.contacts.end(contact, Ended.ERASED, now=NOW, plan={})
    world.store.people.keep(caller, {"opted_out": "1"}, now=NOW, plan={})
    first = world.dump()[f"sids:{caller}"]
    cause = world.arrives(caller)
    with world.changes() as changed:
        word = world.store.people.erase(
            caller, now=NOW, plan={"erased": SAID}, cause=cause, staying=["opted_out", "language"]
        )
    assert word == "erased"
    erasing = world.keys.erasing(caller)
    assert changed == {
        f"person:{caller}": {"greeted": None, "last_peer": None},
        f"sids:{caller}": None,
        f"erasing:{caller}": [*first, short(cause.sid)],
        f"inbox:{caller}": None,
        f"text:{short(cause.sid)}": "",
        "due": {f"erasing:{caller}": AT, f"inbox:{caller}": None},
        "bell": [*world.dump()["bell"][:-1], erasing],
        "journal": [{"event": "said"}],
    }
    assert world.store.people.get(caller) == Person(caller, opted_out=True)
    assert 0 < world.seconds_to_live(world.keys.person(caller)) <= PERSON_SECONDS
    assert world.store.people.blocked(caller) == {ada.id}


@shows("erase_person", "moved")
def test_nobody_is_erased_while_they_are_still_in_touch(world: World) -> None:
    contact = world.contact()
    cause = world.arrives(contact.caller)
    with world.changes() as changed:
        word = world.store.people.erase(
            contact.caller, now=NOW, plan={"erased": SAID}, cause=cause, staying=[]
        )
    assert word == "moved"
    assert changed == {}


def test_a_person_of_whom_nothing_stays_leaves_nothing(world: World) -> None:
    key = world.store.people.key_of(world.number())
    world.store.people.keep(key, {"language": "es"}, now=NOW, plan={})
    cause = world.arrives(key)
    plan = {"erased": Effects()}
    word = world.store.people.erase(key, now=NOW, plan=plan, cause=cause, staying=["opted_out"])

    assert word == "erased"
    assert f"person:{key}" not in world.dump()
    assert world.store.people.to_erase(key) == [cause.sid]
    world.store.people.erased(key, cause.sid)
    world.store.people.erased(key, MessageSid("SMnever"))
    assert f"erasing:{key}" not in world.dump()


@shows("keep_apart", "apart", "together", "already")
def test_two_who_were_kept_apart_may_meet_again(world: World) -> None:
    key = world.store.people.key_of(world.number())
    ada, bo = VolunteerId("vada"), VolunteerId("vbo")
    block = world.store.people.block
    with world.changes() as changed:
        assert block(key, ada, now=NOW, plan={"apart": SAID}) == "apart"
    assert changed == {f"blocked:{key}": {"vada"}, "journal": [{"event": "said"}]}
    with world.changes() as changed:
        assert block(key, ada, now=NOW, plan={"apart": SAID}) == "already"
    assert changed == {}
    block(key, bo, now=NOW, plan={})
    assert block(key, ada, apart=False, now=NOW, plan={}) == "together"
    assert block(key, ada, apart=False, now=NOW, plan={}) == "already"
    assert world.store.people.blocked(key) == {bo}
