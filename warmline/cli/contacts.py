"""`warmline contacts`: who reaches out now, by alias; never a number, never a word of theirs."""

from __future__ import annotations

from typing import Any

import click

from warmline.cli import card, frame, office
from warmline.flows import calming, noting
from warmline.flows.desk import Desk
from warmline.flows.office import contacts as reaching
from warmline.flows.office import finding
from warmline.routing.care import Why, lowered_to
from warmline.routing.contact import Contact
from warmline.routing.whereabouts import stage
from warmline.store.notes import Note
from warmline.words import times


@click.group()
def contacts() -> None:
    """Who reaches out now, by alias: no numbers and no words."""


@contacts.command("list")
@frame.json_option
def list_all(as_json: bool) -> None:
    """Everyone who waits or talks now, the oldest first."""
    with office.desk() as desk:
        found = (desk.store.contacts.get(contact) for contact in desk.store.contacts.open())
        rows = [_row(desk, contact) for contact in found if contact]
    frame.listing(rows, as_json=as_json, empty="Nobody reaches out just now.")


@contacts.command()
@click.argument("contact")
@click.option("--notes", is_flag=True, help="Peers' notes too. That you read them is journalled.")
@frame.json_option
def show(contact: str, as_json: bool, notes: bool) -> None:
    """One CONTACT, by id or, while it is open, by code; a closed one for 30 days."""
    with office.desk() as desk:
        found = reaching.find(desk, contact)
        facts = _facts(desk, found)
        if notes:
            facts |= {"notes": [_note(desk, note) for note in noting.read(desk, found.id)]}
    card.show(facts, as_json=as_json)


@contacts.command()
@click.argument("contact")
@click.argument("volunteer")
def block(contact: str, volunteer: str) -> None:
    """Never offer the person of this CONTACT to this VOLUNTEER again."""
    with office.desk() as desk:
        found, who = reaching.find(desk, contact), finding.volunteer(desk, volunteer)
        reaching.keep_apart(desk, found, who)
    click.echo(f"{who.name} will not be offered {found.alias} again.")
    if found.is_open and found.peer == who.id:
        click.echo("They are talking now, and that talk goes on until one of them ends it.")


@contacts.command()
@click.argument("contact")
@click.argument("volunteer")
def unblock(contact: str, volunteer: str) -> None:
    """Let the person of this CONTACT and this VOLUNTEER meet again."""
    with office.desk() as desk:
        found, who = reaching.find(desk, contact), finding.volunteer(desk, volunteer)
        reaching.let_meet(desk, found, who)
    click.echo(f"{who.name} may be offered {found.alias} again.")


@contacts.command()
@click.argument("contact")
@click.option("--why", type=click.Choice([*Why]), required=True, help="What a person has found.")
def calm(contact: str, why: str) -> None:
    """Lower how urgent this CONTACT is taken to be; by itself the line only ever raises it."""
    with office.desk() as desk:
        found = calming.at_a_desk(desk, reaching.find(desk, contact).id, Why(why))
    click.echo(f"{found.alias} is {lowered_to(Why(why))} now. What they write is still read.")


def _note(desk: Desk, note: Note) -> dict[str, Any]:
    by = desk.store.roster.get(note.by)
    at = note.at.astimezone(desk.line.zone).isoformat(timespec="seconds")
    return {"at": at, "by": by.first_name if by else note.by, "note": note.words}


def _row(desk: Desk, contact: Contact) -> dict[str, Any]:
    peer = desk.store.roster.get(contact.peer) if contact.peer else None
    waited_until = contact.began or contact.closed or desk.clock.now()
    return {
        "id": contact.id,
        "code": contact.code,
        "alias": contact.alias,
        "state": contact.state.value,
        "channel": contact.channel.value,
        "stage": stage(contact),
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
