"""A contact by voice is brought up to the present: what became of its legs, and what it needs now."""

from __future__ import annotations

from datetime import datetime

from warmline.flows import beside, paging, watching
from warmline.flows.calls import (
    bringing,
    handing_over,
    listening,
    message,
    nobody,
    parting,
    ringing,
    ringing_back,
)
from warmline.flows.desk import Desk
from warmline.flows.matching import match_waiting
from warmline.ids import ContactId
from warmline.routing import call_steps as steps
from warmline.routing.call import Call
from warmline.routing.contact import Contact, State
from warmline.routing.next_call_step import next_call_step
from warmline.routing.next_step import TellPatience, Wait
from warmline.routing.nobody_there import (
    CloseWithNobody,
    KeepToRingBack,
    NobodyIsThere,
    NobodyStep,
    PutThrough,
)
from warmline.store.effects import Effects

STEPS_AT_ONCE = 30


def advance_call(desk: Desk, contact_id: ContactId) -> None:
    """Safe to run twice, also at the same time."""
    for _ in range(STEPS_AT_ONCE):
        now = desk.clock.now()
        contact = desk.store.contacts.get(contact_id)
        if contact is None or contact.call is None or not contact.is_open:
            desk.store.schedule.done(desk.store.keys.contact(contact_id))
            return
        if _comes_now(contact, contact.call):
            _has_come(desk, contact)
        legs = {leg.id: leg for leg in desk.store.legs.of(contact_id)}
        around = nobody.around(desk, contact, now)
        step = next_call_step(contact, contact.call, legs, now=now, around=around)
        if isinstance(step, Wait) and contact.state is not State.ACTIVE:
            match_waiting(desk)
            nobody.ring_coordinators(desk, contact, now)
            fresh = desk.store.contacts.get(contact_id)
            if fresh is None or fresh.version != contact.version:
                continue
        if _take(desk, contact, contact.call, step, now) == "resting":
            return


def _comes_now(contact: Contact, call: Call) -> bool:
    """Whether they have phoned, or phoned again, since anybody looked."""
    return contact.looked is None or (call.since is not None and call.since >= contact.looked)


def _has_come(desk: Desk, contact: Contact) -> None:
    """What the first look sees to, so that the call was answered before; it may be seen to again."""
    beside.learn(desk, contact)
    beside.phone_first(desk, contact)
    watching.came(desk, contact.id)


def _take(desk: Desk, contact: Contact, call: Call, step: steps.CallStep, now: datetime) -> str:
    match step:
        case steps.RangInVain(volunteer, how):
            return ringing.rang_in_vain(desk, contact, volunteer, how, now)
        case steps.CallerDropped():
            return parting.caller_dropped(desk, contact, call, now)
        case steps.CloseAbandoned():
            return parting.close_abandoned(desk, contact)
        case steps.CallerLeft():
            return parting.caller_left(desk, contact, call)
        case steps.PeerDropped():
            return parting.peer_dropped(desk, contact, call, now)
        case steps.CrisisLineLeft():
            return parting.crisis_line_left(desk, contact, call, now)
        case steps.CallerNotReached():
            return ringing_back.not_reached(desk, contact, call, now)
        case steps.GiveUpRingingBack():
            return ringing_back.give_up(desk, contact)
        case steps.MessageLeft():
            return message.end(desk, contact)
        case steps.NotReached():
            return ringing_back.close(desk, contact)
        case steps.CallOff():
            return ringing.call_off(desk, contact)
        case steps.HangUp(legs):
            return ringing.hang_up(desk, contact, legs, now)
        case steps.StartOver():
            return parting.start_over(desk, contact, call, now)
        case steps.HandoffNews(event):
            return handing_over.happen(desk, contact, call, event)
        case steps.ListenerGone():
            return listening.is_over(desk, contact, call, now)
        case steps.TellLength():
            return handing_over.tell_length(desk, contact, call, now)
        case steps.BringTogether(leg):
            there = desk.store.legs.of(contact.id)
            return bringing.bring_together(desk, contact, call, leg, there, now)
        case NobodyIsThere() | PutThrough() | KeepToRingBack() | CloseWithNobody():
            return _nobody(desk, contact, call, step, now)
        case TellPatience():
            paging.page_for_patience(desk, contact, now)
            told = {"told_patience": "1"}
            return desk.store.contacts.keep(contact, told, now=now, plan={"kept": Effects()})
        case Wait(until):
            return desk.store.contacts.rest(contact, until, now=now)
        case _:
            return "resting"


def _nobody(desk: Desk, contact: Contact, call: Call, step: NobodyStep, now: datetime) -> str:
    match step:
        case NobodyIsThere():
            return nobody.begins(desk, contact, call, now)
        case PutThrough():
            return nobody.put_through(desk, contact, call, now)
        case KeepToRingBack():
            return nobody.keep_to_ring_back(desk, contact, call, now)
        case CloseWithNobody():
            return nobody.close(desk, contact)
