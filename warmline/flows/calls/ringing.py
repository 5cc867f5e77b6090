"""Peers' phones ring for a caller, a few at once; whoever does not take it stands back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from warmline.flows.calls.orders import quiet
from warmline.flows.desk import Desk
from warmline.flows.speaking import to_volunteer
from warmline.ids import LegId, VolunteerId, new_id
from warmline.routing.call import WAITS
from warmline.routing.contact import Contact, Tried
from warmline.routing.leg import HANG_UP, Side
from warmline.store.effects import Effects, NewLeg, Order
from warmline.volunteers.roster import Volunteer
from warmline.words import talks_en


def legs_to(
    desk: Desk, contact: Contact, volunteers: Mapping[VolunteerId, Volunteer]
) -> dict[str, Effects]:
    """For each volunteer what ringing them means: one leg, which tells neither side the other's number."""
    return {
        volunteer.id: Effects(
            legs=(leg_to(desk, contact, volunteer),),
            journal={"event": "offered", "contact": contact.id, "volunteer": volunteer.id},
        )
        for volunteer in volunteers.values()
    }


def leg_to(desk: Desk, contact: Contact, volunteer: Volunteer) -> NewLeg:
    """A leg to a volunteer's phone, from the line's main number."""
    return NewLeg(
        LegId(new_id("g")),
        Side.PEER,
        desk.line.main_number,
        volunteer.number,
        contact=contact.id,
        volunteer=volunteer.id,
        rings_for=contact.policy.ring_seconds,
    )


def rang_in_vain(
    desk: Desk, contact: Contact, volunteer_id: VolunteerId, how: Tried, now: datetime
) -> str:
    """They did not take it: somebody else is rung. One miss too many is a pause, and they are told by text."""
    if contact.tried.get(volunteer_id) is Tried.DROPPED and how is not Tried.PASSED:
        how = Tried.LEFT  # rung back once; from now on somebody else
    volunteer = desk.store.roster.get(volunteer_id)
    journal = {
        "event": "lapsed" if how is Tried.MISSED else "rang_in_vain",
        "contact": contact.id,
        "volunteer": volunteer_id,
        "how": how,
    }
    legs = quiet(desk, contact, volunteer_id)
    bell = (desk.store.keys.contact(contact.id), desk.store.keys.waiting())
    told = to_volunteer(desk, volunteer, talks_en.paused_after_misses()) if volunteer else ()
    plan = {
        "left": Effects(legs=legs, journal=journal, bell=bell),
        "paused": Effects(texts=told, legs=legs, journal={**journal, "paused": "1"}, bell=bell),
    }
    word = desk.store.contacts.leave_offer(contact, volunteer_id, how, now=now, plan=plan)
    return desk.settle(plan, word)


def call_off(desk: Desk, contact: Contact) -> str:
    """Nobody needs to be rung for this contact while its caller does not wait: every phone that rings for it is quiet."""
    for volunteer in contact.offered:
        word = "moved"
        while word == "moved" and (fresh := desk.store.contacts.get(contact.id)):
            if fresh.call and fresh.call.stage in WAITS:
                return "waits"  # they are back
            plan = {"left": Effects(legs=quiet(desk, fresh, volunteer))}
            now = desk.clock.now()
            word = desk.store.contacts.leave_offer(
                fresh, volunteer, Tried.WITHDRAWN, now=now, plan=plan
            )
            desk.settle(plan, word)
    return "called_off"


def hang_up(desk: Desk, contact: Contact, legs: tuple[LegId, ...], now: datetime) -> str:
    """These ring for nobody."""
    plan = {"kept": Effects(legs=tuple(Order(leg, HANG_UP) for leg in legs))}
    return desk.settle(plan, desk.store.contacts.keep(contact, {}, now=now, plan=plan))
