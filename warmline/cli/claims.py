"""`warmline claims`: seats on shifts, given and taken back by a coordinator."""

from __future__ import annotations

import click

from warmline.cli import office
from warmline.flows.office import finding, shift_changes


@click.group()
def claims() -> None:
    """Seats on shifts, given and taken back for volunteers."""


@claims.command()
@click.argument("shift", type=int)
@click.argument("volunteer")
def add(shift: int, volunteer: str) -> None:
    """Give a seat on the SHIFT with this code to a VOLUNTEER, by name or id."""
    with office.desk() as desk:
        found, who = finding.shift(desk, shift), finding.volunteer(desk, volunteer)
        against = shift_changes.claim(desk, found, who)
    click.echo(f"Shift {shift} is claimed by {who.name}.")
    for refusal in against:
        click.echo(
            f"  Please note: {refusal.why}{f' ({refusal.need})' * bool(refusal.need)}.", err=True
        )


@claims.command()
@click.argument("shift", type=int)
@click.argument("volunteer")
def remove(shift: int, volunteer: str) -> None:
    """Take a VOLUNTEER's seat on the SHIFT with this code back."""
    with office.desk() as desk:
        found, who = finding.shift(desk, shift), finding.volunteer(desk, volunteer)
        shift_changes.release(desk, found, who)
    click.echo(f"Shift {shift} is no longer claimed by {who.name}.")
