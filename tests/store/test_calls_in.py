"""Somebody phones, peers are rung and one presses 1: what each transition writes, and nothing else."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.store.calling import a_leg, a_sid, caller_of, held, keep_call, leg_to, new_call, rung
from tests.store.shows import shows
from tests.store.world import AT, LATER, MAIN, NOW, SAID, World
from warmline.clock import milliseconds
from warmline.ids import ContactId, LegId
from warmline.routing.call import Call, Stage
from warmline.routing.contact import Ended, State, Tried
from warmline.routing.leg import HANG_UP, LegState, Side, inbound_leg
from warmline.routing.leg import NOW as SAY
from warmline.store.call_record import as_fields
from warmline.store.effects import Effects, NewLeg, Order
from warmline.store.keys import NAMELESS_SECONDS, PERSON_SECONDS
from warmline.store.scripts import LOOK_AFTER_NEWS

C = ContactId("c1")
NEWS_IN = int(LOOK_AFTER_NEWS.total_seconds() * 1000)


@shows("open_call", "opened", "known")
def test_a_call_begins_with_a_code_a_place_and_its_leg_once_however_often_it_is_told(
    world: World,
) -> None:
    sid, number = a_sid(), world.number()
    caller, leg = caller_of(world, sid, number), inbound_leg(sid)
    begins = NewLeg(leg, Side.CALLER, MAIN, number, contact=C, sid=sid)
    plan = {"opened": Effects(legs=(begins,), journal={"event": "said"})}
    with world.changes() as changed:
        assert new_call(world, sid, number=number, plan=plan, name="c1") == "opened"
    facts = changed.pop("contact:c1")
    assert {name: facts.pop(name) for name in ("caller", "caller_number", "code", "version")} == {
        "caller": caller,
        "caller_number": number.e164,
        "code": "1",
        "version": "1",
    }
    assert {name: facts[name] for name in ("state", "opened", "since", "channel")} == {
        "state": "waiting",
        "opened": str(AT),
        "since": str(AT),
        "channel": "voice",
    }
    assert changed == {
        f"leg:{leg}": {
            "state": "placed",
            "side": "caller",
            "to": number.e164,
            "from": MAIN.e164,
            "contact": "c1",
            "sid": sid,
            "rings_for": "20",
            "answered": str(AT),
        },
        "legs:c1": {leg},
        f"person:{caller}": {"call": "c1"},
        "waiting": {"c1": AT},
        "open": {"c1": AT},
        "codes": {"1": "c1", "next": "1"},
        "due": {"contact:c1": AT + 2000, f"leg:{leg}": AT + NEWS_IN},
        "bell": [world.keys.contact(C)],
        "journal": [{"event": "said"}],
    }
    assert 0 < world.seconds_to_live(world.keys.person(caller)) <= PERSON_SECONDS
    contact = world.read(C)
    assert contact.call == Call(Stage.HELD, room="room of c1", leg=leg, since=NOW)
    (only,) = world.store.legs.of(C)
    assert (only.id, only.state, only.to, only.sid) == (leg, LegState.PLACED, number, sid)

    with world.changes() as changed:
        assert new_call(world, sid, number=number, plan=plan, name="c2") == "known"
    assert changed == {}


@shows("open_call", "moved")
def test_whoever_has_a_call_open_does_not_begin_another(world: World) -> None:
    number = world.number()
    assert new_call(world, a_sid(), number=number, name="c1") == "opened"
    with world.changes() as changed:
        assert new_call(world, a_sid(), number=number, name="c2") == "moved"
    assert changed == {}


@shows("open_call", "the person")
def test_a_call_begun_only_for_somebody_new_tells_who_they_are_instead(world: World) -> None:
    texts = world.contact()
    with world.changes() as changed:
        they = world.store.contacts.open_call(
            ContactId("c9"),
            texts.caller,
            leg=LegId("i9"),
            now=NOW,
            plan={},
            fields={},
            caller_number=None,
            if_new=True,
        )
    assert they == world.store.people.get(texts.caller)
    assert changed == {}


def test_a_caller_may_write_and_phone_at_the_same_time(world: World) -> None:
    texts = world.contact()
    number = texts.caller_number
    assert new_call(world, a_sid(), number=number, name="ccall") == "opened"
    person = world.store.people.get(texts.caller)
    assert (person.contact, person.call) == (texts.id, "ccall")
    call = world.read(ContactId("ccall"))
    assert world.store.contacts.end(call, Ended.ABANDONED, now=NOW, plan={}) == "ended"
    person = world.store.people.get(texts.caller)
    assert (person.contact, person.call) == (texts.id, None)


def test_whoever_withholds_their_number_is_somebody_new_each_time_and_soon_forgotten(
    world: World,
) -> None:
    first, second = held(world, withheld=True), held(world, withheld=True)
    assert first.caller != second.caller
    assert first.caller_number is None
    assert 0 < world.seconds_to_live(world.keys.person(first.caller)) <= NAMELESS_SECONDS


@shows("answer_call", "answered")
def test_the_first_to_press_1_has_the_caller_and_every_other_offer_is_withdrawn(
    world: World,
) -> None:
    ada, bo = world.volunteer("Ada"), world.volunteer("Bo")
    world.store.roster.keep(bo.id, {"misses": "2"}, now=NOW, plan={})
    contact = rung(world, held(world), ada, bo)
    taken = Call(Stage.TOGETHER, room="a room", since=LATER, peer_leg=LegId("gbo"))
    plan = {
        "answered": Effects(
            legs=(Order(leg_to(world, contact, ada.id).id, HANG_UP),), journal={"event": "said"}
        )
    }
    with world.changes() as changed:
        word = world.store.contacts.answer(contact, bo.id, as_fields(taken), now=LATER, plan=plan)
    assert word == "answered"
    facts = changed.pop(f"contact:{contact.id}")
    assert (
        facts.items()
        >= {
            "state": "active",
            "peer": "vbo",
            "began": str(milliseconds(LATER)),
            "last_words": str(milliseconds(LATER)),
            "version": "3",
            "call_stage": "together",
            "call_peer_leg": "gbo",
            "call_leg": None,
        }.items()
    )
    ringing = leg_to(world, contact, ada.id).id
    assert changed.pop("bell")[-1] == world.keys.contact(contact.id)
    assert changed == {
        f"offered:{contact.id}": {"vada": None, "vbo": None},
        f"tried:{contact.id}": {"vada": "withdrawn"},
        "offers:vada": None,
        "offers:vbo": None,
        "talks:vbo": {contact.id: "voice"},
        "volunteer:vbo": {"misses": "0"},
        "waiting": {contact.id: None},
        f"leg:{ringing}": {"order": "hang_up"},
        "due": {
            f"contact:{contact.id}": milliseconds(LATER),
            f"leg:{ringing}": milliseconds(LATER),
        },
        "journal": [{"event": "said"}],
    }
    assert world.read(contact).call == taken
    assert world.again(bo).on_the_phone
    assert world.store.contacts.answer(contact, ada.id, {}, now=LATER, plan=plan) == "moved"


@shows("answer_call", "engaged")
def test_whoever_is_with_somebody_takes_no_caller_however_many_they_have_room_for(
    world: World,
) -> None:
    ada = world.volunteer("Ada", capacity=3)
    contact = rung(world, held(world), ada)
    world.store.connection.hset(world.keys.talks(ada.id), "cother", MAIN.e164)
    with world.changes() as changed:
        word = world.store.contacts.answer(
            contact, ada.id, {}, now=LATER, plan={"answered": Effects(bell=("x",)), "engaged": SAID}
        )
    assert word == "engaged"
    assert changed == {
        f"contact:{contact.id}": {"version": "3"},
        "journal": [{"event": "said"}],
    }
    assert world.read(contact).offered.keys() == {ada.id}


@shows("answer_call", "apart")
def test_whoever_a_coordinator_keeps_apart_from_this_caller_does_not_take_them(
    world: World,
) -> None:
    ada = world.volunteer("Ada")
    contact = rung(world, held(world), ada)
    world.store.people.block(contact.caller, ada.id, now=NOW, plan={})
    with world.changes() as changed:
        word = world.store.contacts.answer(contact, ada.id, {}, now=LATER, plan={"apart": SAID})
    assert word == "apart"
    assert changed == {
        f"contact:{contact.id}": {"version": "3"},
        "journal": [{"event": "said"}],
    }


def test_nobody_is_rung_who_is_with_anybody_or_asked_about_anybody(world: World) -> None:
    ada, bo, cy = (world.volunteer(name, capacity=3) for name in ("Ada", "Bo", "Cy"))
    world.talk(ada)
    world.offered(bo)
    contact = held(world)
    everyone = [ada.id, bo.id, cy.id]
    plan = {str(v.id): Effects(legs=(a_leg(world, contact, v),)) for v in (ada, bo, cy)}
    asked = world.store.contacts.offer(
        contact, everyone, at_once=3, lapses_at=LATER, now=NOW, plan=plan
    )
    assert asked == [cy.id]
    assert {leg.volunteer for leg in world.store.legs.of(contact.id)} == {None, cy.id}


def test_nobody_is_offered_a_text_who_is_on_the_phone(world: World) -> None:
    ada = world.volunteer("Ada", capacity=3)
    contact = rung(world, held(world), ada)
    assert world.store.contacts.answer(contact, ada.id, {}, now=NOW, plan={}) == "answered"
    asked = world.store.contacts.offer(
        world.contact(), [ada.id], at_once=1, lapses_at=LATER, now=NOW, plan={}
    )
    assert asked == []


@pytest.mark.parametrize("how", [Tried.BUSY, Tried.FAILED, Tried.WITHDRAWN, Tried.DROPPED])
def test_a_phone_that_was_busy_is_left_alone_for_a_minute_and_nothing_but_a_miss_is_counted(
    world: World, how: Tried
) -> None:
    ada = world.volunteer("Ada")
    contact = rung(world, held(world), ada)
    with world.changes() as changed:
        word = world.store.contacts.leave_offer(contact, ada.id, how, now=NOW, plan={})
    assert word == "left"
    rests = {"wrapping_until": str(AT + 60_000)} if how is Tried.BUSY else None
    assert changed.get("volunteer:vada") == rests
    assert changed["due"].get("volunteer:vada") == (AT + 60_000 if rests else None)
    assert world.again(ada).misses == 0


# --- places


def test_whoever_lost_a_peer_in_a_call_is_next_and_their_place_stays_what_it_was(
    world: World,
) -> None:
    ada, bo = world.volunteer("Ada"), world.volunteer("Bo")
    first, second, third = (held(world, at=NOW + timedelta(seconds=n)) for n in range(3))
    talks = []
    for waits, peer in ((second, ada), (third, bo)):
        contact = rung(world, waits, peer)
        assert world.store.contacts.answer(contact, peer.id, {}, now=NOW, plan={}) == "answered"
        talks.append(world.read(contact))
    for contact in reversed(talks):
        held_again = keep_call(world, contact, Call(Stage.HELD, room="a room"))
        word = world.store.contacts.requeue(
            held_again, now=LATER, plan={}, how=Tried.DROPPED, fields={"rank": "1"}
        )
        assert word == "requeued"

    assert world.store.contacts.waiting() == [second.id, third.id, first.id]
    again = world.read(second)
    assert (again.state, again.since, again.rank) == (State.WAITING, second.since, 1)
    assert world.again(ada).talks == {}
    assert world.again(ada).wrapping_until == LATER  # at once: they are rung back
    figures = world.store.counts.figures(LATER, grace=timedelta(hours=1))
    assert figures.contacts == {"waiting": 3, "offered": 0, "active": 0}
    assert figures.longest_wait_since == NOW


def test_what_a_transition_orders_of_a_forgotten_leg_leaves_nothing_behind(world: World) -> None:
    contact, gone = held(world), LegId("gforgotten")
    plan = {"kept": Effects(legs=(Order(gone, SAY),))}
    assert world.store.contacts.keep(contact, {}, now=NOW, plan=plan) == "kept"
    assert world.store.legs.get(gone) is None
    assert world.store.legs.lease(gone, now=NOW).word == "over"
    assert f"leg:{gone}" not in world.dump()
    assert f"leg:{gone}" not in world.due()
