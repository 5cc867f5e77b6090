"""One person, by text and by phone at once: what one contact shows of risk, the other knows."""

from __future__ import annotations

from warmline.flows.desk import Desk
from warmline.flows.quiet_notes import notes_beside
from warmline.flows.speaking import Texts, to_peer, to_volunteer
from warmline.ids import ContactId
from warmline.routing.call import Stage
from warmline.routing.care import place
from warmline.routing.contact import Contact, Tried
from warmline.routing.phoning import ASKS
from warmline.safety.reading import Band
from warmline.store.effects import Effects
from warmline.volunteers.shifts import Channel
from warmline.words import talks_en

ON_THE_LINE = frozenset(Stage) - {Stage.DROPPED, Stage.RING_BACK, Stage.BY_TEXT}


def other_of(desk: Desk, contact: Contact) -> Contact | None:
    """What the same person has open in the other way."""
    person = desk.store.people.get(contact.caller)
    return opened(desk, person.contact if person.call == contact.id else person.call)


def opened(desk: Desk, contact_id: ContactId | None) -> Contact | None:
    """This contact, as long as it is open."""
    contact = desk.store.contacts.get(contact_id) if contact_id else None
    return contact if contact and contact.is_open else None


def from_the_start(desk: Desk, other: Contact | None) -> dict[str, str]:
    """For a contact that opens while this one is open."""
    band = other.care.band if other else Band.NONE
    if other is None or band is Band.NONE:
        return {}
    rank = place(desk.policy, band)
    return {
        "beside": str(band),
        "beside_place": str(band.rank),
        "beside_kind": str(other.care.kind),
        "rank": str(rank) if rank else "",
    }


def tell(desk: Desk, contact: Contact) -> None:
    """The other one learns of the band of this one, and its peer too. Safe to run twice."""
    while (other := other_of(desk, contact)) and _learns(desk, other, contact) == "moved":
        pass


def learn(desk: Desk, contact: Contact) -> None:
    """This one learns of the other's, in case that rose in the very moment in which this one opened."""
    while (fresh := opened(desk, contact.id)) and (other := other_of(desk, fresh)):
        if _learns(desk, fresh, other) != "moved":
            return


def on_the_line(desk: Desk, contact: Contact) -> Contact | None:
    """The other contact of the same person, in which they are on the phone with us, or are just being rung."""
    other = other_of(desk, contact)
    if other is None:
        return None
    call = other.call if other.channel is Channel.VOICE else None
    phones = other.phoning is not None and other.phoning.step not in ASKS
    return other if phones or (call and call.stage in ON_THE_LINE) else None


def on_the_phone(desk: Desk, contact: Contact) -> Contact | None:
    """The call of somebody at risk who waits by text, while they are on the phone with us: there they are helped first."""
    if contact.channel is Channel.VOICE or not contact.care.at_risk:
        return None
    return on_the_line(desk, contact)


def may_be_rung(desk: Desk, contact: Contact) -> bool:
    """Whether whoever is to be rung back has their phone free for it, as far as we know."""
    waits_at_home = contact.call is not None and contact.call.stage is Stage.RING_BACK
    return not waits_at_home or on_the_line(desk, contact) is None


def phone_first(desk: Desk, call: Contact) -> None:
    """Whoever is asked about the texts of somebody at risk who phones now is free for the call."""
    while (other := other_of(desk, call)) and other.offered and on_the_phone(desk, other):
        volunteer = min(other.offered)
        peer, now = desk.store.roster.get(volunteer), desk.clock.now()
        told = to_volunteer(desk, peer, talks_en.offer_phones(other.alias)) if peer else ()
        plan = {"left": Effects(texts=told, bell=(desk.store.keys.waiting(),))}
        how = Tried.WITHDRAWN
        word = desk.store.contacts.leave_offer(other, volunteer, how, now=now, plan=plan)
        desk.settle(plan, word)


def _learns(desk: Desk, contact: Contact, other: Contact) -> str:
    care = other.care
    if care.band.rank <= max(contact.care.beside.rank, contact.care.band.rank):
        return "already"
    peer = desk.store.roster.get(contact.peer) if contact.peer else None
    texts: Texts = ()
    if peer:
        texts = to_peer(desk, peer, contact, *notes_beside(contact, care.band, care.kind))
    journal = {"event": "known_beside", "contact": contact.id, "band": str(care.band)}
    plan, now = {"raised": Effects(texts=texts, journal=journal)}, desk.clock.now()
    word = desk.store.caring.raise_band(
        contact, care.band, care.kind, now=now, plan=plan, beside=True
    )
    return desk.settle(plan, word)
