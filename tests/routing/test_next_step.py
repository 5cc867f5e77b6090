"""What a contact needs now, and when it is looked at next: never nothing while it is open."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.routing.people import MAIN, NOW, a_contact
from warmline.ids import VolunteerId
from warmline.routing.contact import Contact, State
from warmline.routing.next_step import (
    LOOK_AGAIN,
    AskAboutHandOn,
    AskIfStillThere,
    CloseForSilence,
    CloseUnanswered,
    Lapse,
    Nothing,
    PeerIsGone,
    Step,
    TellNobodyIsOn,
    TellPatience,
    Wait,
    next_step,
)

ADA, BO = VolunteerId("vada"), VolunteerId("vbo")


def after(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def step(
    contact: Contact, *, at: float = 0, anyone_on: bool = True, on_until: datetime | None = None
) -> Step:
    return next_step(contact, anyone_on=anyone_on, on_until=on_until, now=after(at))


def a_talk(**about: Any) -> Contact:
    facts: dict[str, Any] = {"peer": ADA, "peer_number": MAIN, "began": NOW, "last_words": NOW}
    return a_contact(**{"state": State.ACTIVE, **facts, **about})


def test_a_closed_contact_needs_nothing() -> None:
    assert step(a_contact(state=State.CLOSED)) == Nothing()


# --- while somebody waits


def test_an_offer_lapses_at_its_moment_and_those_that_are_open_are_waited_for() -> None:
    contact = a_contact(state=State.OFFERED, offered={ADA: after(90), BO: after(100)})
    assert step(contact, at=70) == Wait(after(90))
    assert step(contact, at=90) == Lapse((ADA,))
    assert step(contact, at=100) == Lapse((ADA, BO))


def test_whoever_waits_while_nobody_is_on_is_told_so_once() -> None:
    assert step(a_contact(), anyone_on=False) == TellNobodyIsOn()
    told = a_contact(told_nobody=True)
    assert step(told, anyone_on=False) == Wait(after(LOOK_AGAIN.seconds))


def test_after_the_line_s_patience_the_other_choices_are_named_once() -> None:
    assert step(a_contact(), at=160) == Wait(after(180))
    assert step(a_contact(), at=180) == TellPatience()
    assert step(a_contact(told_patience=True), at=180) == Wait(after(210))
    assert step(a_contact(told_nobody=True), at=180) == TellPatience()


def test_whoever_lost_a_peer_is_patient_anew_and_gives_up_no_later() -> None:
    turned = a_contact(turned=after(1000))
    assert step(turned, at=1100) == Wait(after(1120))  # the next rung
    assert step(turned, at=1180) == TellPatience()
    days = timedelta(hours=72).total_seconds()
    assert step(replace(turned, turned=after(days - 1)), at=days) == CloseUnanswered()


def test_a_wait_of_three_days_is_closed_unless_somebody_may_still_answer() -> None:
    days = timedelta(hours=72).total_seconds()
    contact = a_contact(told_nobody=True, told_patience=True)
    assert step(contact, at=days - 1) != CloseUnanswered()
    assert step(contact, at=days) == CloseUnanswered()
    asked = replace(contact, state=State.OFFERED, offered={ADA: after(days + 9)})
    assert step(asked, at=days) == Wait(after(days + 9))


def test_the_search_widens_at_the_next_rung() -> None:
    contact = a_contact(told_patience=True)
    assert step(contact, at=100) == Wait(after(120))
    assert step(contact, at=120) == Wait(after(150))


# --- while two people talk


def test_two_who_are_silent_are_asked_once_and_then_the_talk_is_closed() -> None:
    assert step(a_talk(), at=899) == Wait(after(900))
    assert step(a_talk(), at=900) == AskIfStillThere()
    asked = a_talk(asked=after(900))
    assert step(asked, at=900) == Wait(after(1800))
    assert step(asked, at=1800) == CloseForSilence()
    assert step(a_talk(last_words=None), at=900) == AskIfStillThere()


def test_a_peer_who_was_reminded_and_stays_silent_is_gone() -> None:
    waits = a_talk(reminded=True, last_words=after(100), peer_words=after(50))
    assert step(waits, at=279) == Wait(after(280))
    assert step(waits, at=280) == PeerIsGone()
    answered = replace(waits, peer_words=after(100))
    assert step(answered, at=280) == Wait(after(1000))


@pytest.mark.parametrize(
    "about",
    [{}, {"asked": NOW}, {"reminded": True, "peer_words": None}],
    ids=["talking", "asked", "reminded"],
)
def test_when_the_peer_s_duty_ends_the_caller_is_asked_whether_to_go_on_with_another(
    about: dict[str, Any],
) -> None:
    talk = a_talk(**about)
    assert step(talk, at=9, on_until=after(60)) == Wait(after(60))
    assert step(talk, at=60, on_until=after(60)) == AskAboutHandOn()
    once = replace(talk, shift_over=True)
    assert step(once, at=60, on_until=after(60)) == step(talk, at=60)


# --- whatever its state

moments = st.one_of(st.none(), st.integers(-2000, 2000).map(after))


@given(
    contact=st.builds(
        a_contact,
        state=st.sampled_from(State),
        offered=st.dictionaries(st.sampled_from([ADA, BO]), st.integers(-90, 90).map(after)),
        turned=moments,
        asked=moments,
        last_words=moments,
        peer_words=moments,
        reminded=st.booleans(),
        told_nobody=st.booleans(),
        told_patience=st.booleans(),
        shift_over=st.booleans(),
        experience=st.sets(st.just("grief")),
    ),
    anyone_on=st.booleans(),
    on_until=moments,
    at=st.integers(0, 90_000),
)
def test_every_open_contact_has_something_to_do_now_or_a_moment_to_come(
    contact: Contact, *, anyone_on: bool, on_until: datetime | None, at: int
) -> None:
    said = step(contact, at=at, anyone_on=anyone_on, on_until=on_until)
    assert (said == Nothing()) == (not contact.is_open)
    if isinstance(said, Wait):
        assert said.until > after(at)
        if contact.state is not State.ACTIVE:
            assert said.until <= after(at) + LOOK_AGAIN
