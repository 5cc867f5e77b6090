"""`warmline crisis-lines`: which lines callers may be given, and who has called them to see that they are right."""

from __future__ import annotations

from typing import Any

import click

from warmline.cli import frame, office
from warmline.flows.desk import Desk
from warmline.flows.office import crisis_lines as confirming
from warmline.safety.crisis_directory import CrisisLine
from warmline.safety.crisis_lines import Known
from warmline.volunteers import local_times
from warmline.words import LANGUAGES, callers

IN_SHORT = ("country", "line", "call", "dialled", "text", "standing", "by", "until")
NAMES = {"en": "English", "es": "Spanish"}
UNSET = "nothing: no number that can be dialled is confirmed"


@click.group("crisis-lines")
def crisis_lines() -> None:
    """Which crisis lines callers may be given, and who has called them.

    A number is told and dialled only while somebody's confirmation is younger than 180 days. A wrong one can cost a life.
    """


@crisis_lines.command("list")
@click.option("--country", metavar="ISO", default="", help="Only the lines of one country.")
@frame.json_option
def list_all(country: str, as_json: bool) -> None:
    """Every line we know of, where it is from, and whether it is confirmed. With --json, all that is known of it."""
    with office.desk() as desk:
        found = desk.crisis_lines.afresh()
        rows = [_row(desk, known) for known in (found.of(country) if country else found.lines)]
    if not as_json:
        rows = [{name: row[name] for name in IN_SHORT} for row in rows]
    empty = "None is known to us. See: warmline crisis-lines confirm --help"
    frame.listing(rows, as_json=as_json, empty=empty)


@crisis_lines.command()
@click.argument("country")
@click.option("--by", required=True, metavar="NAME", help="Who called and found it right.")
@click.option(
    "--line", "name", metavar="NAME", default="", help="Only this line: its name, or its number."
)
@click.option("--number", default="", help="Call this number instead of the one that we know.")
def confirm(*, country: str, by: str, name: str, number: str) -> None:
    """Say that you have called (and texted) the crisis lines of COUNTRY, and that they are right.

    It counts for 180 days; then call again. Without --line it is for all lines of the country. --number is for a line
    whose number we have wrong or, with a --line that is not in the list, for one that we do not know.
    """
    with office.desk() as desk:
        for known in confirming.confirm(desk, country, by=by, name=name, number=number):
            click.echo(f"{_told(known)}. Confirmed until {_until(known, desk)}.")
            if known.is_own:
                click.echo(
                    "  A line of your own: the directory has none of that name in the country."
                )
            elif known.confirmation and known.confirmation.number:
                click.echo(
                    "  The number to call is yours, not the directory's; `withdraw` takes it back."
                )
        click.echo(f"Callers of {country.upper()} are told: {_phrase(desk, country)}")
    click.echo("Every process knows within a minute. See: warmline crisis-lines test")


@crisis_lines.command()
@click.argument("country")
@click.option("--by", required=True, metavar="NAME", help="Who says so.")
@click.option(
    "--line", "name", metavar="NAME", default="", help="Only this line: its name, or its number."
)
def withdraw(*, country: str, by: str, name: str) -> None:
    """Take back what was confirmed for COUNTRY: its lines are told and dialled no more."""
    with office.desk() as desk:
        for known in confirming.withdraw(desk, country, by=by, name=name):
            click.echo(f"{_told(known)}. Confirmed no more.")
        click.echo(f"Callers of {country.upper()} are told: {_phrase(desk, country)}")


@crisis_lines.command()
@click.argument("country")
def test(country: str) -> None:
    """Print exactly what someone from COUNTRY is sent, what a voice says, and what would be dialled."""
    with office.desk() as desk:
        found = desk.crisis_lines.afresh()
        for known in found.of(country):
            click.echo(f"{_told(known)}: {known.standing}")
        for language in LANGUAGES:
            text = found.in_a_text(language, country)
            click.echo(f"\n{NAMES[language]}, after CRISIS:\n  {callers(language).crisis(text)}")
            click.echo(f"{NAMES[language]}, aloud:\n  {found.aloud(language, country)}")
        number = found.number(country)
        click.echo(f"\nDialled, for someone from there:\n  {number.e164 if number else UNSET}")
        if found.is_stand_in:
            click.echo(
                "  This is a rehearsal: WARMLINE_FALLBACK_NUMBER stands in for the crisis line."
            )


@crisis_lines.command()
def check() -> None:
    """Say nothing if the line's own crisis line is confirmed; else say so, and exit 1."""
    with office.desk() as desk:
        confirming.refuse_unconfirmed(desk)


def _row(desk: Desk, known: Known) -> dict[str, Any]:
    line, said = known.line, known.confirmation
    return {
        "country": line.country,
        "line": line.name,
        "call": f"{line.display} (press {line.press})" if line.press else line.display,
        "dialled": line.dial,
        "text": _text(line),
        "standing": known.standing,
        "by": said.by if said else "",
        "until": _until(known, desk),
        "own_number": bool(said and said.number),
        "hours": line.hours,
        "zone": line.zone,
        "area": line.area,
        "languages": list(line.languages),
        "cost": line.cost,
        "audience": line.audience,
        "other": line.other,
        "source": line.source,
        "mark": line.mark or "",
        "as_of": line.as_of,
    }


def _told(known: Known) -> str:
    line = known.line
    ways = [f"call {line.display}"] if line.display else []
    ways += [f"press {line.press}"] if line.press else []
    ways += [f"text {_text(line)}"] if line.text_to else []
    ways += [f"dialled at {line.dial}"] if line.dial else []
    return f"{line.country} {line.name}: {', '.join(ways)}"


def _text(line: CrisisLine) -> str:
    return f"{line.text_keyword} to {line.text_to}" if line.text_keyword else line.text_to


def _until(known: Known, desk: Desk) -> str:
    said = known.confirmation
    return local_times.written(said.until, desk.line.zone) if said else ""


def _phrase(desk: Desk, country: str) -> str:
    return desk.crisis_lines.afresh().in_a_text("en", country)
