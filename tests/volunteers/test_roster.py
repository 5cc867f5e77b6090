"""Whether a volunteer could be asked at a given moment."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.routing.people import NOW, a_volunteer
from warmline.ids import ContactId
from warmline.volunteers.roster import WhyNot, why_unavailable

INSTANT = timedelta(milliseconds=1)
SOON = NOW + INSTANT
C1, C2 = ContactId("c1"), ContactId("c2")


@pytest.mark.parametrize(
    ("about", "why"),
    [
        ({}, None),
        ({"unreachable": "opted_out"}, WhyNot.UNREACHABLE),
        ({"paused_until": SOON}, WhyNot.PAUSED),
        ({"paused_until": NOW}, None),
        ({"wrapping_until": SOON}, WhyNot.WRAPPING_UP),
        ({"wrapping_until": NOW}, None),
        ({"talks": {C1: "+1"}}, WhyNot.BUSY),
        ({"offers": frozenset({C1})}, WhyNot.BUSY),
        ({"talks": {C1: "+1"}, "capacity": 2}, None),
        ({"talks": {C1: "+1"}, "offers": frozenset({C2}), "capacity": 2}, WhyNot.BUSY),
        ({"capacity": 0}, WhyNot.BUSY),
    ],
)
def test_why_a_volunteer_could_take_nobody(about: dict[str, Any], why: WhyNot | None) -> None:
    ada = a_volunteer("Ada", **about)
    assert why_unavailable(ada, on_duty=True, now=NOW) is why
    assert why_unavailable(ada, on_duty=False, now=NOW) is WhyNot.OFF_DUTY


@pytest.mark.parametrize(
    ("name", "first"), [("Ada Lovelace", "Ada"), ("Ada", "Ada"), ("  Ada  B ", "Ada"), ("", "")]
)
def test_a_volunteer_is_called_by_their_first_name(name: str, first: str) -> None:
    assert a_volunteer(name).first_name == first


def test_a_volunteer_s_number_does_not_show_when_they_are_printed() -> None:
    assert "+1555" not in repr(a_volunteer("Ada"))
