"""A leg is placed once, in one hand at a time; what is told of it in any order is kept as far as it is news."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.store.calling import a_leg, a_sid, again, held, leave, order, placed, rung, told
from tests.store.calling import leg_to as leg_of
from tests.store.shows import shows
from tests.store.world import AT, LATER, MAIN, NOW, World
from warmline.ids import CallSid, LegId, PageId
from warmline.routing.contact import Contact
from warmline.routing.leg import HANG_UP, Fate, Leg, LegState, Side
from warmline.routing.leg import NOW as SAY
from warmline.store.effects import Effects, NewLeg
from warmline.store.keys import LEG_SECONDS
from warmline.store.legs import LEASE, PLACING_TAKES

LEASED = LEASE // timedelta(milliseconds=1)
LATE = NOW + LEASE + timedelta(milliseconds=1)


@pytest.fixture
def ringing(world: World) -> tuple[Contact, Leg]:
    """A caller, and a leg that is to ring a volunteer."""
    ada = world.volunteer("Ada")
    contact = rung(world, held(world), ada)
    return contact, leg_of(world, contact, ada.id)


@shows("lease_leg", "place", "busy", "doubt")
def test_a_leg_is_placed_by_one_and_in_doubt_when_nobody_says_how_that_went(
    world: World, ringing: tuple[Contact, Leg]
) -> None:
    _, leg = ringing
    with world.changes() as changed:
        in_hand = world.store.legs.lease(leg.id, now=NOW)
    assert in_hand.word == "place"
    assert in_hand.place_before == NOW + LEASE - PLACING_TAKES
    assert changed == {
        f"leg:{leg.id}": {
            "state": "placing",
            "tried": str(AT),
            "attempts": "1",
            "lease": str(AT + LEASED),
            "token": in_hand.token,
        },
        "due": {f"leg:{leg.id}": AT + LEASED},
    }
    with world.changes() as changed:
        assert world.store.legs.lease(leg.id, now=NOW).word == "busy"
    assert changed == {}
    assert world.store.legs.lease(leg.id, now=LATE).word == "doubt"
    assert leave(world, leg, in_hand, "noted", sid=CallSid("CAit")) == "not_yours"
    assert again(world, leg).sid == "CAit"  # what is known is known, whoever found it


@shows("leave_leg", "left", "not_yours")
@shows("lease_leg", "check", "later")
def test_whoever_has_placed_it_notes_its_name_and_it_is_looked_at_when_nobody_tells(
    world: World, ringing: tuple[Contact, Leg]
) -> None:
    _, leg = ringing
    in_hand = world.store.legs.lease(leg.id, now=NOW)
    assert leave(world, leg, in_hand, "again", look=LATER) == "left"
    assert again(world, leg).state is LegState.QUEUED
    assert world.due()[f"leg:{leg.id}"] == 90_000
    assert world.store.legs.lease(leg.id, now=NOW).word == "later"
    in_hand = world.store.legs.lease(leg.id, now=LATER)
    assert in_hand.word == "place"

    sid = a_sid()
    with world.changes() as changed:
        assert leave(world, leg, in_hand, "noted", sid=sid) == "left"
    gone = dict.fromkeys(("lease", "token"))
    assert changed == {
        f"leg:{leg.id}": {"state": "placed", "sid": sid, **gone},
        "due": {f"leg:{leg.id}": AT + 90_000},
        f"call:{sid}": leg.id,
    }
    assert leave(world, leg, in_hand, "again") == "not_yours"
    assert world.store.legs.lease(leg.id, now=LATER).word == "check"
    assert again(world, leg).attempts == 2


@shows("leave_leg", "ordered")
@shows("lease_leg", "obey")
def test_an_order_that_comes_while_it_is_placed_is_obeyed_once_it_is(
    world: World, ringing: tuple[Contact, Leg]
) -> None:
    contact, leg = ringing
    in_hand = world.store.legs.lease(leg.id, now=NOW)
    contact = order(world, contact, leg.id, HANG_UP)
    assert leave(world, leg, in_hand, "noted", sid=a_sid()) == "ordered"
    assert world.due()[f"leg:{leg.id}"] == -AT  # at once
    obeying = world.store.legs.lease(leg.id, now=NOW)
    assert obeying.word == "obey"
    order(world, contact, leg.id, SAY)  # another one meanwhile
    assert leave(world, leg, obeying, "obeyed", order=HANG_UP) == "ordered"
    obeying = world.store.legs.lease(leg.id, now=NOW)
    assert leave(world, leg, obeying, "obeyed", order=SAY) == "left"
    assert again(world, leg).order == ""


@shows("lease_leg", "tell")
def test_what_is_to_be_announced_comes_after_orders(
    world: World, ringing: tuple[Contact, Leg]
) -> None:
    _, leg = ringing
    leg = placed(world, leg)
    key = world.keys.leg(leg.id)
    world.store.connection.hset(key, mapping={"tell": "hint", "order": SAY})
    in_hand = world.store.legs.lease(leg.id, now=NOW)
    assert in_hand.word == "obey"
    assert leave(world, leg, in_hand, "obeyed", order=SAY) == "ordered"
    in_hand = world.store.legs.lease(leg.id, now=NOW)
    assert in_hand.word == "tell"
    assert leave(world, leg, in_hand, "told", order="another") == "ordered"
    in_hand = world.store.legs.lease(leg.id, now=NOW)
    assert leave(world, leg, in_hand, "told", order="hint") == "left"
    assert again(world, leg).tell == ""


@shows("lease_leg", "spared", "over")
@shows("leave_leg", "over")
def test_a_leg_that_nobody_wants_before_it_is_placed_never_is(
    world: World, ringing: tuple[Contact, Leg]
) -> None:
    contact, leg = ringing
    order(world, contact, leg.id, HANG_UP)
    assert world.store.legs.lease(leg.id, now=NOW).word == "spared"
    spared = again(world, leg)
    assert (spared.state, spared.fate, spared.to, spared.attempts) == (
        LegState.OVER,
        Fate.SPARED,
        None,
        0,
    )
    assert f"leg:{leg.id}" not in world.due()
    in_hand = world.store.legs.lease(leg.id, now=NOW)
    assert in_hand.word == "over"
    with world.changes() as changed:
        assert leave(world, leg, in_hand, "noted", sid=a_sid()) == "over"
    assert changed == {}


def test_two_legs_never_have_the_same_call(world: World) -> None:
    ada, bo = world.volunteer("Ada"), world.volunteer("Bo")
    contact = rung(world, held(world), ada, bo)
    first, second = leg_of(world, contact, ada.id), leg_of(world, contact, bo.id)
    sid, other = a_sid(), a_sid()
    for leg, has in ((first, sid), (second, None)):
        in_hand = world.store.legs.lease(leg.id, now=NOW)
        assert leave(world, leg, in_hand, "noted", sid=sid) == "left"
        assert again(world, leg).sid == has
    assert world.store.legs.unknown([sid, other]) == [other]
    assert world.store.legs.unknown([]) == []
    assert told(world, second, "placed", other) == "known"
    assert world.store.legs.unknown([sid, other]) == []


def test_since_when_it_rings_is_kept_once_and_wakes_nobody(
    world: World, ringing: tuple[Contact, Leg]
) -> None:
    _, leg = ringing
    placed(world, leg)
    with world.changes() as changed:
        assert told(world, leg, "rang", again(world, leg).sid or a_sid()) == "known"
    assert changed == {f"leg:{leg.id}": {"rang": str(AT)}}
    with world.changes() as changed:
        assert told(world, leg, "rang", again(world, leg).sid or a_sid(), now=LATER) == "known"
    assert again(world, leg).rang == NOW


# --- what the provider tells


@shows("hear_of_leg", "news", "known")
def test_what_is_told_is_kept_in_any_order_and_its_contact_is_looked_at(
    world: World, ringing: tuple[Contact, Leg]
) -> None:
    contact, leg = ringing
    world.store.contacts.rest(contact, LATER, now=NOW)
    sid = a_sid()
    with world.changes() as changed:
        assert told(world, leg, "answered", sid) == "news"
    assert changed.pop("bell")[-1] == world.keys.contact(contact.id)
    assert changed == {
        f"leg:{leg.id}": {"state": "placed", "sid": sid, "answered": str(AT)},
        "due": {f"contact:{contact.id}": AT, f"leg:{leg.id}": AT + 60_000},
        f"call:{sid}": leg.id,
    }
    for old in ("placed", "answered"):
        with world.changes() as changed:
            assert told(world, leg, old, sid) == "known"
        assert changed == {}
    assert told(world, leg, "joined", sid, conference="CFx") == "news"
    joined = again(world, leg)
    assert (joined.joined, joined.conference) == (NOW, "CFx")
    assert told(world, leg, "left", sid) == "known"
    assert again(world, leg).joined is None


def test_a_leg_that_is_over_holds_no_number_and_stays_over(
    world: World, ringing: tuple[Contact, Leg]
) -> None:
    contact, leg = ringing
    leg = placed(world, leg)
    order(world, contact, leg.id, HANG_UP)
    number = leg.to
    assert number is not None
    assert number.e164 in repr(world.dump()[f"leg:{leg.id}"])
    with world.changes() as changed:
        assert told(world, leg, "over", fate=Fate.NO_ANSWER) == "news"
    assert changed.pop("bell")[-1] == world.keys.contact(contact.id)
    assert changed == {
        f"leg:{leg.id}": {
            "state": "over",
            "fate": "no-answer",
            "ended": str(AT),
            "to": None,
            "order": None,
        },
        "due": {f"contact:{contact.id}": AT, f"leg:{leg.id}": None},
    }
    assert number.e164 not in repr(world.dump()[f"leg:{leg.id}"])
    assert 0 < world.seconds_to_live(world.keys.leg(leg.id)) <= LEG_SECONDS
    for late in ("answered", "joined", "over", "placed"):
        with world.changes() as changed:
            assert told(world, leg, late, fate=Fate.BUSY) == "known"
        assert changed == {}


@shows("hear_of_leg", "news")
def test_what_is_told_of_a_leg_that_belongs_to_nobody_disturbs_nobody(world: World) -> None:
    plan = {"answered": Effects(legs=(NewLeg(LegId("gmine"), Side.COORDINATOR, MAIN, MAIN),))}
    world.store.transitions.run("answer_text", now=NOW, plan=plan)
    leg = world.store.legs.get(LegId("gmine"))
    assert leg
    with world.changes() as changed:
        assert told(world, leg, "answered") == "news"
    assert "bell" not in changed
    assert changed["due"] == {"leg:gmine": AT + 60_000}


@shows("hear_of_leg", "unknown")
def test_what_is_told_of_another_call_or_a_forgotten_leg_changes_nothing(
    world: World, ringing: tuple[Contact, Leg]
) -> None:
    _, leg = ringing
    leg = placed(world, leg)
    with world.changes() as changed:
        assert told(world, leg, "over", a_sid(), fate=Fate.BUSY) == "unknown"
        world.store.connection.delete(world.keys.leg(LegId("gnone")))
        stranger = Leg(LegId("gnone"), Side.PEER, LegState.PLACED, leg.sender)
        assert told(world, stranger, "over", fate=Fate.BUSY) == "unknown"
    assert changed == {}


def test_a_leg_in_doubt_of_which_news_comes_obeys_at_once(
    world: World, ringing: tuple[Contact, Leg]
) -> None:
    contact, leg = ringing
    world.store.legs.lease(leg.id, now=NOW)
    order(world, contact, leg.id, HANG_UP)
    assert told(world, leg, "placed") == "known"
    assert world.due()[f"leg:{leg.id}"] == 0
    assert world.store.legs.lease(leg.id, now=LATE).word == "obey"


def test_a_leg_may_belong_to_a_page_and_wait_for_its_moment(world: World) -> None:
    ada, page = world.volunteer("Ada"), PageId("p1")
    about = a_leg(world, held(world), ada)
    later = NewLeg(
        about.id, Side.COORDINATOR, about.sender, ada.number, page=page, not_before=LATER
    )
    plan = {"answered": Effects(legs=(later,))}
    assert world.store.transitions.run("answer_text", now=NOW, plan=plan) == "answered"
    (leg,) = world.store.legs.of(page)
    assert (leg.page, leg.contact, leg.side) == (page, None, Side.COORDINATOR)
    assert world.due()[f"leg:{leg.id}"] == 90_000
    assert world.store.legs.lease(leg.id, now=NOW).word == "later"
    assert world.store.legs.lease(leg.id, now=LATER).word == "place"
    assert world.store.legs.get_all([]) == []
    assert 0 < world.seconds_to_live(world.keys.legs(page)) <= 7 * 24 * 3600
