"""An operator may correct a crisis line's number, but not with one that cannot be right."""

from __future__ import annotations

import pytest

from warmline.phone import PhoneNumber
from warmline.safety.crisis_directory import NEVER_SHIP, directory
from warmline.safety.own_number import Fault, judge

OURS = (PhoneNumber("+12125550123"),)


@pytest.mark.parametrize(
    ("number", "country", "fault"),
    [
        ("call 988", "US", Fault.UNREADABLE),
        ("9", "US", Fault.UNREADABLE),
        ("９８８", "US", Fault.UNREADABLE),
        ("911", "US", Fault.EMERGENCY),
        ("9-1-1", "US", Fault.EMERGENCY),
        ("112", "US", Fault.EMERGENCY),
        ("999", "GB", Fault.EMERGENCY),
        ("999", "US", Fault.EMERGENCY),
        ("1393", "KR", Fault.STALE),
        ("08457 909090", "GB", Fault.STALE),
        ("(212) 555-0123", "US", Fault.UNREADABLE),
        ("212-555-0123", "US", Fault.OUR_OWN),
        ("1-900-555-1234", "US", Fault.PREMIUM),
        ("55 5259 812", "MX", Fault.ELSEWHERE),
        ("+44 20 7946 0018", "US", Fault.ELSEWHERE),
    ],
)
def test_a_bad_number_is_refused_with_the_reason(number: str, country: str, fault: Fault) -> None:
    assert judge(number, country=country, ours=OURS) is fault


@pytest.mark.parametrize("number", ["988", "1-800-273-8255", "+1 800 273 8255", "*4141"])
def test_a_good_one_is_taken(number: str) -> None:
    assert judge(number, country="US", ours=OURS) is None


def test_every_number_that_we_ship_would_be_taken_but_for_one_that_is_an_ambulance_too() -> None:
    refused = {
        line.country: judge(line.display, country=line.country, ours=())
        for line in directory()
        if line.display and judge(line.display, country=line.country, ours=())
    }
    assert refused == {"ID": Fault.EMERGENCY}


def test_no_stale_number_is_taken() -> None:
    for stale in NEVER_SHIP:
        if stale.number:
            assert judge(stale.number, country=stale.country, ours=()) is Fault.STALE
