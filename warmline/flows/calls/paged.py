"""A coordinator has picked up and pressed a key: 1 has the page, as ACK by text does."""

from __future__ import annotations

from warmline.flows import acknowledging
from warmline.flows.desk import Desk
from warmline.routing.leg import Leg


def press(desk: Desk, leg: Leg, key: str) -> str:
    """A coordinator's key: "yours", "taken", "cannot", or "again" for what means nothing here."""
    coordinator = desk.store.roster.get(leg.volunteer) if leg.volunteer else None
    if leg.page is None or coordinator is None:
        return "taken"
    if key == "2":
        return "cannot"
    if key != "1":
        return "again"
    word = acknowledging.acknowledge_by_call(desk, leg.page, coordinator)
    return "yours" if word in {"acknowledged", "already_yours"} else "taken"
