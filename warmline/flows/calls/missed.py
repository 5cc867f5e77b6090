"""Calls that came, or went on, and messages that were left, while we could not see them: found in the provider's own lists.

They were answered all the same, and sent to the fallback. So nobody is rung for them and nobody is torn out of a talk:
they are written down, so that their end has a name and the line knows how many there were.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from warmline.flows.calls import arrival, message, putting_through
from warmline.flows.desk import Desk
from warmline.ids import ContactId
from warmline.phone import PhoneNumber
from warmline.routing.call import Stage
from warmline.routing.leg import Fate, inbound_leg
from warmline.store.legs import Legs
from warmline.store.scripts import LOOK_AFTER_NEWS
from warmline.telephony.call_payloads import InboundCall, sender_of
from warmline.telephony.calls import OVER, CameIn

log = logging.getLogger(__name__)

IN_PROGRESS, TALKED = "in-progress", {"in-progress", "completed"}
RIPE_AFTER = timedelta(seconds=20)  # a younger one may still be taken in by its webhook
TOLD_LATELY = timedelta(seconds=5)  # whoever was told of or asked for since then is left alone


def take_in(desk: Desk, since: datetime, *, now: datetime) -> int:
    """Write down whoever phoned since then and is not known; how many they were."""
    missed = 0
    for number in desk.line.numbers:
        listed = desk.provider.calls.came_in(at=number, since=since)
        ripe = [call for call in listed if not call.began or call.began <= now - RIPE_AFTER]
        known = _known(desk.store.legs, ripe)
        missed += sum(_take_in(desk, call, number) for call in ripe if call.sid not in known)
    if missed:
        log.warning("calls had been missed", extra={"missed": missed})
    return missed


def _known(legs: Legs, calls: list[CameIn]) -> set[str]:
    return {leg.sid for leg in legs.get_all(inbound_leg(call.sid) for call in calls) if leg.sid}


def _take_in(desk: Desk, call: CameIn, number: PhoneNumber) -> bool:
    came = InboundCall(call.sid, sender_of(call.sender), number.e164)
    reached = TALKED & set(desk.provider.calls.dialled_in(call.sid))
    over = call.status in OVER
    word = arrival.missed(desk, came, number, reached=bool(reached), over=over)
    if word not in {"opened", "kept"}:
        return False
    desk.store.counts.add("calls_missed")
    leg = desk.store.legs.get(inbound_leg(call.sid))
    if leg and over:
        fate, now = Fate(call.status), desk.clock.now()
        desk.store.legs.hear(leg, call.sid, "over", fate=fate, now=now)
    return True


def take_in_messages(desk: Desk, since: datetime) -> int:
    """Keep what callers have said for the team and nobody has told us of, or it would be neither heard nor deleted; how many."""
    found = 0
    for made in desk.provider.recordings.made(since=since):
        leg = desk.store.legs.named(made.call)
        if leg is not None and leg.contact is not None:
            found += message.keep(desk, leg, made.recorded) == "kept"
    if found:
        log.warning("messages had been missed", extra={"found": found})
    return found


def ask_after_legs(desk: Desk) -> None:
    """After an outage: nobody may have been there to hear that a leg ended, so it is asked for now and not in a minute."""
    now, keys, schedule = desk.clock.now(), desk.store.keys, desk.store.schedule
    calls = [contact for contact in desk.store.contacts.open() if _is_a_call(desk, contact)]
    legs = [leg for contact in calls for leg in desk.store.legs.of(contact) if leg.sid]
    wanted = [keys.leg(leg.id) for leg in legs if not leg.is_over]
    for leg, at in zip(wanted, schedule.moments(wanted), strict=True):
        if at is None or at <= now + LOOK_AFTER_NEWS - TOLD_LATELY:
            schedule.look_at(leg, now)


def _is_a_call(desk: Desk, contact_id: ContactId) -> bool:
    contact = desk.store.contacts.get(contact_id)
    return contact is not None and bool(contact.call or contact.phoning)


def leave_with_the_fallback(desk: Desk) -> int:
    """After an outage: whoever waits by our books and talks to the fallback in truth is not looked for any more."""
    left = 0
    for contact in map(desk.store.contacts.get, desk.store.contacts.open()):
        call = contact.call if contact else None
        if call is None or call.stage is not Stage.HELD or call.leg is None:
            continue
        leg = desk.store.legs.get(call.leg)
        if leg is None or leg.sid is None or leg.is_over:
            continue
        if IN_PROGRESS in desk.provider.calls.dialled_in(leg.sid):
            left += putting_through.put_outside(desk, leg.id, reached=True) == "outside"
    return left
