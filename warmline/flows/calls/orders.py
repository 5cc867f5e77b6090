"""What legs are told when others decide: to be quiet, or to hear how things stand and go."""

from __future__ import annotations

from warmline.flows.desk import Desk
from warmline.ids import LegId, VolunteerId
from warmline.routing.contact import Contact
from warmline.routing.leg import HANG_UP, NOW, Leg, Side
from warmline.routing.next_call_step import legs_of
from warmline.store.effects import Order


def quiet(desk: Desk, contact: Contact, *volunteers: VolunteerId) -> tuple[Order, ...]:
    """End the legs that ring at these volunteers; whoever has picked up hears why, and is thanked."""
    legs = {leg.id: leg for leg in desk.store.legs.of(contact.id)}
    return tuple(_to(leg) for v in volunteers for leg in legs_of(v, legs))


def farewell(desk: Desk, contact: Contact, *, but: LegId | None = None) -> tuple[Order, ...]:
    """It is over: whoever talks or listens hears so, what still rings is quiet, and the crisis line's leg goes.

    `but` hears so in the answer to the key that ended it.
    """
    if contact.call is None and contact.phoning is None:
        return ()
    there = [leg for leg in desk.store.legs.of(contact.id) if not leg.is_over and leg.id != but]
    return tuple(_to(leg) for leg in there)


def _to(leg: Leg) -> Order:
    listens = leg.answered and leg.side in {Side.CALLER, Side.PEER}
    return Order(leg.id, NOW if listens else HANG_UP)
