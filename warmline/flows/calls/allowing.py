"""A coordinator is the second person who agrees, with a reason, that the crisis line is rung without consent."""

from __future__ import annotations

from warmline.flows.answering import say
from warmline.flows.calls import handing_over
from warmline.flows.desk import Desk
from warmline.flows.speaking import reply
from warmline.routing.arrived import Arrived
from warmline.routing.call import Call, Handoff
from warmline.routing.contact import Contact, State
from warmline.routing.handoff import Event
from warmline.routing.ladder import Reason
from warmline.store.effects import Cause, Effects
from warmline.store.pages import Page
from warmline.volunteers.roster import Volunteer
from warmline.words import coordinators_en, handoff_en


def is_asked_for(desk: Desk, code: int) -> bool:
    """Whether a page of this code asks, or asked, for a second person."""
    page_id = desk.store.pages.by_code(code)
    page = desk.store.pages.get(page_id) if page_id else None
    return page is not None and page.reason is Reason.DANGER


def allow(
    desk: Desk, cause: Cause, text: Arrived, coordinator: Volunteer, code: int, why: str
) -> str:
    """ALLOW by text. The reason is kept, sealed, with the contact."""
    page_id = desk.store.pages.by_code(code)
    page = desk.store.pages.get(page_id) if page_id else None
    if page is None or page.reason is not Reason.DANGER or page.contact is None:
        return say(desk, cause, text, coordinators_en.ack_unknown())
    if not why:
        return say(desk, cause, text, handoff_en.allow_and_why(code))
    contact = desk.store.contacts.get(page.contact)
    call = contact.call if contact else None
    if contact is None or call is None or not _is_asked(contact, call):
        return say(desk, cause, text, handoff_en.allow_is_over())
    if coordinator.id in {contact.peer, page.peer}:
        return say(desk, cause, text, handoff_en.allow_needs_another())
    word = _allow(desk, cause, text, contact, call, coordinator, why)
    if word == "kept":
        _take(desk, page, coordinator)
    return word


def _is_asked(contact: Contact, call: Call) -> bool:
    return contact.state is State.ACTIVE and call.handoff is Handoff.ASKED


def _allow(
    desk: Desk,
    cause: Cause,
    text: Arrived,
    contact: Contact,
    call: Call,
    coordinator: Volunteer,
    why: str,
) -> str:
    event = handing_over.allowed_to_dial(desk, contact, Event.ALLOWED)
    told = handoff_en.allowed(contact.alias)
    if event is Event.NO_NUMBER:
        told = handoff_en.allow_without_number(contact.alias)
    return handing_over.happen(
        desk,
        contact,
        call,
        event,
        by=coordinator.id,
        cause=cause,
        texts=reply(text, cause, told),
        fields={"call_why": desk.store.contacts.sealed(why)},
    )


def _take(desk: Desk, page: Page, coordinator: Volunteer) -> None:
    """Whoever allowed it has the page."""
    about = {"contact": page.contact} if page.contact else {}
    line = {"event": "acknowledged", "page": page.id, **about, "volunteer": coordinator.id}
    plan = {"acknowledged": Effects(journal=line)}
    desk.store.pages.acknowledge(page.id, coordinator.id, now=desk.clock.now(), plan=plan)
