"""`warmline shifts repeat`: a shift that comes back, by plain words or by a rule."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import click

from warmline.cli import office, shift_options
from warmline.flows import materialise
from warmline.flows.desk import Desk
from warmline.flows.office import finding, pattern_changes, shift_changes
from warmline.volunteers import rules
from warmline.volunteers.patterns import Pattern
from warmline.volunteers.shifts import Channel, Needs, Shift

MOST_WEEKS = 53
MOVED = "  The clocks change that night: is that the time you mean?"
EVERY = {"week": 1, "2 weeks": 2, "3 weeks": 3, "4 weeks": 4, "month": 0}


@click.command()
@click.argument("start")
@click.argument("end")
@click.option("--seats", type=int, default=2, show_default=True)
@click.option(
    "--weeks", type=click.IntRange(1, MOST_WEEKS), help="For so many weeks. [default: for ever]"
)
@click.option("--until", metavar="DAY", help="Such as 2026-12-31, its last day.")
@click.option("--every", type=click.Choice(list(EVERY)), default="week", show_default=True)
@click.option("--on", metavar="DAYS", default="", help="Such as mon,wed,fri. [default: START's]")
@click.option(
    "--rule", help="In place of --every and --on, as in RFC 5545: FREQ=MONTHLY;BYDAY=-1SU"
)
@click.option(
    "--name", default="", help="What the pattern is called. [default: by its days and times]"
)
@click.option(
    "--holidays/--not-on-holidays", default=True, help="Whether it runs on the line's holidays."
)
@shift_options.needs_options
@click.option("--dry-run", is_flag=True, help="Only show what would be added.")
def repeat(start: str, end: str, seats: int, dry_run: bool, **asked: Any) -> None:
    """Add a shift from START to END that comes back at the same time on the clock, every week unless told otherwise.

    It becomes a pattern: see `warmline patterns`. Shifts are put on the roster some weeks ahead, and all at once where
    --weeks or --until say when it is over.
    """
    with office.desk() as desk:
        starts = shift_changes.moment(desk, "START", start)
        ends = shift_changes.moment(desk, "END", end)
        shift_changes.check(starts, ends, seats=seats, now=desk.clock.now())
        pattern = pattern_changes.drafted(
            desk,
            starts,
            ends,
            rule=_rule(
                starts.astimezone(desk.line.zone),
                **_of(asked, "weeks", "until", "every", "on", "rule"),
            ),
            name=asked["name"],
            seats=seats,
            needs=shift_options.needs(asked, Needs()),
            channel=Channel(asked["channel"] or Channel.ANY),
            on_holidays=asked["holidays"],
        )
        if dry_run:
            _foresee(desk, pattern)
        else:
            _add(desk, pattern)


def _rule(
    first: datetime, *, weeks: int | None, until: str | None, every: str, on: str, rule: str | None
) -> str:
    days, last = shift_options.weekdays(on), None
    if until:
        last = shift_options.a_day(until, "--until")
    if weeks:
        within = first.date() + timedelta(days=7 * weeks - 1)
        last = min(last or date.max, within)
    if rule:
        return f"{rule};UNTIL={last:%Y%m%d}" if last else rule
    if not EVERY[every]:
        return rules.monthly(first.date(), days, last=last)
    return rules.weekly(days or [first.weekday()], every=EVERY[every], last=last)


def _foresee(desk: Desk, pattern: Pattern) -> None:
    asked = pattern_changes.check(desk, pattern)
    steps = materialise.foresee(desk, asked, through=pattern_changes.through(asked))
    for shift in sorted((*steps.add, *steps.there), key=lambda s: s.starts):
        new = shift in steps.add
        _echo(desk, shift, new=new, moved=new and shift.day in steps.moved)


def _add(desk: Desk, pattern: Pattern) -> None:
    kept, done = pattern_changes.add(desk, pattern)
    coming = desk.store.shifts.between(desk.clock.now(), finding.LAST_DAY)
    for shift in coming:
        if shift.pattern == kept.id or shift.id in done.there:
            _echo(desk, shift, new=shift.id in done.added, moved=shift.id in done.moved)
    click.echo(
        f"Pattern {kept.id}: {kept.name}, {kept.rule}. See: warmline patterns show {kept.id}"
    )


def _echo(desk: Desk, shift: Shift, *, new: bool, moved: bool) -> None:
    name = f"Shift {shift.code}" if shift.code else "A shift"
    when = shift_options.said(desk.line.zone, shift.starts, shift.ends)
    click.echo(f"{name}: {when}{'' if new else ' (there already)'}")
    if moved:
        click.echo(MOVED, err=True)


def _of(asked: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: asked[name] for name in names}
