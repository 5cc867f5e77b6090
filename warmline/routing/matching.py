"""Who should be asked next, in which order, and why the others not yet.

The search widens while the person keeps the place: the same peer as last time, if both wished it; then shared
experience and language; then language; then anyone. A rung opens by time waited, or at once when every rung below
it is empty: nobody waits for a volunteer who is not there.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from enum import IntEnum

from warmline.ids import VolunteerId
from warmline.routing.contact import Contact, Tried
from warmline.volunteers.roster import Volunteer, WhyNot, why_unavailable

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class Rung(IntEnum):
    SAME_PEER = 0
    EXPERIENCE = 1
    LANGUAGE = 2
    ANYONE = 3


def rung_of(volunteer: Volunteer, contact: Contact) -> Rung:
    """The first rung on which this volunteer is asked about this person."""
    if volunteer.id == contact.same_peer:
        return Rung.SAME_PEER
    if contact.language not in volunteer.languages:
        return Rung.ANYONE
    if contact.experience and not contact.experience & volunteer.experience:
        return Rung.LANGUAGE
    return Rung.EXPERIENCE


def opens_at(rung: Rung, contact: Contact) -> datetime:
    """When a rung is reached by waiting alone."""
    same = timedelta(seconds=contact.policy.same_peer_seconds if contact.same_peer else 0)
    step = timedelta(seconds=contact.policy.match_seconds)
    waits = {
        Rung.SAME_PEER: timedelta(0),
        Rung.EXPERIENCE: same,
        Rung.LANGUAGE: same + (step if contact.experience else timedelta(0)),
        Rung.ANYONE: same + step * (2 if contact.experience else 1),
    }
    return contact.looked_for_since + waits[rung]


def why_not(
    volunteer: Volunteer, contact: Contact, *, on_duty: bool, blocked: bool, now: datetime
) -> WhyNot | None:
    """Why this volunteer may not be asked about this person now, whatever the rung."""
    if volunteer.key == contact.caller:
        return WhyNot.THEMSELVES
    if blocked:
        return WhyNot.BLOCKED
    if volunteer.id in contact.offered:
        return WhyNot.BUSY
    if contact.tried.get(volunteer.id) in {Tried.PASSED, Tried.LEFT, Tried.FAILED}:
        return WhyNot.PASSED
    return why_unavailable(volunteer, on_duty=on_duty, now=now)


def rank(
    volunteers: Iterable[Volunteer],
    contact: Contact,
    *,
    blocked: frozenset[VolunteerId],
    now: datetime,
    asked: Iterable[Volunteer] = (),
) -> tuple[VolunteerId, ...]:
    """The volunteers (all on duty) to ask now, best first: rung, misses of this person, load, longest rested.

    `asked` are those who are being asked already: while they may still answer, the search widens by time alone.
    """
    able = [
        volunteer
        for volunteer in volunteers
        if why_not(volunteer, contact, on_duty=True, blocked=volunteer.id in blocked, now=now)
        is None
    ]
    if not able:
        return ()
    lowest = min(rung_of(volunteer, contact) for volunteer in (*able, *asked))
    reached = [
        v for v in able if (r := rung_of(v, contact)) == lowest or opens_at(r, contact) <= now
    ]
    reached.sort(
        key=lambda v: (
            rung_of(v, contact),
            contact.tried.get(v.id) in {Tried.MISSED, Tried.BUSY},
            v.misses,
            len(v.talks) + len(v.offers),
            v.rested_since or _LONG_AGO,
            v.id,
        )
    )
    return tuple(volunteer.id for volunteer in reached)


def next_rung_at(contact: Contact, now: datetime) -> datetime | None:
    """When the search widens next, or None when it is as wide as it gets."""
    moments = (opens_at(rung, contact) for rung in Rung)
    return min((moment for moment in moments if moment > now), default=None)
