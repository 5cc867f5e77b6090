"""Two who talk by text are on the phone with each other: the peer with nobody else, until it is over."""

from __future__ import annotations

from tests.store.shows import shows
from tests.store.world import AT, LATER, NOW, SAID, World
from warmline.clock import milliseconds
from warmline.ids import LegId
from warmline.routing.phoning import Phoning, Step

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
