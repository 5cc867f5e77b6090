"""Who would be offered a person then, and why everybody else would not."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.routing.people import NOW, a_contact, a_volunteer
from warmline.ids import ContactId
from warmline.routing.contact import Contact
from warmline.routing.foreseen import foresee
from warmline.routing.matching import Rung
from warmline.volunteers.roster import Volunteer, WhyNot

SECOND = timedelta(seconds=1)


def told(
    *everyone: Volunteer, caller: Contact | None = None
) -> dict[str, tuple[int | None, Rung, WhyNot | None]]:
    found = foresee(everyone, caller or a_contact(), on={v.id for v in everyone}, at=NOW)
    return {one.volunteer.name: (one.order, one.rung, one.why_not) for one in found}


def test_they_come_in_the_order_and_with_the_rung_on_which_they_would_be_asked() -> None:
    everyone = [
        a_volunteer("Far", languages=["es"]),
        a_volunteer("Near"),
        a_volunteer("Dear", experience=["grief"]),
    ]
    found = foresee(everyone, a_contact(experience=["grief"]), on={v.id for v in everyone}, at=NOW)
    assert [(one.volunteer.name, one.order, one.rung) for one in found] == [
        ("Dear", 1, Rung.EXPERIENCE),
        ("Near", None, Rung.LANGUAGE),
        ("Far", None, Rung.ANYONE),
    ]
    assert [one.why_not for one in found] == [None, *[WhyNot.WAITS_FOR_RUNG] * 2]
    _, near, far = (one.after for one in found)
    assert near
    assert far
    assert timedelta(0) < near < far


def test_a_wider_rung_is_asked_at_once_where_nobody_is_on_a_nearer_one() -> None:
    assert told(a_volunteer("Far", languages=["es"])) == {"Far": (1, Rung.ANYONE, None)}


def test_whoever_is_busy_now_is_not_taken_to_be_busy_then() -> None:
    busy: dict[str, Any] = {
        "talks": {ContactId("c7"): "+15550100001"},
        "offers": frozenset({ContactId("c8")}),
    }
    assert told(a_volunteer("Ada", **busy)) == {"Ada": (1, Rung.EXPERIENCE, None)}


@pytest.mark.parametrize(
    ("about", "why"),
    [
        ({"paused_until": NOW}, None),
        ({"paused_until": NOW + SECOND}, WhyNot.PAUSED),
        ({"wrapping_until": NOW}, None),
        ({"wrapping_until": NOW + SECOND}, WhyNot.WRAPPING_UP),
        ({"unreachable": "opted_out"}, WhyNot.UNREACHABLE),
    ],
)
def test_breaks_end_when_they_end(about: dict[str, Any], why: WhyNot | None) -> None:
    assert told(a_volunteer("Ada", **about))["Ada"][2] is why


def test_everyone_is_named_also_who_is_off() -> None:
    everyone = [a_volunteer("Ada"), a_volunteer("Bo")]
    found = foresee(everyone, a_contact(), on={everyone[1].id}, at=NOW)
    assert [(one.volunteer.name, one.order, one.why_not) for one in found] == [
        ("Bo", 1, None),
        ("Ada", None, WhyNot.OFF_DUTY),
    ]
