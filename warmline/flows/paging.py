"""A coordinator is asked for help: what it is about, and that it is asked once."""

from __future__ import annotations

from datetime import datetime

from warmline.flows.desk import Desk
from warmline.flows.page_rounds import THE_LINE, close, reachable, send_page
from warmline.flows.speaking import Texts, reply
from warmline.ids import CallerKey, PageId, ShiftId, VolunteerId
from warmline.routing.arrived import Arrived
from warmline.routing.care import AT_RISK, Act, acts
from warmline.routing.contact import Contact, alias_of
from warmline.routing.ladder import GIVES_WAY, Reason
from warmline.safety.reading import Band
from warmline.store.effects import Cause, Effects
from warmline.store.pages import Page
from warmline.volunteers.roster import Volunteer
from warmline.words import duty_en, shift_moments_en

__all__ = [
    "ask_for", "page_about", "page_for_backup", "page_for_check_in", "page_for_patience", "page_for_writing_again",
    "page_name", "reachable", "send_page",
]  # fmt: skip


def page_name(contact: Contact, reason: Reason, nth: int = 0) -> PageId:
    """The same call for help has the same name, however often it is asked for."""
    return PageId(f"p{contact.id[1:]}.{reason}{nth or ''}")


def page_about(
    desk: Desk,
    contact: Contact,
    reason: Reason,
    *,
    nth: int = 0,
    peer: VolunteerId | None = None,
    about: str = "",
) -> str:
    """Ask coordinators about this contact, now: "opened", or "already" when they are being asked, or were."""
    now, page = desk.clock.now(), page_name(contact, reason, nth)
    fields = {
        "reason": str(reason),
        "contact": contact.id,
        "peer": peer or "",
        "about": about,
        "first": _who_has_it_already(desk, contact, reason, nth),
    }
    journal = {"event": "paged", "contact": contact.id, "page": page, "reason": str(reason)}
    plan = {"opened": Effects(journal=journal)}
    fields = {name: value for name, value in fields.items() if value}
    word = desk.store.pages.raise_page(page, fields, now=now, plan=plan)
    if word == "opened":
        desk.steps.reach("page_raised")
        send_page(desk, page)
    return word


def _who_has_it_already(desk: Desk, contact: Contact, reason: Reason, nth: int) -> str:
    """Whoever took a page about the same person a little earlier; an open one that says less gives way."""
    gives_way = [page_name(contact, one, nth) for one in GIVES_WAY.get(reason, ())]
    lowered, owner = contact.care.lowered, ""
    at_risk = [page_name(contact, one, lowered) for one in (Reason.IMMINENT, Reason.HIGH)]
    for earlier in dict.fromkeys((*at_risk, *gives_way)):
        page = desk.store.pages.get(earlier)
        if page and page.owner and page.owner != THE_LINE:
            owner = owner or page.owner
        elif page and page.owner is None and earlier in gives_way:
            close(desk, page.id, desk.clock.now())
    return owner


def page_for_writing_again(desk: Desk, person: CallerKey, band: Band) -> None:
    """Somebody who wants no more texts writes in words of risk: asked once, until a day after somebody has it.

    What may be a matter of minutes climbs as such, and takes the place of a page that says less.
    """
    less, more = (
        PageId(f"p{person}.{reason}") for reason in (Reason.WRITES_AGAIN, Reason.WRITES_IN_DANGER)
    )
    urgent = Act.REPAGE in acts(desk.policy, band)
    known = desk.store.pages.get(less if urgent else more)
    if known and not urgent:
        return  # they are sought, or somebody has them, more urgently than these words ask for
    page, now = more if urgent else less, desk.clock.now()
    fields = {
        "reason": str(Reason.WRITES_IN_DANGER if urgent else Reason.WRITES_AGAIN),
        "about": alias_of(person),
        "first": known.owner if known and known.owner and known.owner != THE_LINE else "",
    }
    journal = {"event": "paged", "page": page, "reason": fields["reason"]}
    plan = {"opened": Effects(journal=journal)}
    fields = {name: value for name, value in fields.items() if value}
    word = desk.store.pages.raise_page(page, fields, now=now, plan=plan)
    if known and known.owner is None:
        close(desk, less, now)
    if word == "opened":
        send_page(desk, page)


def page_for_patience(desk: Desk, contact: Contact, now: datetime) -> None:
    """Somebody has waited past the line's patience: raised once for a contact, unless coordinators are asked about them already."""
    care = contact.care
    if any(
        one.rank >= AT_RISK.rank and Act.PAGE in acts(contact.policy, one)
        for one in (care.band, care.beside)
    ):
        return
    page = PageId(f"p{contact.id[1:]}")
    fields = {"reason": str(Reason.PATIENCE), "contact": contact.id}
    plan = {"opened": Effects(journal={"event": "paged", "contact": contact.id, "page": page})}
    desk.store.pages.raise_page(page, fields, now=now, plan=plan)


def page_for_backup(
    desk: Desk, cause: Cause, text: Arrived, peer: Volunteer, contact: Contact
) -> str:
    """A peer in the middle of a talk wants a coordinator beside them; the caller hears nothing of it."""
    now = desk.clock.now()
    answer = duty_en.backup_asked() if reachable(desk, now) else duty_en.backup_nobody()
    return ask_for(desk, cause, contact, peer, Reason.BACKUP, texts=reply(text, cause, answer))


def ask_for(
    desk: Desk, cause: Cause, contact: Contact, peer: Volunteer, reason: Reason, *, texts: Texts
) -> str:
    """A peer's own text asks for it; `texts` are sent with it: "opened", "already" or "gone"."""
    now, page = desk.clock.now(), PageId(f"p{cause.sid[-12:]}")
    journal = {"event": "paged", "contact": contact.id, "page": page, "reason": str(reason)}
    plan = {"opened": Effects(texts=texts, journal={**journal, "volunteer": peer.id})}
    fields = {"reason": str(reason), "contact": contact.id, "peer": peer.id}
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
    fields = {"reason": str(Reason.CHECK_IN), "peer": volunteer.id}
    word = desk.store.pages.raise_page(page_id, fields, now=now, plan=plan, cause=cause)
    desk.settle(plan, word)
    if word == "opened":
        send_page(desk, page_id)
    return word


def _is_check_in_of(page: Page, volunteer: Volunteer) -> bool:
    return page.reason is Reason.CHECK_IN and page.peer == volunteer.id
