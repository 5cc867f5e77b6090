"""Who is asked about a person, and in which order."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.routing.people import NOW, a_contact, a_volunteer
from warmline.ids import ContactId, VolunteerId
from warmline.routing.contact import Contact, Tried
from warmline.routing.matching import Rung, next_rung_at, opens_at, rank, rung_of, why_not
from warmline.volunteers.roster import BY_VOICE, Volunteer, WhyNot
from warmline.volunteers.shifts import Channel

ADA, BO, CY = (a_volunteer(name) for name in ("Ada", "Bo", "Cy"))
NOBODY: frozenset[VolunteerId] = frozenset()


def ranked(contact: Contact, *volunteers: Volunteer, now: datetime = NOW) -> tuple[str, ...]:
    return rank(volunteers, contact, blocked=NOBODY, now=now)


def after(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def test_the_same_peer_as_last_time_is_on_the_first_rung_whatever_they_speak() -> None:
    contact = a_contact(same_peer=ADA.id, language="es", experience={"grief"})
    assert rung_of(ADA, contact) is Rung.SAME_PEER


@pytest.mark.parametrize(
    ("languages", "experience", "rung"),
    [
        ({"en"}, {"grief"}, Rung.EXPERIENCE),
        ({"en", "es"}, {"grief", "sleep"}, Rung.EXPERIENCE),
        ({"en"}, {"sleep"}, Rung.LANGUAGE),
        ({"en"}, set(), Rung.LANGUAGE),
        ({"es"}, {"grief"}, Rung.ANYONE),
    ],
)
def test_shared_experience_comes_before_language_and_language_before_anyone(
    languages: set[str], experience: set[str], rung: Rung
) -> None:
    contact = a_contact(experience={"grief"})
    assert rung_of(a_volunteer("Di", languages=languages, experience=experience), contact) is rung


def test_whoever_named_no_experience_finds_everyone_of_their_language_on_one_rung() -> None:
    assert rung_of(ADA, a_contact()) is Rung.EXPERIENCE


@pytest.mark.parametrize(
    ("about", "opens"),
    [
        ({}, (0, 0, 0, 120)),
        ({"experience": {"grief"}}, (0, 0, 120, 240)),
        ({"same_peer": VolunteerId("vx")}, (0, 60, 60, 180)),
        ({"same_peer": VolunteerId("vx"), "experience": {"grief"}}, (0, 60, 180, 300)),
    ],
)
def test_each_rung_opens_after_its_time(about: dict[str, Any], opens: tuple[float, ...]) -> None:
    contact = a_contact(**about)
    assert [opens_at(rung, contact) for rung in Rung] == [after(seconds) for seconds in opens]


def test_after_a_peer_had_to_leave_the_search_begins_anew() -> None:
    contact = a_contact(turned=after(600))
    assert opens_at(Rung.ANYONE, contact) == after(720)


@pytest.mark.parametrize(
    ("about", "why"),
    [
        ({"caller": ADA.key}, WhyNot.THEMSELVES),
        ({"offered": {ADA.id: NOW}}, WhyNot.BUSY),
        ({"tried": {ADA.id: Tried.PASSED}}, WhyNot.PASSED),
        ({"tried": {ADA.id: Tried.LEFT}}, WhyNot.PASSED),
        ({"tried": {ADA.id: Tried.MISSED}}, None),
        ({"tried": {ADA.id: Tried.WITHDRAWN}}, None),
        ({}, None),
    ],
)
def test_why_someone_may_not_be_asked_about_a_person(
    about: dict[str, Any], why: WhyNot | None
) -> None:
    assert why_not(ADA, a_contact(**about), on_duty=True, blocked=False, now=NOW) is why


def test_two_who_are_kept_apart_never_meet_and_whoever_is_off_is_not_asked() -> None:
    contact = a_contact()
    assert why_not(ADA, contact, on_duty=True, blocked=True, now=NOW) is WhyNot.BLOCKED
    assert why_not(ADA, contact, on_duty=False, blocked=False, now=NOW) is WhyNot.OFF_DUTY
    assert rank([ADA, BO], contact, blocked=frozenset({ADA.id}), now=NOW) == (BO.id,)


def test_nobody_waits_for_a_volunteer_who_is_not_there() -> None:
    contact = a_contact(experience={"grief"})
    spanish = a_volunteer("Di", languages={"es"})
    assert ranked(contact, spanish) == (spanish.id,)
    assert ranked(contact) == ()


def test_a_rung_that_is_not_reached_yet_waits_for_its_time() -> None:
    contact = a_contact(experience={"grief"})
    shares = a_volunteer("Di", experience={"grief"})
    assert ranked(contact, ADA, shares) == (shares.id,)
    assert ranked(contact, ADA, shares, now=after(120)) == (shares.id, ADA.id)


def test_while_those_who_are_asked_may_answer_the_search_widens_by_time_alone() -> None:
    shares = a_volunteer("Di", experience={"grief"})
    contact = a_contact(experience={"grief"}, offered={shares.id: after(90)})
    asked = [replace(shares, offers=frozenset({contact.id}))]
    assert rank([ADA], contact, blocked=NOBODY, now=NOW, asked=asked) == ()
    assert rank([ADA], contact, blocked=NOBODY, now=after(120), asked=asked) == (ADA.id,)


def test_whoever_missed_this_person_is_asked_after_the_others_on_their_rung() -> None:
    contact = a_contact(tried={ADA.id: Tried.MISSED, BO.id: Tried.WITHDRAWN})
    assert ranked(contact, ADA, BO, CY) == (BO.id, CY.id, ADA.id)


def test_fewer_misses_then_less_load_then_the_longest_rest_come_first() -> None:
    missed = replace(ADA, misses=1)
    loaded = replace(BO, capacity=3, talks={ContactId("c9"): "+1"})
    asked = replace(BO, id=VolunteerId("vasked"), capacity=3, offers=frozenset({ContactId("c9")}))
    rested = replace(CY, rested_since=after(-60))
    never = replace(CY, id=VolunteerId("vnever"))
    just_now = replace(CY, id=VolunteerId("vjust"), rested_since=after(-1))
    order = ranked(a_contact(), missed, loaded, asked, rested, never, just_now)
    assert order == ("vnever", "vcy", "vjust", "vasked", "vbo", "vada")


def test_the_search_widens_at_the_next_rung_until_there_is_none() -> None:
    contact = a_contact(experience={"grief"})
    assert next_rung_at(contact, NOW) == after(120)
    assert next_rung_at(contact, after(120)) == after(240)
    assert next_rung_at(contact, after(240)) is None


@st.composite
def volunteers(draw: st.DrawFn) -> list[Volunteer]:
    words = st.sets(st.sampled_from(["grief", "sleep"]))
    return [
        replace(
            a_volunteer(
                f"N{n}",
                languages=draw(st.sets(st.sampled_from(["en", "es"]))),
                experience=draw(words),
            ),
            misses=draw(st.integers(0, 2)),
            capacity=draw(st.integers(1, 2)),
            offers=frozenset(draw(st.sets(st.sampled_from([ContactId("a"), ContactId("b")])))),
            paused_until=draw(st.sampled_from([None, NOW, after(1)])),
        )
        for n in range(draw(st.integers(0, 6)))
    ]


@given(volunteers(), st.integers(0, 400), st.randoms())
def test_whoever_could_be_asked_is_asked_in_the_end_and_in_an_order_of_its_own(
    everyone: list[Volunteer], waited: int, chance: object
) -> None:
    contact, now = a_contact(experience={"grief"}), after(waited)
    able = {
        v.id for v in everyone if why_not(v, contact, on_duty=True, blocked=False, now=now) is None
    }
    order = ranked(contact, *everyone, now=now)
    shuffled = list(everyone)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert ranked(contact, *shuffled, now=now) == order
    assert set(order) <= able
    assert bool(order) == bool(able)
    by_id = {v.id: v for v in everyone}
    rungs = [rung_of(by_id[VolunteerId(v)], contact) for v in order]
    assert rungs == sorted(rungs)
    if waited >= 240:
        assert set(order) == able


@pytest.mark.parametrize("how", Tried)
def test_who_is_rung_again_for_the_same_caller(how: Tried) -> None:
    contact = a_contact(tried={ADA.id: how}, channel=Channel.VOICE)
    never_again = {Tried.PASSED, Tried.LEFT, Tried.FAILED}
    order = ranked(contact, ADA, BO)
    assert (ADA.id in order) == (how not in never_again)
    comes_last = {Tried.MISSED, Tried.BUSY}
    assert order[0] == (BO.id if how in never_again | comes_last else ADA.id)


def test_a_peer_whose_call_broke_off_is_rung_back_before_anybody_else() -> None:
    lost = a_contact(same_peer=BO.id, tried={BO.id: Tried.DROPPED}, channel=Channel.VOICE)
    assert ranked(lost, ADA, BO) == (BO.id,)
    assert ranked(lost, ADA, BO, now=after(60)) == (BO.id, ADA.id)
    assert ranked(replace(lost, tried={BO.id: Tried.LEFT}), ADA, BO) == (ADA.id,)


def test_whoever_is_in_a_call_is_asked_about_nobody_else() -> None:
    on_the_phone = replace(a_volunteer("Di", capacity=3), talks={ContactId("c9"): BY_VOICE})
    assert ranked(a_contact(), on_the_phone, ADA) == (ADA.id,)
