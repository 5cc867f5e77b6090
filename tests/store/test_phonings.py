"""Two who talk by text are on the phone with each other: the peer with nobody else, until it is over."""

from __future__ import annotations

import pytest

from tests.store.shows import shows
from tests.store.world import AT, LATER, NOW, SAID, World
from warmline.clock import milliseconds
from warmline.ids import LegId
from warmline.routing.contact import Contact
from warmline.routing.phoning import Phoning, Step, as_call
from warmline.store.call_record import as_fields
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Channel

PHONING = Phoning(Step.PEER, NOW, room="r1", peer_leg=LegId("o1"), agreed=NOW, offered=True)
FIELDS = {
    "phone_step": "peer",
    "phone_since": str(AT),
    "phone_room": "r1",
    "phone_peer_leg": "o1",
    "phone_agreed": str(AT),
    "phone_offered": "1",
}


@shows("begin_phoning", "begun")
@shows("end_phoning", "ended")
def test_a_peer_is_on_the_phone_until_it_is_over(world: World) -> None:
    ada = world.volunteer("Ada")
    talk, k = world.talk(ada), world.keys
    number = world.store.connection.hget(k.talks(ada.id), talk.id)
    cause = world.arrives(talk.caller)

    word = world.store.phonings.begin(talk, PHONING, now=NOW, plan={"begun": SAID}, cause=cause)

    assert word == "begun"
    phoned = world.read(talk)
    assert phoned.phoning == PHONING
    assert world.again(ada).on_the_phone
    assert world.due()[f"contact:{talk.id}"] == 0

    with world.changes() as changed:
        word = world.store.phonings.end(phoned, {"asked": ""}, now=LATER, plan={"ended": SAID})

    assert word == "ended"
    assert changed[f"talks:{ada.id}"] == {talk.id: number}
    assert changed[f"contact:{talk.id}"].items() >= dict.fromkeys(FIELDS).items()
    assert changed["due"] == {f"contact:{talk.id}": milliseconds(LATER)}
    assert world.read(talk).phoning is None
    assert not world.again(ada).on_the_phone


@shows("begin_phoning", "engaged")
def test_who_is_on_the_phone_already_is_not_rung(world: World) -> None:
    ada = world.volunteer("Ada", capacity=2)
    first, second = world.talk(ada), world.talk(ada)
    world.store.phonings.begin(first, PHONING, now=NOW, plan={}, cause=world.arrives(first.caller))
    with world.changes() as changed:
        word = world.store.phonings.begin(
            second, PHONING, now=NOW, plan={"engaged": SAID}, cause=world.arrives(second.caller)
        )
    assert word == "engaged"
    assert world.read(second).phoning is None
    assert changed["journal"] == [{"event": "said"}]


@shows("begin_phoning", "moved")
@shows("end_phoning", "moved")
def test_a_talk_that_is_no_longer_theirs_is_read_again(world: World) -> None:
    ada = world.volunteer("Ada")
    talk = world.talk(ada)
    cause = world.arrives(talk.caller)
    world.store.connection.hdel(world.keys.talks(ada.id), talk.id)
    with world.changes() as changed:
        assert world.store.phonings.begin(talk, PHONING, now=NOW, plan={}, cause=cause) == "moved"
    assert changed == {}
    world.store.contacts.keep(talk, {"asked": ""}, now=NOW, plan={})
    with world.changes() as changed:
        assert world.store.phonings.end(talk, {}, now=NOW, plan={"ended": SAID}) == "moved"
    assert changed == {}


@shows("begin_phoning", "gone")
def test_one_yes_begins_one_call(world: World) -> None:
    ada = world.volunteer("Ada")
    talk = world.talk(ada)
    cause = world.arrives(talk.caller)
    world.store.phonings.begin(talk, PHONING, now=NOW, plan={}, cause=cause)
    with world.changes() as changed:
        again = world.read(talk)
        assert world.store.phonings.begin(again, PHONING, now=NOW, plan={}, cause=cause) == "gone"
    assert changed == {}


def as_a_call(world: World, ada: Volunteer) -> Contact:
    """Two who are on the phone within a conversation: from now on it is a call."""
    talk = world.talk(ada)
    cause = world.arrives(talk.caller)
    world.store.phonings.begin(talk, PHONING, now=NOW, plan={}, cause=cause)
    fields = as_fields(as_call(PHONING, ada.id, None))
    phoned = world.read(talk)
    assert world.store.phonings.become_call(phoned, fields, now=NOW, plan={}) == "became"
    return world.read(talk)


@shows("become_call", "became")
def test_it_becomes_a_call_like_any_other(world: World) -> None:
    ada = world.volunteer("Ada")
    talk = world.talk(ada)
    cause = world.arrives(talk.caller)
    world.store.phonings.begin(talk, PHONING, now=NOW, plan={}, cause=cause)
    phoned, fields = world.read(talk), as_fields(as_call(PHONING, ada.id, None))
    with world.changes() as changed:
        word = world.store.phonings.become_call(phoned, fields, now=LATER, plan={"became": SAID})
    assert word == "became"
    assert changed[f"contact:{talk.id}"].items() >= dict.fromkeys(FIELDS).items()
    assert changed[f"person:{talk.caller}"] == {"contact": None, "call": talk.id}
    assert changed["journal"] == [{"event": "said"}]
    is_now = world.read(talk)
    assert is_now.channel is Channel.VOICE
    assert is_now.phoning is None
    assert is_now.call == as_call(PHONING, ada.id, None)
    assert world.again(ada).on_the_phone


@shows("become_call", "has_one")
def test_whoever_has_another_call_keeps_both_as_they_are(world: World) -> None:
    ada = world.volunteer("Ada")
    talk = world.talk(ada)
    cause = world.arrives(talk.caller)
    world.store.phonings.begin(talk, PHONING, now=NOW, plan={}, cause=cause)
    world.store.connection.hset(world.keys.person(talk.caller), "call", "c99")
    phoned = world.read(talk)
    with world.changes() as changed:
        word = world.store.phonings.become_call(phoned, {}, now=NOW, plan={"became": SAID})
    assert word == "has_one"
    assert changed == {}


@shows("become_call", "moved")
def test_what_is_no_call_any_more_becomes_none(world: World) -> None:
    ada = world.volunteer("Ada")
    talk = world.talk(ada)
    with world.changes() as changed:
        word = world.store.phonings.become_call(talk, {}, now=NOW, plan={"became": SAID})
    assert word == "moved"
    assert changed == {}


@shows("become_text", "became")
def test_the_call_is_over_and_they_go_on_by_text(world: World) -> None:
    ada = world.volunteer("Ada")
    call = as_a_call(world, ada)
    assert call.call
    nothing = dict.fromkeys(as_fields(call.call), "")
    with world.changes() as changed:
        word = world.store.phonings.become_text(call, nothing, now=LATER, plan={"became": SAID})
    assert word == "became"
    assert changed[f"person:{call.caller}"] == {"call": None, "contact": call.id}
    assert changed["due"] == {f"contact:{call.id}": milliseconds(LATER)}
    by_text = world.read(call)
    assert by_text.channel is Channel.TEXT
    assert by_text.call is None
    assert by_text.peer == ada.id
    again = world.again(ada)
    assert again.talks == {call.id: (by_text.peer_number or by_text.line_number).e164}
    assert not again.on_the_phone


@shows("become_text", "cannot")
@pytest.mark.parametrize(
    "person", [{"contact": "c99"}, {"call": ""}], ids=["writes elsewhere", "is forgotten"]
)
def test_with_whom_nobody_can_go_on_by_text(world: World, person: dict[str, str]) -> None:
    ada = world.volunteer("Ada")
    call = as_a_call(world, ada)
    world.store.connection.hset(world.keys.person(call.caller), mapping=person)
    with world.changes() as changed:
        word = world.store.phonings.become_text(call, {}, now=NOW, plan={"became": SAID})
    assert word == "cannot"
    assert changed == {}


@shows("become_text", "moved")
def test_a_peer_who_has_left_is_not_written_to(world: World) -> None:
    ada = world.volunteer("Ada")
    call = as_a_call(world, ada)
    world.store.connection.hdel(world.keys.talks(ada.id), call.id)
    with world.changes() as changed:
        word = world.store.phonings.become_text(call, {}, now=NOW, plan={"became": SAID})
    assert word == "moved"
    assert changed == {}
