"""Who reaches out now, by alias: no numbers, no words; and keeping two people apart."""

from __future__ import annotations

from datetime import datetime

import msgspec

from warmline.admin.api import paging, problems
from warmline.admin.api import volunteers as of_volunteers
from warmline.admin.api.operations import Asked, Noun
from warmline.admin.api.paging import Page
from warmline.errors import RefusedError
from warmline.flows.office import contacts as reaching
from warmline.ids import ContactId
from warmline.routing.contact import Contact
from warmline.routing.whereabouts import stage
from warmline.store.tokens import Role

contacts = Noun("contacts")


class ContactRead(msgspec.Struct, frozen=True):
    """Someone who reaches out, or did within 30 days."""

    id: str
    code: int
    alias: str
    state: str
    channel: str
    stage: str | None
    waited_seconds: int
    peer: str | None
    peer_name: str | None
    ended: str | None
    language: str
    experience: list[str]
    opened: datetime
    talk_began: datetime | None
    closed: datetime | None
    times_in: str
    offered_to: int
    kept_from: list[str]


class ContactPage(msgspec.Struct, frozen=True):
    """Those who wait or talk now, the oldest first."""

    items: list[ContactRead]
    next: str


@contacts.at(
    "GET /contacts", "Who waits or talks now", role=Role.VIEWER, query=Page, gives=ContactPage
)
def list_contacts(asked: Asked) -> ContactPage:
    store = asked.desk.store
    ids, following = paging.cut(store.contacts.open(), asked.query(Page))
    found = (store.contacts.get(ContactId(one)) for one in ids)
    return ContactPage([_read(asked, one) for one in found if one], following)


@contacts.at("GET /contacts/<contact>", "One contact", role=Role.VIEWER, gives=ContactRead)
def show_contact(asked: Asked) -> ContactRead:
    return _read(asked, _find(asked))


@contacts.at(
    "PUT /contacts/<contact>/apart/<volunteer>",
    "Never offer this person to this volunteer again; a talk that runs goes on",
    role=Role.COORDINATOR, gives=ContactRead,
)  # fmt: skip
def keep_apart(asked: Asked) -> ContactRead:
    found, volunteer = _find(asked), of_volunteers.find(asked)
    reaching.keep_apart(asked.desk, found, volunteer)
    return _read(asked, found)


@contacts.at(
    "DELETE /contacts/<contact>/apart/<volunteer>", "Let the two meet again", role=Role.COORDINATOR
)
def let_meet(asked: Asked) -> None:
    reaching.let_meet(asked.desk, _find(asked), of_volunteers.find(asked))


def _find(asked: Asked) -> Contact:
    try:
        return reaching.find(asked.desk, asked.path["contact"])
    except RefusedError:
        raise problems.no_such("contact") from None


def _read(asked: Asked, contact: Contact) -> ContactRead:
    desk, zone = asked.desk, asked.desk.line.zone
    peer = desk.store.roster.get(contact.peer) if contact.peer else None
    waited = (contact.began or contact.closed or desk.clock.now()) - contact.since
    return ContactRead(
        id=contact.id,
        code=contact.code,
        alias=contact.alias,
        state=contact.state.value,
        channel=contact.channel.value,
        stage=stage(contact),
        waited_seconds=max(0, int(waited.total_seconds())),
        peer=peer.id if peer else None,
        peer_name=peer.first_name if peer else None,
        ended=contact.ended.value if contact.ended else None,
        language=contact.language,
        experience=sorted(contact.experience),
        opened=contact.opened.astimezone(zone),
        talk_began=contact.began.astimezone(zone) if contact.began else None,
        closed=contact.closed.astimezone(zone) if contact.closed else None,
        times_in=zone.key,
        offered_to=len(contact.offered),
        kept_from=sorted(desk.store.people.blocked(contact.caller)),
    )
