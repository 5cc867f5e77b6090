"""The provider tells how a leg fares; what follows is a job."""

from __future__ import annotations

from warmline.flows.desk import Desk
from warmline.ids import ContactId
from warmline.routing.call import Stage
from warmline.routing.leg import Leg
from warmline.store.call_record import as_fields
from warmline.store.effects import Effects
from warmline.telephony.call_payloads import CallNews, RoomNews

TRIES = 5


def told(desk: Desk, leg: Leg, news: CallNews) -> str:
    """Write down what is new: "over" when the leg has ended, else "going_on". No write where nothing is."""
    if leg.is_over:
        return "over"
    known = leg.sid == news.sid and (news.told == "placed" or (leg.answered and not news.fate))
    if not known:
        now = desk.clock.now()
        desk.store.legs.hear(leg, news.sid, news.told, fate=news.fate, now=now)
    return "over" if news.told == "over" else "going_on"


def of_room(desk: Desk, contact: ContactId, news: RoomNews) -> None:
    """Someone came into the room of this contact, or left it."""
    for leg in desk.store.legs.of(contact):
        if leg.sid == news.sid:
            desk.store.legs.hear(
                leg, news.sid, news.told, conference=news.conference, now=desk.clock.now()
            )


def rung_back(desk: Desk, leg: Leg, pressed: str) -> str:
    """Whoever was rung back pressed 1: into the room; 2: not now. Anything else changes nothing."""
    for _ in range(TRIES):
        contact = desk.store.contacts.get(leg.contact) if leg.contact else None
        call = contact.call if contact else None
        if contact is None or call is None or call.leg != leg.id or call.stage is not Stage.RINGING:
            return "gone"
        now = desk.clock.now()
        if pressed != "1":
            return "not_now"
        together = call.moved(Stage.TOGETHER, since=now)
        plan = {"kept": Effects(journal={"event": "rung_back", "contact": contact.id})}
        word = desk.store.contacts.keep(contact, as_fields(together), now=now, plan=plan)
        if word != "moved":
            return word
    return "moved"
