"""`warmline volunteers load`: what each volunteer carries."""

from __future__ import annotations

from typing import Any

import click

from warmline.cli import frame, office
from warmline.flows.office import ahead


@click.command()
@frame.json_option
def load(as_json: bool) -> None:
    """Hours and nights of each volunteer's shifts in the last and next 7 and 28 days."""
    with office.desk() as desk:
        rows = [_row(each) for each in ahead.loads(desk)]
    frame.listing(rows, as_json=as_json, empty="Nobody yet. See: warmline volunteers add --help")


def _row(load: ahead.Load) -> dict[str, Any]:
    row: dict[str, Any] = {"id": load.volunteer.id, "name": load.volunteer.name}
    for days, last, following in (
        (7, load.last_week, load.next_week),
        (28, load.last_month, load.next_month),
    ):
        row[f"hours_last_{days}"] = round(last.hours, 1)
        row[f"nights_last_{days}"] = last.nights
        row[f"hours_next_{days}"] = round(following.hours, 1)
        row[f"nights_next_{days}"] = following.nights
    return row
