"""Which of the line's numbers a talk runs on."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.routing.people import a_volunteer
from warmline.ids import ContactId
from warmline.phone import PhoneNumber
from warmline.routing.numbers import number_for_talk

POOL = tuple(PhoneNumber(f"+1555010000{n}") for n in range(1, 4))
ONE, TWO, THREE = POOL
ADA = a_volunteer("Ada", capacity=3)


def with_talks(*numbers: PhoneNumber, last: str = "") -> PhoneNumber:
    talks = {ContactId(f"c{n}"): number.e164 for n, number in enumerate(numbers)}
    return number_for_talk(replace(ADA, talks=talks, last_number=last), POOL)


def test_whoever_takes_one_person_at_a_time_talks_on_the_main_number() -> None:
    assert number_for_talk(replace(ADA, capacity=1, last_number=ONE.e164), POOL) == ONE


def test_each_talk_of_one_peer_has_a_number_of_its_own() -> None:
    assert with_talks() == ONE
    assert with_talks(ONE) == TWO
    assert with_talks(ONE, TWO) == THREE
    assert with_talks(TWO) == ONE


def test_the_numbers_are_taken_in_turn_so_that_a_late_word_does_not_land_with_the_next() -> None:
    assert with_talks(last=ONE.e164) == TWO
    assert with_talks(last=THREE.e164) == ONE
    assert with_talks(ONE, last=THREE.e164) == TWO
    assert with_talks(last="+15559999999") == ONE  # a number that the line has given up


def test_when_every_number_is_taken_one_is_shared() -> None:
    assert with_talks(ONE, TWO, THREE, last=TWO.e164) == THREE


@given(st.lists(st.sampled_from(POOL), max_size=4), st.sampled_from(["", *[n.e164 for n in POOL]]))
def test_a_number_is_shared_only_when_none_is_free(taken: list[PhoneNumber], last: str) -> None:
    given_number = with_talks(*taken, last=last)
    assert given_number in POOL
    assert (given_number in taken) == (set(taken) == set(POOL))
