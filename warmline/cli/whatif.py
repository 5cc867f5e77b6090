"""`warmline whatif`: who would be offered a person at some moment, in which order, and why the others would not."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import click

from warmline.cli import frame, office
from warmline.flows import whatif as flow
from warmline.flows.whatif import Then
from warmline.routing.foreseen import Foreseen
from warmline.routing.matching import Rung
from warmline.volunteers import local_times
from warmline.words import times

RUNGS = {
    Rung.SAME_PEER: "the same peer",
    Rung.EXPERIENCE: "shared experience",
    Rung.LANGUAGE: "the language",
    Rung.ANYONE: "anyone",
}


@click.command()
@click.argument("moment")
@click.option("--language", metavar="CODE", help="The caller's. [default: the line's]")
@click.option("--experience", multiple=True, metavar="WORD", help="What the caller writes of.")
@frame.json_option
def whatif(moment: str, language: str | None, experience: tuple[str, ...], as_json: bool) -> None:
    """Who would be offered a person at a MOMENT such as "sunday 02:15", in which order, and why the others would not.

    In the line's own zone. A time that comes twice that night is answered for both hours.
    """
    words = frozenset(word.lower() for word in experience)
    with office.desk() as desk:
        zone = desk.line.zone
        found = [
            flow.at(desk, at, language=language or "", experience=words)
            for at in flow.moments(desk, moment)
        ]
    if as_json:
        rows = [row for then in found for row in _rows(then, zone, shared=bool(words))]
        frame.listing(rows, as_json=True, empty="")
        return
    for then in found:
        _tell(then, zone, shared=bool(words))


def _tell(then: Then, zone: ZoneInfo, *, shared: bool) -> None:
    click.echo(f"{_named(then.at, zone)}: {_shifts(then)}.")
    rows = [
        {name: value for name, value in row.items() if name not in {"at", "after_seconds"}}
        for row in _rows(then, zone, shared=shared)
    ]
    frame.listing(rows, as_json=False, empty="Nobody is on the roster.")
    if not any(one.order for one in then.everyone):
        click.echo("Nobody could be offered a person then.", err=True)


def _named(at: datetime, zone: ZoneInfo) -> str:
    return f"{at.astimezone(zone):%A %Y-%m-%d %H:%M %Z} ({zone.key})"


def _shifts(then: Then) -> str:
    if not then.shifts:
        return "no shift is on the roster for then"
    said = (f"shift {s.code} with {len(s.claimed)} of {s.seats} seats claimed" for s in then.shifts)
    return ", ".join(said)


def _rows(then: Then, zone: ZoneInfo, *, shared: bool) -> list[dict[str, Any]]:
    return [_row(one, then, zone, shared=shared) for one in then.everyone]


def _row(one: Foreseen, then: Then, zone: ZoneInfo, *, shared: bool) -> dict[str, Any]:
    volunteer, why = one.volunteer, one.why_not.value if one.why_not else None
    if one.after is not None:
        why = f"{why}, after {times.length(one.after)}"
    until = None
    if volunteer.id in then.until:
        ends = then.until[volunteer.id]
        until = times.moment(ends, zone, now=then.at) if ends else "OFF"
    asked = one.order or one.after is not None
    rung = Rung.LANGUAGE if one.rung is Rung.EXPERIENCE and not shared else one.rung
    return {
        "at": local_times.written(then.at, zone),
        "order": one.order,
        "id": volunteer.id,
        "name": volunteer.name,
        "rung": RUNGS[rung] if asked else None,
        "after_seconds": round(one.after.total_seconds()) if one.after else None,
        "on_until": until,
        "why_not": why,
    }
