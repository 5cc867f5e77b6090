"""What the provider says became of a text: in any order, any number of times, and never going back."""

from __future__ import annotations

import itertools
from datetime import timedelta

import pytest

from tests.store.shows import shows
from tests.store.world import AT, NOW, World
from warmline.clock import milliseconds
from warmline.ids import MessageSid, TextId
from warmline.store.effects import Effects, Purpose
from warmline.store.keys import SENT_SECONDS
from warmline.store.outbox import ASK_FATE_AFTER, Queued

SID, SECOND = MessageSid("SM1"), MessageSid("SM2")
LATER = NOW + timedelta(minutes=1)
ASKED = ASK_FATE_AFTER // timedelta(milliseconds=1)
STATUSES = ("queued", "sending", "sent", "delivered")


def told(world: World, text: Queued, status: str, *, code: int | None = None) -> str:
    return world.store.outbox.note_status(text.id, SID, status, code, now=LATER)


def state(world: World, text: Queued) -> str:
    return str(world.store.connection.hget(world.keys.out(text.id), "state") or "delivered")


@shows("note_status", "noted")
def test_a_delivered_text_is_forgotten_at_once(world: World) -> None:
    text = world.sent(SID)
    with world.changes() as changed:
        assert told(world, text, "delivered") == "noted"

    assert changed == {
        f"out:{text.id}": dict.fromkeys(changed[f"out:{text.id}"]),
        "due": {f"out:{text.id}": None},
    }
    assert not world.store.connection.exists(world.keys.out(text.id))
    assert world.store.outbox.get(text.id) is None


@pytest.mark.parametrize("status", ["failed", "undelivered"])
def test_a_text_that_failed_on_its_way_is_followed_up_at_once(world: World, status: str) -> None:
    text = world.sent(SID)
    with world.changes() as changed:
        assert told(world, text, status, code=30003) == "noted"

    assert changed == {
        f"out:{text.id}": {"state": status, "code": "30003", "failed": str(milliseconds(LATER))},
        "due": {f"out:{text.id}": milliseconds(LATER)},
        "bell": [world.keys.out(text.id)],
    }


@shows("note_status", "known")
@pytest.mark.parametrize("order", list(itertools.permutations(STATUSES)))
def test_in_whatever_order_they_come_a_status_never_goes_back(
    world: World, order: tuple[str, ...]
) -> None:
    text = world.sent(SID)
    best = STATUSES.index("sent")
    for status in [s for s in order for _ in range(2)]:
        told(world, text, status)
        best = max(best, STATUSES.index(status))
        assert state(world, text) == STATUSES[best]
    assert "due" not in world.dump()


@pytest.mark.parametrize("first", ["delivered", "failed", "undelivered"])
@pytest.mark.parametrize("then", ["delivered", "failed", "undelivered", "sent", "accepted"])
def test_the_first_fate_is_final(world: World, first: str, then: str) -> None:
    text = world.sent(SID)
    told(world, text, first)
    with world.changes() as changed:
        assert told(world, text, then) == ("unknown" if first == "delivered" else "known")
    assert changed == {}


@shows("note_status", "unknown")
def test_a_status_of_a_text_that_is_not_ours_is_left_alone(world: World) -> None:
    with world.changes() as changed:
        word = world.store.outbox.note_status(TextId("tx"), SID, "sent", None, now=NOW)
    assert word == "unknown"
    assert changed == {}


@pytest.mark.parametrize("status", ["queued", "sending", "sent", "accepted"])
def test_a_status_that_comes_before_the_note_is_the_note_and_its_fate_is_still_asked_for(
    world: World, status: str
) -> None:
    text, _ = world.leased()
    with world.changes() as changed:
        assert told(world, text, status) == "noted"

    assert changed == {
        f"out:{text.id}": {"sid": "SM1", "state": "sent", "lease": None, "token": None},
        f"lane:{text.recipient}": None,
        f"sids:{text.recipient}": ["SM1"],
        "due": {f"lane:{text.recipient}": None, f"out:{text.id}": milliseconds(LATER) + ASKED},
    }
    with world.changes() as changed:
        assert world.store.outbox.note_sent(text, SID, now=LATER) == "known"
    assert changed == {}


def test_a_fate_that_comes_before_the_note_is_both(world: World) -> None:
    first, second = world.queue("one", "two")
    world.store.outbox.lease(first, now=NOW)
    assert told(world, first, "delivered") == "noted"

    assert world.store.outbox.first(first.recipient) == second.id
    assert world.due() == {f"lane:{first.recipient}": 60000}
    assert world.store.outbox.note_sent(first, SID, now=LATER) == "known"


@shows("send_again", "queued")
def test_a_text_goes_out_once_more_at_the_end_of_its_lane(world: World) -> None:
    text = world.sent(SID)
    told(world, text, "undelivered", code=30003)
    (other,) = world.queue("another", to=text.number)
    with world.changes() as changed:
        assert world.store.outbox.send_again(text, now=LATER) == "queued"

    assert changed == {
        f"out:{text.id}": {
            "state": "queued",
            "sid": None,
            "code": None,
            "failed": None,
            "earlier": " SM1",
        },
        f"lane:{text.recipient}": [other.id, text.id],
        "due": {f"out:{text.id}": None},
    }


@shows("send_again", "already")
def test_it_goes_out_once_more_only_once_for_each_failure(world: World) -> None:
    text = world.sent(SID)
    with world.changes() as changed:
        assert world.store.outbox.send_again(text, now=LATER) == "already"
    assert changed == {}
    told(world, text, "failed")
    assert world.store.outbox.send_again(text, now=LATER) == "queued"
    with world.changes() as changed:
        assert world.store.outbox.send_again(text, now=LATER) == "already"
    assert changed == {}


@pytest.mark.parametrize("status", ["sent", "delivered", "undelivered", "failed"])
def test_a_late_status_of_the_failed_try_does_not_stop_the_next_one(
    world: World, status: str
) -> None:
    text = world.sent(SID)
    told(world, text, "undelivered", code=30003)
    world.store.outbox.send_again(text, now=LATER)
    with world.changes() as changed:
        assert told(world, text, status) == "known"
    assert changed == {}
    assert world.store.outbox.lease(text, now=LATER).word == "leased"

    world.store.outbox.note_sent(text, SECOND, now=LATER)
    with world.changes() as changed:
        assert told(world, text, status) == "known"
    assert changed == {}
    word = world.store.outbox.note_status(text.id, SECOND, "delivered", None, now=LATER)
    assert word == "noted"


@shows("settle_text", "settled")
def test_a_settled_text_keeps_no_words_and_is_forgotten_after_a_while(world: World) -> None:
    text = world.sent(SID)
    told(world, text, "failed")
    plan = {"settled": Effects(journal={"event": "not_delivered"})}
    with world.changes() as changed:
        assert world.store.outbox.settle(text.id, plan, now=LATER) == "settled"

    assert changed == {
        f"out:{text.id}": {"state": "settled", "body": None, "to": None},
        "due": {f"out:{text.id}": None},
        "journal": [{"event": "not_delivered"}],
    }
    assert 0 < world.seconds_to_live(world.keys.out(text.id)) <= SENT_SECONDS


@shows("settle_text", "already")
def test_consequences_are_written_once_and_no_status_comes_after_them(world: World) -> None:
    text = world.sent(SID)
    plan = {"settled": Effects(journal={"event": "not_delivered"})}
    with world.changes() as changed:
        assert world.store.outbox.settle(text.id, plan, now=LATER) == "already"
    assert changed == {}
    told(world, text, "failed")
    world.store.outbox.settle(text.id, plan, now=LATER)
    with world.changes() as changed:
        assert world.store.outbox.settle(text.id, plan, now=LATER) == "already"
        for status in (*STATUSES, "failed", "undelivered"):
            assert told(world, text, status) == "known"
    assert changed == {}


def test_a_text_that_nobody_tells_of_can_be_settled_but_not_while_it_waits_in_its_lane(
    world: World,
) -> None:
    text = world.sent(SID)
    told(world, text, "undelivered")
    world.store.outbox.send_again(text, now=LATER)
    unheard = "sending,sent,queued"
    with world.changes() as changed:
        assert world.store.outbox.settle(text.id, {}, now=NOW, states=unheard) == "already"
    assert changed == {}
    world.store.outbox.note_sent(text, SECOND, now=NOW)
    assert world.store.outbox.settle(text.id, {}, now=NOW, states=unheard) == "settled"


def test_a_refused_text_has_no_name_at_the_provider_and_is_settled_all_the_same(
    world: World,
) -> None:
    text, lease = world.leased()
    world.store.outbox.put_back(text, lease.token, now=NOW, again=None, code=21610)
    assert world.due() == {f"out:{text.id}": 0}

    assert world.store.outbox.settle(text.id, {}, now=NOW) == "settled"
    assert "due" not in world.dump()
    assert milliseconds(NOW) == AT


@shows("settle_text", "moved")
def test_words_that_no_peer_got_wait_for_the_next_one_while_the_contact_is_as_it_was(
    world: World,
) -> None:
    contact = world.contact(words=())
    text = world.sent(SID, body="unheard")
    told(world, text, "failed")
    world.store.contacts.keep(contact, {}, now=NOW, plan={})
    with world.changes() as changed:
        word = world.store.outbox.settle(text.id, {}, now=NOW, contact=contact, keep_words=True)
    assert word == "moved"
    assert changed == {}

    word = world.store.outbox.settle(
        text.id, {}, now=NOW, contact=world.read(contact), keep_words=True
    )
    assert word == "settled"
    assert world.store.contacts.words(contact.id) == ("unheard",)


def test_words_that_come_back_stand_where_they_were_said_however_late_they_fail(
    world: World,
) -> None:
    contact = world.contact(words=())
    to = world.number()
    texts = world.queue("one", "two", "three", to=to, purpose=Purpose.TO_PEER, contact=contact.id)
    world.store.contacts.keep(contact, {}, now=LATER, plan={}, words=("four", "five"))
    for text in texts:
        world.store.outbox.lease(text, now=NOW)
        world.store.outbox.note_sent(text, MessageSid(f"SM{text.body}"), now=NOW)
    for text in (texts[2], texts[0], texts[1]):
        sid = MessageSid(f"SM{text.body}")
        assert world.store.outbox.note_status(text.id, sid, "failed", 30005, now=LATER) == "noted"
        now_is = world.read(contact)
        word = world.store.outbox.settle(text.id, {}, now=LATER, contact=now_is, keep_words=True)
        assert word == "settled"

    assert world.store.contacts.words(contact.id) == ("one", "two", "three", "four", "five")


def test_words_that_came_to_wait_first_stay_first_whatever_the_clock_of_their_worker(
    world: World,
) -> None:
    contact = world.contact(words=())
    for words, at in (("one", LATER), ("two", NOW), ("three", NOW), ("four", LATER)):
        now_is = world.read(contact)
        world.store.contacts.keep(now_is, {}, now=at, plan={}, words=(words,))

    assert world.store.contacts.words(contact.id) == ("one", "two", "three", "four")
