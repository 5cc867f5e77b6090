"""`warmline patterns`: the rules by which shifts come back. They are made by `warmline shifts repeat`."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import click

from warmline.cli import frame, office, shift_options
from warmline.flows import materialise
from warmline.flows.desk import Desk
from warmline.flows.office import finding, pattern_changes
from warmline.volunteers import local_times
from warmline.volunteers.patterns import Pattern
from warmline.volunteers.shifts import Channel, Needs
from warmline.volunteers.wishes import DayWish, Wish


@click.group()
def patterns() -> None:
    """The rules by which shifts come back, made by `warmline shifts repeat`. A PATTERN is meant by name or id."""


@patterns.command("list")
@frame.json_option
def list_all(as_json: bool) -> None:
    """All patterns."""
    with office.desk() as desk:
        rows = [_row(pattern) for pattern in desk.store.patterns.book().patterns.values()]
    frame.listing(rows, as_json=as_json, empty="None. See: warmline shifts repeat --help")


@patterns.command()
@click.argument("pattern")
@frame.json_option
def show(pattern: str, as_json: bool) -> None:
    """What a PATTERN gives in the weeks to come, day by day, and which shifts are not as it says."""
    with office.desk() as desk:
        meant = pattern_changes.pattern(desk, pattern)
        rows = _days(desk, meant)
    if not as_json:
        for name, value in _row(meant).items():
            said = ", ".join(value) if isinstance(value, list) else value
            click.echo(f"{name}: {said}")
    frame.listing(rows, as_json=as_json, empty="It gives no shift in the weeks to come.")


@patterns.command()
@click.argument("pattern")
@click.option("--name")
@click.option("--rule", help="Such as FREQ=WEEKLY;BYDAY=MO,WE")
@click.option("--start", metavar="TIME", help="Such as 18:00, on the clock.")
@click.option("--end", metavar="TIME", help="Such as 22:00, on the clock.")
@click.option("--seats", type=int)
@click.option(
    "--holidays/--not-on-holidays", default=None, help="Whether it runs on the line's holidays."
)
@shift_options.needs_options
@shift_options.claimed_too_option
def edit(pattern: str, claimed_too: bool, **asked: Any) -> None:
    """Change a PATTERN and all shifts to come of it. Shifts with claims stay as they are, unless --claimed-too."""
    with office.desk() as desk:
        meant = pattern_changes.pattern(desk, pattern)
        wish = _wish(asked, meant.needs)
        new, done = pattern_changes.edit(desk, meant, wish, claimed_too=claimed_too)
        click.echo(f"Pattern {new.id}: {new.name}, {new.rule}.")
        shift_options.report(desk, done)


@patterns.command()
@click.argument("pattern")
@shift_options.claimed_too_option
def remove(pattern: str, claimed_too: bool) -> None:
    """Remove a PATTERN, and those of its shifts to come that nobody has claimed."""
    with office.desk() as desk:
        meant = pattern_changes.pattern(desk, pattern)
        done = pattern_changes.remove(desk, meant, claimed_too=claimed_too)
        click.echo(f"Pattern {meant.id}: {meant.name} is removed.")
        shift_options.report(desk, done)


@patterns.command()
@click.argument("pattern")
@click.argument("day")
@click.option("--again", is_flag=True, help="Not skip it after all.")
@shift_options.claimed_too_option
def skip(pattern: str, day: str, again: bool, claimed_too: bool) -> None:
    """No shift of this PATTERN on a DAY, such as 2026-12-25."""
    on = shift_options.a_day(day, "DAY")
    with office.desk() as desk:
        meant = pattern_changes.pattern(desk, pattern)
        done = pattern_changes.skip(desk, meant, on, again=again, claimed_too=claimed_too)
        shift_options.report(desk, done)


@patterns.command()
@click.argument("pattern")
@click.argument("day")
@click.option("--start", metavar="TIME", help="Such as 19:00, on the clock.")
@click.option(
    "--end", metavar="TIME", help="Such as 23:00; at or before the start, it is of the next day."
)
@click.option("--seats", type=int)
@shift_options.needs_options
@click.option("--as-ever", is_flag=True, help="Nothing different on that day any more.")
@shift_options.claimed_too_option
def change(pattern: str, day: str, as_ever: bool, claimed_too: bool, **asked: Any) -> None:
    """Something different for this PATTERN on one DAY; what is not said is as ever."""
    on = shift_options.a_day(day, "DAY")
    with office.desk() as desk:
        meant = pattern_changes.pattern(desk, pattern)
        what = None if as_ever else _day_wish(asked, meant.needs)
        done = pattern_changes.change(desk, meant, on, what, claimed_too=claimed_too)
        shift_options.report(desk, done)


def _wish(asked: dict[str, Any], before: Needs) -> Wish:
    return Wish(
        name=asked["name"],
        rule=asked["rule"],
        start=shift_options.a_time(asked["start"], "--start"),
        end=shift_options.a_time(asked["end"], "--end"),
        seats=asked["seats"],
        needs=shift_options.needs(asked, before),
        channel=Channel(asked["channel"]) if asked["channel"] else None,
        on_holidays=asked["holidays"],
    )


def _day_wish(asked: dict[str, Any], before: Needs) -> DayWish:
    said = any(asked[kind] for kind in ("language", "experience", "training"))
    return DayWish(
        start=shift_options.a_time(asked["start"], "--start"),
        end=shift_options.a_time(asked["end"], "--end"),
        seats=asked["seats"],
        needs=shift_options.needs(asked, before) if said else None,
        channel=Channel(asked["channel"]) if asked["channel"] else None,
    )


def _row(pattern: Pattern) -> dict[str, Any]:
    ends = pattern.first + timedelta(minutes=pattern.minutes)
    return {
        "id": pattern.id,
        "name": pattern.name,
        "rule": pattern.rule,
        "first": f"{pattern.first:%Y-%m-%d}",
        "times": f"{pattern.first:%H:%M} to {ends:%H:%M} {pattern.zone.key}",
        "seats": pattern.seats,
        "needs": shift_options.words_of(pattern.needs),
        "channel": str(pattern.channel),
        "holidays": pattern.on_holidays,
        "skipped": sorted(str(day) for day in pattern.skipped),
        "changed": sorted(str(day) for day in pattern.changes),
    }


def _days(desk: Desk, pattern: Pattern) -> list[dict[str, Any]]:
    """Its shifts to come, those that ought to be and those that are."""
    zone = desk.line.zone
    steps = materialise.foresee(desk, pattern)
    differs = {d.before.id: "!= the pattern: it has claims" for d in steps.claimed}
    coming = desk.store.shifts.between(desk.clock.now(), finding.LAST_DAY)
    theirs = [(s, differs.get(s.id, "")) for s in coming if s.pattern == pattern.id]
    theirs += [(shift, "not yet on the roster") for shift in steps.add]
    return [
        {
            "day": str(shift.day),
            "code": shift.code or None,
            "starts": local_times.written(shift.starts, zone),
            "ends": local_times.written(shift.ends, zone),
            "seats": shift.seats,
            "open": shift.open_seats,
            "note": note,
        }
        for shift, note in sorted(theirs, key=lambda pair: pair[0].starts)
    ]
