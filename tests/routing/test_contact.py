"""A contact's facts, and the name by which peers know a caller."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.routing.people import NOW, a_contact
from warmline.ids import CallerKey
from warmline.routing.contact import ALIASES, State, alias_of
from warmline.words import gsm7

SOON = NOW + timedelta(seconds=1)


def test_a_contact_is_open_until_it_is_closed() -> None:
    assert [a_contact(state=s).is_open for s in State] == [s is not State.CLOSED for s in State]


def test_the_search_begins_anew_when_the_peer_had_to_leave() -> None:
    assert a_contact().looked_for_since == NOW
    assert a_contact(turned=SOON).looked_for_since == SOON


@pytest.mark.parametrize(
    ("caller", "peer", "waits"),
    [(None, None, True), (SOON, NOW, True), (NOW, SOON, False), (NOW, NOW, False)],
)
def test_the_caller_waits_for_the_peer_where_the_caller_wrote_last(
    caller: object, peer: object, *, waits: bool
) -> None:
    assert a_contact(last_words=caller, peer_words=peer).waits_for_peer is waits


@given(st.text("abcdefghijklmnopqrstuvwxyz234567", min_size=20, max_size=20))
def test_a_caller_has_always_the_same_name(key: str) -> None:
    assert alias_of(CallerKey(key)) == alias_of(CallerKey(key))
    assert alias_of(CallerKey(key)) in ALIASES


def test_names_are_single_plain_words_each_once() -> None:
    assert len(set(ALIASES)) == len(ALIASES)
    assert all(name.isalpha() and name.istitle() for name in ALIASES)
    assert all(gsm7.is_gsm7(name) for name in ALIASES)


def test_neither_number_shows_when_a_contact_is_printed() -> None:
    assert "+1555" not in repr(a_contact())
