"""Texts on their way in: taken once, in order, until their effect is written."""

from __future__ import annotations

import pytest

from tests.store.shows import shows
from tests.store.world import AT, MAIN, NOW, World
from warmline.ids import MessageSid
from warmline.phone import PhoneNumber
from warmline.routing.arrived import Arrived
from warmline.store.effects import Effects, Outgoing
from warmline.store.keys import PERSON_SECONDS, SEEN_SECONDS
from warmline.store.sids import short

ADA = PhoneNumber("+15550110001")


def text(sid: str = "SM1", body: str = "hello", **about: object) -> Arrived:
    return Arrived(MessageSid(sid), ADA, MAIN, body, **about)  # type: ignore[arg-type]


@shows("receive_text", "received")
def test_a_text_is_kept_rings_the_bell_and_is_looked_at_even_if_the_bell_is_lost(
    world: World,
) -> None:
    ada = world.store.people.key_of(ADA)
    with world.changes() as changed:
        assert world.store.texts.receive(text(), ada, now=NOW)

    sealed = changed.pop("text:SM1")
    assert "hello" in sealed  # opened by the dump: it is kept sealed
    assert changed == {
        f"inbox:{ada}": ["SM1"],
        f"sids:{ada}": ["SM1"],
        "bell": [world.keys.inbox(ada)],
        "due": {f"inbox:{ada}": AT + 2000},
    }
    assert world.seconds_to_live(world.keys.text(MessageSid("SM1"))) == -1
    assert 0 < world.seconds_to_live(world.keys.sids(ada)) <= PERSON_SECONDS


@shows("receive_text", "known")
def test_the_same_text_delivered_again_changes_nothing(world: World) -> None:
    ada = world.store.people.key_of(ADA)
    world.store.texts.receive(text(), ada, now=NOW)
    with world.changes() as changed:
        for body in ("hello", "something else"):
            assert not world.store.texts.receive(text(body=body), ada, now=NOW)

    assert changed == {}


@shows("answer_text", "answered")
def test_a_text_whose_effect_is_written_is_remembered_without_its_words(world: World) -> None:
    ada = world.store.people.key_of(ADA)
    cause = world.arrives(ada)
    plan = {
        "answered": Effects(
            texts=(Outgoing(ada, ADA, MAIN, "an answer"),),
            due={world.keys.waiting(): NOW},
            bell=(world.keys.waiting(),),
            journal={"event": "answered"},
        )
    }
    with world.changes() as changed:
        word = world.store.transitions.run("answer_text", now=NOW, plan=plan, cause=cause)

    assert word == "answered"
    (out,) = [key for key in changed if key.startswith("out:")]
    fields = changed.pop(out)
    assert fields == {
        "state": "queued",
        "recipient": ada,
        "caller": ada,
        "to": ADA.e164,
        "from": MAIN.e164,
        "body": "an answer",
        "purpose": "notice",
    }
    assert changed == {
        f"inbox:{ada}": None,
        f"text:{short(cause.sid)}": "",
        f"lane:{ada}": [out.removeprefix("out:")],
        "due": {f"inbox:{ada}": None, f"lane:{ada}": AT + 2000, "waiting": AT},
        "bell": [world.keys.inbox(ada), world.keys.waiting()],
        "journal": [{"event": "answered"}],
    }
    assert 0 < world.seconds_to_live(world.keys.text(cause.sid)) <= SEEN_SECONDS


def test_a_text_that_had_its_effect_is_still_known(world: World) -> None:
    ada = world.store.people.key_of(ADA)
    world.store.texts.receive(text(), ada, now=NOW)
    first = world.store.texts.first(ada)
    assert first is not None
    plan = {"answered": Effects()}
    world.store.transitions.run("answer_text", now=NOW, plan=plan, cause=first[0])

    assert not world.store.texts.receive(text(), ada, now=NOW)
    assert world.store.texts.first(ada) is None


def test_texts_of_one_person_are_read_in_the_order_in_which_they_came(world: World) -> None:
    ada = world.store.people.key_of(ADA)
    for n in range(5):
        world.store.texts.receive(text(f"SM{n}", f"words {n}"), ada, now=NOW)

    read = []
    while first := world.store.texts.first(ada):
        cause, arrived = first
        read.append(arrived.body)
        world.store.transitions.run(
            "answer_text", now=NOW, plan={"answered": Effects()}, cause=cause
        )
    assert read == [f"words {n}" for n in range(5)]
    assert "due" not in world.dump()


def test_a_later_text_keeps_the_inbox_on_the_list(world: World) -> None:
    ada = world.store.people.key_of(ADA)
    first, _ = world.arrives(ada), world.arrives(ada)
    world.store.transitions.run("answer_text", now=NOW, plan={"answered": Effects()}, cause=first)

    assert world.due() == {f"inbox:{ada}": 2000}


@pytest.mark.parametrize(
    "body", ["", " ", "\x00", "\U0001f614 ok", "\ud83d alone", "x" * 1600, '"quoted"\n\\']
)
def test_a_text_is_read_as_it_was_written(world: World, body: str) -> None:
    ada = world.store.people.key_of(ADA)
    arrived = text(body=body, media=("https://pictures/1",), opt_out="STOP")
    world.store.texts.receive(arrived, ada, now=NOW)

    first = world.store.texts.first(ada)
    assert first is not None
    assert first[1] == arrived


def test_nobody_s_inbox_is_empty(world: World) -> None:
    assert world.store.texts.first(world.store.people.key_of(ADA)) is None


@shows("park_text", "parked")
def test_a_text_over_which_the_program_stumbles_is_set_aside_and_the_next_goes_on(
    world: World,
) -> None:
    ada = world.store.people.key_of(ADA)
    odd, _ = world.arrives(ada, "odd"), world.arrives(ada, "next")
    assert [world.store.texts.stumble(odd.sid) for _ in range(3)] == [1, 2, 3]
    assert 0 < world.seconds_to_live(world.keys.stumbles(odd.sid)) <= 24 * 3600
    plan = {"parked": Effects(journal={"event": "parked"})}
    with world.changes() as changed:
        assert world.store.texts.park(odd, now=NOW, plan=plan) == "parked"

    assert "odd" in changed["parked"][0]
    assert changed[f"text:{short(odd.sid)}"] == ""
    assert changed["journal"] == [{"event": "parked"}]
    assert changed.keys() == {"parked", f"text:{short(odd.sid)}", f"inbox:{ada}", "journal"}
    first = world.store.texts.first(ada)
    assert first is not None
    assert first[1].body == "next"
    assert world.store.texts.parked() == 1


def test_of_the_provider_s_list_only_what_never_came_is_unknown(world: World) -> None:
    cause = world.arrives(world.store.people.key_of(ADA))
    never = MessageSid("SMnever")
    assert world.store.texts.unknown([cause.sid, never]) == {never}
