"""`warmline shifts`: the windows of time that volunteers serve in."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from warmline.cli import frame, gaps, office, repeating, shift_options
from warmline.flows.desk import Desk
from warmline.flows.office import finding, shift_changes, shift_file
from warmline.volunteers import local_times
from warmline.volunteers.shifts import Channel, Needs, Shift

seats_option = click.option("--seats", type=int, default=2, show_default=True)


@click.group()
def shifts() -> None:
    """The windows of time that volunteers serve in."""


shifts.add_command(repeating.repeat)
shifts.add_command(gaps.gaps)


@shifts.command()
@click.argument("start")
@click.argument("end")
@seats_option
@shift_options.needs_options
def add(start: str, end: str, seats: int, channel: str | None, **asked: Any) -> None:
    """Add a shift from START to END, such as "2026-11-23 18:00", in the line's own time zone.

    Where the clocks change, a time may be given with its offset: "2026-11-01 01:30-05:00".
    """
    with office.desk() as desk:
        starts = shift_changes.moment(desk, "START", start)
        ends = shift_changes.moment(desk, "END", end)
        shift_changes.check(starts, ends, seats=seats, now=desk.clock.now())
        needs = shift_options.needs(asked, Needs())
        kind = Channel(channel or Channel.ANY)
        shift = shift_changes.add(desk, starts, ends, seats=seats, needs=needs, channel=kind)
        when = shift_options.said(desk.line.zone, starts, ends)
        click.echo(f"Shift {shift.code}: {when}, {seats} seats.")


@shifts.command()
@click.argument("code", type=int)
@click.option("--start", help="When it starts from now on, as for `add`.")
@click.option("--end", help="When it ends from now on.")
@click.option("--seats", type=int)
@shift_options.needs_options
@shift_options.claimed_too_option
def edit(
    code: int,
    start: str | None,
    end: str | None,
    seats: int | None,
    channel: str | None,
    claimed_too: bool,
    **asked: Any,
) -> None:
    """Change the shift with this CODE: its times, its seats, what it needs. "" needs none of a kind.

    If it was made from a pattern, the pattern leaves it alone from then on.
    """
    with office.desk() as desk:
        shift = finding.shift(desk, code)
        wish = shift_changes.Asked(
            shift_changes.moment(desk, "--start", start) if start else None,
            shift_changes.moment(desk, "--end", end) if end else None,
            seats,
            shift_options.needs(asked, shift.needs),
            Channel(channel) if channel else None,
        )
        done = shift_changes.edit(desk, shift, wish, claimed_too=claimed_too)
        when = shift_options.said(desk.line.zone, done.shift.starts, done.shift.ends)
        click.echo(f"Shift {code}: {when}, {done.shift.seats} seats.")
        _tell(desk, done)


@shifts.command("list")
@click.option("--past", is_flag=True, help="Those that are over, too.")
@frame.json_option
def list_all(past: bool, as_json: bool) -> None:
    """All shifts that are not over, and who has claimed their seats."""
    with office.desk() as desk:
        since = finding.FIRST_DAY if past else desk.clock.now()
        names = {volunteer.id: volunteer.name for volunteer in finding.everyone(desk)}
        found = desk.store.shifts.between(since, finding.LAST_DAY)
        rows = [_row(desk, shift, names) for shift in found]
    frame.listing(rows, as_json=as_json, empty="None. See: warmline shifts add --help")


@shifts.command()
@click.argument("code", type=int)
def remove(code: int) -> None:
    """Take the shift with this CODE off the roster, with its claims. Whoever had a seat is told by text."""
    with office.desk() as desk:
        shift = finding.shift(desk, code)
        claimed = [volunteer.name for volunteer in desk.store.roster.get_all(shift.claimed)]
        done = shift_changes.remove(desk, shift)
        was = f" It was claimed by {', '.join(sorted(claimed))}." if claimed else ""
        click.echo(f"Shift {code} is off the roster.{was}")
        _tell(desk, done)


@shifts.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only show what would change.")
@click.option(
    "--replace",
    nargs=2,
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="FROM TO",
    help="Take unclaimed shifts of these days off that the FILE does not have.",
)
def import_file(
    file: Path,
    dry_run: bool,
    replace: tuple[datetime, datetime] | None,
) -> None:
    """Bring the shifts and claims up to a FILE: CSV with the columns start and end, and perhaps others that `export` writes.

    A shift is known by its code, or by being the same. One bad row, and nothing is changed.
    """
    days = (replace[0].date(), replace[1].date()) if replace else None
    with office.desk() as desk:
        table = shift_file.read(desk, file.read_bytes(), replace=days)
        if not dry_run:
            table = shift_file.apply(desk, table)
        for line in shift_file.told(desk, table):
            click.echo(line)
    click.echo("Nothing was changed." if dry_run else "Done.")


@shifts.command()
def export() -> None:
    """Write all shifts that are not over to standard output, as CSV that `import` reads."""
    with office.desk() as desk:
        found = desk.store.shifts.between(desk.clock.now(), finding.LAST_DAY)
        click.echo(shift_file.export(desk, found), nl=False)


def _tell(desk: Desk, done: shift_changes.Edited) -> None:
    for line in shift_options.told_of(desk.store.roster.get_all(sorted(done.told)), done.untold):
        click.echo(f"  {line}")


def _row(desk: Desk, shift: Shift, names: dict[Any, str]) -> dict[str, Any]:
    zone = desk.line.zone
    return {
        "code": shift.code,
        "starts": local_times.written(shift.starts, zone),
        "ends": local_times.written(shift.ends, zone),
        "seats": shift.seats,
        "open": max(0, shift.seats - len(shift.claimed)),
        "needs": shift_options.words_of(shift.needs),
        "channel": str(shift.channel),
        "claimed": sorted(names.get(volunteer, volunteer) for volunteer in shift.claimed),
    }
