"""CALL by text: when both have said yes, both phones are rung, and afterwards the conversation goes on by text."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from warmline.clock import milliseconds
from warmline.flows import beside, ending, peer_talk
from warmline.flows.answering import say
from warmline.flows.desk import Desk
from warmline.flows.offers import leave_offers
from warmline.flows.speaking import Texts, reply, to_caller, to_peer
from warmline.ids import LegId, new_id
from warmline.routing.arrived import Arrived
from warmline.routing.contact import Contact, Ended, State, Tried
from warmline.routing.leg import HANG_UP, NOW, Side
from warmline.routing.phoning import ASKS, MARK, Over, Phoning, Step, what_became
from warmline.store.effects import Cause, Effects, NewLeg, Order
from warmline.store.phoning_record import as_fields
from warmline.volunteers.roster import Volunteer
from warmline.words import phoning_words as words


def peer_wishes(desk: Desk, cause: Cause, text: Arrived, peer: Volunteer, code: int | None) -> str:
    """A peer texts CALL: the caller is asked, or has asked already."""
    if peer.on_the_phone:
        return say(desk, cause, text, words.on_the_phone_already())
    match peer_talk.meant(desk, text, peer, code):
        case Contact(caller_number=None) as talk:
            return say(desk, cause, text, words.no_number(talk.alias))
        case Contact() as talk if beside.on_the_line(desk, talk):
            return say(desk, cause, text, words.they_phone_already(talk.alias))
        case Contact() as talk if talk.phoning and talk.phoning.step is Step.ASKED_PEER:
            return _begin(desk, cause, talk, peer)
        case Contact() as talk if talk.phoning:  # they are asked once
            return say(desk, cause, text, words.asked_caller(talk.alias))
        case Contact() as talk:
            told = reply(text, cause, words.asked_caller(talk.alias))
            asked = to_caller(talk, words.to_caller(talk.language).question())
            return _ask(desk, cause, talk, Step.ASKED_CALLER, (*told, *asked))
        case []:
            return say(desk, cause, text, words.nobody())
        case talks:
            return say(desk, cause, text, peer_talk.which("CALL", talks))


def caller_wishes(desk: Desk, cause: Cause, text: Arrived, talk: Contact) -> str:
    """A caller texts CALL: that is their consent, or their wish, and the peer is asked."""
    peer = desk.store.roster.get(talk.peer) if talk.peer else None
    if talk.phoning and talk.phoning.step not in ASKS:
        return say(desk, cause, text, words.to_caller(talk.language).rings_soon())
    if peer is None or peer.on_the_phone or beside.on_the_line(desk, talk):
        return say(desk, cause, text, words.to_caller(talk.language).not_now())
    if talk.phoning and talk.phoning.step is Step.ASKED_CALLER:
        return _begin(desk, cause, talk, peer)
    if talk.phoning:
        return say(desk, cause, text, words.to_caller(talk.language).asked())
    told = reply(text, cause, words.to_caller(talk.language).asked())
    asked = to_peer(desk, peer, talk, words.asks_for_call(talk.alias, talk.code))
    return _ask(desk, cause, talk, Step.ASKED_PEER, (*told, *asked))


def _ask(desk: Desk, cause: Cause, talk: Contact, step: Step, texts: Texts) -> str:
    now = desk.clock.now()
    key = desk.store.keys.contact(talk.id)
    journal = {"event": "phone_asked", "contact": talk.id, "how": str(step)}
    plan = {"kept": Effects(texts=texts, due={key: now}, journal=journal)}
    fields = {**as_fields(Phoning(step, now)), "last_words": str(milliseconds(now)), "asked": ""}
    word = desk.store.contacts.keep(talk, fields, now=now, plan=plan, cause=cause)
    return desk.settle(plan, word)


def _begin(desk: Desk, cause: Cause, talk: Contact, peer: Volunteer) -> str:
    """Both have said yes, which is kept with the time of it. The peer is rung first, so that no caller hears nobody."""
    now = desk.clock.now()
    leg = LegId(new_id(MARK))
    phoning = Phoning(Step.PEER, now, room=new_id("r"), peer_leg=leg, agreed=now)
    rings = NewLeg(
        leg,
        Side.PEER,
        desk.line.main_number,
        peer.number,
        contact=talk.id,
        volunteer=peer.id,
        rings_for=talk.policy.ring_seconds,
    )
    texts = (
        *to_peer(desk, peer, talk, words.rings(talk.alias)),
        *to_caller(talk, words.to_caller(talk.language).rings_soon()),
    )
    journal = {"event": "phone_agreed", "contact": talk.id, "volunteer": peer.id}
    plan = {
        "begun": Effects(texts=texts, legs=(rings,), journal=journal),
        "engaged": Effects(texts=to_peer(desk, peer, talk, words.on_the_phone_already())),
    }
    word = desk.store.phonings.begin(talk, phoning, now=now, plan=plan, cause=cause)
    desk.settle(plan, word)
    if word == "begun":
        leave_offers(desk, peer, at_most=None, how=Tried.WITHDRAWN)
    return word


def peer_is_there(desk: Desk, contact: Contact, phoning: Phoning) -> str:
    """The peer has pressed 1: the caller is rung, if they are not on the phone with us by now. "kept" or "moved"."""
    if beside.on_the_line(desk, contact):
        word = end(desk, contact, phoning, Over.CALLER_NOT_REACHED)
        return "kept" if word == "ended" else word
    now, leg = desk.clock.now(), LegId(new_id(MARK))
    rings = NewLeg(
        leg,
        Side.CALLER,
        contact.line_number,
        contact.caller_number,
        contact=contact.id,
        rings_for=contact.policy.ring_seconds,
    )
    goes_on = replace(phoning, step=Step.CALLER, since=now, caller_leg=leg)
    return _pressed(desk, contact, goes_on, Effects(legs=(rings,)), now)


def caller_is_there(desk: Desk, contact: Contact, phoning: Phoning) -> str:
    """The caller has pressed 1: both are together. "kept" or "moved"."""
    now = desk.clock.now()
    goes_on = replace(phoning, step=Step.TOGETHER, since=now)
    together = Effects(journal={"event": "phone_together", "contact": contact.id})
    return _pressed(desk, contact, goes_on, together, now)


def _pressed(
    desk: Desk, contact: Contact, phoning: Phoning, effects: Effects, now: datetime
) -> str:
    plan = {"kept": effects}
    word = desk.store.contacts.keep(contact, as_fields(phoning), now=now, plan=plan)
    if word == "kept":
        desk.steps.reach("phone_pressed")
    return desk.settle(plan, word)


def advance(desk: Desk, contact: Contact, phoning: Phoning, now: datetime) -> datetime | str:
    """What it needs now: a word when something was done, else when to look again."""
    legs = {leg.id: leg for leg in desk.store.legs.of(contact.id)}
    became = what_became(phoning, legs, contact.policy.ring_for, now)
    if contact.state is not State.ACTIVE:
        became = Over.CALLED_OFF
    return became if isinstance(became, datetime) else end(desk, contact, phoning, became)


def end(
    desk: Desk, contact: Contact, phoning: Phoning, became: Over, *, but: LegId | None = None
) -> str:
    """Over, and both hear so, `but` the one whose own key has ended it: "ended" or "moved"."""
    if became is Over.TALKED and desk.store.people.get(contact.caller).opted_out:
        how = Ended.OPTED_OUT  # they texted STOP meanwhile, and there is nothing to go on with
        return ending.end(desk, contact, how, cause=None, to_the_caller=(), but=but)
    now, legs = desk.clock.now(), {leg.id: leg for leg in desk.store.legs.of(contact.id)}
    there = [legs[one] for one in (phoning.peer_leg, phoning.caller_leg) if one and one in legs]
    orders = tuple(
        Order(leg.id, NOW if leg.joined or (leg.answered and leg.side is Side.PEER) else HANG_UP)
        for leg in there
        if not (leg.is_over or leg.order or leg.id == but)
    )
    seconds = {"seconds": str((now - phoning.since).seconds)} if became is Over.TALKED else {}
    journal = {"event": "phone_over", "contact": contact.id, "how": str(became), **seconds}
    plan = {
        "ended": Effects(texts=_told(desk, contact, phoning, became), legs=orders, journal=journal)
    }
    fields = {"last_words": str(milliseconds(now)), "asked": ""} if phoning.step not in ASKS else {}
    word = desk.store.phonings.end(contact, fields, now=now, plan=plan)
    return desk.settle(plan, word)


def _told(desk: Desk, contact: Contact, phoning: Phoning, became: Over) -> Texts:
    peer = desk.store.roster.get(contact.peer) if contact.peer else None
    theirs = words.to_caller(contact.language)
    match became:
        case Over.CALLED_OFF:
            return ()
        case Over.TALKED:
            news, told = words.over(contact.alias), theirs.over()
        case Over.NO_ANSWER_YET if phoning.step is Step.ASKED_CALLER:  # they are not asked again
            return to_peer(desk, peer, contact, words.no_yes_yet(contact.alias)) if peer else ()
        case Over.NO_ANSWER_YET:
            return to_caller(contact, theirs.not_now())
        case _:
            news, told = words.did_not_work(contact.alias), theirs.not_now()
    to_them = to_peer(desk, peer, contact, news) if peer else ()
    return (*to_them, *to_caller(contact, told))
