"""`warmline tokens`: which programs may come in by the API."""

from __future__ import annotations

import click

from warmline.cli import frame, office
from warmline.flows.office import access
from warmline.ids import TokenId
from warmline.store.tokens import Role
from warmline.volunteers import local_times


@click.group()
def tokens() -> None:
    """Which programs may come in by the API, and what they may do."""


@tokens.command()
@click.argument("name")
@click.option(
    "--role",
    type=click.Choice([role.value for role in Role]),
    default=Role.VIEWER.value,
    show_default=True,
)
@click.option("--days", type=int, default=access.USUAL_DAYS, show_default=True, help="Good for.")
def add(name: str, role: str, days: int) -> None:
    """Let a program called NAME in. Its secret is shown this once: give it to the program, and to nobody else.

    A viewer reads and sees no phone numbers; a coordinator changes the roster; an admin sees numbers and lets others in.
    """
    with office.desk() as desk:
        token, secret = access.add(desk, name, Role(role), days=days)
        until = local_times.written(token.until, desk.line.zone)
    click.echo(f"{token.id} ({token.role}) is good until {until}.", err=True)
    click.echo(secret)


@tokens.command("list")
@frame.json_option
def list_all(as_json: bool) -> None:
    """All tokens, without their secrets, which nobody can show again."""
    with office.desk() as desk:
        zone, now = desk.line.zone, desk.clock.now()
        rows = [
            {
                "id": token.id,
                "name": token.name,
                "role": token.role.value,
                "made": local_times.written(token.made, zone),
                "until": local_times.written(token.until, zone),
                "good": token.until > now,
            }
            for token in desk.store.tokens.all()
        ]
    frame.listing(rows, as_json=as_json, empty="None. See: warmline tokens add --help")


@tokens.command()
@click.argument("token")
def remove(token: str) -> None:
    """Let the program with this TOKEN's id in no longer."""
    with office.desk() as desk:
        access.remove(desk, TokenId(token))
    click.echo(f"{token} is good no longer.")
