"""Each failure of a text has one answer, from the table."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmline.routing.delivery import OTHERWISE, TABLE, Flag, GiveUp, Retry, what_next


@pytest.mark.parametrize(
    ("code", "flag"),
    [(21610, Flag.OPTED_OUT), (21211, Flag.BAD_NUMBER), (30005, Flag.BAD_NUMBER),
     (21614, Flag.VOICE_ONLY), (30006, Flag.VOICE_ONLY), (30004, Flag.BLOCKED),
     (30007, Flag.FILTERED), (21612, Flag.UNREACHABLE), (30034, Flag.CONFIGURATION),
     (21408, Flag.CONFIGURATION)],
)  # fmt: skip
def test_what_will_fail_again_is_not_sent_again(code: int, flag: Flag) -> None:
    assert what_next(code, 1) == GiveUp(flag)


@pytest.mark.parametrize("code", [429, 20429, 21611, 14107, 20003, 30001, 30003, 30022])
def test_what_may_pass_is_tried_again_and_not_for_ever(code: int) -> None:
    row = TABLE[code]
    for attempts, wait in enumerate(row.waits, start=1):
        assert what_next(code, attempts) == Retry(timedelta(seconds=wait))
    assert what_next(code, len(row.waits) + 1) == GiveUp(row.flag)


@pytest.mark.parametrize("code", [None, 30008, 12345])
def test_the_unknown_is_tried_once_more(code: int | None) -> None:
    assert isinstance(what_next(code, 1), Retry)
    assert what_next(code, 2) == GiveUp(Flag.UNREACHABLE)


def test_a_loop_block_is_waited_out() -> None:
    first = what_next(14107, 1)
    assert isinstance(first, Retry)
    assert first.after > timedelta(seconds=30)


def test_a_stopped_person_is_never_texted_again() -> None:
    assert TABLE[21610].waits == ()


@given(st.none() | st.integers(0, 99999), st.integers(-1, 50))
def test_every_failure_comes_to_an_end(code: int | None, attempts: int) -> None:
    match what_next(code, attempts):
        case Retry(after):
            assert timedelta(0) < after <= timedelta(hours=1)
            assert attempts < 6
        case GiveUp(flag):
            assert flag in Flag


def test_each_row_names_its_source_and_waits_longer_each_time() -> None:
    for row in [*TABLE.values(), OTHERWISE]:
        assert row.meaning
        assert row.source
        assert list(row.waits) == sorted(row.waits)
