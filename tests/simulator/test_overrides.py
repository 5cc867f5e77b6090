"""The fragment of an address says how patient the exchange is."""

from __future__ import annotations

import pytest

from warmline.simulator.overrides import On, Patience, split


def test_without_a_fragment_there_is_one_retry_and_only_after_a_failed_connect() -> None:
    address, patience = split("https://line.example/sms?x=1")
    assert address == "https://line.example/sms?x=1"
    assert patience == Patience(5.0, 15.0, 15.0, 1, frozenset({On.CONNECT}))


def test_the_fragment_is_read_and_taken_off() -> None:
    address, patience = split("https://line.example/sms#ct=2000&rt=4000&rc=2&rp=all")
    assert address == "https://line.example/sms"
    assert patience == Patience(2.0, 4.0, 15.0, 2, frozenset(On))


def test_a_policy_may_name_several_troubles() -> None:
    _, patience = split("http://line.example/#rp=5xx,rt&tt=900&rc=5")
    assert patience.retry_on == {On.SERVER_ERROR, On.READ}
    assert (patience.total_s, patience.retries) == (0.9, 5)


@pytest.mark.parametrize("fragment", ["ct=99", "rt=15001", "tt=x", "rc=6", "rp=never", "section-2"])
def test_what_is_out_of_range_counts_as_absent(fragment: str) -> None:
    assert split(f"http://line.example/#{fragment}")[1] == Patience()
