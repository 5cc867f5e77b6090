"""After a talk with someone in danger nobody is left alone with it: the peer is thanked, offered a break, and called."""

from __future__ import annotations

from warmline.flows import paging
from warmline.flows.desk import Desk
from warmline.flows.speaking import Texts, to_peer
from warmline.routing.care import Act, acts
from warmline.routing.contact import Contact
from warmline.routing.ladder import Reason
from warmline.volunteers.roster import Volunteer
from warmline.words import safety_en


def prompt(desk: Desk, contact: Contact, peer: Volunteer | None) -> Texts:
    """What the peer of such a talk is told when it ends; a coordinator is asked to see how they are."""
    if peer is None or not _was_hard(desk, contact):
        return ()
    paging.page_about(desk, contact, Reason.DEBRIEF, peer=peer.id)
    return to_peer(desk, peer, contact, safety_en.debrief(contact.alias))


def lines(contact: Contact, prompted: Texts) -> list[dict[str, str]]:
    """That it was asked, for the record."""
    about = {"event": "debriefed", "contact": contact.id, "volunteer": contact.peer or ""}
    return [about] if prompted else []


def _was_hard(desk: Desk, contact: Contact) -> bool:
    """Whether there is a record of it, also where somebody has lowered the band since."""
    if Act.INCIDENT in acts(contact.policy, contact.care.band):
        return True
    return bool(contact.care.lowered) and desk.store.incidents.get(contact.id) is not None
