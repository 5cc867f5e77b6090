"""Nothing waits for ever: everything open has a next moment at which something happens to it, and this proves it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from warmline.flows.desk import Desk
from warmline.ids import ContactId, LegId, PageId
from warmline.routing.phoning import looked_at_by

GRACE = timedelta(seconds=15)  # a moment that passed so long ago without a look: no sweep runs
TOO_LATE = "has its next moment too late: somebody waits on the phone, or for an answer"
FARTHEST = timedelta(days=4)  # nothing that is open rests longer; the longest wait is three days


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Something open that nothing will happen to: what it is, and its id."""

    what: str  # contact | page | call | phoning | look
    id: str
    why: str


@dataclass(frozen=True, slots=True)
class Audit:
    """How much is open, and what of it was forgotten."""

    contacts: int
    pages: int
    legs: int
    forgotten: tuple[Forgotten, ...]


def audit(desk: Desk) -> Audit:
    """Look at everything that is open: conversations, calls with their legs, callbacks, handoffs, pages."""
    contacts, pages = desk.store.contacts.open(), desk.store.pages.open()
    legs = [leg.id for one in contacts for leg in desk.store.legs.of(one) if not leg.is_over]
    open_ones = [
        *(("contact", one) for one in contacts),
        *(("page", one) for one in pages),
        *(("call", one) for one in legs),
        *(("phoning", one) for one in desk.store.phonings.among(contacts)),
    ]
    suspects = [one for one, why in _judge(desk, open_ones) if why]
    # what has ended since it was listed is not forgotten, so a second look decides
    forgotten = [
        Forgotten(what, name, why)
        for (what, name), why in _judge(desk, [one for one in suspects if _is_open(desk, *one)])
        if why
    ]
    late = desk.store.schedule.overdue(desk.clock.now(), GRACE)
    if late:
        forgotten.append(Forgotten("look", str(late), "late: no sweep or no worker runs"))
    return Audit(len(contacts), len(pages), len(legs), tuple(forgotten))


def _judge(desk: Desk, open_ones: Sequence[tuple[str, str]]) -> list[tuple[tuple[str, str], str]]:
    """Each with what is wrong with its next moment, or nothing."""
    now = desk.clock.now()
    moments = desk.store.schedule.moments([_key(desk, *one) for one in open_ones])
    latest = [_latest(desk, *one, now) for one in open_ones]
    judged = zip(open_ones, moments, latest, strict=True)
    return [(one, _wrong(at, by, now)) for one, at, by in judged]


def _latest(desk: Desk, what: str, name: str, now: datetime) -> datetime:
    """When it must be looked at: a call within a conversation long before the conversation itself needs anything."""
    contact = desk.store.contacts.get(ContactId(name)) if what == "phoning" else None
    if contact is None or contact.phoning is None:
        return now + FARTHEST
    return max(now, looked_at_by(contact.phoning, contact.policy.ring_for, now)) + GRACE


def _wrong(at: datetime | None, latest: datetime, now: datetime) -> str:
    if at is None:
        return "has no next moment"
    if at <= latest:
        return ""
    return "has its next moment only in many days" if at > now + FARTHEST else TOO_LATE


def _key(desk: Desk, what: str, name: str) -> str:
    keys = desk.store.keys
    if what in {"contact", "phoning"}:
        return keys.contact(ContactId(name))
    return keys.page(PageId(name)) if what == "page" else keys.leg(LegId(name))


def _is_open(desk: Desk, what: str, name: str) -> bool:
    if what in {"contact", "phoning"}:
        contact = desk.store.contacts.get(ContactId(name))
        if what == "phoning" and contact and contact.phoning is None:
            return False
        return contact is not None and contact.is_open
    if what == "page":
        page = desk.store.pages.get(PageId(name))
        return page is not None and page.owner is None
    leg = desk.store.legs.get(LegId(name))
    return leg is not None and not leg.is_over
