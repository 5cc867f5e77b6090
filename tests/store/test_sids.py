"""The provider's ids, kept in fewer characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmline.ids import MessageSid
from warmline.store.sids import short, whole

SIDS = st.from_regex(r"[SM]M[0-9a-f]{32}", fullmatch=True).map(MessageSid)


@given(SIDS, SIDS)
def test_a_sid_comes_back_as_it_was_and_no_two_are_kept_alike(
    one: MessageSid, two: MessageSid
) -> None:
    assert whole(short(one)) == one
    assert len(short(one)) == 23
    assert (short(one) == short(two)) == (one == two)


@pytest.mark.parametrize("odd", ["SM1", "", "SM" + "A" * 32, "XX" + "0" * 32, "S" + "_" * 22])
def test_what_is_no_sid_is_kept_as_it_is(odd: str) -> None:
    assert short(MessageSid(odd)) == odd
