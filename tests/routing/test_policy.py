"""A contact keeps the times with which it began."""

from __future__ import annotations

import json
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from warmline.routing.policy import Policy

seconds = st.integers(0, 10**6)


@given(st.builds(Policy, *[seconds] * len(Policy.__slots__)))
def test_what_is_written_down_is_read_again(policy: Policy) -> None:
    assert Policy.from_text(policy.to_text()) == policy


def test_an_older_or_a_newer_version_s_policy_can_be_read() -> None:
    assert Policy.from_text("{}") == Policy()
    newer = json.dumps({"offer_seconds": 30, "a_time_of_the_future": 5})
    assert Policy.from_text(newer) == Policy(offer_seconds=30)


def test_times_are_told_as_times() -> None:
    policy = Policy(1, 2, 3, 4, 5, 6, 7, 8, 9)
    told = (policy.offer_for, policy.patience, policy.silence, policy.wrap_up, policy.longest_wait)
    assert told == tuple(timedelta(seconds=n) for n in (1, 5, 6, 7, 9))
