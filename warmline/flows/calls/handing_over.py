"""The crisis line is brought into a talk, and whatever comes of it is carried out: `routing.handoff` decides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from warmline.flows import paging
from warmline.flows.calls import listening
from warmline.flows.desk import Desk
from warmline.flows.page_rounds import close
from warmline.flows.speaking import Texts, to_caller, words_for
from warmline.ids import LegId, new_id
from warmline.routing.call import CALLER, DIALLED, Call
from warmline.routing.contact import Contact
from warmline.routing.handoff import Decision, Do, Event, decide
from warmline.routing.ladder import Reason
from warmline.routing.leg import HANG_UP, Side, Tell
from warmline.store.call_record import as_fields
from warmline.store.effects import Announcement, Cause, Effects, NewLeg, Order

RINGS_FOR = 60  # seconds; LONGEST_RING counts from asking for the call, this from the first ring
_NOTHING: Mapping[str, str] = {}
_PAGES = (
    (Do.TELL_COORDINATOR, Reason.HANDOFF),
    (Do.ASK_COORDINATOR, Reason.DANGER),
    (Do.PAGE, Reason.HANDOFF_FAILED),
)


def happen(
    desk: Desk,
    contact: Contact,
    call: Call,
    event: Event,
    *,
    by: str = "",
    cause: Cause | None = None,
    texts: Texts = (),
    fields: Mapping[str, str] = _NOTHING,
) -> str:
    """Give an event its effect while the talk goes on: "kept", "moved" or "gone"; "known" where it changes nothing."""
    now = desk.clock.now()
    decision = decide(call.handoff, event)
    if decision is None:
        return "known"
    if Do.FREE_PEER in decision.does:
        return part(desk, contact, call, event)
    follows = prepared(desk, contact, call, event, by=by)
    plan = {
        "kept": Effects(texts=(*texts, *follows.texts), legs=follows.legs, journal=follows.journal)
    }
    kept = {**as_fields(follows.call), **fields}
    word = desk.store.contacts.keep(contact, kept, now=now, plan=plan, cause=cause)
    if word == "kept" and Do.TAKE_BACK in decision.does:
        for reason in (Reason.DANGER, Reason.HANDOFF):
            close(desk, paging.page_name(contact, reason, call.handoffs), now)
    return desk.settle(plan, word)


def allowed_to_dial(desk: Desk, contact: Contact, event: Event) -> Event:
    """The event that lets the crisis line be dialled, or that there is no number which anybody has confirmed."""
    return event if desk.line.crisis_number(contact.country) else Event.NO_NUMBER


@dataclass(frozen=True, slots=True)
class Follows:
    """What an event brings with it, for whichever write it belongs to."""

    call: Call
    legs: tuple[NewLeg | Order | Announcement, ...]
    texts: Texts
    journal: Sequence[Mapping[str, str]]


def prepared(desk: Desk, contact: Contact, call: Call, event: Event, *, by: str = "") -> Follows:
    """What this event brings with it, coordinators asked: asked twice, it is the same page."""
    decision = decide(call.handoff, event) or Decision(call.handoff)
    nth = call.handoffs + (event is Event.OFFERED)
    for page, reason in _PAGES:
        if page in decision.does:
            paging.page_about(desk, contact, reason, nth=nth, peer=contact.peer)
    stops = listening.Stops(call)
    if decision.to in DIALLED:  # nobody listens where the crisis line comes in
        stops = listening.stopped(desk, contact, call)
    after = _after(desk, stops.call, decision, event, by)
    legs: list[NewLeg | Order | Announcement] = [*stops.legs]
    if Do.DIAL in decision.does and after.crisis_leg:
        legs.append(_crisis_leg(desk, contact, after.crisis_leg))
    if Do.HANG_UP in decision.does and call.crisis_leg:
        legs.append(Order(call.crisis_leg, HANG_UP))
    if decision.tells and call.peer_leg:
        legs.append(Announcement(call.peer_leg, decision.tells))
    texts = number_by_text(desk, contact) if Do.TEXT_NUMBER in decision.does else ()
    line = _line(contact, call, decision, event, by)
    return Follows(after, tuple(legs), (*texts, *stops.texts), (line, *stops.lines))


def _after(desk: Desk, call: Call, decision: Decision, event: Event, by: str) -> Call:
    now = desk.clock.now()
    stays = decision.to is call.handoff and not decision.again
    crisis_leg = call.crisis_leg if decision.to else None
    return replace(
        call,
        handoff=decision.to,
        handoff_since=None if stays or decision.to is None else now,
        handoffs=call.handoffs + (event is Event.OFFERED),
        crisis_leg=LegId(new_id("g")) if Do.DIAL in decision.does else crisis_leg,
        consent=_consent(call, decision, event, by),
    )


def _consent(call: Call, decision: Decision, event: Event, by: str) -> str:
    """Whose yes the crisis line stands on."""
    if Do.DIAL in decision.does:
        return CALLER if event is Event.AGREED else by
    return call.consent if decision.to else ""


def _crisis_leg(desk: Desk, contact: Contact, leg: LegId) -> NewLeg:
    """From the line's own number: a caller's own is shown to nobody. Never three digits, never an emergency service."""
    return NewLeg(
        leg,
        Side.CRISIS_LINE,
        contact.line_number,
        desk.line.crisis_number(contact.country),
        contact=contact.id,
        rings_for=RINGS_FOR,
    )


def _line(
    contact: Contact, call: Call, decision: Decision, event: Event, by: str
) -> dict[str, str]:
    """For the record: who said what, and when."""
    facts = {
        "event": "handoff",
        "contact": contact.id,
        "what": str(event),
        "from": str(call.handoff or ""),
        "to": str(decision.to or ""),
        "volunteer": by,
    }
    if event in {Event.AGREED, Event.ALLOWED}:
        facts["consent"] = CALLER if event is Event.AGREED else by
        facts["told_by"] = contact.peer or ""
    return {name: fact for name, fact in facts.items() if fact}


def number_by_text(desk: Desk, contact: Contact) -> Texts:
    """How they reach the crisis line themselves, if they can be sent a text."""
    if desk.store.people.get(contact.caller).opted_out:
        return ()
    crisis = desk.line.crisis(contact.language, contact.country)
    return to_caller(contact, words_for(contact).crisis_by_text(crisis))


def part(desk: Desk, contact: Contact, call: Call, event: Event) -> str:
    """The peer leaves, by choice or not; caller and crisis line stay together: "parted" or "moved"."""
    follows = prepared(desk, contact, call, event, by=contact.peer or "")
    plan = {"parted": Effects(texts=follows.texts, legs=follows.legs, journal=follows.journal)}
    word = desk.store.contacts.part(
        contact, as_fields(follows.call), now=desk.clock.now(), plan=plan
    )
    return desk.settle(plan, word)


def tell_length(desk: Desk, contact: Contact, call: Call, now: datetime) -> str:
    """The peer alone hears how long the call has been, once."""
    told = replace(call, told_length=True)
    legs = (Announcement(call.peer_leg, Tell.LENGTH),) if call.peer_leg else ()
    plan = {"kept": Effects(legs=legs, journal={"event": "length_told", "contact": contact.id})}
    word = desk.store.contacts.keep(contact, as_fields(told), now=now, plan=plan)
    return desk.settle(plan, word)
