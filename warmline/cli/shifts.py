"""`warmline shifts`: the windows of time that volunteers serve in."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click

from warmline.cli import frame, office
from warmline.flows.desk import Desk
from warmline.flows.office import finding, shift_changes, shift_file
from warmline.volunteers import local_times, repeating
from warmline.volunteers.shifts import Shift

seats_option = click.option("--seats", type=int, default=2, show_default=True)


@click.group()
def shifts() -> None:
    """The windows of time that volunteers serve in."""


@shifts.command()
@click.argument("start")
@click.argument("end")
@seats_option
def add(start: str, end: str, seats: int) -> None:
    """Add a shift from START to END, such as "2026-11-23 18:00", in the line's own time zone.

    Where the clocks change, a time may be given with its offset: "2026-11-01 01:30-05:00".
    """
    with office.desk() as desk:
        starts = shift_changes.moment(desk, "START", start)
        ends = shift_changes.moment(desk, "END", end)
        shift_changes.check(starts, ends, seats=seats, now=desk.clock.now())
        shift = shift_changes.add(desk, starts, ends, seats=seats)
        click.echo(f"Shift {shift.code}: {_said(desk.line.zone, starts, ends)}, {seats} seats.")


@shifts.command("list")
@click.option("--past", is_flag=True, help="Those that are over, too.")
@frame.json_option
def list_all(past: bool, as_json: bool) -> None:  # noqa: FBT001 - click passes it by name
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
    """Take the shift with this CODE off the roster, with its claims. Nobody is told: please tell them."""
    with office.desk() as desk:
        shift = finding.shift(desk, code)
        claimed = [volunteer.name for volunteer in desk.store.roster.get_all(shift.claimed)]
        shift_changes.remove(desk, shift)
    told = f" It was claimed by {', '.join(sorted(claimed))}." if claimed else ""
    click.echo(f"Shift {code} is off the roster.{told}")


@shifts.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only show what would be added.")
def import_file(file: Path, dry_run: bool) -> None:  # noqa: FBT001
    """Add the shifts and claims of a FILE: CSV with the columns start, end, and perhaps seats and claimed.

    Those that are there already are left as they are. One bad row, and nothing is changed.
    """
    content = file.read_bytes()
    with office.desk() as desk:
        planned = shift_file.read(desk, content)
        for line in shift_file.told(desk, planned):
            click.echo(line)
        if not dry_run:
            shift_file.apply(desk, planned)
    click.echo("Nothing was changed." if dry_run else "Done.")


@shifts.command()
def export() -> None:
    """Write all shifts that are not over to standard output, as CSV that `import` reads."""
    with office.desk() as desk:
        found = desk.store.shifts.between(desk.clock.now(), finding.LAST_DAY)
        click.echo(shift_file.export(desk, found), nl=False)


@shifts.command()
@click.argument("start")
@click.argument("end")
@seats_option
@click.option("--weeks", type=click.IntRange(1, repeating.MOST_WEEKS), required=True)
@click.option("--on", metavar="DAYS", default="", help="Such as mon,wed,fri. [default: START's]")
@click.option("--dry-run", is_flag=True, help="Only show what would be added.")
def repeat(start: str, end: str, seats: int, weeks: int, on: str, dry_run: bool) -> None:  # noqa: FBT001
    """Add a shift from START to END and the same every week, at the same time on the clock."""
    days = _days(on)
    with office.desk() as desk:
        starts = shift_changes.moment(desk, "START", start)
        ends = shift_changes.moment(desk, "END", end)
        shift_changes.check(starts, ends, seats=seats, now=desk.clock.now())
        windows = repeating.weekly(starts, ends, desk.line.zone, weeks=weeks, days=days)
        for window in windows:
            shift_changes.check(window.starts, window.ends, seats=seats, now=desk.clock.now())
        for window in windows:
            _add_window(desk, window, seats=seats, dry_run=dry_run)


def _add_window(desk: Desk, window: repeating.Window, *, seats: int, dry_run: bool) -> None:
    shift = shift_changes.same(desk, window.starts, window.ends)
    new = shift is None
    if new and not dry_run:
        shift = shift_changes.add(desk, window.starts, window.ends, seats=seats)
    name = f"Shift {shift.code}" if shift else "A shift"
    said = _said(desk.line.zone, window.starts, window.ends)
    note = "" if new else " (there already)"
    click.echo(f"{name}: {said}{note}")
    if window.moved:
        click.echo("  The clocks change that night: is that the time you mean?", err=True)


def _days(on: str) -> list[int]:
    given = [day.strip().lower()[:3] for day in on.split(",") if day.strip()]
    if not set(given) <= set(repeating.DAYS):
        raise click.BadParameter(f"must be of {', '.join(repeating.DAYS)}", param_hint="--on")
    return [repeating.DAYS.index(day) for day in given]


def _said(zone: ZoneInfo, starts: datetime, ends: datetime) -> str:
    starts, ends = starts.astimezone(zone), ends.astimezone(zone)
    until = f"{ends:%H:%M}" if starts.date() == ends.date() else f"{ends:%a %Y-%m-%d %H:%M}"
    return f"{starts:%a %Y-%m-%d %H:%M} to {until} {zone.key}"


def _row(desk: Desk, shift: Shift, names: dict[Any, str]) -> dict[str, Any]:
    zone = desk.line.zone
    return {
        "code": shift.code,
        "starts": local_times.written(shift.starts, zone),
        "ends": local_times.written(shift.ends, zone),
        "seats": shift.seats,
        "open": max(0, shift.seats - len(shift.claimed)),
        "claimed": sorted(names.get(volunteer, volunteer) for volunteer in shift.claimed),
    }
