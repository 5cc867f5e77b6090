"""`warmline shifts gaps`: where the weeks ahead are thin, and how many would be answered."""

from __future__ import annotations

from typing import Any

import click

from warmline.cli import frame, office
from warmline.flows.desk import Desk
from warmline.flows.office import ahead
from warmline.volunteers import local_times
from warmline.volunteers.gaps import Hour
from warmline.volunteers.habits import Basis, Habits

ABOUT = {
    "arrivals": "how many reach out: one an hour",
    "talks": "how long a talk takes: 20 minutes",
    "patience": "how long people wait before they leave: 3 minutes",
}


@click.command()
@click.option("--days", type=click.IntRange(1, 84), default=14, show_default=True)
@click.option("--all", "all_hours", is_flag=True, help="Also the hours in which no seat is open.")
@frame.json_option
def gaps(days: int, all_hours: bool, as_json: bool) -> None:
    """The hours ahead that have open seats, and what share of those who reach out would be answered.

    The share is a forecast, by what the line has learned of itself (docs/operations.md tells what it is worth).
    """
    with office.desk() as desk:
        found = ahead.forecast(desk, days=days)
        rows = [_row(desk, hour) for hour in found.hours if all_hours or hour.open_seats]
    frame.listing(rows, as_json=as_json, empty=f"No seat is open in the next {days} days.")
    if rows and not as_json:
        for line in _basis(found.habits):
            click.echo(line, err=True)


def _row(desk: Desk, hour: Hour) -> dict[str, Any]:
    zone = desk.line.zone
    return {
        "starts": local_times.written(hour.starts, zone),
        "ends": local_times.written(hour.ends, zone),
        "language": hour.group.language,
        "channel": hour.group.channel or "any",
        "shifts": sorted(shift.code for shift in hour.shifts),
        "seats": hour.seats,
        "open": hour.open_seats,
        "peers": hour.peers,
        "answered_percent": round(hour.answered * 100),
        "at_once_percent": round(hour.at_once * 100),
        "basis": hour.basis.value,
    }


def _basis(habits: Habits) -> list[str]:
    """What the figures rest on; small counts are not told."""
    bases = {
        "arrivals": habits.basis_of_arrivals,
        "talks": habits.basis_of_talks,
        "patience": habits.basis_of_patience,
    }
    supposed = [ABOUT[name] for name, basis in bases.items() if basis is Basis.DEFAULT]
    told = habits.told()
    reached_out, talks, left = told["arrivals"], told["talks"], told["left"]
    seen = f"{reached_out} who reached out, {talks} talks, {left} who left while they waited"
    lines = [f"Seen of late: {seen}."]
    if supposed:
        lines.append(f"Too little to learn from, so this is supposed: {'; '.join(supposed)}.")
    return lines
