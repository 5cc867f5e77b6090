"""`warmline contacts`: who reaches out now, by alias; never a number, never a word of theirs."""

from __future__ import annotations

from typing import Any

import click

from warmline.cli import card, frame, office
from warmline.errors import RefusedError
from warmline.flows.desk import Desk
from warmline.flows.office import finding, roster_changes
from warmline.ids import ContactId
from warmline.routing.contact import Contact
from warmline.words import times


@click.group()
def contacts() -> None:
    """Who reaches out now, by alias: no numbers and no words."""


@contacts.command("list")
@frame.json_option
def list_all(as_json: bool) -> None:  # noqa: FBT001 - click passes it by name
    """Everyone who waits or talks now, the oldest first."""
    with office.desk() as desk:
        found = (desk.store.contacts.get(contact) for contact in desk.store.contacts.open())
        rows = [_row(desk, contact) for contact in found if contact]
    frame.listing(rows, as_json=as_json, empty="Nobody reaches out just now.")


@contacts.command()
@click.argument("contact")
@frame.json_option
def show(contact: str, as_json: bool) -> None:  # noqa: FBT001
    """One CONTACT, by id or, while it is open, by code; a closed one for 30 days."""
    with office.desk() as desk:
        facts = _facts(desk, _find(desk, contact))
    card.show(facts, as_json=as_json)


@contacts.command()
@click.argument("contact")
@click.argument("volunteer")
def block(contact: str, volunteer: str) -> None:
    """Never offer the person of this CONTACT to this VOLUNTEER again."""
    with office.desk() as desk:
        found, who = _find(desk, contact), finding.volunteer(desk, volunteer)
        desk.store.people.block(found.caller, who.id)
        _tell_journal(desk, "blocked", found, who.id)
        if found.id in who.offers:
            roster_changes.take_back(desk, found.id, who.id)
    click.echo(f"{who.name} will not be offered {found.alias} again.")
    if found.is_open and found.peer == who.id:
        click.echo("They are talking now, and that talk goes on until one of them ends it.")


@contacts.command()
@click.argument("contact")
@click.argument("volunteer")
def unblock(contact: str, volunteer: str) -> None:
    """Let the person of this CONTACT and this VOLUNTEER meet again."""
    with office.desk() as desk:
        found, who = _find(desk, contact), finding.volunteer(desk, volunteer)
        if who.id not in desk.store.people.blocked(found.caller):
            raise RefusedError(f"{who.name} is not kept from {found.alias}.")
        desk.store.people.block(found.caller, who.id, apart=False)
        _tell_journal(desk, "unblocked", found, who.id)
    click.echo(f"{who.name} may be offered {found.alias} again.")


def _find(desk: Desk, id_or_code: str) -> Contact:
    by_code = id_or_code.isascii() and id_or_code.isdigit()
    get = desk.store.contacts
    found = get.by_code(int(id_or_code)) if by_code else get.get(ContactId(id_or_code))
    if found is None:
        raise RefusedError("There is no such contact. See: warmline contacts list")
    return found


def _tell_journal(desk: Desk, event: str, contact: Contact, volunteer: str) -> None:
    effects = finding.causes(desk, event, contact=contact.id, volunteer=volunteer)
    desk.store.transitions.run("answer_text", now=desk.clock.now(), plan={"answered": effects})


def _row(desk: Desk, contact: Contact) -> dict[str, Any]:
    peer = desk.store.roster.get(contact.peer) if contact.peer else None
    waited_until = contact.began or contact.closed or desk.clock.now()
    return {
        "id": contact.id,
        "code": contact.code,
        "alias": contact.alias,
        "state": contact.state.value,
        "waited": times.length(waited_until - contact.since),
        "peer": peer.first_name if peer else None,
    }


def _facts(desk: Desk, contact: Contact) -> dict[str, Any]:
    zone = desk.line.zone

    def written(moment: Any) -> str | None:
        return moment.astimezone(zone).isoformat(timespec="seconds") if moment else None

    blocked = desk.store.roster.get_all(desk.store.people.blocked(contact.caller))
    return _row(desk, contact) | {
        "ended": contact.ended.value if contact.ended else None,
        "language": contact.language,
        "experience": sorted(contact.experience),
        "opened": written(contact.opened),
        "talk_began": written(contact.began),
        "closed": written(contact.closed),
        "offered_to": len(contact.offered),
        "kept_from": sorted(volunteer.name for volunteer in blocked),
    }
