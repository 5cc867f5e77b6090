"""What a coordinator who listens hears, and when nobody listens any more."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.routing.calling import PEER, a_leg, a_talk, after, on_the_line, rings, together
from tests.routing.people import NOW
from warmline.ids import ContactId, LegId, VolunteerId
from warmline.routing.call import DIALLED, Call, Listening, Stage
from warmline.routing.call_steps import ListenerGone
from warmline.routing.contact import State
from warmline.routing.hears import AskToListen, Nothing, Room, heard_by
from warmline.routing.leg import Leg, LegState, Side
from warmline.routing.next_call_step import next_call_step

KIT, EAR = VolunteerId("vkit"), LegId("gear")


def listening(how: Listening, **about: object) -> Call:
    facts = {"listening": how, "listener": EAR, "listened_by": KIT, "listening_since": NOW}
    return together(**{**facts, **about})


def ear(state: LegState = LegState.PLACED) -> Leg:
    return a_leg(EAR, Side.COORDINATOR, state, volunteer=KIT, contact=ContactId("c1"))


def test_a_coordinator_is_asked_and_then_hears_muted() -> None:
    assert heard_by(ear(), a_talk(listening(Listening.RINGING))) == AskToListen()
    room = heard_by(ear(), a_talk(listening(Listening.THERE)))
    assert room == Room("a room", star=False, muted=True)


def test_before_the_peer_has_heard_it_there_is_nothing_to_hear() -> None:
    assert heard_by(ear(), a_talk(listening(Listening.TELLING))) == Nothing()


@pytest.mark.parametrize("how", [Listening.RINGING, Listening.THERE])
def test_nobody_listens_to_anything_but_a_talk_of_caller_and_peer(how: Listening) -> None:
    call = listening(how)
    others = [
        a_talk(replace(call, listener=LegId("gother"))),
        a_talk(replace(call, peer_leg=None)),
        a_talk(call, state=State.WAITING),
        a_talk(call, state=State.CLOSED),
        *(a_talk(replace(call, handoff=handoff)) for handoff in DIALLED),
        *(a_talk(replace(call, stage=stage)) for stage in Stage if stage is not Stage.TOGETHER),
    ]
    assert {heard_by(ear(), other) for other in others} == {Nothing()}


def test_a_coordinator_s_leg_for_a_page_hears_nothing_of_a_talk() -> None:
    page = replace(ear(), contact=None)
    assert heard_by(page, a_talk(listening(Listening.THERE))) == Nothing()


@pytest.mark.parametrize("how", [Listening.RINGING, Listening.THERE])
def test_when_their_leg_is_over_nobody_listens(how: Listening) -> None:
    contact, call = a_talk(listening(how)), listening(how)
    legs = {leg.id: leg for leg in (on_the_line(joined=NOW), rings(answered=NOW, joined=NOW))}
    there = {**legs, EAR: ear()}
    gone = {**legs, EAR: ear(LegState.OVER)}
    assert next_call_step(contact, call, there, now=after(9999)) != ListenerGone()
    assert next_call_step(contact, call, gone, now=after(1)) == ListenerGone()
    assert PEER in legs


def test_a_peer_who_could_not_be_told_is_listened_to_by_nobody() -> None:
    call = listening(Listening.TELLING)
    legs = {leg.id: leg for leg in (on_the_line(joined=NOW), rings(answered=NOW, joined=NOW))}
    soon, late = NOW + timedelta(seconds=119), NOW + timedelta(seconds=120)
    assert next_call_step(a_talk(call), call, legs, now=soon) != ListenerGone()
    assert next_call_step(a_talk(call), call, legs, now=late) == ListenerGone()
