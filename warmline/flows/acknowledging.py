"""A coordinator says "I have it": one owner, thanks to everybody else, and the peer learns who comes."""

from __future__ import annotations

from warmline.flows.answering import say
from warmline.flows.desk import Desk
from warmline.flows.page_rounds import THE_LINE
from warmline.flows.speaking import Texts, reply, to_peer, to_volunteer
from warmline.ids import PageId
from warmline.routing.arrived import Arrived
from warmline.routing.contact import Contact
from warmline.routing.ladder import Reason, Urgency, urgency
from warmline.store.effects import Cause, Effects
from warmline.store.pages import Page
from warmline.volunteers.roster import Volunteer
from warmline.words import coordinators_en, duty_en, safety_en, shift_moments_en


def acknowledge(
    desk: Desk, cause: Cause, text: Arrived, coordinator: Volunteer, code: int | None
) -> str:
    """ACK by text."""
    page_id = _meant(desk, code)
    page = desk.store.pages.get(page_id) if page_id else None
    if page is None:
        return say(desk, cause, text, coordinators_en.ack_unknown())
    thanks, told = _thanks(desk, page), _told_to_peer(desk, page, coordinator)
    taken = reply(text, cause, _already_has_it(desk, page))
    plan = {
        "acknowledged": Effects(
            texts=(*reply(text, cause, thanks), *told), journal=_line(page, coordinator)
        ),
        "already_yours": Effects(texts=reply(text, cause, thanks)),
        "taken": Effects(texts=taken),
        "unknown": Effects(texts=reply(text, cause, coordinators_en.ack_unknown())),
    }
    word = desk.store.pages.acknowledge(
        page.id, coordinator.id, now=desk.clock.now(), plan=plan, cause=cause
    )
    return desk.settle(plan, word)


def acknowledge_by_call(desk: Desk, page_id: PageId, coordinator: Volunteer) -> str:
    """The same by a key: "acknowledged", "already_yours", "taken" or "unknown". What they hear is the call's affair."""
    page = desk.store.pages.get(page_id)
    if page is None:
        return "unknown"
    told = _told_to_peer(desk, page, coordinator)
    plan = {"acknowledged": Effects(texts=told, journal=_line(page, coordinator))}
    word = desk.store.pages.acknowledge(page.id, coordinator.id, now=desk.clock.now(), plan=plan)
    return desk.settle(plan, word)


def _line(page: Page, coordinator: Volunteer) -> dict[str, str]:
    about = {"contact": page.contact} if page.contact else {}
    return {"event": "acknowledged", "page": page.id, **about, "volunteer": coordinator.id}


def _meant(desk: Desk, code: int | None) -> PageId | None:
    if code is not None:
        return desk.store.pages.by_code(code)
    open_pages = desk.store.pages.open()
    return open_pages[0] if len(open_pages) == 1 else None


def _already_has_it(desk: Desk, page: Page) -> str:
    owner = desk.store.roster.get(page.owner) if page.owner and page.owner != THE_LINE else None
    return safety_en.somebody_has_it(owner.first_name) if owner else coordinators_en.ack_unknown()


def _thanks(desk: Desk, page: Page) -> str:
    contact = desk.store.contacts.get(page.contact) if page.contact else None
    peer = desk.store.roster.get(page.peer) if page.peer else None
    return coordinators_en.ack_thanks(_what(page, contact, peer))


def _what(page: Page, contact: Contact | None, peer: Volunteer | None) -> str:
    """What a coordinator has taken upon them."""
    if page.reason in {Reason.CHECK_IN, Reason.DEBRIEF} and peer:
        return f"a call for {peer.first_name}"
    if page.reason is Reason.BACKUP and peer:
        return f"backup for {peer.first_name}"
    if contact is None:
        return "it"
    if page.reason is Reason.PATIENCE:
        return f"the wait of {contact.alias}"
    return safety_en.taken_on(contact.alias)


def _told_to_peer(desk: Desk, page: Page, coordinator: Volunteer) -> Texts:
    contact = desk.store.contacts.get(page.contact) if page.contact else None
    if page.reason in {Reason.CHECK_IN, Reason.DEBRIEF}:
        asked = desk.store.roster.get(page.peer) if page.peer else None
        seen = shift_moments_en.call_acknowledged(coordinator.first_name)
        return to_volunteer(desk, asked, seen) if asked else ()
    if urgency(page.reason) not in {Urgency.URGENT, Urgency.HELP}:
        return ()
    if contact is None or not contact.is_open or contact.peer in {None, coordinator.id}:
        return ()
    peer = desk.store.roster.get(contact.peer) if contact.peer else None
    if peer is None:
        return ()
    if page.reason is Reason.BACKUP:
        news = duty_en.backup_acknowledged(coordinator.first_name)
    else:
        news = safety_en.coordinator_is_there(coordinator.first_name, contact.alias)
    return to_peer(desk, peer, contact, news)
