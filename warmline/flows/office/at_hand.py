"""Who could answer a new caller at this moment, in the order of being asked, and why others could not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from warmline.flows.desk import Desk
from warmline.flows.office import finding
from warmline.flows.on_duty import has_coordinator, on_themselves, on_until
from warmline.ids import CallerKey, ContactId
from warmline.phone import PhoneNumber
from warmline.routing.contact import Contact, State
from warmline.routing.matching import rank, why_not
from warmline.volunteers.roster import Volunteer, WhyNot


@dataclass(frozen=True, slots=True)
class AtHand:
    """One volunteer now: their place in the order of being asked, or why they have none."""

    volunteer: Volunteer
    order: int | None
    on: bool
    until: datetime | None  # None while `on`: until they text OFF
    why_not: WhyNot | None


def for_a_new_caller(
    desk: Desk, *, language: str = "", experience: frozenset[str] = frozenset()
) -> list[AtHand]:
    """Everyone on the roster, those who would be asked first."""
    now = desk.clock.now()
    caller = a_new_caller(desk, language, experience, now)
    on, until = on_themselves(desk, now), on_until(desk, now)
    is_open = has_coordinator(desk)
    ranked = rank(on, caller, blocked=frozenset(), now=now) if is_open else []
    order = {volunteer: place for place, volunteer in enumerate(ranked, start=1)}
    at_last = WhyNot.WAITS_FOR_RUNG if is_open else WhyNot.CLOSED
    on_ids = {volunteer.id for volunteer in on}
    found = []
    for volunteer in finding.everyone(desk):
        is_on, place = volunteer.id in on_ids, order.get(volunteer.id)
        why = None
        if place is None:
            why = why_not(volunteer, caller, on_duty=is_on, blocked=False, now=now) or at_last
        found.append(AtHand(volunteer, place, is_on, until.get(volunteer.id), why))
    return sorted(found, key=lambda one: (one.order or len(found) + 1, one.why_not or ""))


def a_new_caller(desk: Desk, language: str, experience: frozenset[str], now: datetime) -> Contact:
    return Contact(
        id=ContactId("c-now"),
        version="0",
        state=State.WAITING,
        caller=CallerKey(""),
        caller_number=None,
        line_number=PhoneNumber(""),
        alias="",
        code=0,
        language=(language or desk.line.language).lower(),
        opened=now,
        since=now,
        policy=desk.policy,
        experience=experience,
    )
