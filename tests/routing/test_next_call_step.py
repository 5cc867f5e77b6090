"""What a contact by voice needs now: never nothing while it is open, whatever became of its legs."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from tests.routing.calling import (
    ADA,
    BO,
    CALLER,
    CRISIS,
    PEER,
    a_call,
    a_caller,
    a_leg,
    a_talk,
    after,
    on_the_line,
    over,
    rings,
    together,
)
from tests.routing.people import NOW
from warmline.ids import LegId
from warmline.routing.call import WAITS, Call, Handoff, Stage
from warmline.routing.call_steps import (
    BringTogether,
    CallerDropped,
    CallerLeft,
    CallerNotReached,
    CallOff,
    CallStep,
    CloseAbandoned,
    CrisisLineLeft,
    GiveUpRingingBack,
    HandoffNews,
    HangUp,
    MessageLeft,
    NotReached,
    PeerDropped,
    RangInVain,
    StartOver,
    TellLength,
)
from warmline.routing.care import Care
from warmline.routing.contact import Contact, State, Tried
from warmline.routing.handoff import Event
from warmline.routing.leg import HANG_UP, Fate, Leg, LegState, Side
from warmline.routing.next_call_step import HEAL_AFTER, may_be_taken, next_call_step
from warmline.routing.next_step import LOOK_AGAIN, Nothing, TellPatience, Wait
from warmline.routing.nobody_there import HEARS_CHOICES, Around, NobodyIsThere
from warmline.routing.policy import Policy
from warmline.safety.reading import Band

HERE = on_the_line()
JOINED = on_the_line(joined=NOW)
WITH_PEER = rings(answered=NOW, joined=NOW)
LATER = after(LOOK_AGAIN.total_seconds())


def step(contact: Contact, *legs: Leg, at: float = 0, **about: Any) -> CallStep:
    assert contact.call is not None
    known = {leg.id: leg for leg in legs}
    return next_call_step(contact, contact.call, known, now=after(at), **about)


def test_a_call_that_is_closed_needs_nothing() -> None:
    assert step(a_caller(state=State.CLOSED), over()) == Nothing()


# --- peers are rung


def test_while_a_phone_rings_it_is_waited_for_until_the_offer_lapses() -> None:
    contact = a_caller(state=State.OFFERED, offered={ADA: after(20)})
    assert step(contact, HERE, rings()) == Wait(after(20))
    assert step(contact, HERE, rings(), at=20) == RangInVain(ADA, Tried.MISSED)


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


# --- two people talk


def test_two_who_talk_are_left_in_peace() -> None:
    assert step(a_talk(), JOINED, WITH_PEER, at=500) == Wait(after(530))


@pytest.mark.parametrize(
    ("caller", "peer", "then"),
    [
        (over(), WITH_PEER, CallerLeft()),
        (over(), over(PEER, Side.PEER), CallerLeft()),
        (None, WITH_PEER, CallerLeft()),
        (JOINED, over(PEER, Side.PEER), PeerDropped()),
        (JOINED, None, PeerDropped()),
    ],
)
def test_when_one_side_goes_the_other_is_seen_to(
    caller: Leg | None, peer: Leg | None, then: CallStep
) -> None:
    assert step(a_talk(), *[leg for leg in (caller, peer) if leg]) == then


def test_a_caller_in_a_talk_without_a_peer_s_leg_is_not_left_alone() -> None:
    assert step(a_talk(together(peer_leg=None)), JOINED) == PeerDropped()
    assert step(a_talk(together(leg=None)), WITH_PEER) == Wait(LATER)  # the peer's end is seen


@pytest.mark.parametrize("stage", [Stage.HELD, Stage.RING_BACK, Stage.DROPPED])
def test_a_peer_of_somebody_who_is_in_no_room_is_given_back(stage: Stage) -> None:
    assert step(a_talk(a_call(stage, peer_leg=PEER)), HERE, WITH_PEER) == StartOver()


def test_a_caller_who_does_not_come_into_the_room_is_sent_there_again() -> None:
    due = HEAL_AFTER.total_seconds()
    contact = a_talk()
    assert step(contact, HERE, WITH_PEER) == Wait(after(due))
    assert step(contact, HERE, WITH_PEER, at=due) == BringTogether(CALLER)
    late = a_talk(together(since=None))
    assert step(late, HERE, WITH_PEER, at=due) == Wait(after(2 * due))
    for fine in (JOINED, on_the_line(order="now"), on_the_line(answered=None)):
        assert step(contact, fine, WITH_PEER, at=due) == Wait(after(due + 30))
    in_the_menu = rings(answered=NOW)
    assert step(contact, JOINED, in_the_menu, at=due) == Wait(after(due + 30))


def test_whoever_is_rung_back_has_as_long_as_a_phone_may_ring() -> None:
    ringing = a_talk(a_call(Stage.RINGING, peer_leg=PEER))
    back = a_leg(CALLER, Side.CALLER)
    ends = Policy().ring_for.total_seconds()
    assert step(ringing, back, WITH_PEER) == Wait(LATER)
    assert step(ringing, back, WITH_PEER, at=ends - 1) == Wait(after(ends))
    assert step(ringing, back, WITH_PEER, at=ends) == CallerNotReached()
    assert step(ringing, over(), WITH_PEER) == CallerNotReached()
    assert step(ringing, back, over(PEER, Side.PEER)) == PeerDropped()
    assert step(a_talk(a_call(Stage.RINGING)), back) == PeerDropped()
    since_when = a_talk(a_call(Stage.RINGING, peer_leg=PEER, since=None))
    assert step(since_when, back, WITH_PEER) == Wait(LATER)


def test_a_peer_hears_once_how_long_a_call_has_been_but_not_where_there_is_risk() -> None:
    policy = Policy(call_minutes=30)
    contact, at = a_talk(policy=policy), 30 * 60
    legs = (JOINED, WITH_PEER)
    assert step(contact, *legs, at=at - 5) == Wait(after(at))
    assert step(contact, *legs, at=at) == TellLength()
    for quiet in (
        a_talk(together(told_length=True), policy=policy),
        replace(contact, began=None),
        replace(contact, policy=Policy(call_minutes=0)),
        replace(contact, care=Care(band=Band.HIGH)),
        replace(contact, rank=2),
    ):
        assert step(quiet, *legs, at=at) == Wait(after(at + 30))
    assert step(contact, JOINED, rings(answered=NOW), at=at) == Wait(after(at + 30))
    assert step(replace(contact, rank=1), *legs, at=at) == TellLength()


# --- the crisis line is brought in


def handing_over(how: Handoff, since: datetime | None = NOW) -> Contact:
    return a_talk(together(handoff=how, handoff_since=since, crisis_leg=CRISIS))


LINE = a_leg(CRISIS, Side.CRISIS_LINE, answered=NOW, joined=NOW)
LINE_GONE = over(CRISIS, Side.CRISIS_LINE)


@pytest.mark.parametrize("how", [Handoff.ASKED, Handoff.RINGING, Handoff.THREE])
def test_a_side_that_goes_during_a_handoff_is_told_to_the_handoff_first(how: Handoff) -> None:
    line = replace(LINE, answered=None, joined=None) if how is Handoff.RINGING else LINE
    contact = handing_over(how)
    assert step(contact, over(), WITH_PEER, line) == HandoffNews(Event.CALLER_GONE)
    assert step(contact, JOINED, over(PEER, Side.PEER), line) == HandoffNews(Event.PEER_GONE)


def test_what_becomes_of_the_crisis_line_s_leg_is_told_to_the_handoff() -> None:
    legs = (JOINED, WITH_PEER)
    assert step(handing_over(Handoff.RINGING), *legs, LINE) == HandoffNews(Event.JOINED)
    assert step(handing_over(Handoff.THREE), *legs, LINE_GONE) == HandoffNews(Event.LINE_OVER)
    left = handing_over(Handoff.LEFT, None)
    assert step(left, JOINED, over(PEER, Side.PEER), LINE) == Wait(LATER)
    assert step(left, JOINED, over(PEER, Side.PEER), LINE_GONE) == CrisisLineLeft()
    assert step(left, over(), LINE) == CallerLeft()
    assert step(handing_over(Handoff.OFFERED, None), JOINED, over(PEER, Side.PEER)) == PeerDropped()


def test_a_handoff_that_takes_too_long_has_its_moment() -> None:
    ringing = handing_over(Handoff.RINGING)
    unanswered = a_leg(CRISIS, Side.CRISIS_LINE)
    said = step(ringing, JOINED, WITH_PEER, unanswered, at=80)
    assert said == Wait(after(90))
    assert step(ringing, JOINED, WITH_PEER, unanswered, at=90) == HandoffNews(Event.TOO_LONG)


# --- whatever its state

CALLERS: tuple[Leg | None, ...] = (
    None,
    a_leg(CALLER, Side.CALLER, LegState.QUEUED),
    a_leg(CALLER, Side.CALLER, LegState.PLACING),
    a_leg(CALLER, Side.CALLER),
    on_the_line(),
    on_the_line(joined=NOW),
    on_the_line(order="now"),
    over(),
)
PEERS: tuple[Leg | None, ...] = (
    None,
    a_leg(PEER, Side.PEER, LegState.QUEUED, volunteer=ADA),
    rings(),
    WITH_PEER,
    over(PEER, Side.PEER, volunteer=ADA),
)
LINES = (None, a_leg(CRISIS, Side.CRISIS_LINE), LINE, LINE_GONE)
STAYS = {Stage.DROPPED, Stage.RING_BACK, Stage.BY_TEXT}  # nobody has to be on the line


def all_calls() -> list[Call]:
    return [
        together(stage=stage, handoff=how, leg=leg, peer_leg=peer, crisis_leg=CRISIS)
        for stage in Stage
        for how in (None, *Handoff)
        for leg in (CALLER, None)
        for peer in (PEER, None)
    ]


@pytest.mark.parametrize("state", State)
def test_every_open_call_has_something_to_do_now_or_a_moment_to_come(state: State) -> None:
    """All states, stages and legs there can be: nobody is in a place in which nothing would ever happen."""
    offered = {ADA: after(20)} if state is State.OFFERED else {}
    checked = 0
    for call, caller, peer, line in itertools.product(all_calls(), CALLERS, PEERS, LINES):
        contact = a_caller(call, state=state, offered=offered, peer=ADA)
        legs = [leg for leg in (caller, peer, line) if leg]
        said = step(contact, *legs, at=9)
        checked += 1
        assert (said == Nothing()) == (state is State.CLOSED)
        if not isinstance(said, Wait):
            continue
        assert after(9) < said.until <= after(120)
        if call.stage is not Stage.DROPPED:
            assert said.until <= after(9) + LOOK_AGAIN
        gone = caller is None or caller.is_over
        if call.leg and gone and call.stage not in STAYS:
            pytest.fail(f"{call.stage} waits for a caller who has gone")
        if state is State.ACTIVE and call.handoff is not Handoff.LEFT:
            assert peer is not None
            assert not peer.is_over
    assert checked == len(all_calls()) * len(CALLERS) * len(PEERS) * len(LINES)
