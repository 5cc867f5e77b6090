"""Words that alarm: the band rises, the crisis line is in the very reply, coordinators are asked, the peer is told."""

from __future__ import annotations

from warmline.flows import beside, paging
from warmline.flows.desk import Desk
from warmline.flows.on_duty import volunteers_on
from warmline.flows.quiet_notes import notes
from warmline.flows.speaking import Texts, to_caller, to_peer
from warmline.ids import ContactId
from warmline.routing.care import Act, acts, place
from warmline.routing.contact import Contact, State
from warmline.routing.ladder import Reason
from warmline.safety.reading import Band, Kind, Reading
from warmline.store.effects import Effects
from warmline.store.people import Person
from warmline.words import callers, safety_en


def rises(desk: Desk, contact: Contact, heard: Reading | None) -> str:
    """What a text says is written down before it is delivered: "moved" when the contact has to be read anew, else "".

    It is a write of its own, so that whatever goes wrong with it does not keep the text from going on.
    """
    if heard is None or contact.care.unread:
        return _not_read(desk, contact, now_read=heard is not None)
    if heard.band.rank <= contact.care.band.rank:
        return ""
    now, crisis = desk.clock.now(), desk.line.crisis(contact.language, contact.country)
    texts: Texts = ()
    if Act.CRISIS in acts(contact.policy, heard.band):
        texts = to_caller(contact, in_reply(desk, contact.language, heard.kind, crisis))
    plan = {"raised": Effects(texts=texts, journal=line_of(contact.id, heard))}
    word = desk.store.caring.raise_band(contact, heard.band, heard.kind, now=now, plan=plan)
    return "moved" if desk.settle(plan, word) != "already" else ""


def _not_read(desk: Desk, contact: Contact, *, now_read: bool) -> str:
    """A banner for the peer, once; taken down with the next text that can be read, which then is read again."""
    if not now_read and contact.care.unread:
        return ""
    peer = desk.store.roster.get(contact.peer) if contact.peer else None
    texts: Texts = ()
    if peer and not now_read:
        texts = to_peer(desk, peer, contact, safety_en.not_read(contact.alias))
    event = "read_again" if now_read else "not_read"
    plan = {"kept": Effects(texts=texts, journal={"event": event, "contact": contact.id})}
    fields = {"unread": "" if now_read else "1"}
    word = desk.store.contacts.keep(contact, fields, now=desk.clock.now(), plan=plan)
    desk.settle(plan, word)
    return "moved"


def from_the_start(
    desk: Desk, language: str, heard: Reading | None, crisis: str
) -> tuple[dict[str, str], list[str]]:
    """For a contact that opens with these words: what is noted in it, and what the caller is told besides."""
    if heard is None:
        return {"unread": "1"}, []
    if heard.band is Band.NONE:
        return {}, []
    rank = place(desk.policy, heard.band)
    fields = {
        "band": str(heard.band),
        "band_place": str(heard.band.rank),
        "kind": str(heard.kind),
        "rank": str(rank) if rank else "",
    }
    told = Act.CRISIS in acts(desk.policy, heard.band)
    return fields, [in_reply(desk, language, heard.kind, crisis)] if told else []


def from_before(desk: Desk, person: Person) -> dict[str, str]:
    """For a contact that opens: whoever left at risk within the last day has that rank again, and their peer a note."""
    band = person.was_at(desk.clock.now())
    rank = place(desk.policy, band)
    if band is Band.NONE:
        return {}
    return {"band_before": str(band), "rank": str(rank) if rank else ""}


def in_reply(desk: Desk, language: str, kind: Kind, crisis: str) -> str:
    """What someone at risk is told at once: where help is now, and the truth about who can be here."""
    words = callers(language)
    if kind is Kind.SOMEONE_ELSE:
        return words.about_someone_else(crisis)
    now = desk.clock.now()
    if not volunteers_on(desk, now) and not paging.reachable(desk, now):
        return words.nobody_can_come(crisis)
    return words.glad_you_told_us(crisis)


def line_of(contact: ContactId, heard: Reading) -> dict[str, str]:
    """What the journal keeps of a reading: rules by name, never words."""
    rules = " ".join(heard.rules)
    return {
        "event": "band",
        "contact": contact,
        "band": heard.band,
        "kind": heard.kind,
        "rules": rules,
    }


def follow(desk: Desk, contact_id: ContactId | None) -> None:
    """See at once to what a text has raised; the contact's own next look would do it a little later."""
    contact = desk.store.contacts.get(contact_id) if contact_id else None
    if contact and contact.care.alert_is_due:
        alert(desk, contact)


def alert(desk: Desk, contact: Contact) -> str:
    """Coordinators are asked and the peer is told, once for each rise. Safe to run twice: a page has one name."""
    now, care = desk.clock.now(), contact.care
    chosen = acts(contact.policy, care.band)
    if reason := _worth_a_page(desk, contact, chosen):
        paging.page_about(desk, contact, reason, nth=care.lowered)
    beside.tell(desk, contact)
    peer = desk.store.roster.get(contact.peer) if contact.peer else None
    texts = to_peer(desk, peer, contact, *notes(contact)) if peer else ()
    record = (desk.store.keys.incident(contact.id),) if Act.INCIDENT in chosen else ()
    journal = {"event": "alerted", "contact": contact.id, "band": str(care.band)}
    plan = {"kept": Effects(texts=texts, bell=record, journal=journal)}
    fields = {"alerted": str(care.band)}
    return desk.settle(plan, desk.store.contacts.keep(contact, fields, now=now, plan=plan))


def _worth_a_page(desk: Desk, contact: Contact, chosen: frozenset[Act]) -> Reason | None:
    if Act.PAGE in chosen:
        return Reason.IMMINENT if Act.REPAGE in chosen else Reason.HIGH
    if contact.state is not State.ACTIVE and not volunteers_on(desk, desk.clock.now()):
        return Reason.NOBODY_ON
    return None
