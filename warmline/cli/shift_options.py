"""What the commands about shifts and patterns share: what a shift asks for, and how a shift is said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import click

from warmline.flows.desk import Desk
from warmline.flows.materialise import Done
from warmline.flows.office import shift_changes
from warmline.flows.seating import people
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Channel, Needs

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NEEDS = (
    click.option("--language", multiple=True, metavar="CODE", help="Needed: such as es; may be repeated."),
    click.option("--experience", multiple=True, metavar="WORD", help="Needed of lived experience; may be repeated."),
    click.option("--training", multiple=True, metavar="NAME", help="Needed, and valid on that day; may be repeated."),
    click.option("--channel", type=click.Choice([kind.value for kind in Channel]), help="How people are reached on it."),
)  # fmt: skip

claimed_too_option = click.option(
    "--claimed-too", is_flag=True, help="Also what has claims; everyone concerned is told by text."
)


def needs_options(command: Callable[..., None]) -> Callable[..., None]:
    for option in reversed(NEEDS):
        command = option(command)
    return command


def needs(said: Mapping[str, Any], before: Needs) -> Needs:
    """What was said of each kind in place of what was there; "" for none of it."""

    def of(kind: str, there: frozenset[str]) -> frozenset[str]:
        given = said[kind]
        return frozenset(word.lower() for word in given if word) if given else there

    return shift_changes.check_needs(
        Needs(
            of("language", before.languages),
            of("experience", before.experience),
            of("training", before.training),
        )
    )


def words_of(needs: Needs) -> list[str]:
    """Every need as a word or two, such as "language es"."""
    return [
        f"{kind} {word}"
        for kind, words in (
            ("language", needs.languages),
            ("experience", needs.experience),
            ("training", needs.training),
        )
        for word in sorted(words)
    ]


def weekdays(on: str) -> list[int]:
    """Those of `mon,wed`, Monday being 0."""
    given = [day.strip().lower()[:3] for day in on.split(",") if day.strip()]
    if not set(given) <= set(DAYS):
        raise click.BadParameter(f"must be of {', '.join(DAYS)}", param_hint="--on")
    return [DAYS.index(day) for day in given]


def a_day(text: str, name: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise click.BadParameter("must be written like 2026-12-25", param_hint=name) from None


def a_time(text: str | None, name: str) -> time | None:
    if text is None:
        return None
    if re.fullmatch(r"\d{1,2}:\d{2}", text, re.ASCII):
        hour, minute = map(int, text.split(":"))
        if hour < 24 and minute < 60:  # noqa: PLR2004 - a day's hours, an hour's minutes
            return time(hour, minute)
    raise click.BadParameter("must be written like 18:00", param_hint=name)


def said(zone: ZoneInfo, starts: datetime, ends: datetime) -> str:
    starts, ends = starts.astimezone(zone), ends.astimezone(zone)
    until = f"{ends:%H:%M}" if starts.date() == ends.date() else f"{ends:%a %Y-%m-%d %H:%M}"
    return f"{starts:%a %Y-%m-%d %H:%M} to {until} {zone.key}"


def report(desk: Desk, done: Done) -> None:
    """Say what became of the roster, and what was left to the coordinator."""
    zone = desk.line.zone
    for shift in desk.store.shifts.get_all(done.added):
        click.echo(f"+ Shift {shift.code}: {said(zone, shift.starts, shift.ends)}")
    for differs, outcome in done.done:
        before, after = differs.before, differs.after
        now = (
            f" is now {said(zone, after.starts, after.ends)}, {after.seats} seats" if after else ""
        )
        sign = "~" if after else "-"
        click.echo(f"{sign} Shift {before.code}: {said(zone, before.starts, before.ends)}{now}")
        told = before.claimed - {v.id for v in outcome.who} if differs.touches_claims else set()
        for line in told_of(desk.store.roster.get_all(sorted(told)), outcome.who):
            click.echo(f"  {line}")
    for differs, why in done.left.values():
        shift = differs.before
        names = ", ".join(volunteer.name for volunteer in people(desk, shift))
        because = (
            f" It {shift_changes.why_left(why)}." if why else " Say --claimed-too to change it."
        )
        when = said(zone, shift.starts, shift.ends)
        click.echo(
            f"! Shift {shift.code}: {when} is claimed by {names} and stays.{because}", err=True
        )
    if not (done.added or done.done or done.left):
        click.echo("No shift changes.")


def told_of(told: Iterable[Volunteer], untold: Iterable[Volunteer]) -> Iterator[str]:
    """Who knows, and who has to be told by other means."""
    if names := ", ".join(sorted(volunteer.name for volunteer in told)):
        yield f"Told by text: {names}."
    if names := ", ".join(sorted(volunteer.name for volunteer in untold)):
        yield f"No text reaches {names}: please tell them."
