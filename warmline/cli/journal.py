"""`warmline journal`: what was done to the roster, when, and by whom."""

from __future__ import annotations

from itertools import islice

import click

from warmline.cli import frame, office
from warmline.flows.office import finding, history, shift_changes
from warmline.volunteers import local_times


@click.command()
@click.option("--since", metavar="MOMENT", help='Such as "2026-11-23 18:00".')
@click.option("--limit", type=click.IntRange(1), default=200, show_default=True, help="Lines.")
@frame.json_option
def journal(since: str | None, limit: int, as_json: bool) -> None:
    """What was done to the roster, newest first, and by whom: operator, a text, or a program's token."""
    with office.desk() as desk:
        start = shift_changes.moment(desk, "--since", since) if since else None
        names = {volunteer.id: volunteer.name for volunteer in finding.everyone(desk)}
        rows = [
            {
                "at": local_times.written(entry.at, desk.line.zone),
                "event": entry.event,
                "about": entry.about
                if as_json
                else [f"{k} {names.get(v, v)}" for k, v in entry.about.items()],  # type: ignore[call-overload]  # any id
            }
            for entry in islice(history.all_since(desk, start), limit)
        ]
    frame.listing(rows, as_json=as_json, empty="Nothing yet.")
