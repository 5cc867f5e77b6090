"""Who reaches out, by alias, and keeping two people apart who should not meet again."""

from __future__ import annotations

from warmline.errors import RefusedError
from warmline.flows.calls import listening
from warmline.flows.desk import Desk
from warmline.flows.office import finding, roster_changes
from warmline.ids import ContactId
from warmline.routing.contact import Contact
from warmline.volunteers.roster import Volunteer


def find(desk: Desk, id_or_code: str) -> Contact:
    """The contact of this id or, while it is open, of this code. RefusedError when there is none."""
    by_code = id_or_code.isascii() and id_or_code.isdigit()
    get = desk.store.contacts
    found = get.by_code(int(id_or_code)) if by_code else get.get(ContactId(id_or_code))
    if found is None:
        raise RefusedError("There is no such contact. See: warmline contacts list")
    return found


def keep_apart(desk: Desk, contact: Contact, volunteer: Volunteer) -> None:
    """Never offer this person to this volunteer again; an open offer is taken back, nobody listens on, a talk that runs goes on."""
    about = {"contact": contact.id, "volunteer": volunteer.id}
    plan = {"apart": finding.causes(desk, "blocked", **about)}
    desk.store.people.block(contact.caller, volunteer.id, now=desk.clock.now(), plan=plan)
    if contact.id in volunteer.offers:
        roster_changes.take_back(desk, contact.id, volunteer.id)
    if call := desk.store.people.get(contact.caller).call:
        listening.end_for(desk, volunteer.id, call)


def let_meet(desk: Desk, contact: Contact, volunteer: Volunteer) -> None:
    """They may meet again. RefusedError when nobody kept them apart."""
    about = {"contact": contact.id, "volunteer": volunteer.id}
    plan = {"together": finding.causes(desk, "unblocked", **about)}
    word = desk.store.people.block(
        contact.caller, volunteer.id, apart=False, now=desk.clock.now(), plan=plan
    )
    if word == "already":
        raise RefusedError(f"{volunteer.name} is not kept from {contact.alias}.")
