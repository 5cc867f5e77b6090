"""A coordinator is asked for help, one after another, until one says "I have it"."""

from __future__ import annotations

from datetime import datetime, timedelta

from warmline.flows.answering import say
from warmline.flows.desk import Desk
from warmline.flows.on_duty import on_until
from warmline.flows.speaking import Texts, reply, to_peer, to_volunteer
from warmline.ids import PageId, ShiftId, VolunteerId
from warmline.routing.arrived import Arrived
from warmline.routing.contact import Contact
from warmline.store.effects import Cause, Effects, Purpose
from warmline.store.pages import Page
from warmline.volunteers.roster import Volunteer
from warmline.words import coordinators_en, duty_en, shift_moments_en, times

SLOWER_AFTER = 2  # rounds for each coordinator; from then on a page is repeated at leisure
AT_LEISURE = timedelta(minutes=30)
THE_LINE = VolunteerId("line")  # owns pages that nobody needs to answer any more


def page_for_patience(desk: Desk, contact: Contact, now: datetime) -> None:
    """Somebody has waited past the line's patience: raised once for a contact."""
    page = PageId(f"p{contact.id[1:]}")
    fields = {"reason": "patience", "contact": contact.id}
    plan = {"opened": Effects(journal={"event": "paged", "contact": contact.id, "page": page})}
    desk.store.pages.raise_page(page, fields, now=now, plan=plan)


def page_for_backup(
    desk: Desk, cause: Cause, text: Arrived, peer: Volunteer, contact: Contact
) -> str:
    """A peer in the middle of a talk wants a coordinator beside them; the caller hears nothing of it."""
    now = desk.clock.now()
    page = PageId(f"p{cause.sid[-12:]}")
    answer = duty_en.backup_asked() if reachable(desk, now) else duty_en.backup_nobody()
    plan = {
        "opened": Effects(
            texts=reply(text, cause, answer),
            journal={"event": "paged", "contact": contact.id, "page": page},
        )
    }
    fields = {"reason": "backup", "contact": contact.id, "peer": peer.id}
    word = desk.store.pages.raise_page(page, fields, now=now, plan=plan, cause=cause)
    desk.settle(plan, word)
    if word == "opened":
        send_page(desk, page)
    return word


def page_for_check_in(
    desk: Desk, cause: Cause, text: Arrived, volunteer: Volunteer, shift: ShiftId
) -> str:
    """A volunteer wishes for a call after a shift. As long as it is not answered, asking again is the same page."""
    now = desk.clock.now()
    asked = (desk.store.pages.get(page) for page in desk.store.pages.open())
    before = [page.id for page in asked if page and _is_check_in_of(page, volunteer)]
    page_id = before[0] if before else PageId(f"p{cause.sid[-12:]}")
    answer = shift_moments_en.call_me()
    if not [one for one in reachable(desk, now) if one.id != volunteer.id]:
        answer = shift_moments_en.call_me_nobody(desk.line.crisis(desk.line.language))
    thanks = reply(text, cause, answer)
    journal = {"event": "paged", "shift": shift, "volunteer": volunteer.id, "page": page_id}
    plan = {"opened": Effects(texts=thanks, journal=journal), "already": Effects(texts=thanks)}
    fields = {"reason": "check_in", "peer": volunteer.id}
    word = desk.store.pages.raise_page(page_id, fields, now=now, plan=plan, cause=cause)
    desk.settle(plan, word)
    if word == "opened":
        send_page(desk, page_id)
    return word


def _is_check_in_of(page: Page, volunteer: Volunteer) -> bool:
    return page.reason == "check_in" and page.peer == volunteer.id


def send_page(desk: Desk, page_id: PageId) -> None:
    """The next round: the next reachable coordinator gets it, unless it is owned or no longer needed."""
    now = desk.clock.now()
    page = desk.store.pages.get(page_id)
    if page is None or page.owner:
        desk.store.schedule.done(desk.store.keys.page(page_id))
        return
    contact = desk.store.contacts.get(page.contact) if page.contact else None
    peer = desk.store.roster.get(page.peer) if page.peer else None
    coordinators = [one for one in reachable(desk, now) if one.id != page.peer]
    slow = page.rounds >= SLOWER_AFTER * max(1, len(coordinators))
    body = _words(page, contact, peer, now, slow=slow)
    if body is None:
        desk.store.pages.acknowledge(page_id, THE_LINE, now=now, plan={"acknowledged": Effects()})
        return
    again = AT_LEISURE if slow else timedelta(seconds=desk.line.page_repeat_seconds)
    texts: Texts = ()
    if coordinators:
        chosen = coordinators[page.rounds % len(coordinators)]
        texts = to_volunteer(desk, chosen, body, about=contact, purpose=Purpose.PAGE)
    plan = {"sent": Effects(texts=texts, journal={"event": "page_sent", "page": page.id})}
    desk.settle(plan, desk.store.pages.send(page, next_round=now + again, now=now, plan=plan))


def _words(
    page: Page, contact: Contact | None, peer: Volunteer | None, now: datetime, *, slow: bool
) -> str | None:
    """What a coordinator is asked; None when nobody needs to be asked any more.

    That somebody waits is news for a while; a peer's call for help stands until someone answers it.
    """
    if page.reason == "check_in":
        return shift_moments_en.page_check_in(page.code, peer.first_name) if peer else None
    if contact is None or not contact.is_open:
        return None
    if page.reason == "backup":
        name = peer.first_name if peer else "A peer"
        return coordinators_en.page_backup(page.code, name, contact.alias)
    if slow or contact.peer is not None:
        return None
    waited = times.length(now - contact.since)
    return coordinators_en.page_patience(page.code, contact.alias, waited)


def acknowledge(
    desk: Desk, cause: Cause, text: Arrived, coordinator: Volunteer, code: int | None
) -> str:
    """A coordinator has it: nobody else is paged, and the peer who asked is told who comes."""
    page_id = _meant(desk, code)
    page = desk.store.pages.get(page_id) if page_id else None
    if page is None:
        return say(desk, cause, text, coordinators_en.ack_unknown())
    unknown = Effects(texts=reply(text, cause, coordinators_en.ack_unknown()))
    peer = desk.store.roster.get(page.peer) if page.peer else None
    contact = desk.store.contacts.get(page.contact) if page.contact else None
    what = coordinators_en.ack_thanks(_what(page, contact, peer))
    thanks = Effects(texts=reply(text, cause, what))
    told: Texts = ()
    if page.reason == "check_in" and peer:
        seen = shift_moments_en.call_acknowledged(coordinator.first_name)
        told = to_volunteer(desk, peer, seen)
    elif peer and contact and contact.peer == peer.id:
        told = to_peer(desk, peer, contact, duty_en.backup_acknowledged(coordinator.first_name))
    journal = {"event": "acknowledged", "page": page.id, "volunteer": coordinator.id}
    plan = {
        "acknowledged": Effects(texts=(*thanks.texts, *told), journal=journal),
        "already_yours": thanks,
        "taken": unknown,
        "unknown": unknown,
    }
    word = desk.store.pages.acknowledge(
        page.id, coordinator.id, now=desk.clock.now(), plan=plan, cause=cause
    )
    return desk.settle(plan, word)


def _meant(desk: Desk, code: int | None) -> PageId | None:
    if code is not None:
        return desk.store.pages.by_code(code)
    open_pages = desk.store.pages.open()
    return open_pages[0] if len(open_pages) == 1 else None


def _what(page: Page, contact: Contact | None, peer: Volunteer | None) -> str:
    """What a coordinator has taken upon them."""
    if peer:
        return f"{'a call' if page.reason == 'check_in' else 'backup'} for {peer.first_name}"
    return f"the wait of {contact.alias}" if contact else "it"


def reachable(desk: Desk, now: datetime) -> list[Volunteer]:
    """Coordinators who can be texted, those on duty first."""
    on = on_until(desk, now)
    everyone = desk.store.roster.get_all(desk.store.roster.coordinators())
    return sorted((c for c in everyone if not c.unreachable), key=lambda c: (c.id not in on, c.id))
