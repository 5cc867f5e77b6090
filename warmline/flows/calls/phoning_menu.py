"""The peer's menu behind * in a call within a conversation: the same keys as in any call, and one for a coordinator."""

from __future__ import annotations

from dataclasses import replace

from warmline.flows import abuse, ending, paging
from warmline.flows.calls import becoming, phoning_out
from warmline.flows.desk import Desk
from warmline.flows.offers import leave_offers
from warmline.flows.speaking import Texts, to_caller, to_volunteer, words_for
from warmline.ids import LegId
from warmline.routing.contact import Contact, Ended, State
from warmline.routing.ladder import Reason
from warmline.routing.leg import Leg, Side, Tell
from warmline.routing.phoning import Over, Phoning, Step
from warmline.store.effects import Announcement, Effects
from warmline.store.phoning_record import as_fields
from warmline.volunteers.commands import USUAL_PAUSE
from warmline.words import abuse_en

TRIES = 5
SHOWN = "by_text"  # what the menu is called in the address of its keys


def talk_of(desk: Desk, leg: Leg) -> tuple[Contact, Phoning] | None:
    """The conversation whose call this peer's leg is in now."""
    contact = desk.store.contacts.get(leg.contact) if leg.contact else None
    phoning = contact.phoning if contact and contact.state is State.ACTIVE else None
    if contact is None or phoning is None or leg.side is not Side.PEER:
        return None
    is_there = phoning.step is Step.TOGETHER and phoning.peer_leg == leg.id
    return (contact, phoning) if is_there else None


def reassure(desk: Desk, contact: Contact, phoning: Phoning) -> None:
    """The caller hears that the peer will be back, rather than silence; if all this has changed, nothing is said."""
    if phoning.caller_leg:
        plan = {"kept": Effects(legs=(Announcement(phoning.caller_leg, Tell.MOMENT),))}
        now = desk.clock.now()
        desk.settle(plan, desk.store.contacts.keep(contact, {}, now=now, plan=plan))


def press(desk: Desk, leg: Leg, key: str) -> str:
    """What is heard next: "back", "crisis", "asked", "asked_before", "nobody" or "over"; "consent" where it is a call like any other now."""
    for _ in range(TRIES):
        talk = talk_of(desk, leg)
        if talk is None:
            return "over"
        word = _press(desk, *talk, leg.id, key)
        if word != "moved":
            desk.steps.reach("menu_pressed")
            return word
    return "back"


def _press(desk: Desk, contact: Contact, phoning: Phoning, own: LegId, key: str) -> str:
    match key:
        case "2":
            word = becoming.offered_the_crisis_line(desk, contact, phoning)
            if word == "has_one":  # it cannot join: they have a place in the line by phone as well
                return _offer_crisis_line(desk, contact, phoning)
            return "consent" if word == "became" else word
        case "3":
            word = phoning_out.end(desk, contact, phoning, Over.TALKED, but=own)
            return "over" if word == "ended" else word
        case "4":
            return _end_for_abuse(desk, contact, own)
        case "5":
            return _ask_coordinator(desk, contact, phoning)
        case _:
            return "back"


def _offer_crisis_line(desk: Desk, contact: Contact, phoning: Phoning) -> str:
    """As HANDOFF by text: its number goes to them by text, once in a call, and a coordinator is asked."""
    if not phoning.offered:
        crisis = desk.line.crisis(contact.language, contact.country)
        offered = to_caller(contact, words_for(contact).crisis_offered(crisis))
        journal = {"event": "crisis_offered", "contact": contact.id}
        plan = {"kept": Effects(texts=offered, journal=journal)}
        fields, now = as_fields(replace(phoning, offered=True)), desk.clock.now()
        word = desk.store.contacts.keep(contact, fields, now=now, plan=plan)
        if desk.settle(plan, word) != "kept":
            return word
    _page(desk, contact, phoning, Reason.HANDOFF)
    return "crisis"


def _ask_coordinator(desk: Desk, contact: Contact, phoning: Phoning) -> str:
    """As BACKUP by text."""
    if _page(desk, contact, phoning, Reason.BACKUP) == "already":
        return "asked_before"
    return "asked" if paging.reachable(desk, desk.clock.now()) else "nobody"


def _page(desk: Desk, contact: Contact, phoning: Phoning, reason: Reason) -> str:
    """Once in this call."""
    nth = int((phoning.agreed or phoning.since).timestamp())
    return paging.page_about(desk, contact, reason, nth=nth, peer=contact.peer)


def _end_for_abuse(desk: Desk, contact: Contact, own: LegId) -> str:
    """The call and the conversation, without a reason asked for; first the tag and the break."""
    peer = desk.store.roster.get(contact.peer) if contact.peer else None
    crisis = desk.line.crisis(contact.language, contact.country)
    told: Texts = to_caller(contact, words_for(contact).ended_for_abuse(crisis))
    if peer:
        leave_offers(desk, peer)
        abuse.note(desk, contact, peer)
        told = (*told, *to_volunteer(desk, peer, abuse_en.tagged(contact.alias, USUAL_PAUSE)))
    word = ending.end(desk, contact, Ended.ABUSE, cause=None, to_the_caller=told, but=own)
    return "moved" if word == "moved" else "over"
