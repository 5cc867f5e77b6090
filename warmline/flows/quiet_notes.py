"""What a peer is told about somebody's risk, quietly: how to ask, what to do, and that they are not alone in it."""

from __future__ import annotations

from warmline.flows.desk import Desk
from warmline.flows.speaking import Texts, to_peer
from warmline.phone import PhoneNumber
from warmline.routing.care import AT_RISK, Act, acts
from warmline.routing.contact import Contact
from warmline.safety.reading import Band, Kind
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Channel
from warmline.words import safety_en


def notes(contact: Contact) -> list[str]:
    """What their own words have shown."""
    care, chosen = contact.care, acts(contact.policy, contact.care.band)
    bodies = [safety_en.not_read(contact.alias)] if care.unread else []
    if care.kind is Kind.SOMEONE_ELSE and chosen & {Act.NOTE, Act.GUIDE}:
        bodies.append(safety_en.note_other(contact.alias))
    elif Act.GUIDE in chosen:
        bodies.append(safety_en.guidance(contact.alias))
    elif Act.NOTE in chosen:
        at_risk = safety_en.note_at_risk if care.at_risk else safety_en.note
        bodies.append(at_risk(contact.alias))
    if Act.PAGE in chosen and Act.GUIDE in chosen:
        bodies.append(safety_en.coordinator_asked())
    return bodies


def notes_beside(contact: Contact, band: Band, kind: Kind) -> list[str]:
    """What the same person has shown in another way: by text, of somebody on the phone, or on the phone."""
    chosen = acts(contact.policy, band)
    if not chosen & {Act.NOTE, Act.GUIDE}:
        return []
    how = safety_en.writes_too() if contact.channel is Channel.VOICE else safety_en.phones_too()
    if band.rank < AT_RISK.rank:
        return [safety_en.note_beside_quiet(contact.alias, how)]
    bodies = [safety_en.note_beside(contact.alias, how)]
    if kind is Kind.SOMEONE_ELSE:
        return [safety_en.note_other(contact.alias)]
    if Act.GUIDE in chosen:
        bodies.append(safety_en.guidance(contact.alias))
    return bodies


def notes_on_taking(
    desk: Desk, peer: Volunteer, contact: Contact, number: PhoneNumber | None = None
) -> Texts:
    """All of it, for a peer who has just taken them."""
    bodies, care = notes(contact), contact.care
    if care.beside.rank > care.band.rank:
        bodies = [*notes_beside(contact, care.beside, care.beside_kind), *bodies]
    elif care.before is not Band.NONE and not care.at_risk:
        bodies = [safety_en.note_before(contact.alias), *bodies]
    return to_peer(desk, peer, contact, *bodies, number=number)
