"""Calls and legs for the store's tests."""

from __future__ import annotations

import itertools
from datetime import datetime
from typing import Any

from tests.store.world import LATER, MAIN, NOW, World
from warmline.ids import CallerKey, CallSid, ContactId, LegId, VolunteerId
from warmline.phone import PhoneNumber
from warmline.routing.call import Call, Stage
from warmline.routing.contact import Contact, alias_of
from warmline.routing.leg import Leg, Side, inbound_leg
from warmline.routing.policy import Policy
from warmline.store.call_record import as_fields
from warmline.store.effects import Effects, NewLeg, Order, Plan
from warmline.store.legs import InHand
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Channel

_ids = itertools.count(1)


def a_sid() -> CallSid:
    return CallSid(f"CA{next(_ids):032x}")


def new_call(
    world: World,
    sid: CallSid,
    *,
    number: PhoneNumber | None,
    plan: Plan | None = None,
    at: datetime = NOW,
    name: str = "",
) -> str:
    """Somebody phones; the word of the script."""
    contact = ContactId(name or f"c{sid[-6:]}")
    leg = NewLeg(inbound_leg(sid), Side.CALLER, MAIN, number, contact=contact, sid=sid)
    caller = caller_of(world, sid, number)
    call = Call(Stage.HELD, room=f"room of {contact}", leg=leg.id, since=at)
    word = world.store.contacts.open_call(
        contact,
        caller,
        leg=leg.id,
        now=at,
        plan=plan or {"opened": Effects(legs=(leg,))},
        fields={
            "channel": Channel.VOICE,
            "line_number": MAIN.e164,
            "alias": alias_of(caller),
            "language": "en",
            "policy": Policy().to_text(),
            **{name: fact for name, fact in as_fields(call).items() if fact},
        },
        caller_number=number,
    )
    return str(word)


def caller_of(world: World, sid: CallSid, number: PhoneNumber | None) -> CallerKey:
    return world.store.people.key_of(number or PhoneNumber(sid))


def held(world: World, *, at: datetime = NOW, withheld: bool = False) -> Contact:
    """Somebody new is on the line and waits."""
    sid = a_sid()
    word = new_call(world, sid, number=None if withheld else world.number(), at=at)
    assert word == "opened"
    return world.read(ContactId(f"c{sid[-6:]}"))


def keep_call(world: World, contact: Contact, call: Call) -> Contact:
    """The call as it is from now on."""
    word = world.store.contacts.keep(contact, as_fields(call), now=NOW, plan={})
    assert word == "kept"
    return world.read(contact)


def a_leg(world: World, contact: Contact, volunteer: Volunteer, **about: Any) -> NewLeg:
    """A leg that would ring this volunteer."""
    return NewLeg(
        LegId(f"g{next(_ids)}"),
        Side.PEER,
        MAIN,
        volunteer.number,
        contact=contact.id,
        volunteer=volunteer.id,
        **about,
    )


def rung(world: World, contact: Contact, *volunteers: Volunteer) -> Contact:
    """The phones of these volunteers are to ring for somebody until LATER."""
    plan = {str(v.id): Effects(legs=(a_leg(world, contact, v),)) for v in volunteers}
    asked = world.store.contacts.offer(
        contact,
        [v.id for v in volunteers],
        at_once=len(volunteers),
        lapses_at=LATER,
        now=NOW,
        plan=plan,
    )
    assert asked == [v.id for v in volunteers]
    return world.read(contact)


def leg_to(world: World, contact: Contact, volunteer: VolunteerId) -> Leg:
    """The leg that rings this volunteer."""
    (leg,) = (leg for leg in world.store.legs.of(contact.id) if leg.volunteer == volunteer)
    return leg


def told(world: World, leg: Leg, what: str, sid: CallSid | None = None, **about: Any) -> str:
    """What the provider tells of a leg."""
    return world.store.legs.hear(leg, sid or leg.sid or a_sid(), what, **{"now": NOW, **about})


def order(world: World, contact: Contact, leg: LegId, what: str) -> Contact:
    """This leg is to do something."""
    plan = {"kept": Effects(legs=(Order(leg, what),))}
    assert world.store.contacts.keep(contact, {}, now=NOW, plan=plan) == "kept"
    return world.read(contact)


def placed(world: World, leg: Leg, *, now: datetime = NOW) -> Leg:
    """It was placed: the provider has a name for it."""
    in_hand = world.store.legs.lease(leg.id, now=now)
    assert in_hand.word == "place"
    assert leave(world, leg, in_hand, "noted", sid=a_sid()) == "left"
    return again(world, leg)


def leave(world: World, leg: Leg, in_hand: InHand, how: str = "", **about: Any) -> str:
    return world.store.legs.leave(leg.id, in_hand.token, how, **{"look": LATER, **about})


def again(world: World, leg: Leg | NewLeg) -> Leg:
    """The leg as it is now."""
    found = world.store.legs.get(leg.id)
    assert found is not None
    return found
