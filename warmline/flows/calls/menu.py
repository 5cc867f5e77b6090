"""The peer's menu behind *: back, the crisis line, a kind end, or an end and a break."""

from __future__ import annotations

from warmline.flows import abuse, ending
from warmline.flows.calls import becoming, handing_over
from warmline.flows.desk import Desk
from warmline.flows.offers import leave_offers
from warmline.flows.speaking import Texts, to_volunteer
from warmline.ids import LegId
from warmline.routing.call import Call, Handoff, Stage
from warmline.routing.contact import Contact, Ended, State
from warmline.routing.handoff import Event
from warmline.routing.leg import Leg, Side, Tell
from warmline.routing.phoning import goes_on_by_text
from warmline.store.effects import Announcement, Cause, Effects
from warmline.volunteers.commands import USUAL_PAUSE
from warmline.words import abuse_en

TRIES = 5


def talk_of(desk: Desk, leg: Leg) -> tuple[Contact, Call] | None:
    """The talk that the peer of this leg is in now."""
    contact = desk.store.contacts.get(leg.contact) if leg.contact else None
    call = contact.call if contact else None
    if contact is None or call is None or leg.side is not Side.PEER or call.peer_leg != leg.id:
        return None
    is_with_them = contact.state is State.ACTIVE and call.handoff is not Handoff.LEFT
    return (contact, call) if is_with_them and call.stage is Stage.TOGETHER else None


def reassure(desk: Desk, leg: Leg) -> None:
    """The peer is in the menu: the caller hears that they will be back, rather than silence."""
    for _ in range(TRIES):
        talk = talk_of(desk, leg)
        if talk is None or talk[1].leg is None or talk[1].handoff is Handoff.THREE:
            return
        plan = {"kept": Effects(legs=(Announcement(talk[1].leg, Tell.MOMENT),))}
        now = desk.clock.now()
        if desk.settle(plan, desk.store.contacts.keep(talk[0], {}, now=now, plan=plan)) != "moved":
            return


def press(desk: Desk, leg: Leg, key: str, *, shown: str) -> str:
    """A key in the menu that was read for the handoff's state `shown`: what is heard next.

    "back", "consent", "let_go", "left", "ended" or "became" (over, and it goes on by text); "menu" where the state is
    another by now, "gone" where the talk is.
    """
    for _ in range(TRIES):
        talk = talk_of(desk, leg)
        if talk is None:
            return "gone"
        contact, call = talk
        now_shown = shown_as(call)
        if now_shown != shown and key in {"2", "3", "4"}:
            return "menu"
        word = _press(desk, contact, call, leg, key)
        if word != "moved":
            desk.steps.reach("menu_pressed")
            return word
    return "menu"


def shown_as(call: Call) -> str:
    """Which of the three menus is read."""
    return str(call.handoff) if call.handoff in {Handoff.RINGING, Handoff.THREE} else "alone"


def _press(desk: Desk, contact: Contact, call: Call, leg: Leg, key: str) -> str:
    by = contact.peer or ""
    match shown_as(call), key:
        case "alone", "2":
            word = handing_over.happen(desk, contact, call, Event.OFFERED, by=by)
            return "moved" if word == "moved" else "consent"
        case "alone", "3" if goes_on_by_text(call, contact.peer):
            word = becoming.over(desk, contact, call, but=leg.id)
            return end_kindly(desk, contact, own=leg.id) if word == "cannot" else word
        case "alone", "3":
            return end_kindly(desk, contact, own=leg.id)
        case "alone", "4":
            return end_for_abuse(desk, contact, own=leg.id)
        case (("ringing" | "three"), "2"):
            word = handing_over.happen(desk, contact, call, Event.LET_GO, by=by)
            return "moved" if word == "moved" else "let_go"
        case "three", "3":
            word = handing_over.part(desk, contact, call, Event.LEAVE)
            return "moved" if word == "moved" else "left"
        case _:
            return "back"


_SAID = {"1": Event.AGREED, "2": Event.NOT_NOW, "3": Event.DANGER}


def consent(desk: Desk, leg: Leg, key: str) -> str:
    """What the peer says of the person's will: "rings", "not_now", "asked", "back" or "gone".

    That there is no number to dial is announced, as it is when a coordinator has allowed it.
    """
    for _ in range(TRIES):
        talk = talk_of(desk, leg)
        if talk is None:
            return "gone"
        if key not in _SAID:
            return "back"
        event = _SAID[key]
        if event is Event.AGREED:
            event = handing_over.allowed_to_dial(desk, talk[0], event)
        word = handing_over.happen(desk, *talk, event, by=talk[0].peer or "")
        if word != "moved":
            desk.steps.reach("menu_pressed")
            return _heard(event, talk[1]) if word == "kept" else "back"
    return "back"


def _heard(event: Event, call: Call) -> str:
    if event is Event.NOT_NOW and call.handoff is None:
        return "back"
    return {Event.AGREED: "rings", Event.DANGER: "asked", Event.NOT_NOW: "not_now"}.get(
        event, "back"
    )


def end_kindly(
    desk: Desk, contact: Contact, *, own: LegId | None = None, cause: Cause | None = None
) -> str:
    """The caller hears a kind goodbye, and how to come back; the peer's breathing space begins."""
    return ending.end(desk, contact, Ended.BY_PEER, cause=cause, to_the_caller=(), but=own)


def end_for_abuse(
    desk: Desk, contact: Contact, *, own: LegId | None = None, cause: Cause | None = None
) -> str:
    """Ended and tagged, without a reason asked for; first the tag and the break, so that nobody is rung in between."""
    peer = desk.store.roster.get(contact.peer) if contact.peer else None
    told: Texts = ()
    if peer:
        leave_offers(desk, peer)
        abuse.note(desk, contact, peer)
        told = to_volunteer(desk, peer, abuse_en.tagged(contact.alias, USUAL_PAUSE))
    return ending.end(desk, contact, Ended.ABUSE, cause=cause, to_the_caller=told, but=own)
