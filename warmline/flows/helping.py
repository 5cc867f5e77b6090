"""Help for a peer in a talk, and a coordinator's view of the line."""

from __future__ import annotations

from datetime import timedelta

from warmline.flows import beside, paging
from warmline.flows.answering import say
from warmline.flows.desk import Desk
from warmline.flows.on_duty import on_themselves
from warmline.flows.peer_talk import meant, open_talks, which
from warmline.flows.speaking import reply, to_caller, words_for
from warmline.routing.arrived import Arrived
from warmline.routing.contact import Contact
from warmline.routing.ladder import Reason
from warmline.store.effects import Cause, Effects
from warmline.volunteers import gaps
from warmline.volunteers.roster import Volunteer
from warmline.words import coordinators_en, duty_en, gaps_en, talks_en, times


def backup(desk: Desk, cause: Cause, text: Arrived, volunteer: Volunteer, code: int | None) -> str:
    """A coordinator is asked to join in, quietly."""
    match meant(desk, text, volunteer, code):
        case Contact() as talk:
            return paging.page_for_backup(desk, cause, text, volunteer, talk)
        case []:
            return say(desk, cause, text, talks_en.nobody_with_you())
        case talks:
            return say(desk, cause, text, which("BACKUP", talks))


def handoff(desk: Desk, cause: Cause, text: Arrived, volunteer: Volunteer, code: int | None) -> str:
    """The crisis line is offered to the person; using it is their choice, and the peer stays."""
    match meant(desk, text, volunteer, code):
        case Contact() as talk:
            crisis = desk.line.crisis(talk.language, talk.country)
            offered = words_for(talk).crisis_offered(crisis)
            told = reply(text, cause, duty_en.handoff_offered(talk.alias))
            return paging.ask_for(
                desk,
                cause,
                talk,
                volunteer,
                Reason.HANDOFF,
                texts=(*to_caller(talk, offered), *told),
            )
        case []:
            return say(desk, cause, text, duty_en.handoff_nobody())
        case talks:
            return say(desk, cause, text, which("HANDOFF", talks))


def again(desk: Desk, cause: Cause, text: Arrived, volunteer: Volunteer) -> str:
    """The peer would gladly meet the same person again; it counts when both wish it."""
    if talks := open_talks(desk, volunteer):
        return say(desk, cause, text, talks_en.again_after_the_talk(talks[0].alias))
    contact = desk.store.contacts.get(volunteer.last_contact) if volunteer.last_contact else None
    caller = desk.store.people.get(contact.caller) if contact else None
    if contact is None or caller is None or caller.last_peer != volunteer.id:
        return say(desk, cause, text, talks_en.again_nobody())
    plan = {"kept": Effects(texts=reply(text, cause, talks_en.again_noted(contact.alias)))}
    fields = {"wished_by_peer": "1"}
    word = desk.store.people.keep(caller.key, fields, now=desk.clock.now(), plan=plan, cause=cause)
    return desk.settle(plan, word)


def status(desk: Desk, cause: Cause, text: Arrived) -> str:
    """Who is on, who waits and how long, and the gaps of the next 24 hours."""
    now = desk.clock.now()
    on = [volunteer.first_name for volunteer in on_themselves(desk, now)]
    contacts = (desk.store.contacts.get(contact) for contact in desk.store.contacts.waiting())
    waiting = [
        f"{c.alias} ({times.length(now - c.since)}{', by phone' if c.call else ''})"
        for c in contacts
        if c
    ]
    shifts = desk.store.shifts.between(now, now + timedelta(hours=24))
    holders = {volunteer for shift in shifts for volunteer in shift.claimed}
    reached = gaps.reachable(desk.store.roster.get_all(sorted(holders)))
    open_ones = [
        gaps_en.gap(
            gap.shift.code,
            times.moment(gap.shift.starts, desk.line.zone, now=now),
            gap.missing,
            nobody=not gap.here,
        )
        for gap in gaps.gaps(shifts, reached)
    ]
    told = coordinators_en.status(on, waiting, open_ones, _at_risk(desk))
    return say(desk, cause, text, told)


def _at_risk(desk: Desk) -> list[str]:
    """Whoever may be at risk now, with their code and who is with them."""
    found = (desk.store.contacts.get(contact) for contact in desk.store.contacts.open())
    people = [one for one in found if one and one.care.at_risk]
    return [f"{one.alias} ({one.code}, {_who_is_with(desk, one)})" for one in people]


def _who_is_with(desk: Desk, contact: Contact) -> str:
    """Their peer, in this contact or in what they have open in the other way."""
    other = None if contact.peer else beside.other_of(desk, contact)
    peer_id = contact.peer or (other.peer if other else None)
    peer = desk.store.roster.get(peer_id) if peer_id else None
    return f"with {peer.first_name}" if peer else "nobody with them"
