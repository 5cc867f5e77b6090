"""Somebody phones: written down first, greeted at once, and given the place that is theirs."""

from __future__ import annotations

from dataclasses import dataclass, replace

from warmline.flows import alerting, beside
from warmline.flows.calls import calling_again
from warmline.flows.desk import Desk
from warmline.ids import ContactId, LegId, new_id
from warmline.phone import PhoneNumber
from warmline.routing import senders
from warmline.routing.call import Call, Stage
from warmline.routing.contact import Contact, alias_of
from warmline.routing.leg import HANG_UP, Side, inbound_leg
from warmline.routing.next_call_step import JUST_INTERRUPTED
from warmline.store.call_record import as_fields
from warmline.store.effects import Effects, NewLeg, Order
from warmline.store.people import Person
from warmline.telephony.call_payloads import InboundCall
from warmline.volunteers.shifts import Channel

TRIES = 5  # each time somebody else changed the same contact in that very moment


@dataclass(frozen=True, slots=True)
class TakenIn:
    """`word`: "opened", "resumed" (their place was kept), "known" (taken in before), "moved", or "ours" (a loop).

    What the greeting needs is told with it, so that whoever waits for it waits for no further reading.
    """

    word: str
    leg: LegId
    language: str
    has_chosen: bool  # the language, in an earlier call or text


def arrive(desk: Desk, call: InboundCall, line_number: PhoneNumber) -> TakenIn:
    """Take a call in."""
    came = TakenIn("ours", inbound_leg(call.sid), desk.line.language, has_chosen=False)
    if call.sender in {number.e164 for number in desk.line.numbers}:
        return came
    number = _ordinary(desk, call)
    # a withheld number is somebody new each time
    caller = desk.store.people.key_of(number or PhoneNumber(call.sid))
    leg = NewLeg(came.leg, Side.CALLER, line_number, number, sid=call.sid)
    # somebody new, until the store says who: to ask first would be one more way to Redis and back
    person: Person | None = None
    for _ in range(TRIES):
        contact = desk.store.contacts.get(person.call) if person and person.call else None
        if contact and contact.call and contact.is_open:
            word: str | Person = _resume(desk, contact, contact.call, leg)
        else:
            held = Call(Stage.HELD, new_id("r"), leg.id, since=desk.clock.now())
            word = _open(desk, person or Person(caller), leg, held, if_new=person is None)
        if isinstance(word, Person):
            person = word
            continue
        language = person.language if person else ""
        came = TakenIn(word, leg.id, language or desk.line.language, has_chosen=bool(language))
        if word != "moved":
            break
        person = desk.store.people.get(caller)
    desk.steps.reach("call_received")
    return came


def missed(
    desk: Desk, call: InboundCall, line_number: PhoneNumber, *, reached: bool, over: bool
) -> str:
    """A call that came while we could not take it in, and was sent to the fallback, which they `reached` or not.

    "opened", "kept" (they have something open, and it is `over`: a part of that), "known", "moved" or "ours".
    """
    if call.sender in {number.e164 for number in desk.line.numbers}:
        return "ours"
    number = _ordinary(desk, call)
    person = desk.store.people.get(desk.store.people.key_of(number or PhoneNumber(call.sid)))
    leg = NewLeg(inbound_leg(call.sid), Side.CALLER, line_number, number, sid=call.sid)
    now, there = desk.clock.now(), Stage.OUTSIDE
    opened = desk.store.contacts.get(person.call) if person.call else None
    if over and opened and opened.is_open:  # they have got through before, or since
        about = {"event": "call_missed", "contact": opened.id}
        plan = {"kept": Effects(legs=(replace(leg, contact=opened.id),), journal=about)}
        return desk.store.contacts.keep(opened, {}, now=now, plan=plan)
    connected = there if reached else None
    call_missed = Call(there, new_id("r"), leg.id, since=now, connected=connected)
    return str(_open(desk, person, leg, call_missed))


def _ordinary(desk: Desk, call: InboundCall) -> PhoneNumber | None:
    """The caller's number, if it is one that could be rung back."""
    line = desk.line
    known = senders.judge(
        call.sender or "", frozenset(line.numbers), line.country, served=line.served
    )
    return known.number if isinstance(known, senders.Ordinary) else None


def _open(
    desk: Desk, person: Person, leg: NewLeg, call: Call, *, if_new: bool = False
) -> str | Person:
    contact, now = ContactId(new_id("c")), desk.clock.now()
    language = person.language or desk.line.language
    wished = person.wished_by_caller and person.wished_by_peer
    before = calling_again.call_that_broke_off(desk, person, now)
    if before:
        calling_again.call_wrap_up_off(desk, before.peer, now)
    lately = alerting.from_before(desk, person)
    by_text = beside.from_the_start(desk, beside.opened(desk, person.contact))
    ranks = [int(one.get("rank") or 0) for one in (lately, by_text)]
    rank = max(*ranks, max(before.rank, JUST_INTERRUPTED) if before else 0)
    fields = {
        "channel": Channel.VOICE,
        "line_number": leg.sender.e164,
        "alias": alias_of(person.key),
        "language": language,
        "policy": desk.policy.to_text(),
        "same_peer": (person.last_peer or "") if wished or before else "",
        **lately,
        **by_text,
        "rank": str(rank or ""),
        **as_fields(call),
    }
    journal = {
        "event": "opened",
        "contact": contact,
        "language": language,
        "channel": str(Channel.VOICE),
    }
    if before:
        journal["after"] = before.id
    plan = {"opened": Effects(legs=(replace(leg, contact=contact),), journal=journal)}
    return desk.store.contacts.open_call(
        contact,
        person.key,
        if_new=if_new,
        leg=leg.id,
        now=now,
        plan=plan,
        fields={name: value for name, value in fields.items() if value},
        caller_number=leg.to,
    )


def _resume(desk: Desk, contact: Contact, call: Call, leg: NewLeg) -> str:
    """They ring again: the place is kept, and whatever was left of their last call is ended."""
    if desk.store.legs.get(leg.id):  # told again, perhaps when they have hung up and rung anew
        return "known"
    now = desk.clock.now()
    together = call.stage in {Stage.TOGETHER, Stage.RINGING}
    stage = Stage.TOGETHER if together else Stage.HELD
    again = replace(
        call, stage=stage, leg=leg.id, since=now, rests_until=None,
        connected=None, nobody_since=None, outside_tried=False,
    )  # fmt: skip
    talks_outside = call.connected is not None  # several people may share one number
    old = (Order(call.leg, HANG_UP),) if call.leg and not talks_outside else ()
    plan = {
        "kept": Effects(
            legs=(replace(leg, contact=contact.id), *old),
            journal={"event": "rang_again", "contact": contact.id},
            bell=(desk.store.keys.contact(contact.id),),
        )
    }
    word = desk.store.contacts.keep(contact, as_fields(again), now=now, plan=plan)
    return "resumed" if word == "kept" else word
