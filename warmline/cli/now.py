"""`warmline now`: who could answer at this moment, in which order, and why others could not."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import click

from warmline.cli import frame, office
from warmline.flows.desk import Desk
from warmline.flows.office import finding
from warmline.flows.on_duty import on_until, volunteers_on
from warmline.ids import CallerKey, ContactId
from warmline.phone import PhoneNumber
from warmline.routing.contact import Contact, State
from warmline.routing.matching import rank, why_not
from warmline.volunteers.roster import WhyNot
from warmline.words import times


@click.command()
@click.option("--language", metavar="CODE", help="The caller's. [default: the line's]")
@click.option("--experience", multiple=True, metavar="WORD", help="What the caller wrote of.")
@frame.json_option
def now(language: str | None, experience: tuple[str, ...], as_json: bool) -> None:  # noqa: FBT001
    """Who could answer a new caller at this moment, in the order of being asked, and why others could not."""
    with office.desk() as desk:
        caller = _a_new_caller(desk, language, frozenset(word.lower() for word in experience))
        rows = _rows(desk, caller, desk.clock.now())
    frame.listing(rows, as_json=as_json, empty="Nobody is on the roster.")
    if not as_json and rows and not rows[0]["order"]:
        click.echo("Nobody could answer just now.", err=True)


def _a_new_caller(desk: Desk, language: str | None, experience: frozenset[str]) -> Contact:
    at = desk.clock.now()
    return Contact(
        id=ContactId("c-now"),
        version="0",
        state=State.WAITING,
        caller=CallerKey(""),
        caller_number=None,
        line_number=PhoneNumber(""),
        alias="",
        code=0,
        language=(language or desk.line.language).lower(),
        opened=at,
        since=at,
        policy=desk.policy,
        experience=experience,
    )


def _rows(desk: Desk, caller: Contact, now: datetime) -> list[dict[str, Any]]:
    on, until = volunteers_on(desk, now), on_until(desk, now)
    order = {
        volunteer: place
        for place, volunteer in enumerate(rank(on, caller, blocked=frozenset(), now=now), start=1)
    }
    on_ids = {volunteer.id for volunteer in on}
    rows = []
    for volunteer in finding.everyone(desk):
        is_on = volunteer.id in on_ids
        ends = until.get(volunteer.id)
        why = None
        if volunteer.id not in order:
            why = (
                why_not(volunteer, caller, on_duty=is_on, blocked=False, now=now)
                or WhyNot.WAITS_FOR_RUNG
            )
        rows.append(
            {
                "order": order.get(volunteer.id),
                "id": volunteer.id,
                "name": volunteer.name,
                "on_until": (times.moment(ends, desk.line.zone, now=now) if ends else "OFF")
                if is_on
                else None,
                "why_not": why.value if why else None,
            }
        )
    return sorted(rows, key=lambda row: (row["order"] or len(rows) + 1, row["why_not"] or ""))
