"""`warmline now`: who could answer at this moment, in which order, and why others could not."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import click

from warmline.cli import frame, office
from warmline.flows.desk import Desk
from warmline.flows.office import at_hand
from warmline.flows.office.at_hand import AtHand
from warmline.words import times


@click.command()
@click.option("--language", metavar="CODE", help="The caller's. [default: the line's]")
@click.option("--experience", multiple=True, metavar="WORD", help="What the caller wrote of.")
@frame.json_option
def now(language: str | None, experience: tuple[str, ...], as_json: bool) -> None:
    """Who could answer a new caller at this moment, in the order of being asked, and why others could not."""
    with office.desk() as desk:
        words = frozenset(word.lower() for word in experience)
        found = at_hand.for_a_new_caller(desk, language=language or "", experience=words)
        rows = [_row(desk, one, desk.clock.now()) for one in found]
    frame.listing(rows, as_json=as_json, empty="Nobody is on the roster.")
    if not as_json and rows and not rows[0]["order"]:
        click.echo("Nobody could answer just now.", err=True)


def _row(desk: Desk, one: AtHand, at: datetime) -> dict[str, Any]:
    until = times.moment(one.until, desk.line.zone, now=at) if one.until else "OFF"
    return {
        "order": one.order,
        "id": one.volunteer.id,
        "name": one.volunteer.name,
        "on_until": until if one.on else None,
        "why_not": one.why_not.value if one.why_not else None,
    }
