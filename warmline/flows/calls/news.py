"""The provider tells how a leg fares; what follows is a job."""

from __future__ import annotations

from warmline.flows.desk import Desk
from warmline.ids import ContactId
from warmline.routing.leg import Leg
from warmline.telephony.call_payloads import CallNews, RoomNews


def told(desk: Desk, leg: Leg, news: CallNews) -> str:
    """Write down what is new: "over" when the leg has ended, else "going_on". No write where nothing is."""
    if leg.is_over:
        return "over"
    earlier = news.told == "placed" or (news.told == "rang" and leg.rang)
    known = leg.sid == news.sid and (earlier or (leg.answered and not news.fate))
    if not known:
        now = desk.clock.now()
        desk.store.legs.hear(leg, news.sid, news.told, fate=news.fate, now=now)
        desk.steps.reach("leg_told")
    return "over" if news.told == "over" else "going_on"


def of_room(desk: Desk, contact: ContactId, news: RoomNews) -> None:
    """Someone came into the room of this contact, or left it."""
    for leg in desk.store.legs.of(contact):
        if leg.sid == news.sid:
            desk.store.legs.hear(
                leg, news.sid, news.told, conference=news.conference, now=desk.clock.now()
            )
