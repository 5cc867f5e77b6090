"""`warmline claims`: seats on shifts, given and taken back by a coordinator."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import click

from warmline.cli import frame, office
from warmline.flows.desk import Desk
from warmline.flows.office import claims as listed
from warmline.flows.office import finding, shift_changes
from warmline.flows.office.claims import Claim
from warmline.volunteers import local_times

DAY = click.DateTime(["%Y-%m-%d"])


@click.group()
def claims() -> None:
    """Seats on shifts, given and taken back for volunteers."""


@claims.command("list")
@click.option("--volunteer", metavar="WHO", help="Only theirs, by name or id.")
@click.option("--from", "first", type=DAY, metavar="DAY", help="Such as 2026-11-23. [default: now]")
@click.option("--to", "last", type=DAY, metavar="DAY", help="The last day. [default: no end]")
@frame.json_option
def list_all(
    volunteer: str | None,
    first: datetime | None,
    last: datetime | None,
    as_json: bool,
) -> None:
    """Who has a seat on which shift, by the shifts' start."""
    with office.desk() as desk:
        who = finding.volunteer(desk, volunteer) if volunteer else None
        start, end = _span(desk, first and first.date(), last and last.date())
        rows = [_row(desk, one) for one in listed.between(desk, start, end, volunteer=who)]
    frame.listing(rows, as_json=as_json, empty="None. See: warmline claims add --help")


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


def _span(desk: Desk, first: date | None, last: date | None) -> tuple[datetime, datetime]:
    now = desk.clock.now()
    today = now.astimezone(desk.line.zone).date()
    begins = finding.span(desk, first, first)[0] if first else now
    if last is None:
        return begins, finding.LAST_DAY
    return begins, finding.span(desk, first or today, last)[1]


def _row(desk: Desk, one: Claim) -> dict[str, Any]:
    shift, zone = one.shift, desk.line.zone
    return {
        "code": shift.code,
        "starts": local_times.written(shift.starts, zone),
        "ends": local_times.written(shift.ends, zone),
        "volunteer": one.volunteer.name,
        "id": one.volunteer.id,
        "asks_for_cover": one.asks_for_cover,
    }
