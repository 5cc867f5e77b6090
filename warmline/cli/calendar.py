"""`warmline calendar`: private addresses at which a calendar program reads shifts."""

from __future__ import annotations

import click

from warmline.cli import frame, office
from warmline.flows.desk import Desk
from warmline.flows.office import feeds, finding
from warmline.volunteers import local_times


@click.group()
def calendar() -> None:
    """Private addresses at which calendar programs read shifts."""


@calendar.command()
@click.argument("name")
def volunteer(name: str) -> None:
    """Give a volunteer's own shifts a new address, by NAME or id. The one before works no longer."""
    with office.desk() as desk:
        who = finding.volunteer(desk, name)
        address = feeds.open_address(desk, who.id)
    click.echo(
        f"Whoever has this address sees {who.name}'s shifts. It is shown this once.", err=True
    )
    click.echo(address)


@calendar.command()
def line() -> None:
    """Give the calendar of all shifts, with first names, a new address. The one before works no longer."""
    with office.desk() as desk:
        address = feeds.open_address(desk, feeds.LINE)
    click.echo("Whoever has this address sees who is on when. It is shown this once.", err=True)
    click.echo(address)


@calendar.command("list")
@frame.json_option
def list_all(as_json: bool) -> None:
    """Which calendars have an address."""
    with office.desk() as desk:
        names = {volunteer.id: volunteer.name for volunteer in finding.everyone(desk)}
        rows = [
            {
                "calendar": feed.whose,
                "name": names.get(feed.whose, ""),  # type: ignore[call-overload]  # or "line"
                "made": local_times.written(feed.made, desk.line.zone),
            }
            for feed in desk.store.feeds.all()
        ]
    frame.listing(rows, as_json=as_json, empty="None. See: warmline calendar --help")


@calendar.command()
@click.argument("name")
def revoke(name: str) -> None:
    """Close the address of a volunteer's calendar, by NAME or id, or of the whole "line"."""
    with office.desk() as desk:
        feeds.close_address(desk, _whose(desk, name))
    click.echo("That address works no longer.")


def _whose(desk: Desk, name: str) -> str:
    known = {feed.whose for feed in desk.store.feeds.all()}
    return name if name in known else finding.volunteer(desk, name).id
