"""A moment that is kept is the same moment when it is read."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from warmline.clock import milliseconds, moment


@example(1_073_753_609_672)
@given(st.integers(0, 4 * 10**12))
def test_no_millisecond_is_lost_between_what_is_kept_and_what_is_read(ms: int) -> None:
    assert milliseconds(moment(ms)) == ms
