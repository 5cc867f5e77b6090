"""Who would be offered a person at some moment, in which order and on which rung, and why everybody else would not."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from warmline.ids import VolunteerId
from warmline.routing.contact import Contact
from warmline.routing.matching import Rung, opens_at, rank, rung_of, why_not
from warmline.volunteers.roster import Volunteer, WhyNot


@dataclass(frozen=True, slots=True)
class Foreseen:
    """One volunteer then: their place in the order, or why they have none.

    `after`: for how long the person would have waited before a volunteer of a wider rung is asked, were nobody to answer.
    """

    volunteer: Volunteer
    order: int | None
    rung: Rung
    after: timedelta | None
    why_not: WhyNot | None


def foresee(
    everyone: Iterable[Volunteer], caller: Contact, *, on: Collection[VolunteerId], at: datetime
) -> list[Foreseen]:
    """Everyone, those who would be asked first; nobody is busy, because who will be is not known."""
    then = [replace(volunteer, talks={}, offers=frozenset()) for volunteer in everyone]
    ranked = rank((v for v in then if v.id in on), caller, blocked=frozenset(), now=at)
    order = {volunteer: place for place, volunteer in enumerate(ranked, start=1)}
    found = [_of(volunteer, caller, order.get(volunteer.id), on, at) for volunteer in then]
    never = timedelta.max
    return sorted(
        found, key=lambda one: (one.order or len(found), one.after or never, one.why_not or "")
    )


def _of(
    volunteer: Volunteer,
    caller: Contact,
    place: int | None,
    on: Collection[VolunteerId],
    at: datetime,
) -> Foreseen:
    rung = rung_of(volunteer, caller)
    if place is not None:
        return Foreseen(volunteer, place, rung, None, None)
    why = why_not(volunteer, caller, on_duty=volunteer.id in on, blocked=False, now=at)
    if why is not None:
        return Foreseen(volunteer, None, rung, None, why)
    after = opens_at(rung, caller) - at
    return Foreseen(volunteer, None, rung, after, WhyNot.WAITS_FOR_RUNG)
