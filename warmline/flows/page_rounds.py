"""A page goes its rounds: who is asked next, until one says "I have it"; what nobody answers sounds the alarm outside."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from warmline.flows.calls import paging_aloud
from warmline.flows.desk import Desk
from warmline.flows.on_duty import on_until
from warmline.flows.page_words import words_of
from warmline.flows.speaking import Texts, to_volunteer
from warmline.ids import PageId, VolunteerId
from warmline.routing.contact import Contact
from warmline.routing.ladder import Rung, next_rung, urgency
from warmline.store.effects import Effects, Purpose
from warmline.store.pages import Page
from warmline.volunteers.roster import Volunteer

THE_LINE = VolunteerId("line")  # owns pages that nobody needs to answer any more
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


def reachable(desk: Desk, now: datetime) -> list[Volunteer]:
    """Coordinators who can be texted: those on duty first, and of them, as of the others, whoever was asked longest ago."""
    on = on_until(desk, now)
    everyone = desk.store.roster.get_all(desk.store.roster.coordinators())
    return sorted(
        (one for one in everyone if not one.unreachable),
        key=lambda one: (one.id not in on, one.paged or _LONG_AGO, one.id),
    )


def send_page(desk: Desk, page_id: PageId) -> None:
    """The next round, unless the page is owned or nobody needs to answer it any more. Safe to run twice."""
    now = desk.clock.now()
    page = desk.store.pages.get(page_id)
    if page is None or page.owner:
        paging_aloud.quiet(desk, page_id, page.owner if page else None)
        desk.store.schedule.done(desk.store.keys.page(page_id))
        return
    contact = desk.store.contacts.get(page.contact) if page.contact else None
    peer = desk.store.roster.get(page.peer) if page.peer else None
    body = words_of(desk, page, contact, peer, now)
    people = {one.id: one for one in _in_order(desk, page, contact, now)}
    repeat = timedelta(seconds=desk.line.page_repeat_seconds)
    rung = next_rung(urgency(page.reason), page.rounds, list(people), page.asked, repeat=repeat)
    if body is None or rung is None:
        close(desk, page_id, now)
        return
    texts: Texts = tuple(
        text
        for one in rung.people
        for text in to_volunteer(
            desk, people[one], body, about=contact, purpose=Purpose.PAGE, page=page.id
        )
    )
    rings = [people[one] for one in rung.people] if rung.by_call else []
    legs = paging_aloud.legs_to(desk, page, rings, now)
    alarm = (desk.store.keys.alarm(page_id),) if rung.alarm else ()
    plan = {"sent": Effects(texts=texts, legs=legs, bell=alarm, journal=_told(page, rung))}
    word = desk.store.pages.send(page, rung.people, next_round=now + rung.after, now=now, plan=plan)
    desk.settle(plan, word)


def close(desk: Desk, page_id: PageId, now: datetime) -> None:
    """Nobody needs to answer it any more."""
    plan = {"acknowledged": Effects(journal={"event": "page_closed", "page": page_id})}
    desk.store.pages.acknowledge(page_id, THE_LINE, now=now, plan=plan)


def _in_order(desk: Desk, page: Page, contact: Contact | None, now: datetime) -> list[Volunteer]:
    """Nobody is asked to help themselves; whoever had to do with it already comes first."""
    involved = {page.peer, contact.peer if contact else None}
    others = [one for one in reachable(desk, now) if one.id not in involved]
    return sorted(others, key=lambda one: one.id != page.first)


def _told(page: Page, rung: Rung) -> list[dict[str, str]]:
    """Who was told, for the record: a line each."""
    about = {"page": page.id, "reason": str(page.reason)} | (
        {"contact": page.contact} if page.contact else {}
    )
    way = {"by": "text and call" if rung.by_call else "text"}
    lines = [{"event": "page_sent", **about, "volunteer": one, **way} for one in rung.people]
    if rung.alarm:
        lines.append({"event": "alarm_asked", **about})
    return lines or [{"event": "page_sent", **about}]
