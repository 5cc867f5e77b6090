"""Whoever should be in the room and, as far as we were told, is not: the provider is asked before anybody is torn out of it."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime

from warmline.errors import PermanentError, TransientError
from warmline.flows.desk import Desk
from warmline.ids import LegId
from warmline.routing.call import Call
from warmline.routing.contact import Contact
from warmline.routing.leg import NOW, Leg
from warmline.store.call_record import as_fields
from warmline.store.effects import Effects, Order
from warmline.telephony.calls import Gathered

log = logging.getLogger(__name__)


def bring_together(
    desk: Desk, contact: Contact, call: Call, missed: LegId, legs: Iterable[Leg], now: datetime
) -> str:
    """A redirect was lost, or the news that they came was: "heard", else as `Contacts.keep` says, and looked at again."""
    try:
        gathered = desk.provider.calls.gathered(call.room)
    except (
        TransientError,
        PermanentError,
    ):  # then a redirect would hardly be done, and might do harm
        log.warning("nobody tells who is in a room", extra={"contact": contact.id})
        return _again(desk, contact, call, Effects(), now)
    here = [leg for leg in legs if gathered and leg.sid in gathered.calls]
    if gathered and missed in {leg.id for leg in here}:
        _hear(desk, here, gathered, now)
        return "heard"
    return _again(desk, contact, call, Effects(legs=(Order(missed, NOW),)), now)


def _hear(desk: Desk, here: Iterable[Leg], gathered: Gathered, now: datetime) -> None:
    """The news was lost, perhaps that of the other side too."""
    for leg in here:
        if leg.sid and not leg.joined:
            sid, conference = leg.sid, gathered.conference
            desk.store.legs.hear(leg, sid, "joined", conference=conference, now=now)


def _again(desk: Desk, contact: Contact, call: Call, effects: Effects, now: datetime) -> str:
    """Looked at once more when as much time has passed."""
    plan = {"kept": effects}
    fields = as_fields(call.moved(since=now))
    word = desk.store.contacts.keep(contact, fields, now=now, plan=plan)
    return desk.settle(plan, word)
