"""`warmline holidays`: days on which some patterns give no shift."""

from __future__ import annotations

import click

from warmline.cli import frame, office, shift_options
from warmline.flows.office import pattern_changes


@click.group()
def holidays() -> None:
    """The line's holidays: patterns made with --not-on-holidays give no shift on them."""


@holidays.command()
@click.argument("day")
@click.argument("name")
@shift_options.claimed_too_option
def add(day: str, name: str, claimed_too: bool) -> None:
    """Make a DAY, such as 2026-12-25, a holiday with this NAME. Shifts with claims stay, and are named."""
    on = shift_options.a_day(day, "DAY")
    with office.desk() as desk:
        name = " ".join(name.split())
        done = pattern_changes.keep_holiday(desk, on, name, claimed_too=claimed_too)
        shift_options.report(desk, done)


@holidays.command("list")
@frame.json_option
def list_all(as_json: bool) -> None:
    """All holidays."""
    with office.desk() as desk:
        kept = desk.store.patterns.book().holidays
    rows = [{"day": f"{day}", "weekday": f"{day:%a}", "name": name} for day, name in kept.items()]
    frame.listing(rows, as_json=as_json, empty="None. See: warmline holidays add --help")


@holidays.command()
@click.argument("day")
def remove(day: str) -> None:
    """Make a DAY like any other again."""
    on = shift_options.a_day(day, "DAY")
    with office.desk() as desk:
        shift_options.report(desk, pattern_changes.remove_holiday(desk, on))
