"""How a call within a conversation is written down: into the contact's hash, under names that begin with `phone_`."""

from __future__ import annotations

from collections.abc import Mapping

from warmline.clock import milliseconds, moment
from warmline.ids import LegId
from warmline.routing.phoning import Phoning, Step

_NAMES = ("step", "since", "room", "peer_leg", "caller_leg", "agreed", "offered")


def as_fields(phoning: Phoning | None) -> dict[str, str]:
    """As `Contacts.keep` takes it; None forgets it."""
    if phoning is None:
        return {f"phone_{name}": "" for name in _NAMES}
    return {
        "phone_step": phoning.step,
        "phone_since": str(milliseconds(phoning.since)),
        "phone_room": phoning.room,
        "phone_peer_leg": phoning.peer_leg or "",
        "phone_caller_leg": phoning.caller_leg or "",
        "phone_agreed": str(milliseconds(phoning.agreed)) if phoning.agreed else "",
        "phone_offered": "1" if phoning.offered else "",
    }


def as_phoning(fields: Mapping[str, str]) -> Phoning | None:
    """The call in a conversation's hash, if there is one now."""
    if not fields.get("phone_step"):
        return None
    agreed = fields.get("phone_agreed")
    return Phoning(
        step=Step(fields["phone_step"]),
        since=moment(int(fields["phone_since"])),
        room=fields.get("phone_room", ""),
        peer_leg=LegId(fields.get("phone_peer_leg", "")) or None,
        caller_leg=LegId(fields.get("phone_caller_leg", "")) or None,
        agreed=moment(int(agreed)) if agreed else None,
        offered=bool(fields.get("phone_offered")),
    )
