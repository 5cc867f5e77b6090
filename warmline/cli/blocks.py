"""`warmline blocks`: who is not put through to a peer for a while; each ends by itself, and in danger nobody is blocked."""

from __future__ import annotations

import click

from warmline.cli import frame, office
from warmline.flows import blocking
from warmline.flows.office import contacts as reaching
from warmline.routing.blocks import Term
from warmline.routing.contact import alias_of


@click.group()
def blocks() -> None:
    """Who is not put through to a peer for a while."""


@blocks.command("list")
@frame.json_option
def list_all(as_json: bool) -> None:
    """Everybody who is blocked, the first to be free first; by alias."""
    with office.desk() as desk:
        found = ((key, desk.store.blocks.get(key)) for key in desk.store.blocks.all_keys())
        rows = [
            {
                "contact": block.contact,
                "alias": alias_of(key),
                "until": block.until.astimezone(desk.line.zone).isoformat(timespec="minutes"),
                "review": block.review.astimezone(desk.line.zone).isoformat(timespec="minutes"),
                "appealed": block.appealed,
            }
            for key, block in found
            if block
        ]
    frame.listing(rows, as_json=as_json, empty="Nobody is blocked.")


@blocks.command()
@click.argument("contact")
@click.option("--for", "term", type=click.Choice([*Term]), required=True, help="How long.")
def add(contact: str, term: str) -> None:
    """Block the person of this CONTACT. They are told until when, can appeal, and in danger get through."""
    with office.desk() as desk:
        found = reaching.find(desk, contact)
        block = blocking.at_a_desk(desk, found, Term(term))
        until = block.until.astimezone(desk.line.zone)
    click.echo(f"{found.alias} is blocked until {until:%Y-%m-%d %H:%M}.")


@blocks.command()
@click.argument("contact")
def lift(contact: str) -> None:
    """Let the person of this CONTACT in again."""
    with office.desk() as desk:
        found = reaching.find(desk, contact)
        blocking.lift(desk, found)
    click.echo(f"{found.alias} is let in again.")
