"""What a page says to the coordinator who is asked; None when nobody needs to be asked any more."""

from __future__ import annotations

from datetime import datetime

from warmline.flows import beside
from warmline.flows.desk import Desk
from warmline.flows.on_duty import volunteers_on
from warmline.routing.call import DIALLED, Handoff, Stage
from warmline.routing.care import AT_RISK
from warmline.routing.contact import Contact, State
from warmline.routing.ladder import Reason
from warmline.safety.reading import Kind
from warmline.store.pages import Page
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Channel
from warmline.words import (
    abuse_en,
    coordinators_en,
    handoff_en,
    messages_en,
    safety_en,
    shift_moments_en,
    times,
)

ABOUT_BLOCKS = {
    Reason.APPEAL: abuse_en.page_appeal,
    Reason.REVIEW: abuse_en.page_review,
    Reason.BLOCKED: abuse_en.page_blocked,
}
AFTER_THE_TALK = {
    Reason.STOPPED,
    Reason.LEFT,
    Reason.UNDELIVERED,
    Reason.ABANDONED,
    Reason.OFTEN,
    Reason.HANDOFF_FAILED,
}
WITH_THEM = {Handoff.THREE, Handoff.LEFT}  # the crisis line has answered


def words_of(
    desk: Desk, page: Page, contact: Contact | None, peer: Volunteer | None, now: datetime
) -> str | None:
    """The page in words, without any of the caller's."""
    if page.reason is Reason.CHECK_IN:
        return shift_moments_en.page_check_in(page.code, peer.first_name) if peer else None
    if page.reason is Reason.WRITES_AGAIN:
        return safety_en.page_writes_again(page.code, page.about)
    if page.reason is Reason.WRITES_IN_DANGER:
        return safety_en.page_writes_in_danger(page.code, page.about)
    if contact is None:
        return None
    if page.reason is Reason.DEBRIEF:
        return safety_en.page_debrief(page.code, peer.first_name, contact.alias) if peer else None
    if page.reason is Reason.IMMINENT:  # stands until somebody has it, also when the talk is over
        return _at_risk(desk, page, contact) if contact.care.at_risk else None
    if page.reason in ABOUT_BLOCKS:
        return ABOUT_BLOCKS[page.reason](page.code, contact.alias)
    if page.reason is Reason.ABUSE:
        return abuse_en.page_abuse(page.code, contact.alias, int(page.about or 0))
    if page.reason is Reason.MESSAGE:
        left = [one for one in desk.store.messages.unheard() if one.contact == contact.id]
        return messages_en.page(page.code, left[0].seconds) if left else None
    if page.reason in AFTER_THE_TALK:
        return _afterwards(desk, page, contact)
    return _while_open(desk, page, contact, peer, now) if contact.is_open else None


def _at_risk(desk: Desk, page: Page, contact: Contact) -> str:
    who = _who_is_there(desk, contact)
    if contact.care.kind is Kind.SOMEONE_ELSE:
        return safety_en.page_other(page.code, contact.alias, who)
    say = safety_en.page_imminent if page.reason is Reason.IMMINENT else safety_en.page_high
    return say(page.code, contact.alias, who)


def _who_is_there(desk: Desk, contact: Contact) -> str:
    parted = contact.call is not None and contact.call.handoff is Handoff.LEFT
    peer = desk.store.roster.get(contact.peer) if contact.peer and not parted else None
    if peer and contact.state is State.ACTIVE:
        return safety_en.with_peer(peer.first_name)
    other = beside.other_of(desk, contact)
    if other and other.peer and (on_it := desk.store.roster.get(other.peer)):
        say = safety_en.with_peer_by_text
        return (say if other.channel is Channel.TEXT else safety_en.with_peer_by_phone)(
            on_it.first_name
        )
    if not contact.is_open:
        return safety_en.with_us_no_more()
    if not volunteers_on(desk, desk.clock.now()):
        return safety_en.with_nobody_on()
    return safety_en.with_nobody()


def _while_open(
    desk: Desk, page: Page, contact: Contact, peer: Volunteer | None, now: datetime
) -> str | None:
    name, care = peer.first_name if peer else "A peer", contact.care
    match page.reason:
        case Reason.HIGH:
            return _at_risk(desk, page, contact) if care.band.rank >= AT_RISK.rank else None
        case Reason.NOBODY_ON:
            return None if contact.peer else safety_en.page_worried(page.code, contact.alias)
        case Reason.BACKUP:
            return coordinators_en.page_backup(page.code, name, contact.alias)
        case Reason.HANDOFF if not (contact.call and contact.call.handoff in WITH_THEM):
            return safety_en.page_handoff(page.code, name, contact.alias)
        case Reason.CRISIS_ASKED if _is_being_put_through(contact):
            return safety_en.page_crisis_asked(page.code, contact.alias)
        case Reason.NOT_PUT_THROUGH:
            return safety_en.page_not_put_through(page.code, contact.alias)
        case Reason.DANGER if contact.call and contact.call.handoff not in DIALLED:
            return handoff_en.page_danger(page.code, name, contact.alias)
        case Reason.SILENT if contact.peer == page.peer and care.owed_since:
            return safety_en.page_silent(page.code, name, contact.alias)
        case Reason.PATIENCE if contact.peer is None:
            waited = times.length(now - contact.since)
            return coordinators_en.page_patience(page.code, contact.alias, waited)
        case _:
            return None


def _is_being_put_through(contact: Contact) -> bool:
    """Nobody has answered them yet, there or here."""
    call, talks = contact.call, contact.state is State.ACTIVE
    return (
        call is not None and call.connected is None and not (talks and call.stage is Stage.TOGETHER)
    )


def _afterwards(desk: Desk, page: Page, contact: Contact) -> str | None:
    match page.reason:
        case Reason.HANDOFF_FAILED:
            who = _who_is_there(desk, contact)
            return handoff_en.page_failed(page.code, contact.alias, who)
        case Reason.STOPPED:
            return safety_en.page_stopped(page.code, contact.alias)
        case Reason.LEFT:
            return safety_en.page_left(page.code, contact.alias)
        case Reason.UNDELIVERED:
            return safety_en.page_undelivered(page.code, contact.alias)
        case Reason.ABANDONED:
            return safety_en.page_abandoned(page.code, contact.alias)
        case Reason.OFTEN:
            return safety_en.page_often(page.code, contact.alias, int(page.about or 0))
        case _:
            return None
