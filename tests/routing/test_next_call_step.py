"""What a contact by voice needs now: never nothing while it is open, whatever became of its legs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.routing.calling import (
    ADA,
    BO,
    CRISIS,
    HERE,
    LATER,
    PEER,
    WITH_PEER,
    a_call,
    a_caller,
    a_leg,
    a_talk,
    after,
    over,
    rings,
    step,
)
from tests.routing.people import NOW
from warmline.ids import LegId
from warmline.routing.call import WAITS, Stage
from warmline.routing.call_steps import (
    CallerDropped,
    CallerLeft,
    CallOff,
    CallStep,
    CloseAbandoned,
    GiveUpRingingBack,
    HangUp,
    MessageLeft,
    NotReached,
    RangInVain,
    StartOver,
)
from warmline.routing.contact import Contact, State, Tried
from warmline.routing.leg import HANG_UP, Fate, LegState, Side
from warmline.routing.next_call_step import may_be_taken
from warmline.routing.next_step import Nothing, TellPatience, Wait
from warmline.routing.nobody_there import HEARS_CHOICES, Around, NobodyIsThere


def test_a_call_that_is_closed_needs_nothing() -> None:
    assert step(a_caller(state=State.CLOSED), over()) == Nothing()


# --- peers are rung


def test_while_a_phone_rings_it_is_waited_for_until_the_offer_lapses() -> None:
    contact = a_caller(state=State.OFFERED, offered={ADA: after(20)})
    assert step(contact, HERE, rings()) == Wait(after(20))
    assert step(contact, HERE, rings(), at=20) == RangInVain(ADA, Tried.MISSED)


def test_the_time_of_an_offer_begins_when_the_provider_rings_the_phone() -> None:
    contact = a_caller(state=State.OFFERED, offered={ADA: after(20)})
    in_turn, rang = rings(rang=None), rings(rang=after(15))
    ring_for = contact.policy.ring_for.total_seconds()
    assert isinstance(step(contact, HERE, in_turn, at=20), Wait)
    assert step(contact, HERE, in_turn, at=20 + ring_for) == RangInVain(ADA, Tried.WITHDRAWN)
    assert isinstance(step(contact, HERE, rang, at=14 + ring_for), Wait)
    assert step(contact, HERE, rang, at=15 + ring_for) == RangInVain(ADA, Tried.MISSED)


def test_whoever_was_never_rung_has_missed_nothing() -> None:
    contact = a_caller(state=State.OFFERED, offered={ADA: NOW})
    for state in (LegState.QUEUED, LegState.PLACING):
        unplaced = a_leg(PEER, Side.PEER, state, volunteer=ADA)
        assert step(contact, HERE, unplaced) == RangInVain(ADA, Tried.WITHDRAWN)


@pytest.mark.parametrize(
    ("fate", "how"),
    [
        (Fate.BUSY, Tried.BUSY),
        (Fate.FAILED, Tried.FAILED),
        (Fate.NO_ANSWER, Tried.MISSED),
        (Fate.COMPLETED, Tried.MISSED),  # answered, and nobody pressed 1: perhaps a machine
        (Fate.SPARED, Tried.WITHDRAWN),
        (Fate.CANCELED, Tried.WITHDRAWN),
        (None, Tried.MISSED),
    ],
)
def test_how_a_leg_ended_says_how_they_did_not_take_it(fate: Fate | None, how: Tried) -> None:
    contact = a_caller(state=State.OFFERED, offered={ADA: after(20), BO: after(20)})
    ended = over(PEER, Side.PEER, volunteer=ADA, fate=fate)
    still = rings(BO, LegId("gbo"))
    assert step(contact, HERE, ended, still) == RangInVain(ADA, how)


def test_of_several_legs_to_one_volunteer_the_last_one_counts() -> None:
    contact = a_caller(state=State.OFFERED, offered={ADA: after(20)})
    first = over(LegId("g1"), Side.PEER, volunteer=ADA, fate=Fate.NO_ANSWER, tried=None)
    second = over(LegId("g2"), Side.PEER, volunteer=ADA, fate=Fate.BUSY, tried=after(5))
    third = over(LegId("g3"), Side.PEER, volunteer=ADA, fate=Fate.FAILED, tried=after(1))
    assert step(contact, HERE, first, second, third) == RangInVain(ADA, Tried.BUSY)
    assert step(contact, HERE) == RangInVain(ADA, Tried.MISSED)  # nobody remembers any
    again = rings(leg=LegId("g4"))
    assert step(contact, HERE, first, second, again) == Wait(after(20))


# --- phones that ring for nobody


@pytest.mark.parametrize("contact", [a_caller(), a_talk()], ids=["waiting", "talking"])
def test_a_phone_that_rings_without_an_offer_is_quiet(contact: Contact) -> None:
    both = (HERE, WITH_PEER)
    stray = rings(BO, LegId("gstray"))
    back = a_leg(LegId("gback"), Side.CALLER)
    assert step(contact, *both, stray, back) == HangUp((stray.id, back.id))
    for harmless in (
        replace(stray, order=HANG_UP),
        replace(stray, answered=NOW),  # hears that it is too late, and goes
        replace(stray, state=LegState.OVER),
        a_leg(LegId("gpage"), Side.COORDINATOR),
        a_leg(CRISIS, Side.CRISIS_LINE),
    ):
        assert not isinstance(step(contact, *both, harmless), HangUp)


@pytest.mark.parametrize("stage", sorted(set(Stage) - WAITS))
def test_no_phone_rings_for_a_caller_who_does_not_wait(stage: Stage) -> None:
    contact = a_caller(a_call(stage), state=State.OFFERED, offered={ADA: after(20)})
    assert step(contact, HERE, rings()) == CallOff()


# --- the caller waits


@pytest.mark.parametrize(
    ("stage", "here", "gone"),
    [
        (Stage.HELD, Wait(LATER), CallerDropped()),
        (Stage.CRISIS, Wait(LATER), CallerDropped()),
        (Stage.OUTSIDE, Wait(LATER), CallerDropped()),
        (Stage.MESSAGE, Wait(LATER), CallerDropped()),
        (Stage.SPEAKING, Wait(LATER), CallerDropped()),
        (Stage.RING_BACK, Wait(LATER), Wait(LATER)),
        (Stage.BY_TEXT, Wait(LATER), Wait(LATER)),
        (Stage.DROPPED, Wait(after(120)), Wait(after(120))),
        (Stage.TOGETHER, StartOver(), StartOver()),
        (Stage.RINGING, StartOver(), StartOver()),
    ],
)
def test_where_a_caller_without_a_peer_is_and_whether_they_are_still_there(
    stage: Stage, here: CallStep, gone: CallStep
) -> None:
    contact = a_caller(a_call(stage))
    assert step(contact, HERE) == here
    assert step(contact, over()) == gone
    assert step(contact) == gone  # nobody remembers the leg
    assert step(a_caller(a_call(stage, leg=None))) == gone


@pytest.mark.parametrize("stage", [Stage.CRISIS, Stage.OUTSIDE, Stage.DROPPED])
def test_whoever_was_put_through_to_somebody_has_been_answered(stage: Stage) -> None:
    contact = a_caller(a_call(stage, connected=Stage.CRISIS))
    assert step(contact, over()) == CallerLeft()


def test_a_place_is_kept_for_whoever_drops_and_rings_again_soon() -> None:
    contact = a_caller(a_call(Stage.DROPPED, leg=None, since=after(5)))
    assert step(contact, at=124) == Wait(after(125))
    assert step(contact, at=125) == CloseAbandoned()
    unknown_since = a_caller(a_call(Stage.DROPPED, leg=None, since=None))
    assert step(unknown_since, at=120) == CloseAbandoned()


def test_a_message_ends_the_wait() -> None:
    assert step(a_caller(a_call(Stage.SPEAKING, message="m1")), over()) == MessageLeft()


def test_after_the_line_s_patience_coordinators_hear_of_it_once() -> None:
    contact = a_caller()
    assert step(contact, HERE, at=160) == Wait(after(180))
    assert step(contact, HERE, at=180) == TellPatience()
    assert step(replace(contact, told_patience=True), HERE, at=180) == Wait(after(210))


def test_the_search_widens_at_the_next_rung_and_begins_when_a_rest_is_over() -> None:
    told = a_caller(told_patience=True)
    assert step(told, HERE, at=100) == Wait(after(120))
    rests = a_caller(a_call(Stage.RING_BACK, rests_until=after(7)), told_patience=True)
    assert step(rests, HERE) == Wait(after(7))
    assert step(rests, HERE, at=7) == Wait(after(37))


def test_whoever_cannot_be_helped_by_anybody_hears_so_and_then_what_they_can_choose() -> None:
    alone = Around(peers=False)
    assert step(a_caller(), HERE, around=alone) == NobodyIsThere()
    hears = a_caller(a_call(nobody_since=after(-75)), told_patience=True)
    heard_in = HEARS_CHOICES.total_seconds() - 75
    assert step(hears, HERE, around=alone) == Wait(after(heard_in))
    assert step(hears, HERE) == Wait(after(heard_in))
    assert step(hears, HERE, at=heard_in) == Wait(after(heard_in + 30))


def test_a_ring_back_is_tried_a_few_times_and_not_after_days() -> None:
    days = 72 * 3600
    waits = a_caller(a_call(Stage.RING_BACK, leg=None), told_patience=True)
    assert step(waits, at=days - 1) == Wait(after(days + 29))
    assert step(waits, at=days) == GiveUpRingingBack()
    asked = replace(waits, state=State.OFFERED, offered={ADA: after(days + 9)})
    assert step(asked, rings(), at=days) == Wait(after(days + 9))
    tried = a_caller(a_call(Stage.RING_BACK, leg=None, rung_back=3))
    assert step(tried) == NotReached()


@pytest.mark.parametrize("stage", Stage)
def test_only_whoever_waits_and_does_not_rest_may_be_taken(stage: Stage) -> None:
    waits = stage in {Stage.HELD, Stage.RING_BACK}
    assert may_be_taken(a_call(stage), NOW) == waits
    assert not may_be_taken(a_call(stage, rests_until=after(1)), NOW)
    assert may_be_taken(a_call(stage, rests_until=NOW), NOW) == waits
