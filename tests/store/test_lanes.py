"""Texts on their way out: in order for each phone, one in hand at a time, each sent once."""

from __future__ import annotations

from datetime import timedelta

from tests.store.shows import shows
from tests.store.world import AT, MAIN, NOW, World
from warmline.clock import milliseconds
from warmline.ids import CallerKey, ContactId, MessageSid, VolunteerId
from warmline.store.effects import Purpose
from warmline.store.keys import PERSON_SECONDS
from warmline.store.outbox import ASK_FATE_AFTER, LEASE

SID = MessageSid("SM1")
LEASED = LEASE // timedelta(milliseconds=1)
ASKED = ASK_FATE_AFTER // timedelta(milliseconds=1)
LATER = NOW + timedelta(minutes=1)


def test_a_text_is_read_as_it_was_written(world: World) -> None:
    caller, number = CallerKey("somebody"), world.number()
    (text,) = world.queue(
        "hello \U0001f614",
        to=number,
        purpose=Purpose.TO_PEER,
        contact=ContactId("c1"),
        caller=caller,
        volunteer=VolunteerId("v1"),
    )
    assert (text.number, text.sender, text.body) == (number, MAIN, "hello \U0001f614")
    assert (text.purpose, text.contact, text.caller) == (Purpose.TO_PEER, "c1", caller)
    assert (text.volunteer, text.attempts, text.sid, text.code) == ("v1", 0, None, None)
    assert number.e164 not in repr(text)
    assert "hello" not in repr(text)


@shows("lease_text", "leased")
def test_the_first_of_a_lane_is_taken_in_hand(world: World) -> None:
    first, _ = world.queue("one", "two")
    with world.changes() as changed:
        lease = world.store.outbox.lease(first, now=NOW)

    assert lease.word == "leased"
    assert changed == {
        f"out:{first.id}": {
            "state": "sending",
            "lease": str(AT + LEASED),
            "token": lease.token,
            "tried": str(AT),
            "attempts": "1",
        },
        "due": {f"lane:{first.recipient}": AT + LEASED},
    }


@shows("lease_text", "busy", "unsure")
def test_nobody_else_takes_it_until_the_lease_runs_out_and_then_the_provider_is_asked_first(
    world: World,
) -> None:
    text, lease = world.leased()
    with world.changes() as changed:
        for moment in (NOW, NOW + LEASE - timedelta(milliseconds=1)):
            assert world.store.outbox.lease(text, now=moment).word == "busy"
    assert changed == {}

    with world.changes() as changed:
        second = world.store.outbox.lease(text, now=NOW + LEASE)
    assert second.word == "unsure"
    assert second.token != lease.token
    assert changed == {
        f"out:{text.id}": {"lease": str(AT + 2 * LEASED), "token": second.token},
        "due": {f"lane:{text.recipient}": AT + 2 * LEASED},
    }


@shows("lease_text", "moved")
def test_a_text_that_is_not_first_waits_for_its_turn(world: World) -> None:
    _, second = world.queue("one", "two")
    with world.changes() as changed:
        assert world.store.outbox.lease(second, now=NOW).word == "moved"
    assert changed == {}


@shows("note_sent", "noted")
def test_what_the_provider_took_leaves_its_lane_and_the_next_may_go(world: World) -> None:
    first, second = world.queue("one", "two", caller=CallerKey("somebody"))
    world.store.outbox.lease(first, now=NOW)
    with world.changes() as changed:
        assert world.store.outbox.note_sent(first, SID, now=LATER) == "noted"

    assert changed == {
        f"out:{first.id}": {"sid": "SM1", "state": "sent", "lease": None, "token": None},
        f"lane:{first.recipient}": [second.id],
        f"sids:{first.recipient}": ["SM1"],
        "sids:somebody": ["SM1"],
        "due": {
            f"lane:{first.recipient}": milliseconds(LATER),
            f"out:{first.id}": milliseconds(LATER) + ASKED,
        },
    }
    assert world.store.outbox.first(first.recipient) == second.id
    assert world.store.outbox.known_sids(first.recipient) == {"SM1"}
    for key in (first.recipient, CallerKey("somebody")):
        assert 0 < world.seconds_to_live(world.keys.sids(key)) <= PERSON_SECONDS


def test_the_last_one_takes_its_lane_off_the_list(world: World) -> None:
    text, _ = world.leased()
    world.store.outbox.note_sent(text, SID, now=NOW)

    assert world.store.outbox.first(text.recipient) is None
    assert world.due() == {f"out:{text.id}": ASKED}


@shows("note_sent", "known")
def test_a_second_note_of_the_same_text_changes_nothing(world: World) -> None:
    text, _ = world.leased()
    world.store.outbox.note_sent(text, SID, now=NOW)
    with world.changes() as changed:
        assert world.store.outbox.note_sent(text, SID, now=LATER) == "known"
        assert world.store.outbox.note_sent(text, MessageSid("SM2"), now=LATER) == "known"
    assert changed == {}


@shows("put_back", "put_back")
@shows("lease_text", "later")
def test_a_text_put_back_goes_out_when_its_moment_comes_and_holds_the_others_until_then(
    world: World,
) -> None:
    first, second = world.queue("one", "two")
    lease = world.store.outbox.lease(first, now=NOW)
    with world.changes() as changed:
        word = world.store.outbox.put_back(first, lease.token, now=NOW, again=LATER, code=30001)
    assert word == "put_back"
    assert changed == {
        f"out:{first.id}": {
            "state": "queued",
            "not_before": str(milliseconds(LATER)),
            "code": "30001",
            "lease": None,
            "token": None,
        },
        "due": {f"lane:{first.recipient}": milliseconds(LATER)},
    }

    with world.changes() as changed:
        assert world.store.outbox.lease(first, now=NOW).word == "later"
        assert world.store.outbox.lease(second, now=NOW).word == "moved"
    assert changed == {}
    assert world.store.outbox.lease(first, now=LATER).word == "leased"
    again = world.store.outbox.get(first.id)
    assert again is not None
    assert again.attempts == 2


@shows("put_back", "failed")
def test_a_text_that_will_never_go_makes_way_and_its_consequences_are_due(world: World) -> None:
    first, second = world.queue("one", "two")
    lease = world.store.outbox.lease(first, now=NOW)
    with world.changes() as changed:
        word = world.store.outbox.put_back(first, lease.token, now=NOW, again=None, code=21211)

    assert word == "failed"
    assert changed == {
        f"out:{first.id}": {"state": "failed", "code": "21211", "lease": None, "token": None},
        f"lane:{first.recipient}": [second.id],
        "due": {f"lane:{first.recipient}": AT, f"out:{first.id}": AT},
        "bell": [world.keys.out(first.id)],
    }


@shows("put_back", "not_yours")
def test_whoever_lost_the_lease_cannot_put_it_back(world: World) -> None:
    text, old = world.leased()
    world.store.outbox.lease(text, now=NOW + LEASE)
    with world.changes() as changed:
        for again in (LATER, None):
            word = world.store.outbox.put_back(text, old.token, now=LATER, again=again, code=None)
            assert word == "not_yours"
    assert changed == {}


@shows("look_again", "looking")
def test_a_text_in_doubt_is_looked_into_at_its_moment_and_not_before(world: World) -> None:
    text, lease = world.leased()
    soon = NOW + timedelta(seconds=2)
    with world.changes() as changed:
        assert world.store.outbox.look_again(text, lease.token, soon) == "looking"
    assert changed == {
        f"out:{text.id}": {"lease": str(milliseconds(soon))},
        "due": {f"lane:{text.recipient}": milliseconds(soon)},
    }
    assert world.store.outbox.lease(text, now=NOW).word == "busy"
    assert world.store.outbox.lease(text, now=soon).word == "unsure"


@shows("look_again", "moved")
def test_a_doubt_that_a_status_has_settled_leaves_no_empty_lane_on_the_list(world: World) -> None:
    text, lease = world.leased()
    world.store.outbox.note_status(text.id, SID, "sent", None, now=NOW)
    with world.changes() as changed:
        assert world.store.outbox.look_again(text, lease.token, LATER) == "moved"

    assert changed == {}
    assert world.due() == {f"out:{text.id}": ASKED}


@shows("look_again", "not_yours")
def test_whoever_was_held_up_does_not_shorten_the_lease_of_the_next(world: World) -> None:
    text, old = world.leased()
    world.store.outbox.lease(text, now=NOW + LEASE)
    with world.changes() as changed:
        assert world.store.outbox.look_again(text, old.token, LATER) == "not_yours"
    assert changed == {}


def test_a_lane_of_many_keeps_its_order_through_failures_and_doubts(world: World) -> None:
    texts = world.queue(*(f"words {n}" for n in range(6)))
    now = NOW
    went: list[str] = []
    while first := world.store.outbox.first(texts[0].recipient):
        text = world.store.outbox.get(first)
        assert text is not None
        lease = world.store.outbox.lease(text, now=now)
        if text.attempts == 0 and len(went) == 2:  # busy once, then again
            world.store.outbox.put_back(text, lease.token, now=now, again=now, code=20429)
        elif text.attempts == 0 and len(went) == 4:  # in doubt, then not sent after all
            now += LEASE
            lease = world.store.outbox.lease(text, now=now)
            assert lease.word == "unsure"
            world.store.outbox.put_back(text, lease.token, now=now, again=now, code=None)
        else:
            world.store.outbox.note_sent(text, MessageSid(f"SM{len(went)}"), now=now)
            went.append(text.body)
    assert went == [f"words {n}" for n in range(6)]
