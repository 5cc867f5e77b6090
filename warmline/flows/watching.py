"""What is watched for people at risk beyond their words: silence, leaving, texts that do not arrive."""

from __future__ import annotations

from datetime import datetime, timedelta

from warmline.flows import beside, paging
from warmline.flows.desk import Desk
from warmline.flows.speaking import Texts, to_peer
from warmline.ids import ContactId
from warmline.routing.care import AT_RISK
from warmline.routing.contact import Contact, Ended
from warmline.routing.ladder import Reason
from warmline.store.effects import Effects
from warmline.volunteers.shifts import Channel
from warmline.words import safety_en

FOR_ABANDONED, OFTEN_ENOUGH = timedelta(hours=1), 2
A_DAY = timedelta(days=1)
LEAVING = {  # how a contact ends that someone at risk may not have wished to end
    Ended.OPTED_OUT: Reason.STOPPED,
    Ended.BY_CALLER: Reason.LEFT,
    Ended.ABANDONED: Reason.LEFT,
    Ended.ERASED: Reason.LEFT,
    Ended.SILENCE: Reason.LEFT,
    Ended.UNREACHABLE: Reason.UNDELIVERED,
}


def came(desk: Desk, contact_id: ContactId) -> None:
    """Somebody has reached out: after many times in a day, coordinators hear that a plan made with them may help."""
    contact = desk.store.contacts.get(contact_id)
    if contact is None:
        return
    now, often = desk.clock.now(), contact.policy.often_a_day
    times = desk.store.people.count_visit(
        contact.caller, contact.id, "opened", within=A_DAY, now=now
    )
    if times and times % often == 0:
        paging.page_about(desk, contact, Reason.OFTEN, about=str(times))


def leaves(desk: Desk, contact: Contact, how: Ended) -> None:
    """A contact is about to end: coordinators hear of it if it was someone at risk, or left in vain for the second time."""
    reason = LEAVING.get(how)
    if reason and max(contact.care.band.rank, contact.care.beside.rank) >= AT_RISK.rank:
        if _is_lost(desk, contact, reason):
            paging.page_about(desk, contact, reason)
        return
    if how is Ended.ABANDONED:
        left = desk.store.people.count_visit(
            contact.caller, contact.id, "left", within=FOR_ABANDONED, now=desk.clock.now()
        )
        if left >= OFTEN_ENOUGH:
            paging.page_about(desk, contact, Reason.ABANDONED)


def _is_lost(desk: Desk, contact: Contact, reason: Reason) -> bool:
    """Whether somebody at risk is out of touch with this; not while they go on with us in the other way."""
    other = beside.other_of(desk, contact)
    if other and contact.channel is Channel.VOICE:
        return False
    if reason is Reason.LEFT and beside.on_the_phone(desk, contact):
        return False
    return reason is not Reason.LEFT or not _is_sought(desk, contact)


def _is_sought(desk: Desk, contact: Contact) -> bool:
    """Whether coordinators are being asked about this person already, by a page that does not end with the talk."""
    page = desk.store.pages.get(paging.page_name(contact, Reason.IMMINENT, contact.care.lowered))
    return page is not None and page.owner is None


def texts_do_not_arrive(desk: Desk, contact: Contact) -> None:
    """What we send does not reach someone at risk."""
    if contact.care.at_risk:
        paging.page_about(desk, contact, Reason.UNDELIVERED)


def peer_is_silent(desk: Desk, contact: Contact, now: datetime) -> None:
    """A peer has not answered someone at risk: a coordinator is asked, and the peer is told so kindly. Once for a silence."""
    peer = desk.store.roster.get(contact.peer) if contact.peer else None
    since = contact.care.owed_since or now
    paging.page_about(desk, contact, Reason.SILENT, nth=int(since.timestamp()), peer=contact.peer)
    texts: Texts = ()
    if peer:
        texts = to_peer(desk, peer, contact, safety_en.please_answer(contact.alias))
    journal = {"event": "peer_silent_at_risk", "contact": contact.id}
    plan = {"kept": Effects(texts=texts, journal=journal)}
    fields = {"silence_paged": "1"}
    desk.settle(plan, desk.store.contacts.keep(contact, fields, now=now, plan=plan))
