"""`warmline incidents`: what was done about people in danger, and when; never a number, never a word of theirs."""

from __future__ import annotations

import json
from typing import Any

import click

from warmline.cli import frame, office
from warmline.errors import RefusedError
from warmline.flows import incidents as records
from warmline.flows.desk import Desk
from warmline.ids import ContactId, VolunteerId
from warmline.store.incidents import Incident
from warmline.words import incidents_en


@click.group()
def incidents() -> None:
    """What was done about people in danger, and when: no numbers and no words."""


@incidents.command("list")
@frame.json_option
def list_all(as_json: bool) -> None:
    """Every record, the latest first; each fades after 13 months."""
    with office.desk() as desk:
        found = (desk.store.incidents.get(one) for one in desk.store.incidents.all_ids())
        rows = [_row(desk, one) for one in found if one]
    frame.listing(rows, as_json=as_json, empty="No incident is on record.")


@incidents.command()
@click.argument("contact")
@frame.json_option
def show(contact: str, as_json: bool) -> None:
    """The timeline of one CONTACT, by id. That you read it is written into it."""
    with office.desk() as desk:
        found = _find(desk, contact)
        rows = _timeline(desk, found)
    frame.listing(rows, as_json=as_json, empty="Nothing is on record.")


@incidents.command()
@click.argument("contacts", nargs=-1)
def export(contacts: tuple[str, ...]) -> None:
    """Records as JSON, one a line: those of these CONTACTS, or all. That they were read is written into them."""
    with office.desk() as desk:
        for one in contacts or desk.store.incidents.all_ids():
            found = _find(desk, one)
            told = {"contact": found.contact, "began": _when(desk, found.began)}
            click.echo(json.dumps(told | {"timeline": _timeline(desk, found)}, ensure_ascii=False))


def _find(desk: Desk, contact: str) -> Incident:
    found = records.read(desk, ContactId(contact))
    if found is None:
        raise RefusedError("There is no record of that contact. See: warmline incidents list")
    return found


def _row(desk: Desk, incident: Incident) -> dict[str, Any]:
    events = [line.event for line in incident.lines]
    contact = desk.store.contacts.get(incident.contact)
    return {
        "contact": incident.contact,
        "began": _when(desk, incident.began),
        "alias": contact.alias if contact else None,
        "open": bool(contact and contact.is_open),
        "pages": events.count("paged"),
        "taken": events.count("acknowledged"),
    }


def _timeline(desk: Desk, incident: Incident) -> list[dict[str, Any]]:
    return [
        {
            "at": _when(desk, line.at),
            "event": line.event,
            "what": incidents_en.line(line.event, line.about, _name(desk, line.about)),
        }
        for line in incident.lines
    ]


def _name(desk: Desk, about: dict[str, str]) -> str:
    volunteer = desk.store.roster.get(VolunteerId(about.get("volunteer", "")))
    return volunteer.first_name if volunteer else about.get("by", "")


def _when(desk: Desk, moment: Any) -> str:
    return str(moment.astimezone(desk.line.zone).isoformat(timespec="seconds"))
